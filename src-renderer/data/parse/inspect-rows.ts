/** Looks at every row of a table once: its columns' statistics, its first rows, how much of it is data. */
import { createColumnStats } from '#shared/import/column-stats.ts';
import { ownText } from '#shared/import/own-text.ts';
import type { TableFormat, TableInspection } from '#shared/model/import-plan.ts';
import type { TableBatch } from './file-source.ts';

const HEAD_ROWS = 50;

export type OnProgress = (bytesRead: number, rows: number) => void;

export async function inspectRows(
  name: { readonly fileName: string; readonly part: string; readonly format: TableFormat },
  batches: AsyncIterable<TableBatch>,
  onProgress: OnProgress,
): Promise<TableInspection> {
  let stats: ReturnType<typeof createColumnStats> | undefined;
  let header: readonly string[] = [];
  let rows = 0;
  let footerRows = 0;
  let problemRows = 0;
  const head: string[][] = [];
  for await (const batch of batches) {
    if (stats === undefined && batch.header.length > 0) {
      header = batch.header.map(ownText);
      stats = createColumnStats(header);
    }
    for (const row of batch.rows) {
      if (head.length < HEAD_ROWS) head.push(row.map(ownText));
      stats?.add(row);
    }
    rows += batch.rows.length;
    for (const problem of batch.problems) {
      if (problem.reason === 'footer') footerRows++;
      else problemRows++;
    }
    onProgress(batch.bytesRead, rows);
  }
  return { ...name, header, rows, columns: stats?.finish() ?? [], head, footerRows, problemRows };
}
