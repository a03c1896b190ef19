/** The engine against a slow, obviously right one, over random rows, sorts, filters and groups. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blankRow,
  calendar,
  collator,
  columns,
  ids,
  type Row,
  request,
  rows,
  searchText,
} from '#test/factories/table-rows.ts';
import { plain, slowArrange, slowSums } from '#test/fakes/slow-table.ts';
import { type Arranged, arrange, linesOf } from './arrange.ts';
import { drain } from './sliced.ts';
import { createTableData, createTableMemory } from './table-data.ts';

function sumsOf(total: Arranged<Row>['totals']): Record<string, number> {
  const arr = total.columns.get('arr');
  return arr?.type === 'money' ? Object.fromEntries(arr.sums.map((m) => [m.currency, m.minor])) : {};
}

function shown(arranged: Arranged<Row>): readonly Row[] {
  return Array.from(arranged.order, (index) => arranged.rows[index]!);
}

describe('arrange', () => {
  it('shows the rows that a naive filter and sort show, in the same order', () => {
    fc.assert(
      fc.property(rows, fc.array(request, { minLength: 1, maxLength: 3 }), (all, requests) => {
        const memory = createTableMemory<Row>(collator.compare);
        // The memory of earlier rows and requests must not show in later ones.
        for (const [turn, each] of requests.entries()) {
          const part = all.slice(turn);
          const full = { ...each, searchText, calendar, totals: ids };
          const arranged = drain(arrange(createTableData(part, columns, memory), full));
          expect(shown(arranged)).toEqual(slowArrange(part, full));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('parts the rows into groups that hold every row once, with their own totals per currency', () => {
    fc.assert(
      fc.property(rows, request, (all, each) => {
        const memory = createTableMemory<Row>(collator.compare);
        const full = { ...each, searchText, calendar, totals: ids };
        const arranged = drain(arrange(createTableData(all, columns, memory), full));
        const order = shown(arranged);
        expect(arranged.totals.count).toBe(order.length);
        expect(sumsOf(arranged.totals)).toEqual(slowSums(order));
        const seats = order.flatMap((one) => one.seats ?? []);
        const sum = seats.reduce((a, b) => a + b, 0);
        expect(arranged.totals.columns.get('seats')).toEqual(
          seats.length === 0 ? undefined : { type: 'sum', value: sum },
        );
        expect(arranged.totals.columns.get('mean')).toEqual(
          seats.length === 0 ? undefined : { type: 'ratio', value: sum / seats.length },
        );
        if (!['stage', 'name', 'beta'].includes(each.groupBy ?? '')) {
          expect(arranged.groups).toBeUndefined();
          return;
        }
        const keyOf = (one: Row) => {
          if (each.groupBy === 'beta') return one.beta === undefined ? undefined : String(one.beta);
          const value = plain(one, each.groupBy ?? '');
          return value === undefined ? undefined : String(value);
        };
        const groups = arranged.groups ?? [];
        expect(groups.map((group) => group.value)).toHaveLength(new Set(order.map(keyOf)).size);
        for (const group of groups) {
          const members = Array.from(group.rows, (index) => all[index]!);
          expect(members).toEqual(order.filter((one) => keyOf(one) === group.value));
          expect(sumsOf(group.totals)).toEqual(slowSums(members));
        }
        expect(groups.findIndex((group) => group.value === undefined)).toBeOneOf([-1, groups.length - 1]);
        const closed = new Set(groups.slice(1).map((group) => group.value ?? ''));
        expect(linesOf(arranged, closed)).toHaveLength(groups.length + (groups[0]?.rows.length ?? 0));
      }),
      { numRuns: 300 },
    );
  });

  it('orders stages as they follow each other, a source’s own words after them', () => {
    const some = ['legacy', 'renewal', 'onboarding', 'operation'].map((stage, id) => blankRow(id, { stage }));
    const arranged = drain(
      arrange(createTableData(some, columns, createTableMemory(collator.compare)), {
        sort: [{ column: 'stage', descending: false }],
        filters: [],
        search: '',
        searchText,
        calendar,
        groupBy: null,
        totals: [],
      }),
    );
    expect(shown(arranged).map((one) => one.stage)).toEqual(['onboarding', 'operation', 'renewal', 'legacy']);
  });

  it('pauses often: no step handles more than a few thousand rows', () => {
    const many = Array.from({ length: 20_000 }, (_, id) =>
      blankRow(id, { name: `Account ${(id * 7919) % 20_011}`, seats: (id * 31) % 997 }),
    );
    const work = arrange(createTableData(many, columns, createTableMemory(collator.compare)), {
      sort: [{ column: 'name', descending: true }],
      filters: [{ op: 'contains', column: 'name', text: 'account' }],
      search: '1',
      searchText,
      calendar,
      groupBy: null,
      totals: ids,
    });
    let steps = 0;
    while (work.next().done !== true) steps++;
    expect(steps).toBeGreaterThan(500);
  });
});
