/** Looks at every row of a table once: its columns' statistics, its first rows, how much of it is data. */
import { createColumnStats } from '#shared/import/column-stats.ts';
import { ownText } from '#shared/import/own-text.ts';
import type { TableFormat, TableInspection } from '#shared/model/import-plan.ts';
import { decodeCell } from './decode-cell.ts';
import type { TableBatch } from './file-source.ts';
import { cellEnd, cellStart, type PlainRows } from './plain-rows.ts';

const HEAD_ROWS = 50;

export type OnProgress = (bytesRead: number, rows: number) => void;

function textsOf(plain: PlainRows, line: number): string[] {
  return Array.from({ length: plain.width }, (_, cell) =>
    decodeCell(plain.bytes, cellStart(plain, line, cell), cellEnd(plain, line, cell)),
  );
}

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
  const add = (row: readonly string[]): void => {
    if (head.length < HEAD_ROWS) head.push(row.map(ownText));
    stats?.add(row);
    rows++;
  };
  const addPlain = (plain: PlainRows): void => {
    const { bytes, width, lines, places, odd } = plain;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const cells = { bytes, view, text: (start: number, end: number) => decodeCell(bytes, start, end) };
    for (let line = 0; line < lines; line++) {
      if ((odd.size > 0 && odd.has(line)) || head.length < HEAD_ROWS) {
        const row = odd.has(line) ? odd.get(line) : textsOf(plain, line);
        if (row !== undefined) add(row);
        continue;
      }
      stats?.addBytes(cells, places, line * (width + 1));
      rows++;
    }
  };
  for await (const batch of batches) {
    if (stats === undefined && batch.header.length > 0) {
      header = batch.header.map(ownText);
      stats = createColumnStats(header);
    }
    if (batch.plain !== undefined) addPlain(batch.plain);
    for (const row of batch.rows) add(row);
    for (const problem of batch.problems) {
      if (problem.reason === 'footer') footerRows++;
      else problemRows++;
    }
    onProgress(batch.bytesRead, rows);
  }
  return { ...name, header, rows, columns: stats?.finish() ?? [], head, footerRows, problemRows };
}
