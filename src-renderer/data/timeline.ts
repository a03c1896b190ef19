/** The newest entries of one account's history, merged from its lanes of pages and from what people wrote. */
import type { HistoryNoun } from '#shared/model/nouns.ts';
import { HISTORY_NOUNS } from '#shared/model/nouns.ts';
import type { Activity } from '#shared/model/activity.ts';
import type { HistoryEvent } from '#shared/model/stored.ts';
import { pageTime, readEvent, type EventPage } from './event-page.ts';
import type { KizunaDatabase } from './schema.ts';

export type TimelineEntry =
  | { readonly type: 'event'; readonly at: number; readonly key: string; readonly event: HistoryEvent }
  | { readonly type: 'activity'; readonly at: number; readonly key: string; readonly activity: Activity };

export interface TimelineQuery {
  readonly accountId: string;
  readonly limit: number;
  /** Entries strictly older than this time; absent = from the newest. */
  readonly before?: number;
  /** Only these kinds of history; absent = all. */
  readonly lanes?: readonly HistoryNoun[];
  /** What people wrote; default true. */
  readonly written?: boolean;
}

export interface TimelineSlice {
  readonly entries: readonly TimelineEntry[];
  /** False when nothing older is left. */
  readonly more: boolean;
}

interface Lane {
  readonly events: TimelineEntry[];
  /** Everything newer than this is in `events`; −Infinity when the lane is read to its end. */
  readonly completeDownTo: number;
}

const HIGHEST = Number.MAX_SAFE_INTEGER;

function toEntries(pages: readonly EventPage[], before: number): TimelineEntry[] {
  const entries: TimelineEntry[] = [];
  for (const page of pages) {
    for (let row = 0; row < page.count; row++) {
      const at = pageTime(page, row);
      if (at >= before) continue;
      const event = readEvent(page, row);
      entries.push({ type: 'event', at, key: `${event.noun}:${event.keyHi}:${event.keyLo}`, event });
    }
  }
  return entries;
}

/** Pages come newest first; a page can only hold entries up to its own newest time, so reading stops when enough are complete. */
async function readLane(db: KizunaDatabase, query: TimelineQuery, lane: number): Promise<Lane> {
  const before = query.before ?? HIGHEST;
  const pages: EventPage[] = [];
  let from: number = -HIGHEST;
  let want = 2;
  for (;;) {
    const got = await db.pages
      .where('[account+lane+order]')
      .between([query.accountId, lane, from], [query.accountId, lane, HIGHEST], pages.length === 0, true)
      .filter((page) => page.oldest < before)
      .limit(want)
      .toArray();
    const known = new Set(pages.map((page) => page.page));
    pages.push(...got.filter((page) => !known.has(page.page)));
    const last = got.at(-1);
    const complete = got.length < want || last === undefined ? Number.NEGATIVE_INFINITY : -last.order;
    const entries = toEntries(pages, before);
    if (complete === Number.NEGATIVE_INFINITY) return { events: entries, completeDownTo: complete };
    if (entries.filter((entry) => entry.at > complete).length >= query.limit) return { events: entries, completeDownTo: complete };
    from = last?.order ?? HIGHEST;
    want *= 2;
  }
}

/** Newest first. The cost depends on `limit`, not on how long the history is. */
export async function readTimeline(db: KizunaDatabase, query: TimelineQuery): Promise<TimelineSlice> {
  const before = query.before ?? HIGHEST;
  const lanes = (query.lanes ?? HISTORY_NOUNS).map((noun) => HISTORY_NOUNS.indexOf(noun));
  return db.transaction('r', [db.pages, db.activities], async () => {
    const [written, ...read] = await Promise.all([
      query.written === false
        ? []
        : db.activities.where('[account+at]').between([query.accountId, 0], [query.accountId, before], true, false).reverse().limit(query.limit + 1).toArray(),
      ...lanes.map((lane) => readLane(db, query, lane)),
    ]);
    const floor = Math.max(Number.NEGATIVE_INFINITY, ...read.map((lane) => lane.completeDownTo));
    const entries: TimelineEntry[] = written.map((activity) => ({ type: 'activity', at: activity.at, key: activity.id, activity }));
    for (const lane of read) entries.push(...lane.events);
    const complete = entries.filter((entry) => entry.at > floor).sort((a, b) => b.at - a.at || (a.key < b.key ? -1 : 1));
    return { entries: complete.slice(0, query.limit), more: complete.length > query.limit || floor !== Number.NEGATIVE_INFINITY };
  });
}
