/** Rows of a small table with every kind of column, and random sorts, filters and groups for them. */
import fc from 'fast-check';
import type { Money } from '#shared/base/money.ts';
import type { Column, Columns } from '#shared/domain/table/column.ts';
import type { Calendar } from '#shared/domain/table/day-ranges.ts';
import { addDays, dayNumber } from '#shared/domain/table/days.ts';
import type { Filter, SortKey } from '#shared/domain/table/view-definition.ts';

export interface Row {
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

export const STAGES = ['onboarding', 'operation', 'renewal'];
export const columns: Columns<Row> = new Map(
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

export const TODAY = '2026-11-21';
export const calendar: Calendar = {
  today: TODAY,
  fiscalYearStart: 4,
  startOfDay: (day) => dayNumber(day) * 86_400_000,
};
export const collator = new Intl.Collator('ja', { numeric: true });
export const searchText = (row: Row) => [row.name, ...(row.tags ?? [])].join('\n');

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
export const rows = fc
  .array(row, { maxLength: 60 })
  .map((all) => all.map((one, id): Row => ({ ...one, id })));

export function blankRow(id: number, values: Partial<Row>): Row {
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

export const ids = [...columns.keys()];
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

export const request = fc.record({
  sort,
  filters: fc.array(filter, { maxLength: 3 }),
  search: fc.constantFrom('', '', 'acme', 'ｱｵ', 'あお a', 'zeta 1'),
  groupBy: fc.constantFrom(null, 'stage', 'name', 'beta', 'seats', 'unknown'),
});
