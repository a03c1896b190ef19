/** Follows `?entry=KEY` in the address to an entry of this account, whatever is filtered, however far back. */
import { useEffect, useRef } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useData } from '#renderer/data/data-context.ts';
import { accountOfEntry, timeOfEntry } from '#renderer/data/find-entry.ts';
import { isoDateOf } from '#renderer/i18n/format.ts';
import { dayOf } from './timeline-rules.ts';

interface LinkedEntry {
  readonly accountId: string;
  readonly onFound: (key: string, day: string) => void;
  readonly onMissing: () => void;
}

export function useLinkedEntry({ accountId, onFound, onMissing }: LinkedEntry): void {
  const { db, store } = useData();
  const key = new URLSearchParams(useSearch()).get('entry');
  const [path, navigate] = useLocation();
  const latest = useRef({ onFound, onMissing, path, navigate });
  useEffect(() => {
    latest.current = { onFound, onMissing, path, navigate };
  });
  useEffect(() => {
    if (key === null || key === '') return undefined;
    let over = false;
    const find = async () => {
      const at = await timeOfEntry(db, accountId, key, () => over);
      const account = at === undefined ? await accountOfEntry(db, key) : accountId;
      return { at, account };
    };
    find().then(
      ({ at, account }) => {
        if (over) return;
        const now = latest.current;
        if (account !== undefined && account !== accountId) {
          const elsewhere = `/accounts/${encodeURIComponent(account)}`;
          now.navigate(`${elsewhere}?entry=${encodeURIComponent(key)}`, { replace: true });
          return;
        }
        if (at === undefined) now.onMissing();
        else now.onFound(key, dayOf(at, isoDateOf));
        // Followed once: the next account must not look for it, and the same link works again.
        now.navigate(now.path, { replace: true });
      },
      (error: unknown) => store.noteFailure(error),
    );
    return () => {
      over = true;
    };
  }, [db, store, accountId, key]);
}
