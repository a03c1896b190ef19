/** The whole book as the columns that rules ask: the table's own, every measure of health, and the account itself. */
import { useMemo } from 'react';
import type { AccountRow } from '#renderer/data/book.ts';
import { useHealth, useHealthStore } from '#renderer/data/health/use-health.ts';
import { ruleTable } from '#renderer/data/segment-table.ts';
import { useLocale } from '#renderer/i18n/locale.ts';
import { type Clock, systemClock } from '#shared/base/clock.ts';
import type { Columns } from '#shared/domain/table/column.ts';
import { createTableMemory, type TableData } from '#shared/domain/table/table-data.ts';

export function useAccountTable(
  rows: readonly AccountRow[],
  own: Columns<AccountRow>,
  clock: Clock = systemClock,
): TableData<AccountRow> {
  const store = useHealthStore();
  const said = useHealth();
  const { language } = useLocale();
  const memory = useMemo(
    () => createTableMemory<AccountRow>(new Intl.Collator(language, { numeric: true }).compare),
    [language],
  );
  return useMemo(() => {
    // Another one with each change of the scores: the store's signals are new with it.
    const { day } = said;
    return ruleTable({ rows, own, memory, health: store, on: { day, now: clock.now() } });
  }, [rows, own, memory, store, said, clock]);
}
