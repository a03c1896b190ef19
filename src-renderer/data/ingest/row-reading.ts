/** Reads the rows of one history table: key and content hash of each, and its cells as codes or values. */
import { feed, finish, type HashLanes, newLanes, resetLanes } from '#shared/base/hash.ts';
import { ownText } from '#shared/import/own-text.ts';
import { BAD } from '#shared/import/read-value.ts';
import type { PageColumn } from '../event-page.ts';
import { ColumnCodes } from './column-codes.ts';
import { type CellProblem, type MappedColumn, type RowMapper, rejectReasonOf } from './row-mapper.ts';

/** One cell of a row that counts as content. */
interface ContentCell {
  readonly index: number;
  readonly codes: ColumnCodes;
  /** Place among the page's columns, −1 = not kept there (the time, the account). */
  readonly place: number;
  /** Undefined for a link. */
  readonly column: MappedColumn | undefined;
  readonly isTime: boolean;
  /** Code of the row at hand. */
  code: number;
}

function readLink(text: string): string | undefined {
  const trimmed = text.trim();
  return trimmed === '' ? undefined : trimmed;
}

function isTime(column: MappedColumn): boolean {
  return !column.custom && column.name === 'at';
}

export class RowReading {
  /** What a page of this table keeps of each row. */
  readonly columns: readonly PageColumn[];
  /** Per page column. */
  readonly codesOf: readonly ColumnCodes[];
  readonly #cells: readonly ContentCell[];
  readonly #idIndex: number;
  readonly #lanes: HashLanes = newLanes();
  readonly #accounts = new Map<string, readonly [number, number]>();
  /** Of the row at hand, per page column: its code, or −1 and its value. */
  readonly codes: Int32Array;
  readonly values: unknown[];
  /** Of the row at hand: milliseconds since 1970 UTC. */
  at = 0;
  /** Of the row at hand: hash of its cells and of the account that it is tied to. */
  contentHi = 0;
  contentLo = 0;
  /** Of the row at hand: hash of what tells it from all others. */
  keyHi = 0;
  keyLo = 0;
  #rowHi = 0;
  #rowLo = 0;

  constructor(mapper: RowMapper) {
    const kept = [
      ...mapper.columns.filter((column) => !isTime(column)),
      ...mapper.links.filter((link) => link.field !== 'account'),
    ];
    const codesOf = new Map<object, ColumnCodes>();
    for (const column of mapper.columns) codesOf.set(column, new ColumnCodes(column.read));
    for (const link of mapper.links) codesOf.set(link, new ColumnCodes(readLink));
    const codes = (of: object): ColumnCodes => codesOf.get(of) as ColumnCodes;
    this.columns = kept.map((column) =>
      'field' in column
        ? { name: column.field, custom: false }
        : { name: column.name, custom: column.custom },
    );
    this.codesOf = kept.map(codes);
    this.codes = new Int32Array(kept.length);
    this.values = new Array(kept.length).fill(undefined);
    this.#cells = [...mapper.columns, ...mapper.links]
      .map((column) => ({
        index: column.index,
        codes: codes(column),
        place: kept.indexOf(column),
        column: 'field' in column ? undefined : column,
        isTime: !('field' in column) && isTime(column),
        code: -1,
      }))
      .sort((a, b) => a.index - b.index);
    this.#idIndex = mapper.idIndex;
  }

  /** Sets the row's content hash; it depends on the texts alone, never on which of them have a code. */
  hash(row: readonly string[], account: string): void {
    const lanes = this.#lanes;
    let hi = 0x9e3779b9 | 0;
    let lo = 0x85ebca6b | 0;
    for (const cell of this.#cells) {
      const text = row[cell.index] ?? '';
      const code = cell.codes.code(text);
      cell.code = code;
      if (code === -1) {
        resetLanes(lanes);
        feed(lanes, text);
        hi ^= lanes.hi;
        lo = (lo + lanes.lo) | 0;
      } else {
        hi ^= cell.codes.hi[code] as number;
        lo = (lo + (cell.codes.lo[code] as number)) | 0;
      }
      hi = Math.imul(hi, 0xcc9e2d51);
      hi = (hi << 13) | (hi >>> 19);
      lo = Math.imul(lo, 0x1b873593);
      lo ^= lo >>> 15;
    }
    lanes.hi = hi;
    lanes.lo = lo;
    finish(lanes);
    this.#rowHi = lanes.hi;
    this.#rowLo = lanes.lo;
    const tied = this.#accountHash(account);
    this.contentHi = (lanes.hi ^ tied[0]) >>> 0;
    this.contentLo = (lanes.lo ^ tied[1]) >>> 0;
  }

  #accountHash(account: string): readonly [number, number] {
    const known = this.#accounts.get(account);
    if (known !== undefined) return known;
    const lanes = newLanes();
    feed(lanes, account);
    finish(lanes);
    const made = [lanes.hi, lanes.lo] as const;
    this.#accounts.set(account, made);
    return made;
  }

  /**
   * Sets the row's key; false when the row has no id of its own. Without an id the row itself is the key; where it
   * belongs is not part of it. `turn` counts rows with the same key in one file.
   */
  key(row: readonly string[], turn: number): boolean {
    const lanes = this.#lanes;
    resetLanes(lanes);
    const id = this.#idIndex === -1 ? '' : (row[this.#idIndex] ?? '').trim();
    if (id !== '') feed(lanes, id);
    else {
      feed(lanes, String(this.#rowHi));
      feed(lanes, String(this.#rowLo));
    }
    if (turn > 0) feed(lanes, String(turn));
    finish(lanes);
    this.keyHi = lanes.hi;
    this.keyLo = lanes.lo;
    return id !== '';
  }

  /** Reads the cells of the row that was hashed last; a problem means that the row is rejected. */
  read(row: readonly string[]): CellProblem | undefined {
    for (const cell of this.#cells) {
      const { code, column, place } = cell;
      const text = row[cell.index] ?? '';
      const value = code === -1 ? cell.codes.read(text) : cell.codes.values[code];
      if (column !== undefined) {
        if (value === BAD) return { column: column.header, value: text, reason: rejectReasonOf(column.kind) };
        if (value === undefined && column.required)
          return { column: column.header, value: text, reason: 'required-missing' };
        if (cell.isTime) this.at = value as number;
      }
      if (place === -1) continue;
      this.codes[place] = code;
      this.values[place] = code === -1 && typeof value === 'string' ? ownText(value) : value;
    }
    return undefined;
  }
}
