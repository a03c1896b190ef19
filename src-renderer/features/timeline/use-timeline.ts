/** An account's timeline as a growing list: the newest entries at once, older ones as the reader scrolls. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { summaryOf } from '#renderer/data/records.ts';
import { openTimeline, type TimelineEntry, type TimelineReader } from '#renderer/data/timeline.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { type KindFilter, kindOf, queryFor } from './timeline-kinds.ts';

/** Entries per reading: about three screens. */
const STEP = 100;

interface Loaded {
  readonly state: 'loading' | 'ready' | 'failed';
  readonly entries: readonly TimelineEntry[];
  /** Older ones are still to be read. */
  readonly more: boolean;
  readonly error?: unknown;
}

interface TimelineView extends Loaded {
  readonly loadMore: () => void;
  readonly retry: () => void;
}

const LOADING: Loaded = { state: 'loading', entries: [], more: true };

/** Reads on until `wanted` entries of the filter are there or the history ends. */
async function readSome(
  reader: TimelineReader,
  filter: KindFilter,
  wanted: number,
  isOver: () => boolean,
): Promise<{ entries: TimelineEntry[]; more: boolean }> {
  const entries: TimelineEntry[] = [];
  let more = true;
  while (more && entries.length < wanted && !isOver()) {
    const slice = await reader.next(Math.max(STEP, wanted - entries.length));
    for (const entry of slice.entries) {
      if (filter === undefined || filter.has(kindOf(entry))) entries.push(entry);
    }
    more = slice.more;
  }
  return { entries, more };
}

interface Reading {
  readonly reader: TimelineReader;
  busy: boolean;
  over: boolean;
}

/** `filter` must be stable while it means the same. */
export function useTimeline(accountId: string, filter: KindFilter): TimelineView {
  const { db, store } = useData();
  const [loaded, setLoaded] = useState<Loaded>(LOADING);
  const [attempt, setAttempt] = useState(0);
  const reading = useRef<Reading | undefined>(undefined);
  const held = useRef(0);

  const fail = useCallback(
    (own: Reading, error: unknown) => {
      if (own.over) return;
      store.noteFailure(error);
      setLoaded({ ...LOADING, state: 'failed', error });
    },
    [store],
  );

  const start = useCallback(
    (wanted: number): Reading => {
      const own: Reading = { reader: openTimeline(db, queryFor(accountId, filter)), busy: true, over: false };
      if (reading.current !== undefined) reading.current.over = true;
      reading.current = own;
      readSome(own.reader, filter, wanted, () => own.over).then(
        ({ entries, more }) => {
          own.busy = false;
          if (own.over) return;
          held.current = entries.length;
          setLoaded({ state: 'ready', entries, more });
        },
        (error: unknown) => fail(own, error),
      );
      return own;
    },
    [db, accountId, filter, fail],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt reads again
  useEffect(() => {
    setLoaded(LOADING);
    held.current = 0;
    const own = start(STEP);
    return () => {
      own.over = true;
    };
  }, [start, attempt]);

  useFresh(accountId, () => start(Math.max(STEP, held.current)));

  const loadMore = useCallback(() => {
    const own = reading.current;
    if (own === undefined || own.busy || own.over) return;
    own.busy = true;
    readSome(own.reader, filter, STEP, () => own.over).then(
      (next) => {
        own.busy = false;
        if (own.over) return;
        held.current += next.entries.length;
        setLoaded((before) => ({
          state: 'ready',
          entries: [...before.entries, ...next.entries],
          more: next.more,
        }));
      },
      (error: unknown) => fail(own, error),
    );
  }, [filter, fail]);

  const retry = useCallback(() => setAttempt((before) => before + 1), []);
  return { ...loaded, loadMore, retry };
}

/** Calls `refresh` when the account's history changes after the first look: each change also writes its summary. */
function useFresh(accountId: string, refresh: () => void): void {
  const { db } = useData();
  const live = useLive(async () => ({ summary: await summaryOf(db, accountId) }), [db, accountId]);
  const seen = useRef<{ account: string; value: object } | undefined>(undefined);
  const latest = useRef(refresh);
  useEffect(() => {
    latest.current = refresh;
  });
  useEffect(() => {
    if (live.state !== 'ready') return;
    const before = seen.current;
    seen.current = { account: accountId, value: live.value };
    if (before?.account === accountId && before.value !== live.value) latest.current();
  }, [live, accountId]);
}
