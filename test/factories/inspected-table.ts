/** A file's table as inspection sees it, and what was guessed of it in a form that reads aloud. */
import { createColumnStats } from '#shared/import/column-stats.ts';
import { guessPlans } from '#shared/import/guess-plans.ts';
import type { ColumnPlan, TableInspection } from '#shared/model/import-plan.ts';

/** Cells are separated by `|`. */
export function table(fileName: string, header: string, ...lines: string[]): TableInspection {
  const names = header.split('|');
  const rows = lines.map((line) => line.split('|'));
  const stats = createColumnStats(names);
  for (const row of rows) stats.add(names.map((_, i) => row[i] ?? ''));
  return {
    fileName,
    part: '',
    format: { type: 'delimited', encoding: 'utf-8', delimiter: ',', headerRow: 0 },
    header: names,
    rows: rows.length,
    columns: stats.finish(),
    head: rows,
    footerRows: 0,
  };
}

/** field (or custom name) → header, with how a relation is found. */
export function fieldsOf(columns: readonly ColumnPlan[]): Record<string, string> {
  const out: Record<string, string> = {};
  for (const { header, target, link } of columns) {
    if (target.type !== 'field') continue;
    out[target.part === undefined ? target.field : `${target.field}/${target.part}`] =
      link === undefined ? header : `${header} by ${link.by}`;
  }
  return out;
}

export const columnOf = (columns: readonly ColumnPlan[], header: string) =>
  columns.find((column) => column.header === header)!;

export const planOf = (inspection: TableInspection) => guessPlans([inspection])[0]!;
