/** An account's history, newest first, merged from its lanes of pages and from what people wrote, read as far as asked. */
import type { Activity } from '#shared/model/activity.ts';
import { HISTORY_NOUNS, type HistoryNoun } from '#shared/model/nouns.ts';
import type { HistoryEvent } from '#shared/model/stored.ts';
import { type EventPage, type PageKey, pageTime, readEvent } from './event-page.ts';
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

/** An entry that is known but not yet read out of its page. */
interface Waiting {
  readonly at: number;
  readonly key: string;
  readonly read: () => TimelineEntry;
}

/** One stream of entries: those read and not yet given away, and the time down to which it is known completely. */
interface Lane {
  waiting: Waiting[];
  floor: number;
  readonly load: (tx: IDBTransaction, count: number) => Promise<void>;
}

function waitingOf(page: EventPage, row: number): Waiting {
  const key = `${HISTORY_NOUNS[page.lane]}:${page.keyHi[row]}:${page.keyLo[row]}`;
  const at = pageTime(page, row);
  return { at, key, read: () => ({ type: 'event', at, key, event: readEvent(page, row) }) };
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** All kinds come in one request; one kind comes by its keys, which takes one more. */
async function nextPages(
  tx: IDBTransaction,
  accountId: string,
  lane: number | undefined,
  after: readonly [order: number, lane: number, page: number],
  count: number,
): Promise<EventPage[]> {
  const pages = tx.objectStore('pages');
  const range = IDBKeyRange.bound([accountId, ...after], [accountId, HIGHEST], true, false);
  if (lane === undefined) return answered(pages.getAll(range, count));
  const keys = (await answered(pages.getAllKeys(range))) as PageKey[];
  const wanted = keys.filter((key) => key[2] === lane).slice(0, count);
  return Promise.all(wanted.map((key) => answered<EventPage>(pages.get(key))));
}

/**
 * Pages come by their newest time: nothing in later pages can be newer than the last page read. Asked of IndexedDB
 * itself: this is what opening an account waits for.
 */
function pageLane(accountId: string, lane: number | undefined): Lane {
  let after: readonly [number, number, number] = [-HIGHEST, -1, -1];
  const state: Lane = {
    waiting: [],
    floor: HIGHEST,
    load: async (tx, count) => {
      const pages = await nextPages(tx, accountId, lane, after, count);
      const last = pages.at(-1);
      for (const page of pages)
        for (let row = 0; row < page.count; row++) state.waiting.push(waitingOf(page, row));
      if (last !== undefined) after = [last.order, last.lane, last.page];
      // One page more than needed is what tells that the ones before it are complete.
      state.floor = pages.length < count || last === undefined ? END : -last.order;
    },
  };
  return state;
}

/** The order of the written ones: newest first, by index from the end. */
function writtenLane(accountId: string): Lane {
  let before = HIGHEST;
  let seen = new Set<string>();
  const state: Lane = {
    waiting: [],
    floor: HIGHEST,
    load: async (tx, count) => {
      const limit = count * 50;
      const range = IDBKeyRange.bound([accountId, -HIGHEST], [accountId, before]);
      const index = tx.objectStore('activities').index('[account+at]');
      const found: Activity[] = [];
      await new Promise<void>((resolve, reject) => {
        const request = index.openCursor(range, 'prev');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const cursor = request.result;
          if (cursor === null || found.length >= limit + seen.size) return resolve();
          found.push(cursor.value);
          cursor.continue();
        };
      });
      for (const activity of found) {
        if (seen.has(activity.id)) continue;
        const { at, id: key } = activity;
        state.waiting.push({ at, key, read: () => ({ type: 'activity', at, key, activity }) });
      }
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
function takeComplete(lanes: readonly Lane[], limit: number): Waiting[] {
  const floor = Math.max(END, ...lanes.map((lane) => lane.floor));
  const complete = lanes.flatMap((lane) => lane.waiting.filter((entry) => entry.at > floor));
  complete.sort((a, b) => b.at - a.at || (a.key < b.key ? -1 : 1));
  return complete.slice(0, limit);
}

export function openTimeline(db: KizunaDatabase, query: TimelineQuery): TimelineReader {
  const lanes: Lane[] =
    query.lanes === undefined
      ? [pageLane(query.accountId, undefined)]
      : query.lanes.map((noun) => pageLane(query.accountId, HISTORY_NOUNS.indexOf(noun)));
  if (query.written !== false) lanes.push(writtenLane(query.accountId));
  let started = false;

  async function loadMore(limit: number): Promise<void> {
    const count = Math.max(2, Math.ceil(limit / 50) + 1);
    if (!db.isOpen()) await db.open();
    const tx = db.backendDB().transaction(['pages', 'activities'], 'readonly');
    const highest = Math.max(...lanes.map((lane) => lane.floor));
    // All requests go out before the first answer comes: one trip to the database for all lanes.
    await Promise.all(lanes.filter((lane) => lane.floor === highest).map((lane) => lane.load(tx, count)));
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
      return {
        entries: entries.map((entry) => entry.read()),
        more: lanes.some((lane) => lane.waiting.length > 0 || lane.floor !== END),
      };
    },
  };
}
