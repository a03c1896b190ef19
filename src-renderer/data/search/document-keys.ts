/** Keys of documents: the table's letter and the record's id, or page and row of imported history. */

import { feed, finish, newLanes } from '#shared/base/hash.ts';
import { SEARCHED_TABLES, type SearchedTable } from '#shared/domain/search/document.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** 36 characters in 16 of one byte each: keys are a good part of what the index keeps for each document. */
function packUuid(id: string): string {
  const pairs = id.replaceAll('-', '').match(/../g) ?? [];
  return String.fromCharCode(...pairs.map((pair) => Number.parseInt(pair, 16)));
}

function unpackUuid(packed: string): string {
  const hex = Array.from(packed, (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return parts.join('-');
}

const TABLE_OF_LETTER = new Map(
  Object.entries(SEARCHED_TABLES).map(([table, letter]) => [letter as string, table as SearchedTable]),
);

/** A small letter stands before an id that is kept as it is. */
export function keyOfRecord(table: SearchedTable, id: string): string {
  const letter = SEARCHED_TABLES[table];
  return UUID.test(id) ? letter + packUuid(id) : letter.toLowerCase() + id;
}

const PAGE = 'p';

/** `row` '' gives what all keys of the page begin with. */
export function keyOfEvent(page: number, row: number | ''): string {
  return `${PAGE}${page}:${row}`;
}

export type Locator =
  | { readonly type: 'record'; readonly table: SearchedTable; readonly id: string }
  | { readonly type: 'event'; readonly page: number; readonly row: number };

export function locate(key: string): Locator | undefined {
  const letter = key.slice(0, 1);
  if (letter === PAGE) {
    const [page, row] = key.slice(1).split(':').map(Number);
    return { type: 'event', page: page ?? 0, row: row ?? 0 };
  }
  const table = TABLE_OF_LETTER.get(letter.toUpperCase());
  if (table === undefined) return undefined;
  const rest = key.slice(1);
  return { type: 'record', table, id: letter === letter.toUpperCase() ? unpackUuid(rest) : rest };
}

const lanes = newLanes();
const START = newLanes();

/** 53 bits: two keys of one index never meet. */
export function hashKey(key: string): number {
  lanes.hi = START.hi;
  lanes.lo = START.lo;
  feed(lanes, key);
  finish(lanes);
  return (lanes.hi >>> 11) * 4_294_967_296 + (lanes.lo >>> 0);
}

/** 32 bits of anything that changes with a record. */
export function stampOf(...parts: readonly (string | number)[]): number {
  return hashKey(parts.join('\u001f')) % 4_294_967_296;
}
