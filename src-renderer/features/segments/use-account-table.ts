/** The whole book as the columns that rules ask: the table's own, every measure of health, and the account itself. */
import { useMemo } from 'react';
import type { AccountRow } from '#renderer/data/book.ts';
import { useHealth, useHealthStore } from '#renderer/data/health/use-health.ts';
import { useLocale } from '#renderer/i18n/locale.ts';
import { type Clock, systemClock } from '#shared/base/clock.ts';
import { measureColumns } from '#shared/domain/segments/measure-columns.ts';
import type { Column, Columns } from '#shared/domain/table/column.ts';
import { createTableData, createTableMemory, type TableData } from '#shared/domain/table/table-data.ts';

/** Of the column that names accounts one by one: for segments of exactly these accounts. */
export const ACCOUNT_COLUMN = 'id';

const accountColumn: Column<AccountRow> = {
  kind: 'text',
  id: ACCOUNT_COLUMN,
  value: ({ account }) => account.id,
};

export function useAccountTable(
  rows: readonly AccountRow[],
  own: Columns<AccountRow>,
  clock: Clock = systemClock,
): TableData<AccountRow> {
  const store = useHealthStore();
  const { version, day } = useHealth();
  const { language } = useLocale();
  const memory = useMemo(
    () => createTableMemory<AccountRow>(new Intl.Collator(language, { numeric: true }).compare),
    [language],
  );
  // The store's signals are new with each version.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  return useMemo(() => {
    const measures = measureColumns<AccountRow>({
      signalsOf: ({ account }) => store?.signalsOf(account.id) ?? {},
      cardOf: ({ account }) => store?.cardOf(account.id),
      on: { day, now: clock.now() },
    });
    const columns = [...measures, accountColumn].map((column) => [column.id, column] as const);
    return createTableData(rows, new Map([...own, ...columns]), memory);
  }, [rows, own, memory, store, day, version, clock]);
}
