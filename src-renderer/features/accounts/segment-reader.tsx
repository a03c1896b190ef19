/** Follows the saved segments and, once a filter asks for one, who belongs to them; draws nothing: the table does not wait. */
import { useEffect, useMemo } from 'react';
import type { AccountRow, Book } from '#renderer/data/book.ts';
import { useData } from '#renderer/data/data-context.ts';
import { startOfLocalDay } from '#renderer/data/health/start-of-day.ts';
import { useHealth, useHealthStore } from '#renderer/data/health/use-health.ts';
import { inSlices } from '#renderer/data/in-slices.ts';
import { ruleTable } from '#renderer/data/segment-table.ts';
import { readSegments, type StoredSegment } from '#renderer/data/segments.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { useToday } from '#renderer/ui/use-today.ts';
import { useAccountsView } from '#renderer/ui-state/accounts-view.ts';
import { usePreferences } from '#renderer/ui-state/preferences.ts';
import type { Clock } from '#shared/base/clock.ts';
import { membersOf } from '#shared/domain/segments/segment-members.ts';
import type { Calendar } from '#shared/domain/table/day-ranges.ts';
import { createTableMemory, type TableData } from '#shared/domain/table/table-data.ts';
import { accountColumns, engineColumns } from './account-columns.ts';
import { asksSegment, type TableSegments } from './segment-column.ts';

interface SegmentReaderProps {
  readonly book: Book;
  readonly clock: Clock;
  readonly onSegments: (segments: TableSegments) => void;
}

/** One whose rule cannot be read has nobody in it. */
async function whoBelongs(
  stored: readonly StoredSegment[],
  table: TableData<AccountRow>,
  calendar: Calendar,
  signal: AbortSignal,
): Promise<Map<string, string[]>> {
  const byAccount = new Map<string, string[]>();
  for (const { segment, rule } of stored) {
    if (rule === undefined) continue;
    const { indexes } = await inSlices(membersOf(table, rule, calendar), signal);
    for (const index of indexes) {
      const id = table.rows[index]?.account.id ?? '';
      const list = byAccount.get(id);
      if (list === undefined) byAccount.set(id, [segment.id]);
      else list.push(segment.id);
    }
  }
  return byAccount;
}

// Nothing is sorted with it.
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function useRuleTable({ rows, customFields }: Book, clock: Clock): TableData<AccountRow> {
  const health = useHealthStore();
  const said = useHealth();
  const own = useMemo(() => engineColumns(accountColumns(customFields)), [customFields]);
  const memory = useMemo(() => createTableMemory<AccountRow>(compare), []);
  return useMemo(() => {
    // Another one with each change of the scores: the store's signals are new with it.
    const { day } = said;
    return ruleTable({ rows, own, memory, health, on: { day, now: clock.now() } });
  }, [rows, own, memory, health, said, clock]);
}

export function SegmentReader({ book, clock, onSegments }: SegmentReaderProps) {
  const { db, store } = useData();
  const live = useLive(() => readSegments(db), [db]);
  const stored = live.state === 'ready' ? live.value : undefined;
  const asked = useAccountsView(({ definition }) => asksSegment(definition));
  const table = useRuleTable(book, clock);
  const today = useToday(clock);
  const fiscalYearStart = usePreferences((state) => state.fiscalYearStart);
  useEffect(() => {
    if (stored === undefined) return undefined;
    const list = stored.map(({ segment: { id, name } }) => ({ id, name }));
    if (!asked) {
      onSegments({ list, byAccount: undefined });
      return undefined;
    }
    const stop = new AbortController();
    const calendar = { today, fiscalYearStart, startOfDay: startOfLocalDay };
    whoBelongs(stored, table, calendar, stop.signal).then(
      (byAccount) => {
        if (!stop.signal.aborted) onSegments({ list, byAccount });
      },
      (error: unknown) => {
        if (!stop.signal.aborted) store.noteFailure(error);
      },
    );
    return () => stop.abort();
  }, [stored, asked, table, today, fiscalYearStart, onSegments, store]);
  return null;
}
