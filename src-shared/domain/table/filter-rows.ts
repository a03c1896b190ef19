/** Which rows pass the filters and the quick search, over the flat arrays of the table's data. */
import { assertNever } from '../../base/assert-never.ts';
import { moneyFromDecimal } from '../../base/money.ts';
import type { Column, MoneyColumn, TagsColumn } from './column.ts';
import { type Calendar, type DayRange, dayRangeOf } from './day-ranges.ts';
import { addDays, dayNumber } from './days.ts';
import { foldText, searchTerms } from './fold-text.ts';
import { SLICE_ROWS, type Sliced } from './sliced.ts';
import type { TableData, Words } from './table-data.ts';
import type { Filter } from './view-definition.ts';

/** Asked with a row's index. */
export type Passes = (index: number) => boolean;

type TextFilter = Extract<Filter, { text: string }>;
type SetFilter = Extract<Filter, { values: string[] }>;
type RangeFilter = Extract<Filter, { op: 'range' }>;

function textMatches(op: TextFilter['op'], folded: string, wanted: string): boolean {
  switch (op) {
    case 'contains':
      return folded.includes(wanted);
    case 'lacks':
      return !folded.includes(wanted);
    case 'is':
      return folded === wanted;
    case 'isNot':
      return folded !== wanted;
    case 'starts':
      return folded.startsWith(wanted);
    default:
      return assertNever(op);
  }
}

/** Each different word is asked once; the rows only look the answer up. */
function passesWords({ list, codes }: Words, blank: boolean, asks: (code: number) => boolean): Passes {
  const answers = new Uint8Array(list.words.length);
  for (let code = 0; code < answers.length; code++) answers[code] = asks(code) ? 1 : 0;
  return (index) => {
    const code = codes[index]!;
    return code === -1 ? blank : answers[code] === 1;
  };
}

function* passesText<R extends object>(
  data: TableData<R>,
  column: Column<R>,
  filter: TextFilter,
): Sliced<Passes> {
  const words = yield* data.words(column);
  const wanted = foldText(filter.text.trim());
  const { list } = words;
  // Folding the words is the slow part the first time: done in slices before the answers are made.
  for (let code = 0; code < list.words.length; code++) {
    list.folded(code);
    if (code % 512 === 511) yield;
  }
  const blank = filter.op === 'lacks' || filter.op === 'isNot';
  return passesWords(words, blank, (code) => textMatches(filter.op, list.folded(code), wanted));
}

function* passesSet<R extends object>(
  data: TableData<R>,
  column: Column<R>,
  filter: SetFilter,
): Sliced<Passes> {
  const wanted = new Set(filter.values);
  const none = filter.op === 'noneOf';
  if (column.kind === 'tags') return passesTags(data.rows, column, filter.op, wanted);
  const words = yield* data.words(column);
  return passesWords(words, none, (code) => wanted.has(words.list.words[code]!) !== none);
}

function passesTags<R>(
  rows: readonly R[],
  column: TagsColumn<R>,
  op: SetFilter['op'],
  wanted: ReadonlySet<string>,
): Passes {
  if (op === 'allOf') {
    const all = [...wanted];
    return (index) => {
      const tags = column.value(rows[index]!);
      return all.every((tag) => tags?.includes(tag) === true);
    };
  }
  const some = op === 'anyOf';
  return (index) => (column.value(rows[index]!)?.some((tag) => wanted.has(tag)) ?? false) === some;
}

function between(numbers: Float64Array, from: number, to: number): Passes {
  // A blank is NaN and so never between.
  return (index) => numbers[index]! >= from && numbers[index]! <= to;
}

function* passesMoney<R extends object>(
  data: TableData<R>,
  column: MoneyColumn<R>,
  filter: RangeFilter,
): Sliced<Passes> {
  const currency = filter.currency ?? (yield* data.amounts(column)).currencies[0];
  if (currency === undefined) return () => false;
  const bound = (amount: number | null, open: number) =>
    amount === null ? open : moneyFromDecimal(amount, currency).minor;
  const from = bound(filter.from, Number.NEGATIVE_INFINITY);
  const to = bound(filter.to, Number.POSITIVE_INFINITY);
  return (index) =>
    column
      .value(data.rows[index]!)
      .some((money) => money.currency === currency && money.minor >= from && money.minor <= to);
}

function* passesRange<R extends object>(
  data: TableData<R>,
  column: Column<R>,
  filter: RangeFilter,
): Sliced<Passes> {
  if (column.kind === 'money') return yield* passesMoney(data, column, filter);
  const numbers = yield* data.numbers(column);
  return between(numbers, filter.from ?? Number.NEGATIVE_INFINITY, filter.to ?? Number.POSITIVE_INFINITY);
}

function* passesDays<R extends object>(
  data: TableData<R>,
  column: Column<R>,
  { from, to }: DayRange,
  calendar: Calendar,
): Sliced<Passes> {
  const numbers = yield* data.numbers(column);
  if (column.kind === 'instant') {
    const start = from === null ? Number.NEGATIVE_INFINITY : calendar.startOfDay(from);
    // The last day runs up to, not including, the next one: days are not all 24 hours long.
    const end = to === null ? Number.POSITIVE_INFINITY : calendar.startOfDay(addDays(to, 1)) - 1;
    return between(numbers, start, end);
  }
  return between(
    numbers,
    from === null ? Number.NEGATIVE_INFINITY : dayNumber(from),
    to === null ? Number.POSITIVE_INFINITY : dayNumber(to),
  );
}

function* passesFilled<R extends object>(data: TableData<R>, column: Column<R>): Sliced<Passes> {
  switch (column.kind) {
    case 'text':
    case 'choice': {
      const { codes } = yield* data.words(column);
      return (index) => codes[index] !== -1;
    }
    case 'tags':
      return (index) => (column.value(data.rows[index]!)?.length ?? 0) > 0;
    case 'money':
      return (index) => column.value(data.rows[index]!).length > 0;
    default: {
      const numbers = yield* data.numbers(column);
      return (index) => !Number.isNaN(numbers[index]!);
    }
  }
}

/** Filters that a row without a value passes. */
const PASSES_BLANKS: ReadonlySet<Filter['op']> = new Set([
  'empty',
  'lacks',
  'isNot',
  'noneOf',
  'notPastDays',
]);

function* compileFilter<R extends object>(
  data: TableData<R>,
  filter: Filter,
  calendar: Calendar,
): Sliced<Passes> {
  const column = data.columns.get(filter.column);
  // A column that nobody has values for (yet): every row is blank there.
  if (column === undefined) {
    const blank = PASSES_BLANKS.has(filter.op);
    return () => blank;
  }
  const days = dayRangeOf(filter, calendar);
  if (days !== undefined) {
    const within = yield* passesDays(data, column, days, calendar);
    return filter.op === 'notPastDays' ? (index) => !within(index) : within;
  }
  switch (filter.op) {
    case 'empty': {
      const filled = yield* passesFilled(data, column);
      return (index) => !filled(index);
    }
    case 'filled':
      return yield* passesFilled(data, column);
    case 'range':
      return yield* passesRange(data, column, filter);
    case 'anyOf':
    case 'noneOf':
    case 'allOf':
      return yield* passesSet(data, column, filter);
    case 'yes':
    case 'no': {
      const numbers = yield* data.numbers(column);
      const wanted = filter.op === 'yes' ? 1 : 0;
      return (index) => numbers[index] === wanted;
    }
    case 'contains':
    case 'lacks':
    case 'is':
    case 'isNot':
    case 'starts':
      return yield* passesText(data, column, filter);
    default:
      return () => true;
  }
}

export interface FilterRequest<R> {
  readonly filters: readonly Filter[];
  readonly search: string;
  /** Everything of a row that the quick search looks at. */
  readonly searchText: (row: R) => string;
  readonly calendar: Calendar;
}

/** Indexes of the rows that pass every filter and hold every word of the search, in the order of the rows. */
export function* filterRows<R extends object>(
  data: TableData<R>,
  request: FilterRequest<R>,
): Sliced<Uint32Array> {
  const tests: Passes[] = [];
  for (const filter of request.filters) tests.push(yield* compileFilter(data, filter, request.calendar));
  const terms = searchTerms(request.search);
  if (terms.length > 0) {
    const texts = yield* data.haystack(request.searchText);
    tests.push((index) => terms.every((term) => texts[index]!.includes(term)));
  }
  let kept = new Uint32Array(data.rows.length);
  for (let i = 0; i < kept.length; i++) kept[i] = i;
  for (const test of tests) kept = yield* keep(kept, test);
  return kept;
}

function* keep(indexes: Uint32Array, test: Passes): Sliced<Uint32Array<ArrayBuffer>> {
  const kept = new Uint32Array(indexes.length);
  let count = 0;
  for (let i = 0; i < indexes.length; i++) {
    const index = indexes[i]!;
    if (test(index)) kept[count++] = index;
    if (i % SLICE_ROWS === SLICE_ROWS - 1) yield;
  }
  return kept.slice(0, count);
}
