/** Writes what the table shows (its rows, its columns, its order) into a CSV or Excel file; loaded on the first export. */

import type { AccountRow } from '#renderer/data/book.ts';
import { saveFile } from '#renderer/ui/save-file.ts';
import { csvOf, type SheetCell, type SheetColumn, sheetColumns } from '#shared/domain/table/export-sheet.ts';
import { type CellWords, columnLabel, valueLabel } from './cell-words.ts';
import type { Grid } from './grid-lines.ts';
import type { GridColumn } from './use-grid-columns.ts';

export interface ExportRequest {
  readonly format: 'csv' | 'xlsx';
  readonly grid: Grid;
  readonly columns: readonly GridColumn[];
  readonly words: CellWords;
}

/** The rows in the order of the table, group after group; those of closed groups too. */
export function exportedRows({ arranged }: Grid): readonly AccountRow[] {
  const { groups, order, rows } = arranged;
  const indexes = groups === undefined ? [order] : groups.map((group) => group.rows);
  return indexes.flatMap((part) => Array.from(part, (index) => rows[index]!));
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** In this machine's time zone, as spreadsheets read it. */
function localText(at: number): string {
  const date = new Date(at);
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** Excel keeps local wall-clock time; the writer reads UTC. */
function wallClock(at: number): Date {
  return new Date(at - new Date(at).getTimezoneOffset() * 60_000);
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Typed cells: text stays text whatever it begins with, so nothing in it is ever a formula. */
export function xlsxCell(cell: SheetCell) {
  switch (cell.type) {
    case 'blank':
      return null;
    case 'text':
      return { value: cell.text, type: String };
    case 'number':
      return { value: cell.value, type: Number, format: cell.digits === 0 ? '#,##0' : '#,##0.00' };
    case 'date':
      return ISO_DAY.test(cell.day)
        ? { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' }
        : { value: cell.day, type: String };
    case 'instant':
      return { value: wallClock(cell.at), type: Date, format: 'yyyy-mm-dd hh:mm' };
  }
}

export function exportColumns({ columns, words }: ExportRequest, rows: readonly AccountRow[]) {
  return columns.flatMap(({ shown }): readonly SheetColumn<AccountRow>[] =>
    sheetColumns(shown.column, columnLabel(shown, words), rows, (value) => valueLabel(shown, value, words)),
  );
}

async function xlsxBlob(
  sheet: readonly SheetColumn<AccountRow>[],
  rows: readonly AccountRow[],
  title: string,
): Promise<Blob> {
  const { default: writeXlsxFile } = await import('write-excel-file/browser');
  const head = sheet.map((column) => ({ value: column.title, type: String, fontWeight: 'bold' as const }));
  const body = rows.map((row) => sheet.map(({ cell }) => xlsxCell(cell(row))));
  const columns = sheet.map((column) => ({ width: Math.max(12, Math.min(40, column.title.length * 2)) }));
  return writeXlsxFile([head, ...body], { columns, sheet: title, stickyRowsCount: 1 }).toBlob();
}

/** The name of the file that was made. */
export async function exportAccounts(request: ExportRequest): Promise<string> {
  const { format, grid, words } = request;
  const rows = exportedRows(grid);
  const sheet = exportColumns(request, rows);
  const name = `${words.texts.exportName}-${words.today}.${format}`;
  const blob =
    format === 'csv'
      ? new Blob([csvOf(sheet, rows, localText)], { type: 'text/csv;charset=utf-8' })
      : await xlsxBlob(sheet, rows, words.texts.title);
  saveFile(name, blob);
  return name;
}
