/** An account's tickets from the ticket lane: read until every open one is there, older closed ones when asked for. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { factColumns, factsOf } from '#renderer/data/ingest/event-facts.ts';
import { openTimeline, type TimelineReader } from '#renderer/data/timeline.ts';
import type { HistoryEvent } from '#shared/model/stored.ts';

export interface Tickets {
  readonly state: 'loading' | 'ready' | 'failed';
  readonly open: readonly HistoryEvent[];
  readonly closed: readonly HistoryEvent[];
  readonly more: boolean;
  readonly loadMore: () => void;
}

const STEP = 100;
/** Tickets read in search of open ones before the reader is asked to go on. */
const FIRST_MOST = 2_000;

/** By the same rule that counts open tickets in the account's summary. */
function isOpenTicket(event: HistoryEvent): boolean {
  const fields = Object.keys(event.values);
  const columns = factColumns(
    'ticket',
    fields.map((name) => ({ name, custom: false })),
  );
  return factsOf(columns, event.at, Object.values(event.values)).ticketOpen;
}

interface Found {
  readonly state: Tickets['state'];
  readonly open: readonly HistoryEvent[];
  readonly closed: readonly HistoryEvent[];
  readonly more: boolean;
}

const LOADING: Found = { state: 'loading', open: [], closed: [], more: true };

async function readOn(
  reader: TimelineReader,
  before: Found,
  enough: (found: Found) => boolean,
): Promise<Found> {
  let found = before;
  do {
    const slice = await reader.next(STEP);
    const events = slice.entries.flatMap((entry) => (entry.type === 'event' ? [entry.event] : []));
    found = {
      state: 'ready',
      open: [...found.open, ...events.filter(isOpenTicket)],
      closed: [...found.closed, ...events.filter((event) => !isOpenTicket(event))],
      more: slice.more,
    };
  } while (found.more && !enough(found));
  return found;
}

/** `openCount` is what the summary counts; a change of it reads again. */
export function useTickets(accountId: string, openCount: number, total: number): Tickets {
  const { db, store } = useData();
  const [found, setFound] = useState<Found>(LOADING);
  const reader = useRef<TimelineReader | undefined>(undefined);
  const busy = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: new tickets are read with a new reader
  useEffect(() => {
    let over = false;
    const own = openTimeline(db, { accountId, lanes: ['ticket'], written: false });
    reader.current = own;
    const enough = (now: Found) =>
      now.open.length >= openCount || now.open.length + now.closed.length >= FIRST_MOST;
    readOn(own, LOADING, enough).then(
      (now) => !over && setFound(now),
      (error: unknown) => {
        store.noteFailure(error);
        if (!over) setFound({ ...LOADING, state: 'failed' });
      },
    );
    return () => {
      over = true;
    };
  }, [db, store, accountId, openCount, total]);
  const loadMore = useCallback(() => {
    const own = reader.current;
    if (own === undefined || busy.current) return;
    busy.current = true;
    readOn(own, found, () => true)
      .then(
        (now) => own === reader.current && setFound(now),
        (error: unknown) => store.noteFailure(error),
      )
      .finally(() => {
        busy.current = false;
      });
  }, [found, store]);
  return { ...found, loadMore };
}
