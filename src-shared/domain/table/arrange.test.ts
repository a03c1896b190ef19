/** The engine against a slow, obviously right one, over random rows, sorts, filters and groups. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Money } from '../../base/money.ts';
import { type Arranged, type ArrangeRequest, arrange, linesOf } from './arrange.ts';
import type { Column, Columns } from './column.ts';
import { type Calendar, periodRange } from './day-ranges.ts';
import { addDays, dayNumber } from './days.ts';
import { foldText, searchTerms } from './fold-text.ts';
import { drain } from './sliced.ts';
import { createTableData, createTableMemory } from './table-data.ts';
import type { Filter, SortKey } from './view-definition.ts';

interface Row {
  readonly id: number;
  readonly name: string | undefined;
  readonly kana: string | undefined;
  readonly stage: string | undefined;
  readonly tags: readonly string[] | undefined;
  readonly seats: number | undefined;
  readonly arr: readonly Money[];
  readonly renewal: string | undefined;
  readonly touch: number | undefined;
  readonly beta: boolean | undefined;
}

const STAGES = ['onboarding', 'operation', 'renewal'];
const columns: Columns<Row> = new Map(
  (
    [
      { kind: 'text', id: 'name', value: (row) => row.name, sortAs: (row) => row.kana ?? row.name },
      { kind: 'choice', id: 'stage', value: (row) => row.stage, choices: STAGES },
      { kind: 'tags', id: 'tags', value: (row) => row.tags },
      { kind: 'number', id: 'seats', value: (row) => row.seats, total: { type: 'sum' } },
      {
        kind: 'number',
        id: 'mean',
        value: (row) => row.seats,
        total: {
          type: 'ratio',
          times: 1,
          of: (row) => (row.seats === undefined ? undefined : [row.seats, 1]),
        },
      },
      { kind: 'money', id: 'arr', value: (row) => row.arr },
      { kind: 'date', id: 'renewal', value: (row) => row.renewal },
      { kind: 'instant', id: 'touch', value: (row) => row.touch },
      { kind: 'boolean', id: 'beta', value: (row) => row.beta },
    ] as const satisfies readonly Column<Row>[]
  ).map((column) => [column.id, column]),
);

const TODAY = '2026-11-21';
const calendar: Calendar = {
  today: TODAY,
  fiscalYearStart: 4,
  startOfDay: (day) => dayNumber(day) * 86_400_000,
};
const collator = new Intl.Collator('ja', { numeric: true });
const searchText = (row: Row) => [row.name, ...(row.tags ?? [])].join('\n');

const word = fc.constantFrom(
  '',
  'Acme',
  'acme',
  'ＡＣＭＥ',
  'アオバ',
  'あおば',
  'ｱｵﾊﾞ',
  '青葉',
  'Zeta 10',
  'Zeta 9',
  '=1+1',
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 4 });
const day = fc.integer({ min: -200, max: 200 }).map((days) => addDays(TODAY, days));
const amount = fc.integer({ min: -500_000, max: 5_000_000 });
const money = fc
  .uniqueArray(fc.constantFrom('JPY', 'USD', 'EUR'), { maxLength: 3 })
  .chain((currencies) =>
    fc.tuple(...currencies.map((currency) => amount.map((minor) => ({ minor, currency })))),
  );
const row: fc.Arbitrary<Omit<Row, 'id'>> = fc.record({
  name: maybe(word),
  kana: maybe(fc.constantFrom('アオバ', 'カ', 'ン')),
  stage: maybe(fc.constantFrom(...STAGES, 'Trial', 'legacy')),
  tags: maybe(fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 })),
  seats: maybe(fc.integer({ min: -5, max: 20 })),
  arr: money,
  renewal: maybe(day),
  touch: maybe(
    fc.integer({ min: -100, max: 100 }).map((hours) => dayNumber(TODAY) * 86_400_000 + hours * 3_600_000),
  ),
  beta: maybe(fc.boolean()),
});
const rows = fc.array(row, { maxLength: 60 }).map((all) => all.map((one, id): Row => ({ ...one, id })));

const ids = [...columns.keys()];
const sort: fc.Arbitrary<SortKey[]> = fc.uniqueArray(
  fc.record({ column: fc.constantFrom(...ids, 'unknown'), descending: fc.boolean() }),
  { maxLength: 3, selector: (key) => key.column },
);
const filter: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({
    op: fc.constantFrom('contains', 'lacks', 'is', 'isNot', 'starts'),
    column: fc.constantFrom('name', 'stage', 'unknown'),
    text: word,
  }),
  fc.record({ op: fc.constantFrom('empty', 'filled'), column: fc.constantFrom(...ids) }),
  fc.record({
    op: fc.constant('range' as const),
    column: fc.constant('seats'),
    from: fc.option(fc.integer({ min: -5, max: 20 })),
    to: fc.option(fc.integer({ min: -5, max: 20 })),
  }),
  fc.record({
    op: fc.constant('range' as const),
    column: fc.constant('arr'),
    from: fc.option(fc.integer({ min: 0, max: 20_000 })),
    to: fc.option(fc.integer({ min: 0, max: 40_000 })),
    currency: fc.constantFrom('JPY', 'USD'),
  }),
  fc.record({
    op: fc.constant('days' as const),
    column: fc.constantFrom('renewal', 'touch'),
    from: fc.option(day),
    to: fc.option(day),
  }),
  fc.record({
    op: fc.constantFrom('nextDays', 'pastDays', 'notPastDays'),
    column: fc.constantFrom('renewal', 'touch'),
    days: fc.integer({ min: 0, max: 120 }),
  }),
  fc.record({ op: fc.constant('beforeToday' as const), column: fc.constantFrom('renewal', 'touch') }),
  fc.record({
    op: fc.constant('period' as const),
    column: fc.constant('renewal'),
    period: fc.constantFrom('thisMonth', 'nextMonth', 'thisQuarter', 'nextQuarter'),
  }),
  fc.record({
    op: fc.constantFrom('anyOf', 'noneOf'),
    column: fc.constant('stage'),
    values: fc.uniqueArray(fc.constantFrom(...STAGES, 'Trial')),
  }),
  fc.record({
    op: fc.constantFrom('anyOf', 'noneOf', 'allOf'),
    column: fc.constant('tags'),
    values: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
  }),
  fc.record({ op: fc.constantFrom('yes', 'no'), column: fc.constant('beta') }),
);

// --- the slow one -------------------------------------------------------------------------------------------------

function plain(one: Row, column: string): string | number | undefined {
  switch (column) {
    case 'name':
      return one.name === '' ? undefined : one.name;
    case 'stage':
      return one.stage;
    case 'seats':
    case 'mean':
      return one.seats;
    case 'renewal':
      return one.renewal;
    case 'touch':
      return one.touch;
    case 'beta':
      return one.beta === undefined ? undefined : Number(one.beta);
    case 'tags':
      return one.tags === undefined || one.tags.length === 0 ? undefined : one.tags.length;
    case 'arr':
      return one.arr.length === 0 ? undefined : one.arr.length;
    default:
      return undefined;
  }
}

function slowDay(one: Row, column: string): string | undefined {
  if (column === 'renewal') return one.renewal;
  return one.touch === undefined ? undefined : new Date(one.touch).toISOString().slice(0, 10);
}

function inDays(found: string | undefined, from: string | null, to: string | null): boolean {
  return found !== undefined && (from === null || found >= from) && (to === null || found <= to);
}

function slowPasses(one: Row, asked: Filter): boolean {
  const value = plain(one, asked.column);
  switch (asked.op) {
    case 'contains':
    case 'lacks':
    case 'is':
    case 'isNot':
    case 'starts': {
      const negative = asked.op === 'lacks' || asked.op === 'isNot';
      if (typeof value !== 'string') return negative;
      const [has, wanted] = [foldText(value), foldText(asked.text.trim())];
      const positive =
        asked.op === 'starts'
          ? has.startsWith(wanted)
          : asked.op === 'is' || asked.op === 'isNot'
            ? has === wanted
            : has.includes(wanted);
      return positive !== negative;
    }
    case 'empty':
      return value === undefined;
    case 'filled':
      return value !== undefined;
    case 'range': {
      const fits = (n: number) =>
        (asked.from === null || n >= asked.from) && (asked.to === null || n <= asked.to);
      if (asked.column === 'seats') return typeof value === 'number' && fits(value);
      const units = asked.currency === 'JPY' ? 1 : 100;
      return one.arr.some((m) => m.currency === asked.currency && fits(m.minor / units));
    }
    case 'days':
      return inDays(slowDay(one, asked.column), asked.from, asked.to);
    case 'nextDays':
      return inDays(slowDay(one, asked.column), TODAY, addDays(TODAY, asked.days));
    case 'pastDays':
      return inDays(slowDay(one, asked.column), addDays(TODAY, -asked.days), TODAY);
    case 'notPastDays':
      return !inDays(slowDay(one, asked.column), addDays(TODAY, -asked.days), null);
    case 'beforeToday':
      return inDays(slowDay(one, asked.column), null, addDays(TODAY, -1));
    case 'period': {
      const { from, to } = periodRange(asked.period, calendar);
      return inDays(slowDay(one, asked.column), from, to);
    }
    case 'anyOf':
    case 'noneOf':
    case 'allOf': {
      const held = asked.column === 'tags' ? (one.tags ?? []) : one.stage === undefined ? [] : [one.stage];
      if (asked.op === 'allOf') return asked.values.every((wanted) => held.includes(wanted));
      return held.some((each) => asked.values.includes(each)) === (asked.op === 'anyOf');
    }
    case 'yes':
      return one.beta === true;
    case 'no':
      return one.beta === false;
  }
}

/** Currencies by how many of all rows have them, then by code. */
function slowCurrencies(all: readonly Row[]): string[] {
  const count = (currency: string) => all.filter((r) => r.arr.some((m) => m.currency === currency)).length;
  return ['EUR', 'JPY', 'USD'].sort((a, b) => count(b) - count(a) || (a < b ? -1 : 1));
}

function slowCompare(all: readonly Row[], a: Row, b: Row, { column, descending }: SortKey): number {
  const turn = descending ? -1 : 1;
  const [x, y] = [plain(a, column), plain(b, column)];
  if (x === undefined || y === undefined) {
    if (column !== 'name') return Number(x === undefined) - Number(y === undefined);
  }
  if (column === 'name') {
    const [m, n] = [a.kana ?? plain(a, 'name'), b.kana ?? plain(b, 'name')];
    if (m === undefined || n === undefined) return Number(m === undefined) - Number(n === undefined);
    return turn * collator.compare(String(m), String(n));
  }
  if (column === 'stage') {
    const rank = (stage: string) => (STAGES.includes(stage) ? STAGES.indexOf(stage) : STAGES.length);
    const [m, n] = [String(x), String(y)];
    return turn * (rank(m) - rank(n) || (rank(m) === STAGES.length ? collator.compare(m, n) : 0));
  }
  if (column === 'arr') {
    const order = slowCurrencies(all);
    const lead = (r: Row) =>
      [...r.arr].sort((m, n) => order.indexOf(m.currency) - order.indexOf(n.currency))[0]!;
    const [m, n] = [lead(a), lead(b)];
    return order.indexOf(m.currency) - order.indexOf(n.currency) || turn * (m.minor - n.minor);
  }
  return turn * (x! < y! ? -1 : x! > y! ? 1 : 0);
}

function slowArrange(all: readonly Row[], request: ArrangeRequest<Row>): readonly Row[] {
  const terms = searchTerms(request.search);
  const kept = all.filter(
    (one) =>
      request.filters.every((asked) => slowPasses(one, asked)) &&
      terms.every((term) => foldText(searchText(one)).includes(term)),
  );
  const known = request.sort.filter(({ column }) => columns.has(column));
  return kept.toSorted((a, b) => {
    for (const key of known) {
      const order = slowCompare(all, a, b, key);
      if (order !== 0) return order;
    }
    return a.id - b.id;
  });
}

function slowSums(some: readonly Row[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const one of some) for (const m of one.arr) sums[m.currency] = (sums[m.currency] ?? 0) + m.minor;
  return sums;
}

function sumsOf(total: Arranged<Row>['totals']): Record<string, number> {
  const arr = total.columns.get('arr');
  return arr?.type === 'money' ? Object.fromEntries(arr.sums.map((m) => [m.currency, m.minor])) : {};
}

function shown(arranged: Arranged<Row>): readonly Row[] {
  return Array.from(arranged.order, (index) => arranged.rows[index]!);
}

const request = fc.record({
  sort,
  filters: fc.array(filter, { maxLength: 3 }),
  search: fc.constantFrom('', '', 'acme', 'ｱｵ', 'あお a', 'zeta 1'),
  groupBy: fc.constantFrom(null, 'stage', 'name', 'beta', 'seats', 'unknown'),
});

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

function blankRow(id: number, values: Partial<Row>): Row {
  return {
    id,
    name: undefined,
    kana: undefined,
    stage: undefined,
    tags: undefined,
    seats: undefined,
    arr: [],
    renewal: undefined,
    touch: undefined,
    beta: undefined,
    ...values,
  };
}

describe('days', () => {
  it('counts as the calendar does', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          const text = date.toISOString().slice(0, 10);
          expect(dayNumber(text)).toBe(Math.floor(date.getTime() / 86_400_000));
        },
      ),
    );
  });
  it('knows the quarters of a fiscal year that begins in April', () => {
    expect(periodRange('thisQuarter', calendar)).toEqual({ from: '2026-10-01', to: '2026-12-31' });
    expect(periodRange('nextQuarter', calendar)).toEqual({ from: '2027-01-01', to: '2027-03-31' });
    expect(periodRange('thisQuarter', { ...calendar, fiscalYearStart: 3 })).toEqual({
      from: '2026-09-01',
      to: '2026-11-30',
    });
    expect(periodRange('nextMonth', calendar)).toEqual({ from: '2026-12-01', to: '2026-12-31' });
  });
});
