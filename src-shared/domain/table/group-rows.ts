/** Parts rows that are already in order into groups by one column, each with its subtotals. */
import type { Column } from './column.ts';
import { SLICE_ROWS, type Sliced } from './sliced.ts';
import { choiceRanks } from './sort-rows.ts';
import type { TableData, Words } from './table-data.ts';
import { type Totals, totalRows } from './totals.ts';

export interface RowGroup {
  /** The value that its rows share; undefined = no value. */
  readonly value: string | undefined;
  /** Row indexes in the order of the sort. */
  readonly rows: Uint32Array;
  readonly totals: Totals;
}

/** Group places by rank; the blank group, if there is one, is last in both directions. */
function* groupOrder<R>(column: Column<R>, words: Words, descending: boolean): Sliced<Int32Array> {
  const ranks =
    column.kind === 'choice' ? yield* choiceRanks(words, column.choices) : yield* words.list.ranks();
  const codes = words.list.words.map((_, code) => code);
  // Words that the language calls equal are still groups of their own, in the order in which they were met.
  codes.sort((a, b) => (descending ? ranks[b]! - ranks[a]! : ranks[a]! - ranks[b]!) || a - b);
  return Int32Array.from(codes);
}

/** Undefined when the column cannot part rows. `indexes` keep their order inside each group. */
export function* groupRows<R extends object>(
  data: TableData<R>,
  indexes: Uint32Array,
  column: Column<R>,
  descending: boolean,
  wantedTotals: readonly string[],
): Sliced<readonly RowGroup[]> {
  const words = yield* data.words(column);
  const { codes, list } = words;
  const blank = list.words.length;
  const counts = new Uint32Array(blank + 1);
  for (const index of indexes) counts[codes[index] === -1 ? blank : codes[index]!]!++;
  const members = Array.from(counts, (count) => new Uint32Array(count));
  const filled = new Uint32Array(blank + 1);
  for (let i = 0; i < indexes.length; i++) {
    const index = indexes[i]!;
    const code = codes[index] === -1 ? blank : codes[index]!;
    members[code]![filled[code]!++] = index;
    if (i % SLICE_ROWS === SLICE_ROWS - 1) yield;
  }
  const groups: RowGroup[] = [];
  for (const code of [...(yield* groupOrder(column, words, descending)), blank]) {
    const rows = members[code]!;
    if (rows.length === 0) continue;
    const totals = yield* totalRows(data.rows, rows, data.columns, wantedTotals);
    groups.push({ value: code === blank ? undefined : list.words[code]!, rows, totals });
  }
  return groups;
}
