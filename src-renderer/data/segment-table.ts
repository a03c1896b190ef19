/** The book as the columns that a segment's rule asks: the table's own, every measure of health, and the account itself. */

import { measureColumns } from '#shared/domain/segments/measure-columns.ts';
import { ACCOUNT_ID_COLUMN } from '#shared/domain/summary/account-columns.ts';
import type { AccountRow } from '#shared/domain/summary/account-row.ts';
import type { Columns } from '#shared/domain/table/column.ts';
import { createTableData, type TableData, type TableMemory } from '#shared/domain/table/table-data.ts';
import type { HealthStore } from './health/health-store.ts';

export interface RuleTableInput {
  readonly rows: readonly AccountRow[];
  /** The columns of the accounts table. */
  readonly own: Columns<AccountRow>;
  readonly memory: TableMemory<AccountRow>;
  /** Undefined until it is loaded. */
  readonly health: HealthStore | undefined;
  readonly on: { readonly day: string; readonly now: number };
}

export function ruleTable({ rows, own, memory, health, on }: RuleTableInput): TableData<AccountRow> {
  const measures = measureColumns<AccountRow>({
    signalsOf: ({ account }) => health?.signalsOf(account.id) ?? {},
    cardOf: ({ account }) => health?.cardOf(account.id),
    on,
  });
  const columns = [...measures, ACCOUNT_ID_COLUMN].map((column) => [column.id, column] as const);
  return createTableData(rows, new Map([...own, ...columns]), memory);
}
