/** A report with the words that go with it: each outcome beside the name and noun of its table. */
import type { ImportReport } from '#renderer/data/ingest/messages.ts';
import type { NounName } from '#shared/model/field.ts';
import { type ImportPlan, MADE_ACCOUNTS, type TableCounts } from '#shared/model/import-plan.ts';

export interface OutcomeRow {
  readonly key: string;
  readonly name: string;
  readonly noun: NounName;
  readonly counts: Readonly<TableCounts>;
}

function fileOf(table: ImportPlan['tables'][number]): string {
  return table.part === '' ? table.fileName : `${table.fileName} · ${table.part}`;
}

/** In the order of the plan; before them, under `made`, the accounts that were made because other tables name them. */
export function outcomeRows(
  plan: ImportPlan,
  counts: Readonly<Record<string, Readonly<TableCounts>>>,
  made: string,
): readonly OutcomeRow[] {
  const own = counts[MADE_ACCOUNTS];
  const first: readonly OutcomeRow[] =
    own === undefined ? [] : [{ key: MADE_ACCOUNTS, name: made, noun: 'account', counts: own }];
  const tables = plan.tables.flatMap((table) => {
    const own = counts[table.id];
    return own === undefined || table.noun === 'skip'
      ? []
      : [{ key: table.id, name: fileOf(table), noun: table.noun, counts: own }];
  });
  return [...first, ...tables];
}

export function countsByTable(report: ImportReport): Readonly<Record<string, Readonly<TableCounts>>> {
  return Object.fromEntries(report.tables.map((table) => [table.tableId, table.counts]));
}
