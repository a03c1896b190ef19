/** Sums over the tables of a report, and whether they add up. */
import type { ImportReport } from '#renderer/data/ingest/messages.ts';
import type { TableCounts } from '#shared/model/import-plan.ts';

export function sumCounts(all: readonly Readonly<TableCounts>[]): TableCounts {
  const sum: TableCounts = { read: 0, added: 0, changed: 0, unchanged: 0, rejected: 0, unlinked: 0 };
  for (const counts of all) {
    for (const key of Object.keys(sum) as (keyof TableCounts)[]) sum[key] += counts[key];
  }
  return sum;
}

/** Read = new + changed + unchanged + rejected: anything else means that a row got lost. */
export function addsUp(counts: Readonly<TableCounts>): boolean {
  return counts.read === counts.added + counts.changed + counts.unchanged + counts.rejected;
}

export function totalsOf(report: ImportReport): TableCounts {
  return sumCounts(report.tables.map((table) => table.counts));
}
