/**
 * Pages and their heads. A page is stored under an outside key and without indexes, because for keys inside a value
 * IndexedDB reads the whole value back after writing it. The key serves whoever reads an account's history; a small
 * head beside it finds a page by its number. Neither has an index: each index entry costs as much as a record.
 */

import { Dexie } from 'dexie';
import { release } from '#shared/base/release.ts';
import type { HistoryNoun } from '#shared/model/nouns.ts';
import { type EventPage, type HeadRow, laneOf, type PageKey } from './event-page.ts';
import { getMany } from './get-many.ts';
import { type StoredPage, storedPage } from './page-bytes.ts';
import type { KizunaDatabase } from './schema.ts';

export function pageKey(page: Pick<EventPage, 'account' | 'order' | 'lane' | 'page'>): PageKey {
  return [page.account, page.order, page.lane, page.page];
}

/** A head as it is written since `oldest` belongs to it: it tells whether a page reaches into a span of time. */
export interface SpanHead extends HeadRow {
  oldest?: number;
}

function headOf({ page, account, lane, order, jobs, oldest }: StoredPage): SpanHead {
  return { page, account, lane, order, jobs, oldest };
}

/**
 * Uses the pages up. Inside a transaction over `pages` and `pageHeads`; what fails here aborts it, which Dexie reports. Asked of IndexedDB
 * itself: a page is written in a third of the time, and nothing follows pages live.
 */
export function putStored(pages: readonly StoredPage[]): void {
  if (pages.length === 0) return;
  const transaction = Dexie.currentTransaction;
  if (transaction === null) throw new Error('pages are written inside a transaction');
  const store = transaction.idbtrans.objectStore('pages');
  const heads = transaction.idbtrans.objectStore('pageHeads');
  for (const page of pages) {
    store.put(page, pageKey(page));
    // IndexedDB has its own copy now.
    release(page.bytes);
    heads.put(headOf(page));
  }
}

/** The same for pages that were not made ready to be stored yet. */
export function putPages(pages: readonly EventPage[]): void {
  putStored(pages.map(storedPage));
}

/** Inside a transaction over `pages` and `pageHeads`; by the pages as they were read. */
export async function removePages(db: KizunaDatabase, pages: readonly EventPage[]): Promise<void> {
  if (pages.length === 0) return;
  await Promise.all([
    db.pages.bulkDelete(pages.map(pageKey)),
    db.pageHeads.bulkDelete(pages.map((page) => page.page)),
  ]);
}

/** By number; undefined where there is none (any more). */
export async function getPages(
  db: KizunaDatabase,
  numbers: readonly number[],
): Promise<(EventPage | undefined)[]> {
  const heads = await getMany(db.pageHeads, numbers);
  const pages = new Map<number, EventPage>();
  for (const page of await db.pages.bulkGet([...heads.values()].map(pageKey)))
    if (page !== undefined) pages.set(page.page, page);
  return numbers.map((number) => pages.get(number));
}

export interface PageRange {
  readonly account: string;
  readonly noun: HistoryNoun;
  /** Only pages whose newest time is at least this. */
  readonly newestFrom?: number;
  /** Only pages whose newest time is at most this. */
  readonly newestTo?: number;
}

/** Keys of an account's pages of one kind, the newest first. */
export async function keysOf(db: KizunaDatabase, range: PageRange): Promise<PageKey[]> {
  const { account, noun, newestFrom = Number.NEGATIVE_INFINITY, newestTo = Number.POSITIVE_INFINITY } = range;
  const lane = laneOf(noun);
  const keys = await db.pages
    .where(':id')
    .between([account, -newestTo], [account, -newestFrom, Number.POSITIVE_INFINITY], true, true)
    .primaryKeys();
  return keys.filter((key) => key[2] === lane);
}

/** Numbers of the pages into which a job has put events, and their accounts. */
export async function pagesOfJob(db: KizunaDatabase, jobNumber: number): Promise<HeadRow[]> {
  return db.pageHeads.filter((head) => head.jobs.includes(jobNumber)).toArray();
}

const TOGETHER = 40;

/** The pages themselves, a few at a time, the newest first. */
export async function* eachPage(db: KizunaDatabase, range: PageRange): AsyncGenerator<EventPage> {
  const keys = await keysOf(db, range);
  for (let from = 0; from < keys.length; from += TOGETHER) {
    for (const page of await db.pages.bulkGet(keys.slice(from, from + TOGETHER))) {
      if (page !== undefined) yield page;
    }
  }
}
