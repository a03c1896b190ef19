/** Segments: all and any of their conditions, what adds up, and a clear word where a condition cannot be judged. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Signals } from '../../model/health.ts';
import type { Column, Columns } from '../table/column.ts';
import { drain } from '../table/sliced.ts';
import { createTableData, createTableMemory } from '../table/table-data.ts';
import type { Filter } from '../table/view-definition.ts';
import { isFresh, measureColumns, measureOfColumn, measureScale } from './measure-columns.ts';
import { membersOf } from './segment-members.ts';
import { parseSegmentRule, type SegmentRule, segmentRuleJson } from './segment-rule.ts';
import { totalOf } from './segment-total.ts';

interface Row {
  readonly name: string;
  readonly health?: number;
  readonly owner?: string;
  readonly signals?: Signals;
}

const NOW = Date.parse('2026-06-30T12:00:00Z');
const DAY = 86_400_000;
const ON = { day: '2026-06-30', now: NOW };
const calendar = {
  today: '2026-06-30',
  fiscalYearStart: 4,
  startOfDay: (day: string) => Date.parse(`${day}T00:00:00Z`),
};

const own: readonly Column<Row>[] = [
  { kind: 'text', id: 'name', value: (row) => row.name },
  { kind: 'text', id: 'owner', value: (row) => row.owner },
  { kind: 'number', id: 'health', value: (row) => row.health, total: { type: 'none' } },
];
const columns: Columns<Row> = new Map(
  [
    ...own,
    ...measureColumns<Row>({ signalsOf: (row) => row.signals ?? {}, cardOf: () => undefined, on: ON }),
  ].map((column) => [column.id, column]),
);

const ROWS: readonly Row[] = [
  { name: 'Aoba', health: 30, owner: 'Sato', signals: { nps: { value: -20, at: NOW, source: 'survey' } } },
  { name: 'Beta', health: 80, owner: 'Mori' },
  { name: 'Ceta', owner: 'Sato' },
];

function members(rule: SegmentRule, rows = ROWS) {
  const data = createTableData(
    rows,
    columns,
    createTableMemory<Row>((a, b) => (a < b ? -1 : 1)),
  );
  const { indexes, problems } = drain(membersOf(data, rule, calendar));
  return { names: Array.from(indexes, (index) => rows[index]?.name), problems };
}

const LOW: Filter = { column: 'health', op: 'range', from: null, to: 40 };
const SATO: Filter = { column: 'owner', op: 'anyOf', values: ['Sato'] };
const GONE: Filter = { column: 'custom.Region', op: 'anyOf', values: ['East'] };

describe('members', () => {
  it('meet all of the conditions, or any', () => {
    expect(members({ match: 'all', filters: [LOW, SATO] })).toEqual({ names: ['Aoba'], problems: [] });
    expect(members({ match: 'any', filters: [LOW, SATO] }).names).toEqual(['Aoba', 'Ceta']);
    expect(members({ match: 'any', filters: [] }).names).toEqual(['Aoba', 'Beta', 'Ceta']);
    expect(members({ match: 'all', filters: [] }).names).toEqual(['Aoba', 'Beta', 'Ceta']);
  });

  it('can be chosen by the signal of a measure', () => {
    const filter: Filter = { column: 'measure.nps', op: 'range', from: null, to: 0 };
    expect(members({ match: 'all', filters: [filter] }).names).toEqual(['Aoba']);
  });

  it('are said to rest on a column that is gone', () => {
    expect(members({ match: 'all', filters: [SATO, GONE] })).toEqual({
      names: [],
      problems: [{ at: 1, type: 'no-column', column: 'custom.Region' }],
    });
    expect(members({ match: 'any', filters: [SATO, GONE] }).names).toEqual(['Aoba', 'Ceta']);
  });

  it('are said to rest on a measure without data', () => {
    const filter: Filter = { column: 'measure.csat', op: 'range', from: 50, to: null };
    expect(members({ match: 'all', filters: [filter] })).toEqual({
      names: [],
      problems: [{ at: 0, type: 'no-data', column: 'measure.csat' }],
    });
    expect(members({ match: 'all', filters: [filter] }, []).problems).toEqual([]);
  });

  it('are said to rest on a column that now holds another kind of value', () => {
    const filter: Filter = { column: 'owner', op: 'range', from: 1, to: 2 };
    expect(members({ match: 'all', filters: [filter] })).toEqual({
      names: [],
      problems: [{ at: 0, type: 'wrong-kind', column: 'owner' }],
    });
    const lacking: Filter = { column: 'health', op: 'noneOf', values: ['x'] };
    expect(members({ match: 'any', filters: [lacking] }).problems).toHaveLength(1);
  });

  it('of any are those of each condition together, of all those in each', () => {
    const filter = fc.oneof(
      fc.record({
        column: fc.constantFrom('health', 'measure.nps', 'custom.gone', 'owner'),
        op: fc.constant('range' as const),
        from: fc.oneof(fc.constant(null), fc.integer({ min: -50, max: 100 })),
        to: fc.oneof(fc.constant(null), fc.integer({ min: -50, max: 100 })),
      }),
      fc.constantFrom<Filter>(
        SATO,
        LOW,
        { column: 'health', op: 'empty' },
        { column: 'owner', op: 'filled' },
      ),
    );
    fc.assert(
      fc.property(fc.array(filter, { minLength: 1, maxLength: 4 }), (filters) => {
        const each = filters.map((one) => new Set(members({ match: 'all', filters: [one] }).names));
        const any = ROWS.filter(({ name }) => each.some((set) => set.has(name))).map(({ name }) => name);
        const all = ROWS.filter(({ name }) => each.every((set) => set.has(name))).map(({ name }) => name);
        expect(members({ match: 'any', filters }).names).toEqual(any);
        expect(members({ match: 'all', filters }).names).toEqual(all);
      }),
    );
  });
});

describe('rules', () => {
  it('come back from storage as they went in', () => {
    const rule: SegmentRule = { match: 'any', filters: [LOW, SATO] };
    expect(parseSegmentRule(segmentRuleJson(rule))).toEqual(rule);
  });

  it.each([
    ['nothing', null],
    ['a text', 'all'],
    ['another match', { match: 'none', filters: [] }],
    ['no list', { match: 'all', filters: {} }],
    ['a condition of a newer version', { match: 'all', filters: [LOW, { column: 'health', op: 'rises' }] }],
    [
      'a damaged condition',
      { match: 'all', filters: [{ column: 'health', op: 'range', from: 'x', to: null }] },
    ],
  ])('that cannot be read as a whole are not read at all: %s', (_what, stored) => {
    expect(parseSegmentRule(stored)).toBeUndefined();
  });
});

describe('measures as columns', () => {
  it('show shares as percent', () => {
    expect(measureScale('active-rate')).toBe(100);
    expect(measureScale('nps')).toBe(1);
    expect(measureOfColumn('measure.nps')).toBe('nps');
    expect(measureOfColumn('measure.gone')).toBeUndefined();
  });

  it('leave out what has expired', () => {
    const signal = { value: 4, at: NOW - 3 * DAY, source: 'activity' as const };
    expect(isFresh(signal, 'sentiment', undefined, ON)).toBe(true);
    expect(isFresh({ ...signal, until: '2026-06-29' }, 'sentiment', undefined, ON)).toBe(false);
    const measures = [
      {
        measure: 'sentiment' as const,
        weight: 100,
        curve: { type: 'line' as const, points: [[1, 0] as const] },
        shelfDays: 2,
      },
    ];
    const card = {
      id: 'c',
      name: '',
      version: 1,
      note: '',
      groups: [{ id: 'g', name: '', weight: 100, measures }],
      coverageFloor: 0.4,
      bands: { healthy: 70, watch: 40 },
      scope: { segments: [], touchModels: [], stages: [] },
      parents: 'own' as const,
      createdAt: 0,
      updatedAt: 0,
    };
    expect(isFresh(signal, 'sentiment', card, ON)).toBe(false);
    expect(isFresh(signal, 'nps', card, ON)).toBe(true);
  });
});

describe('totals', () => {
  it('keep currencies apart, the most frequent first', () => {
    const rows = [
      { arr: [{ minor: 100, currency: 'USD' }] },
      { arr: [{ minor: 5, currency: 'JPY' }] },
      {
        arr: [
          { minor: 7, currency: 'JPY' },
          { minor: 1, currency: 'EUR' },
        ],
      },
      { arr: [] },
    ];
    expect(totalOf(rows, [0, 1, 2, 3])).toEqual({
      count: 4,
      arr: [
        { minor: 12, currency: 'JPY' },
        { minor: 1, currency: 'EUR' },
        { minor: 100, currency: 'USD' },
      ],
    });
    expect(totalOf(rows, [])).toEqual({ count: 0, arr: [] });
    expect(totalOf(rows, [9])).toEqual({ count: 0, arr: [] });
  });
});
