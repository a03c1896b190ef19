/** Keys of documents: the table's letter and the record's id, or page and row of imported history. */

import { feed, finish, newLanes } from '#shared/base/hash.ts';
import { SEARCHED_TABLES, type SearchedTable } from '#shared/domain/search/document.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_';
/** Before an id that is kept as it is. */
const PLAIN = '=';

/** 36 characters in 22: keys are a good part of what the index keeps for each document. */
function packUuid(id: string): string {
  const hex = id.replaceAll('-', '');
  let packed = '';
  for (let at = 0; at < hex.length; at += 3) {
    const piece = Number.parseInt(hex.slice(at, at + 3).padEnd(3, '0'), 16);
    packed += (DIGITS[piece >> 6] ?? '') + (DIGITS[piece & 63] ?? '');
  }
  return packed;
}

function unpackUuid(packed: string): string {
  let hex = '';
  for (let at = 0; at < packed.length; at += 2) {
    const piece = DIGITS.indexOf(packed[at] ?? '') * 64 + DIGITS.indexOf(packed[at + 1] ?? '');
    hex += piece.toString(16).padStart(3, '0');
  }
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)];
  return parts.join('-');
}

const TABLE_OF_LETTER = new Map(
  Object.entries(SEARCHED_TABLES).map(([table, letter]) => [letter as string, table as SearchedTable]),
);

export function keyOfRecord(table: SearchedTable, id: string): string {
  return SEARCHED_TABLES[table] + (UUID.test(id) ? packUuid(id) : PLAIN + id.replaceAll('\n', ' '));
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
  const table = TABLE_OF_LETTER.get(letter);
  if (table === undefined) return undefined;
  const rest = key.slice(1);
  return { type: 'record', table, id: rest.startsWith(PLAIN) ? rest.slice(1) : unpackUuid(rest) };
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
