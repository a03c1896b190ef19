/** An account's history, newest first, merged from pages, what people wrote and marks of other records, as far as asked. */

import type { AccountSummary } from '#shared/domain/summary/account-summary.ts';
import { type FilterTerms, monthsFor, type Places, placesFor } from '#shared/domain/timeline/filter.ts';
import { HISTORY_NOUNS, type HistoryNoun } from '#shared/model/nouns.ts';
import { laneOf } from './event-page.ts';
import type { KizunaDatabase } from './schema.ts';
import type { TimelineEntry } from './timeline-entry.ts';
import { entryFits, type NamesById, pageTest } from './timeline-facts.ts';
import { allPages, END, type Lane, pickedPages, type Want, writtenLane } from './timeline-lanes.ts';
import { markerLane } from './timeline-markers.ts';

export type { ExtraEntry, MarkerEntry, TimelineEntry } from './timeline-entry.ts';

export interface TimelineQuery {
  readonly accountId: string;
  /** Only these kinds of history; absent = all. */
  readonly lanes?: readonly HistoryNoun[];
  /** What people wrote; default true. */
  readonly written?: boolean;
  /** Contracts, deals, people and tasks on their days; default false. */
  readonly markers?: boolean;
  /** What other features put in; only together with `markers`. */
  readonly extra?: readonly TimelineEntry[];
  /** Only what is older, milliseconds since 1970 UTC. */
  readonly before?: number;
  /** Only what fits; pages in which nothing can fit are not read. */
  readonly terms?: FilterTerms;
  /** Names of contacts by id, for a filter by person. */
  readonly names?: NamesById;
  /** The account's counts, by which a filter by kind leaves out the months without any. */
  readonly months?: AccountSummary['months'] | undefined;
}

export interface TimelineSlice {
  readonly entries: readonly TimelineEntry[];
  readonly more: boolean;
  /** Everything down to this time has been looked at; −Infinity at the end. */
  readonly reached: number;
}

export interface TimelineReader {
  /** The next entries, at most `limit`; fewer only at the end. The cost depends on `limit`, not on the history's size. */
  next(limit: number): Promise<TimelineSlice>;
  /** The same, but one look into the database at most: fewer, or none, where little fits. */
  step(limit: number): Promise<TimelineSlice>;
}

/** The newest first; what happened at the same time by key, so that every look gives the same order. */
function byNewest(a: TimelineEntry, b: TimelineEntry): number {
  return b.at - a.at || (a.key < b.key ? -1 : 1);
}

/** Pages mostly come in order already: then looking is all it costs. */
function sortWaiting(lane: Lane): void {
  const { waiting } = lane;
  const isInOrder = waiting.every(
    (entry, i) => i === 0 || byNewest(waiting[i - 1] as TimelineEntry, entry) <= 0,
  );
  if (!isInOrder) waiting.sort(byNewest);
}

/** Entries above every lane's floor, newest first: nothing that is still to be read can come between them. */
function takeComplete(lanes: readonly Lane[], limit: number): TimelineEntry[] {
  const floor = floorOf(lanes);
  const streams = lanes.map((lane) => {
    sortWaiting(lane);
    return { lane, taken: 0 };
  });
  const taken: TimelineEntry[] = [];
  while (taken.length < limit) {
    let first: (typeof streams)[number] | undefined;
    let newest: TimelineEntry | undefined;
    for (const stream of streams) {
      const next = stream.lane.waiting[stream.taken];
      if (next === undefined || (newest !== undefined && byNewest(newest, next) <= 0)) continue;
      first = stream;
      newest = next;
    }
    if (first === undefined || newest === undefined || newest.at <= floor) break;
    taken.push(newest);
    first.taken++;
  }
  for (const stream of streams)
    if (stream.taken > 0) stream.lane.waiting = stream.lane.waiting.slice(stream.taken);
  return taken;
}

function floorOf(lanes: readonly Lane[]): number {
  return Math.max(END, ...lanes.map((lane) => lane.floor));
}

const EVERYWHERE: Places = { lanes: HISTORY_NOUNS, written: true, from: undefined, before: undefined };

function lanesFor(query: TimelineQuery): Lane[] {
  const { accountId, terms, names = new Map(), months } = query;
  const places = terms === undefined ? EVERYWHERE : placesFor(terms);
  const ends = [query.before, places.before].filter((end) => end !== undefined);
  const before = ends.length === 0 ? undefined : Math.min(...ends);
  const isOlder = (entry: TimelineEntry) => before === undefined || entry.at < before;
  const test =
    terms === undefined
      ? before === undefined
        ? undefined
        : isOlder
      : (entry: TimelineEntry) => isOlder(entry) && entryFits(entry, terms, names);
  const nouns = places.lanes.filter((noun) => query.lanes?.includes(noun) ?? true);
  const lanes: Lane[] = [];
  if (terms === undefined && before === undefined && query.lanes === undefined)
    lanes.push(allPages(accountId));
  else if (nouns.length > 0) {
    lanes.push(
      pickedPages(accountId, {
        lanes: new Set(nouns.map(laneOf)),
        from: places.from,
        before,
        months: terms === undefined ? undefined : monthsFor(terms, months),
        test: terms === undefined ? undefined : pageTest(terms, names),
      }),
    );
  }
  if (query.written !== false && places.written) {
    lanes.push(writtenLane(accountId, places.from, before, test));
  }
  if (query.markers === true) {
    const withSources = terms?.source !== undefined;
    lanes.push(markerLane({ account: accountId, extra: query.extra ?? [], withSources, before, test }));
  }
  return lanes;
}

export function openTimeline(db: KizunaDatabase, query: TimelineQuery): TimelineReader {
  const lanes = lanesFor(query);
  const tables = [...new Set(lanes.flatMap((lane) => lane.tables))];

  async function loadMore(limit: number): Promise<void> {
    // The newest page may hold little, and of the last one only its head is known to be complete: both come on top, so that
    // mostly one look is enough. A page holds 50 entries at the least, but for the newest.
    const want: Want = { entries: limit, pages: Math.ceil(limit / 50) + 2 };
    if (tables.length === 0) return;
    if (!db.isOpen()) await db.open();
    const tx = db.backendDB().transaction(tables, 'readonly');
    const highest = floorOf(lanes);
    // All requests go out before the first answer comes: one trip to the database for all lanes.
    await Promise.all(lanes.filter((lane) => lane.floor === highest).map((lane) => lane.load(tx, want)));
  }

  function slice(entries: readonly TimelineEntry[]): TimelineSlice {
    const more = lanes.some((lane) => lane.waiting.length > 0 || lane.floor !== END);
    return { entries, more, reached: floorOf(lanes) };
  }

  async function read(limit: number, looks: number): Promise<TimelineSlice> {
    let entries = takeComplete(lanes, limit);
    for (let look = 0; entries.length < limit && look < looks && floorOf(lanes) !== END; look++) {
      await loadMore(limit);
      entries = [...entries, ...takeComplete(lanes, limit - entries.length)];
    }
    return slice(entries);
  }

  return {
    next: (limit) => read(limit, Number.POSITIVE_INFINITY),
    step: (limit) => read(limit, 1),
  };
}
