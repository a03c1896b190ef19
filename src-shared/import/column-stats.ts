/** What a table's columns hold, seen over every value of every row. */
import type { ColumnStats } from '../model/import-plan.ts';
import { type ByteCells, ColumnTally } from './column-tally.ts';

export interface ColumnStatsBuilder {
  add(row: readonly string[]): void;
  /** A row whose cell `i` begins at `places[from + i]` and ends one before where the next begins, at a delimiter. */
  addBytes(cells: ByteCells, places: Uint32Array, from: number): void;
  finish(): ColumnStats[];
}

export function createColumnStats(header: readonly string[]): ColumnStatsBuilder {
  const columns = header.map((name, index) => new ColumnTally(index, name));
  return {
    add(row) {
      for (let i = 0; i < columns.length; i++) columns[i]!.add(row[i]!);
    },
    addBytes(cells, places, from) {
      for (let i = 0; i < columns.length; i++)
        columns[i]!.addBytes(cells, places[from + i]!, places[from + i + 1]! - 1);
    },
    finish: () => columns.map((column) => column.finish()),
  };
}
