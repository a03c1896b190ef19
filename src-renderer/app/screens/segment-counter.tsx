/** Works out who belongs to each segment, as the portfolio does, and tells; it shows nothing itself. */
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { startOfLocalDay } from '#renderer/data/health/start-of-day.ts';
import { accountColumns, engineColumns } from '#renderer/features/accounts/account-columns.ts';
import type { SegmentOfAccounts } from '#renderer/features/playbooks/start-many-dialog.tsx';
import { useAccountTable } from '#renderer/features/segments/use-account-table.ts';
import { useSegments } from '#renderer/features/segments/use-segments.ts';
import { useToday } from '#renderer/ui/use-today.ts';
import { usePreferences } from '#renderer/ui-state/preferences.ts';
import { systemClock } from '#shared/base/clock.ts';

interface SegmentCounterProps {
  readonly onCounted: (segments: readonly SegmentOfAccounts[]) => void;
}

export function SegmentCounter({ onCounted }: SegmentCounterProps) {
  const { book: bookStore } = useData();
  const book = useSyncExternalStore(bookStore.subscribe, bookStore.get);
  const today = useToday(systemClock);
  const fiscalYearStart = usePreferences((state) => state.fiscalYearStart);
  const columns = useMemo(() => engineColumns(accountColumns(book.customFields)), [book.customFields]);
  const table = useAccountTable(book.rows, columns);
  const calendar = useMemo(
    () => ({ today, fiscalYearStart, startOfDay: startOfLocalDay }),
    [today, fiscalYearStart],
  );
  const segments = useSegments(table, calendar);
  useEffect(() => {
    // Before the last row is there a count would be too small.
    if (segments.state !== 'ready' || book.state !== 'ready') return;
    onCounted(
      segments.list.map(({ id, name, members }) => ({
        id,
        name,
        accounts: [...members.indexes].flatMap((index) => segments.rows[index]?.account.id ?? []),
      })),
    );
  }, [segments, book.state, onCounted]);
  return null;
}
