/** Where on a long timeline the reader is: at the newest, or from a day back; and the row to go to next. */
import { useCallback, useState } from 'react';
import type { AccountSummary } from '#shared/domain/summary/account-summary.ts';
import { monthKey } from '#shared/domain/summary/account-summary.ts';
import { endOfDay } from './local-time.ts';
import type { ListTarget } from './timeline-list.tsx';
import type { TimelineRow } from './timeline-rules.ts';

export interface Place {
  /** Only what is older is shown; undefined = from the newest. Milliseconds since 1970 UTC. */
  readonly before: number | undefined;
  readonly target: ListTarget | undefined;
  /** By reading on from where the reader is, when the day is among the rows already. */
  readonly goToDay: (day: string, rows: readonly TimelineRow[]) => void;
  readonly goToEntry: (key: string, day: string) => void;
  readonly goToNewest: () => void;
  /** Some entries newer than the first row, which stays where the reader looks. */
  readonly goNewer: (months: AccountSummary['months'], first: TimelineRow | undefined) => void;
  readonly onReached: () => void;
}

/** Entries that "newer" brings at least. */
const PORTION = 120;

/** The first instant of the month. */
function startOf(month: number): number {
  return Date.UTC(Math.floor(month / 12), month % 12, 1);
}

/** So much later that a portion of entries lies between; undefined = the newest ones are among them. */
function portionAfter(before: number, months: AccountSummary['months']): number | undefined {
  const last = Math.max(...Object.keys(months).map(Number));
  let count = 0;
  for (let month = Number(monthKey(before)); month <= last; month++) {
    for (const each of Object.values(months[String(month)] ?? {})) count += each;
    if (count >= PORTION && month < last) return startOf(month + 1);
  }
  return undefined;
}

export function usePlace(today: string): Place {
  const [before, setBefore] = useState<number | undefined>(undefined);
  const [target, setTarget] = useState<ListTarget | undefined>(undefined);
  return {
    before,
    target,
    goToDay: useCallback(
      (day, rows) => {
        setTarget({ day });
        const newest = rows.find((row) => row.type !== 'month');
        const isThere =
          newest !== undefined &&
          newest.day >= day &&
          rows.some((row) => row.type !== 'month' && row.day <= day);
        if (isThere) return;
        setBefore(day >= today ? undefined : endOfDay(day));
      },
      [today],
    ),
    goToEntry: useCallback(
      (key, day) => {
        setTarget({ key, open: true });
        setBefore(day >= today ? undefined : endOfDay(day));
      },
      [today],
    ),
    goToNewest: useCallback(() => {
      setTarget(undefined);
      setBefore(undefined);
    }, []),
    goNewer: useCallback(
      (months, first) => {
        if (before === undefined) return;
        if (first !== undefined) setTarget({ key: first.key, open: false });
        setBefore(portionAfter(before, months));
      },
      [before],
    ),
    onReached: useCallback(() => setTarget(undefined), []),
  };
}
