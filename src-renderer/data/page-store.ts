/**
 * Pages and their heads. A page is stored under an outside key and without indexes, because for keys inside a value
 * IndexedDB reads the whole value back after writing it; what is looked up by is in a small head beside it.
 */

import { Dexie } from 'dexie';
import type { HistoryNoun } from '#shared/model/nouns.ts';
import { type EventPage, type HeadRow, laneOf, type PageKey } from './event-page.ts';
import type { KizunaDatabase } from './schema.ts';

export function pageKey(page: Pick<EventPage, 'account' | 'order' | 'page'>): PageKey {
  return [page.account, page.order, page.page];
}

function headOf({ page, account, lane, order, jobs }: EventPage): HeadRow {
  return { page, account, lane, order, jobs };
}

/** The store of pages in the transaction that runs; what fails in it aborts the transaction, which Dexie reports. */
function pagesOfTransaction(): IDBObjectStore {
  const transaction = Dexie.currentTransaction;
  if (transaction === null) throw new Error('pages are written inside a transaction');
  return transaction.idbtrans.objectStore('pages');
}

/** Inside a transaction over `pages` and `pageHeads`. */
export async function putPages(db: KizunaDatabase, pages: readonly EventPage[]): Promise<void> {
  if (pages.length === 0) return;
  // Asked of IndexedDB itself: a page is written in a third of the time, and nothing follows pages live.
  const store = pagesOfTransaction();
  for (const page of pages) store.put(page, pageKey(page));
  await db.pageHeads.bulkPut(pages.map(headOf));
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
  const heads = await db.pageHeads.bulkGet([...numbers]);
  const found = heads.flatMap((head) => head ?? []);
  const pages = new Map<number, EventPage>();
  for (const page of await db.pages.bulkGet(found.map(pageKey)))
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

/** Heads of an account's pages of one kind, the newest first. */
export async function headsOf(db: KizunaDatabase, range: PageRange, limit?: number): Promise<HeadRow[]> {
  const { account, noun, newestFrom = Number.NEGATIVE_INFINITY, newestTo = Number.POSITIVE_INFINITY } = range;
  const lane = laneOf(noun);
  const found = db.pageHeads
    .where('[account+lane+order+page]')
    .between(
      [account, lane, -newestTo, Number.NEGATIVE_INFINITY],
      [account, lane, -newestFrom, Number.POSITIVE_INFINITY],
      true,
      true,
    );
  return (limit === undefined ? found : found.limit(limit)).toArray();
}

const TOGETHER = 40;

/** The pages themselves, a few at a time, the newest first. */
export async function* eachPage(db: KizunaDatabase, range: PageRange): AsyncGenerator<EventPage> {
  const heads = await headsOf(db, range);
  for (let from = 0; from < heads.length; from += TOGETHER) {
    for (const page of await db.pages.bulkGet(heads.slice(from, from + TOGETHER).map(pageKey))) {
      if (page !== undefined) yield page;
    }
  }
}
