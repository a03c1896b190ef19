/** A report with the words that go with it: each outcome beside the name and noun of its table. */
import type { ImportReport } from '#renderer/data/ingest/messages.ts';
import type { NounName } from '#shared/model/field.ts';
import type { ImportPlan, TableCounts } from '#shared/model/import-plan.ts';

export interface OutcomeRow {
  readonly key: string;
  readonly name: string;
  readonly noun: NounName;
  readonly counts: Readonly<TableCounts>;
}

function fileOf(table: ImportPlan['tables'][number]): string {
  return table.part === '' ? table.fileName : `${table.fileName} · ${table.part}`;
}

/** In the order of the plan. */
export function outcomeRows(
  plan: ImportPlan,
  counts: Readonly<Record<string, Readonly<TableCounts>>>,
): readonly OutcomeRow[] {
  return plan.tables.flatMap((table) => {
    const own = counts[table.id];
    return own === undefined || table.noun === 'skip'
      ? []
      : [{ key: table.id, name: fileOf(table), noun: table.noun, counts: own }];
  });
}

export function countsByTable(report: ImportReport): Readonly<Record<string, Readonly<TableCounts>>> {
  return Object.fromEntries(report.tables.map((table) => [table.tableId, table.counts]));
}
