/** An account's history, newest first, merged from its lanes of pages and from what people wrote, read as far as asked. */
import type { Activity } from '#shared/model/activity.ts';
import { HISTORY_NOUNS, type HistoryNoun } from '#shared/model/nouns.ts';
import type { HistoryEvent } from '#shared/model/stored.ts';
import { type EventPage, pageTime, readEvent } from './event-page.ts';
import type { KizunaDatabase } from './schema.ts';

export type TimelineEntry =
  | { readonly type: 'event'; readonly at: number; readonly key: string; readonly event: HistoryEvent }
  | { readonly type: 'activity'; readonly at: number; readonly key: string; readonly activity: Activity };

export interface TimelineQuery {
  readonly accountId: string;
  /** Only these kinds of history; absent = all. */
  readonly lanes?: readonly HistoryNoun[];
  /** What people wrote; default true. */
  readonly written?: boolean;
}

export interface TimelineReader {
  /** The next entries, at most `limit`; fewer only at the end. The cost depends on `limit`, not on the history's size. */
  next(limit: number): Promise<{ readonly entries: readonly TimelineEntry[]; readonly more: boolean }>;
}

const HIGHEST = Number.MAX_SAFE_INTEGER;
const END = Number.NEGATIVE_INFINITY;

/** One lane: entries read and not yet given away, and the time down to which the lane is known completely. */
interface Lane {
  waiting: TimelineEntry[];
  floor: number;
  readonly load: (count: number) => Promise<void>;
}

function entriesOf(pages: readonly EventPage[]): TimelineEntry[] {
  const entries: TimelineEntry[] = [];
  for (const page of pages) {
    for (let row = 0; row < page.count; row++) {
      const event = readEvent(page, row);
      entries.push({
        type: 'event',
        at: pageTime(page, row),
        key: `${event.noun}:${event.keyHi}:${event.keyLo}`,
        event,
      });
    }
  }
  return entries;
}

/** Pages come by their newest time: nothing in later pages can be newer than the last page read. */
function pageLane(db: KizunaDatabase, accountId: string, lane: number): Lane {
  let after: readonly [number, number] = [-HIGHEST, -1];
  const state: Lane = {
    waiting: [],
    floor: HIGHEST,
    load: async (count) => {
      const pages = await db.pages
        .where('[account+lane+order+page]')
        .between([accountId, lane, ...after], [accountId, lane, HIGHEST, HIGHEST], false, true)
        .limit(count)
        .toArray();
      const last = pages.at(-1);
      state.waiting.push(...entriesOf(pages));
      if (last !== undefined) after = [last.order, last.page];
      // One page more than needed is what tells that the ones before it are complete.
      state.floor = pages.length < count || last === undefined ? END : -last.order;
    },
  };
  return state;
}

function writtenLane(db: KizunaDatabase, accountId: string): Lane {
  let before = HIGHEST;
  let seen = new Set<string>();
  const state: Lane = {
    waiting: [],
    floor: HIGHEST,
    load: async (count) => {
      const limit = count * 50;
      const found = await db.activities
        .where('[account+at]')
        .between([accountId, -HIGHEST], [accountId, before], true, true)
        .reverse()
        .limit(limit + seen.size)
        .toArray();
      const fresh = found.filter((activity) => !seen.has(activity.id));
      state.waiting.push(
        ...fresh.map(
          (activity): TimelineEntry => ({ type: 'activity', at: activity.at, key: activity.id, activity }),
        ),
      );
      const last = found.at(-1);
      if (last === undefined || found.length < limit + seen.size) state.floor = END;
      else {
        before = last.at;
        seen = new Set(found.filter((activity) => activity.at === before).map((activity) => activity.id));
        state.floor = last.at;
      }
    },
  };
  return state;
}

/** Entries above every lane's floor, newest first: nothing that is still to be read can come between them. */
function takeComplete(lanes: readonly Lane[], limit: number): TimelineEntry[] {
  const floor = Math.max(END, ...lanes.map((lane) => lane.floor));
  const complete = lanes.flatMap((lane) => lane.waiting.filter((entry) => entry.at > floor));
  complete.sort((a, b) => b.at - a.at || (a.key < b.key ? -1 : 1));
  return complete.slice(0, limit);
}

export function openTimeline(db: KizunaDatabase, query: TimelineQuery): TimelineReader {
  const lanes: Lane[] = (query.lanes ?? HISTORY_NOUNS).map((noun) =>
    pageLane(db, query.accountId, HISTORY_NOUNS.indexOf(noun)),
  );
  if (query.written !== false) lanes.push(writtenLane(db, query.accountId));
  let started = false;

  async function loadMore(limit: number): Promise<void> {
    const count = Math.max(2, Math.ceil(limit / 50) + 1);
    await db.transaction('r', [db.pages, db.activities], async () => {
      if (!started) await Promise.all(lanes.map((lane) => lane.load(count)));
      else {
        const highest = Math.max(...lanes.map((lane) => lane.floor));
        await Promise.all(lanes.filter((lane) => lane.floor === highest).map((lane) => lane.load(count)));
      }
    });
    started = true;
  }

  return {
    next: async (limit) => {
      let entries = started ? takeComplete(lanes, limit) : [];
      while (entries.length < limit && (!started || lanes.some((lane) => lane.floor !== END))) {
        await loadMore(limit);
        entries = takeComplete(lanes, limit);
      }
      const given = new Set(entries);
      for (const lane of lanes) lane.waiting = lane.waiting.filter((entry) => !given.has(entry));
      return { entries, more: lanes.some((lane) => lane.waiting.length > 0 || lane.floor !== END) };
    },
  };
}
