/** The streams that a timeline merges: pages of a source's history, what people wrote, and marks of other records. */
import type { Activity } from '#shared/model/activity.ts';
import { type EventPage, type PageKey, pageTime } from './event-page.ts';
import { openPage, type StoredPage } from './page-bytes.ts';
import type { SpanHead } from './page-store.ts';
import { PagedEvent, type TimelineEntry, type WrittenEntry } from './timeline-entry.ts';

/** One stream: entries known and not yet given away, and the time down to which it is known completely. */
export interface Lane {
  waiting: TimelineEntry[];
  floor: number;
  /** What `load` reads; a transaction over more of them takes longer to begin. */
  readonly tables: readonly string[];
  readonly load: (tx: IDBTransaction, want: Want) => Promise<void>;
}

/** How much one look asks for. */
export interface Want {
  readonly entries: number;
  /** Enough to hold them, in any case but rare ones. */
  readonly pages: number;
}

export const HIGHEST: number = Number.MAX_SAFE_INTEGER;
export const END: number = Number.NEGATIVE_INFINITY;

export function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Which rows of a page are wanted; undefined = none. */
export type PageTest = (page: EventPage) => ((row: number) => boolean) | undefined;

function addRows(into: TimelineEntry[], page: EventPage, test?: PageTest, before = HIGHEST): void {
  const wanted = test === undefined ? undefined : test(page);
  if (test !== undefined && wanted === undefined) return;
  for (let row = 0; row < page.count; row++) {
    if (pageTime(page, row) < before && (wanted === undefined || wanted(row))) {
      into.push(new PagedEvent(page, row));
    }
  }
}

/**
 * All of an account's history. Pages come by their newest time: nothing in later pages can be newer than the last page
 * read. Asked of IndexedDB itself in one request: this is what opening an account waits for.
 */
export function allPages(account: string): Lane {
  let after: readonly [number, number, number] = [-HIGHEST, -1, -1];
  const state: Lane = {
    waiting: [],
    floor: HIGHEST,
    tables: ['pages'],
    load: async (tx, { pages: count }) => {
      const range = IDBKeyRange.bound([account, ...after], [account, HIGHEST], true, false);
      const pages = await answered<StoredPage[]>(tx.objectStore('pages').getAll(range, count));
      const last = pages.at(-1);
      for (const page of pages) addRows(state.waiting, openPage(page));
      if (last !== undefined) after = [last.order, last.lane, last.page];
      // One page more than needed is what tells that the ones before it are complete.
      state.floor = pages.length < count || last === undefined ? END : -last.order;
    },
  };
  return state;
}

export interface PagePick {
  /** Numbers of the lanes wanted. */
  readonly lanes: ReadonlySet<number>;
  readonly from: number | undefined;
  readonly before: number | undefined;
  /** Months (`year * 12 + month0`, UTC) outside of which nothing is wanted. */
  readonly months: ReadonlySet<number> | undefined;
  readonly test: PageTest | undefined;
}

/** Keys asked for at once: few at first, because the newest pages mostly hold what is wanted. */
const FEWEST_KEYS = 64;
/** With so few months wanted, most of the keys lead nowhere: they come in larger lots. */
const FEW_MONTHS = 24;
const MANY_KEYS = 1_024;
const MOST_KEYS = 4_096;
/** Pages read in one go when those before held nothing that was wanted. */
const MOST_PAGES = 32;

function monthOf(at: number): number {
  const date = new Date(at);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function reaches(newest: number, oldest: number, months: ReadonlySet<number>): boolean {
  const last = monthOf(newest);
  for (let month = monthOf(oldest); month <= last; month++) if (months.has(month)) return true;
  return false;
}

/** Numbers that lie so close together are read as one range: a request each would cost more than some heads too many. */
const CLOSE = 4;

async function headsOf(tx: IDBTransaction, keys: readonly PageKey[]): Promise<ReadonlyMap<number, SpanHead>> {
  const store = tx.objectStore('pageHeads');
  const numbers = keys.map((key) => key[3]);
  const low = numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const high = numbers.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const found: (SpanHead | undefined)[] =
    high - low < numbers.length * CLOSE
      ? await answered<SpanHead[]>(store.getAll(IDBKeyRange.bound(low, high)))
      : await Promise.all(numbers.map((number) => answered<SpanHead | undefined>(store.get(number))));
  return new Map(found.flatMap((head) => (head === undefined ? [] : [[head.page, head]])));
}

/** By what their heads tell; a head of an older version tells nothing, and its page is read. */
async function whereOldest(
  tx: IDBTransaction,
  keys: readonly PageKey[],
  wanted: (key: PageKey, oldest: number) => boolean,
): Promise<PageKey[]> {
  if (keys.length === 0) return [];
  const heads = await headsOf(tx, keys);
  return keys.filter((key) => {
    const oldest = heads.get(key[3])?.oldest;
    return oldest === undefined || wanted(key, oldest);
  });
}

/** Pages that reach into the months; the head is asked only where the key does not tell. */
async function withinMonths(
  tx: IDBTransaction,
  keys: readonly PageKey[],
  months: ReadonlySet<number>,
): Promise<PageKey[]> {
  const unsure = keys.filter(([, order]) => !months.has(monthOf(-order)));
  const reaching = await whereOldest(tx, unsure, ([, order], oldest) => reaches(-order, oldest, months));
  const kept = new Set(reaching);
  return keys.filter((key) => months.has(monthOf(-key[1])) || kept.has(key));
}

/** A part of an account's history: pages are chosen by their keys, and read only where something wanted can be. */
export function pickedPages(account: string, pick: PagePick): Lane {
  const { lanes, from, before, months, test } = pick;
  const lowest: PageKey = [account, from === undefined ? HIGHEST : -from, HIGHEST, HIGHEST];
  let scanned: PageKey = [account, before === undefined ? -HIGHEST : -before, HIGHEST, HIGHEST];
  let begun = before === undefined;
  let over = false;
  let keysAtOnce = months !== undefined && months.size <= FEW_MONTHS ? MANY_KEYS : FEWEST_KEYS;
  let pagesAtOnce = 0;
  let queue: PageKey[] = [];

  const keysBetween = async (tx: IDBTransaction, low: PageKey, high: PageKey, count?: number) => {
    if (indexedDB.cmp(low, high) >= 0) return [];
    const range = IDBKeyRange.bound(low, high, true, false);
    return (await answered(tx.objectStore('pages').getAllKeys(range, count))) as PageKey[];
  };

  /** Pages whose newest time is later than the end may still reach below it. */
  async function begin(tx: IDBTransaction): Promise<void> {
    begun = true;
    const newer = await keysBetween(tx, [account, -HIGHEST, -1, -1], scanned);
    const own = newer.filter((key) => lanes.has(key[2]));
    queue = await whereOldest(tx, own, (_, oldest) => before === undefined || oldest < before);
  }

  async function scan(tx: IDBTransaction): Promise<void> {
    const keys = await keysBetween(tx, scanned, lowest, keysAtOnce);
    over = keys.length < keysAtOnce;
    scanned = keys.at(-1) ?? scanned;
    const own = keys.filter((key) => lanes.has(key[2]));
    queue.push(...(months === undefined ? own : await withinMonths(tx, own, months)));
    keysAtOnce = Math.min(MOST_KEYS, keysAtOnce * 2);
  }

  const state: Lane = {
    waiting: [],
    floor: HIGHEST,
    tables: ['pages', 'pageHeads'],
    load: async (tx, want) => {
      // The next key tells how far the ones before it are complete: no page is read for that.
      const count = want.pages - 1;
      if (!begun) await begin(tx);
      pagesAtOnce = Math.max(count, pagesAtOnce);
      while (queue.length <= pagesAtOnce && !over) await scan(tx);
      const taken = queue.splice(0, pagesAtOnce);
      const store = tx.objectStore('pages');
      const pages = await Promise.all(taken.map((key) => answered<StoredPage | undefined>(store.get(key))));
      const had = state.waiting.length;
      for (const page of pages) if (page !== undefined) addRows(state.waiting, openPage(page), test, before);
      pagesAtOnce = state.waiting.length === had ? Math.min(MOST_PAGES, pagesAtOnce * 2) : 0;
      const next = queue[0];
      state.floor = next === undefined ? END : Math.min(-next[1], before ?? HIGHEST);
    },
  };
  return state;
}

/** In newer browsers: what TypeScript's library does not know yet. */
interface ReadsRecords<T> {
  getAllRecords(options: {
    query: IDBKeyRange;
    count: number;
    direction: 'prev';
  }): IDBRequest<readonly { readonly value: T }[]>;
}

function readsRecords<T>(index: IDBIndex): index is IDBIndex & ReadsRecords<T> {
  return 'getAllRecords' in index;
}

/** From the end of an index: in one request where the browser can, else record by record. */
async function newestOf<T>(index: IDBIndex, range: IDBKeyRange, count: number): Promise<T[]> {
  if (readsRecords<T>(index)) {
    const records = await answered(index.getAllRecords({ query: range, count, direction: 'prev' }));
    return records.map(({ value }) => value);
  }
  return new Promise((resolve, reject) => {
    const found: T[] = [];
    const request = index.openCursor(range, 'prev');
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const cursor = request.result;
      if (cursor === null || found.length >= count) return resolve(found);
      found.push(cursor.value);
      cursor.continue();
    };
  });
}

/** What people wrote, by index from the newest. */
export function writtenLane(
  account: string,
  from: number | undefined,
  end: number | undefined,
  test: ((entry: TimelineEntry) => boolean) | undefined,
): Lane {
  let before = end ?? HIGHEST;
  let seen = new Set<string>();
  const state: Lane = {
    waiting: [],
    floor: HIGHEST,
    tables: ['activities'],
    load: async (tx, { entries: limit }) => {
      const range = IDBKeyRange.bound([account, from ?? -HIGHEST], [account, before]);
      const index = tx.objectStore('activities').index('[account+at]');
      const found = await newestOf<Activity>(index, range, limit + seen.size);
      for (const activity of found) {
        if (seen.has(activity.id)) continue;
        const entry: WrittenEntry = { type: 'activity', at: activity.at, key: activity.id, activity };
        if (test === undefined || test(entry)) state.waiting.push(entry);
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
