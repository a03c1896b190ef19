/** Documents as they stand in the app's database now: by their keys, and all of them in slices. */
import {
  documentOf,
  documentOfEvent,
  SEARCHED_HISTORY,
  SEARCHED_TABLES,
  type SearchDocument,
  type SearchedTable,
} from '#shared/domain/search/document.ts';
import { type EventPage, type HeadRow, laneOf, readEvent } from '../event-page.ts';
import { getPages } from '../page-store.ts';
import type { KizunaDatabase } from '../schema.ts';
import { keyOfEvent, keyOfRecord, locate, stampOf } from './document-keys.ts';

export interface KeyedDocument {
  readonly key: string;
  readonly stamp: number;
  readonly document: SearchDocument;
}

interface Stored {
  readonly id: string;
  readonly updatedAt: number;
}

const TABLES = Object.keys(SEARCHED_TABLES) as SearchedTable[];
const LANES: ReadonlySet<number> = new Set(SEARCHED_HISTORY.map(laneOf));

function ofRow(table: SearchedTable, row: Stored): KeyedDocument {
  return {
    key: keyOfRecord(table, row.id),
    stamp: stampOf(row.updatedAt),
    // Only made when asked for: of most rows it is enough to know that they have not changed.
    get document() {
      return documentOf(table, row);
    },
  };
}

/** By key; left out where there is nothing any more. */
export async function readDocuments(
  db: KizunaDatabase,
  keys: readonly string[],
): Promise<ReadonlyMap<string, KeyedDocument>> {
  const found = new Map<string, KeyedDocument>();
  const ids = new Map<SearchedTable, string[]>();
  const rows = new Map<number, number[]>();
  for (const key of keys) {
    const place = locate(key);
    if (place?.type === 'record') ids.set(place.table, [...(ids.get(place.table) ?? []), place.id]);
    else if (place !== undefined) rows.set(place.page, [...(rows.get(place.page) ?? []), place.row]);
  }
  const records = [...ids].map(async ([table, wanted]) => {
    for (const row of await db.table<Stored, string>(table).bulkGet(wanted)) {
      if (row === undefined) continue;
      const keyed = ofRow(table, row);
      found.set(keyed.key, keyed);
    }
  });
  const events = async () => {
    if (rows.size === 0) return;
    for (const page of await getPages(db, [...rows.keys()])) {
      for (const row of page === undefined ? [] : (rows.get(page.page) ?? [])) {
        const keyed = page === undefined ? undefined : ofEvent(page, row);
        if (keyed !== undefined) found.set(keyed.key, keyed);
      }
    }
  };
  await Promise.all([...records, events()]);
  return found;
}

function ofEvent(page: EventPage, row: number): KeyedDocument | undefined {
  if (row >= page.count) return undefined;
  const document = documentOfEvent(readEvent(page, row));
  if (document === undefined) return undefined;
  return { key: keyOfEvent(page.page, row), stamp: stampOfPage(page), document };
}

/** A page that an import rewrote has that job's number. */
export function stampOfPage({ account, order, jobs }: Pick<HeadRow, 'account' | 'order' | 'jobs'>): number {
  return stampOf(account, order, ...jobs);
}

const ROWS_TOGETHER = 200;
const HEADS_TOGETHER = 2_000;

/** All rows of the searched tables, in slices. */
export async function* eachRecord(db: KizunaDatabase): AsyncGenerator<KeyedDocument[]> {
  for (const table of TABLES) {
    let after: string | undefined;
    for (;;) {
      const rows = db.table<Stored, string>(table);
      const next = after === undefined ? rows.orderBy(':id') : rows.where(':id').above(after);
      const slice = await next.limit(ROWS_TOGETHER).toArray();
      yield slice.map((row) => ofRow(table, row));
      after = slice.at(-1)?.id;
      if (slice.length < ROWS_TOGETHER) break;
    }
  }
}

/** The heads of all pages that are searched, in slices. */
export async function* eachHead(db: KizunaDatabase): AsyncGenerator<HeadRow[]> {
  let after = Number.NEGATIVE_INFINITY;
  for (;;) {
    const slice = await db.pageHeads.where('page').above(after).limit(HEADS_TOGETHER).toArray();
    yield slice.filter((head) => LANES.has(head.lane));
    after = slice.at(-1)?.page ?? after;
    if (slice.length < HEADS_TOGETHER) return;
  }
}

const PAGES_TOGETHER = 16;

/** The documents of pages, some pages at a time. */
export async function* documentsOfPages(
  db: KizunaDatabase,
  numbers: readonly number[],
): AsyncGenerator<KeyedDocument[]> {
  for (let from = 0; from < numbers.length; from += PAGES_TOGETHER) {
    const pages = await getPages(db, numbers.slice(from, from + PAGES_TOGETHER));
    yield pages.flatMap((page) => {
      if (page === undefined) return [];
      return Array.from({ length: page.count }, (_, row) => ofEvent(page, row)).flatMap((each) => each ?? []);
    });
  }
}

/** A guess, without reading them. */
export const DOCUMENTS_OF_PAGE = 60;

/** Roughly how many documents there are, for telling how far a build is. */
export async function countDocuments(db: KizunaDatabase): Promise<number> {
  const counts = await Promise.all(TABLES.map((table) => db.table(table).count()));
  let events = 0;
  for await (const heads of eachHead(db)) events += heads.length * DOCUMENTS_OF_PAGE;
  return events + counts.reduce((sum, count) => sum + count, 0);
}
