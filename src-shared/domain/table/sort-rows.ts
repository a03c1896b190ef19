/** Puts rows in the order of several columns: stable, blanks last in both directions, money within its currency. */
import type { Column } from './column.ts';
import { type CompareIndexes, mergeSort } from './merge-sort.ts';
import { SLICE_ROWS, type Sliced } from './sliced.ts';
import type { TableData, Words } from './table-data.ts';
import type { SortKey } from './view-definition.ts';

/** One number per row; a blank is +Infinity after the direction is applied, so that it comes last either way. */
type Keys = Float64Array;

function* keysFrom(length: number, value: (index: number) => number, descending: boolean): Sliced<Keys> {
  const keys = new Float64Array(length);
  for (let i = 0; i < length; i++) {
    const number = value(i);
    keys[i] = Number.isNaN(number) ? Number.POSITIVE_INFINITY : descending ? -number : number;
    if (i % SLICE_ROWS === SLICE_ROWS - 1) yield;
  }
  return keys;
}

/** Codes of the known choices in their own order, then the source's own words in the order of the language. */
export function* choiceRanks({ list }: Words, choices: readonly string[]): Sliced<Int32Array> {
  const ranks = Int32Array.from(yield* list.ranks(), (rank) => rank + choices.length);
  for (const [place, choice] of choices.entries()) {
    const code = list.find(choice);
    if (code !== -1) ranks[code] = place;
  }
  return ranks;
}

function* wordKeys<R extends object>(
  data: TableData<R>,
  column: Column<R>,
  descending: boolean,
): Sliced<readonly Keys[]> {
  const words = yield* data.words(column, true);
  const ranks =
    column.kind === 'choice' ? yield* choiceRanks(words, column.choices) : yield* words.list.ranks();
  const { codes } = words;
  const rankOf = (i: number) => (codes[i] === -1 ? Number.NaN : ranks[codes[i]!]!);
  return [yield* keysFrom(codes.length, rankOf, descending)];
}

function* tagKeys<R extends object>(
  data: TableData<R>,
  column: Column<R>,
  descending: boolean,
): Sliced<readonly Keys[]> {
  if (column.kind !== 'tags') return [];
  const count = (i: number) => column.value(data.rows[i]!)?.length || Number.NaN;
  return [yield* keysFrom(data.rows.length, count, descending)];
}

function* keysOf<R extends object>(
  data: TableData<R>,
  column: Column<R>,
  descending: boolean,
): Sliced<readonly Keys[]> {
  switch (column.kind) {
    case 'text':
    case 'choice':
      return yield* wordKeys(data, column, descending);
    case 'tags':
      return yield* tagKeys(data, column, descending);
    case 'money': {
      // Amounts of two currencies have no order between them: the currencies stay apart, in the same order both ways.
      const { minor, currency } = yield* data.amounts(column);
      return [
        yield* keysFrom(minor.length, (i) => currency[i]!, false),
        yield* keysFrom(minor.length, (i) => minor[i]!, descending),
      ];
    }
    default: {
      const numbers = yield* data.numbers(column);
      return [yield* keysFrom(numbers.length, (i) => numbers[i]!, descending)];
    }
  }
}

function compareBy(keys: readonly Keys[]): CompareIndexes {
  const [first, second, ...rest] = keys;
  if (first === undefined) return () => 0;
  if (second === undefined) return (a, b) => (first[a]! < first[b]! ? -1 : first[a]! > first[b]! ? 1 : 0);
  const others = [second, ...rest];
  return (a, b) => {
    if (first[a]! !== first[b]!) return first[a]! < first[b]! ? -1 : 1;
    for (const key of others) if (key[a]! !== key[b]!) return key[a]! < key[b]! ? -1 : 1;
    return 0;
  };
}

/** The indexes in the order of the sort keys; a column that nobody knows (yet) changes nothing. */
export function* sortRows<R extends object>(
  data: TableData<R>,
  indexes: Uint32Array,
  sort: readonly SortKey[],
): Sliced<Uint32Array> {
  const keys: Keys[] = [];
  for (const { column: id, descending } of sort) {
    const column = data.columns.get(id);
    if (column !== undefined) keys.push(...(yield* keysOf(data, column, descending)));
  }
  if (keys.length === 0) return indexes;
  return yield* mergeSort(indexes.slice(), compareBy(keys));
}
