/**
 * Reads the rows of one history table, as texts or as plain bytes: key and content hash of each, and its cells as codes,
 * bytes or values. Hashes depend on what a cell says, never on the way in which it came.
 */
import { type ByteHash, hashBytes, newByteHash } from '#shared/base/hash-bytes.ts';
import { ownText } from '#shared/import/own-text.ts';
import { BAD } from '#shared/import/read-value.ts';
import type { FieldKind } from '#shared/model/field.ts';
import type { PageColumn } from '../event-page.ts';
import { decodeCell } from '../parse/decode-cell.ts';
import { cellEnd, cellStart, type PlainRows } from '../parse/plain-rows.ts';
import { hashCell } from './cell-hash.ts';
import { ColumnCodes, canonicalHash } from './column-codes.ts';
import {
  badCell,
  type CellProblem,
  type MappedColumn,
  type RowCurrency,
  type RowMapper,
} from './row-mapper.ts';
import { inked, isVerbatim } from './verbatim-cell.ts';

/** One cell of a row that counts as content. */
interface ContentCell {
  readonly index: number;
  readonly codes: ColumnCodes;
  /** Place among the page's columns, −1 = not kept there (the time, the account). */
  readonly place: number;
  /** Undefined for a link. */
  readonly column: MappedColumn | undefined;
  /** Of an amount whose currency another cell names. */
  readonly currency: RowCurrency | undefined;
  readonly isTime: boolean;
  /** Place among the mapper's links, −1 = none. */
  readonly link: number;
  /** Its text is its value, once it is neither blank nor odd at its ends. */
  readonly verbatim: boolean;
  /** Of the row at hand. */
  code: number;
}

/** Codes below this are no codes: −1 is a value of its own. */
export const OWN_VALUE = -1;
export const OWN_BYTES = -2;

const VERBATIM: ReadonlySet<FieldKind> = new Set(['id', 'text', 'longText', 'person']);

function readLink(text: string): string | undefined {
  const trimmed = text.trim();
  return trimmed === '' ? undefined : trimmed;
}

function isTime(column: MappedColumn): boolean {
  return !column.custom && column.name === 'at';
}

function cellsOf(mapper: RowMapper, kept: readonly object[]): ContentCell[] {
  const columns = mapper.columns.map((column) => ({
    index: column.index,
    codes: new ColumnCodes(column.read),
    place: kept.indexOf(column),
    column,
    currency: column.currency,
    isTime: isTime(column),
    link: -1,
    verbatim: VERBATIM.has(column.kind),
    code: -1,
  }));
  const links = mapper.links.map((link, i) => ({
    index: link.index,
    codes: new ColumnCodes(readLink),
    place: kept.indexOf(link),
    column: undefined,
    currency: undefined,
    isTime: false,
    link: i,
    verbatim: true,
    code: -1,
  }));
  // A cell that only names a currency is content too: another one makes another amount.
  const content = new Set(mapper.columns.map((column) => column.index));
  const currencies = mapper.columns
    .flatMap(({ currency }) => currency ?? [])
    .filter(({ index }) => index !== -1 && !content.has(index) && content.add(index))
    .map(({ index }) => ({
      index,
      codes: new ColumnCodes(readLink),
      place: -1,
      column: undefined,
      currency: undefined,
      isTime: false,
      link: -1,
      verbatim: true,
      code: -1,
    }));
  return [...columns, ...links, ...currencies].sort((a, b) => a.index - b.index);
}

export class RowReading {
  /** What a page of this table keeps of each row. */
  readonly columns: readonly PageColumn[];
  /** Per page column. */
  readonly codesOf: readonly ColumnCodes[];
  readonly #cells: readonly ContentCell[];
  readonly #links: readonly ContentCell[];
  readonly #idIndex: number;
  readonly #hash: ByteHash = newByteHash();
  readonly #accounts = new Map<string, readonly [number, number]>();
  /** Of the row at hand, per page column: its code, OWN_VALUE (then `values`) or OWN_BYTES (then `starts`, `ends`). */
  readonly codes: Int32Array;
  readonly values: unknown[];
  readonly starts: Int32Array;
  readonly ends: Int32Array;
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
  #idHi = 0;
  #idLo = 0;
  #hasId = false;
  /** The row at hand is either a row of texts or a line of plain rows. */
  #texts: readonly string[] = [];
  #plain: PlainRows | undefined;
  #line = 0;
  bytes = new Uint8Array();
  #view: DataView = new DataView(new ArrayBuffer(0));

  constructor(mapper: RowMapper) {
    const kept = [
      ...mapper.columns.filter((column) => !isTime(column)),
      ...mapper.links.filter((link) => link.field !== 'account'),
    ];
    this.#cells = cellsOf(mapper, kept);
    this.#links = this.#cells.filter((cell) => cell.link !== -1).sort((a, b) => a.link - b.link);
    this.columns = kept.map((column) =>
      'field' in column
        ? { name: column.field, custom: false }
        : { name: column.name, custom: column.custom },
    );
    const byPlace = this.#cells.filter((cell) => cell.place !== -1).sort((a, b) => a.place - b.place);
    this.codesOf = byPlace.map((cell) => cell.codes);
    this.codes = new Int32Array(kept.length);
    this.values = new Array(kept.length).fill(undefined);
    this.starts = new Int32Array(kept.length);
    this.ends = new Int32Array(kept.length);
    this.#idIndex = mapper.idIndex;
  }

  takeTexts(row: readonly string[]): void {
    this.#plain = undefined;
    this.#texts = row;
    this.#hashCells();
  }

  takeLine(plain: PlainRows, line: number): void {
    if (this.bytes !== plain.bytes) {
      this.bytes = plain.bytes as Uint8Array<ArrayBuffer>;
      this.#view = new DataView(plain.bytes.buffer, plain.bytes.byteOffset, plain.bytes.length);
    }
    this.#plain = plain;
    this.#line = line;
    this.#hashCells();
  }

  #text({ index }: { readonly index: number }): string {
    const plain = this.#plain;
    if (plain === undefined) return this.#texts[index] ?? '';
    return decodeCell(plain.bytes, cellStart(plain, this.#line, index), cellEnd(plain, this.#line, index));
  }

  #hashCells(): void {
    const plain = this.#plain;
    const hash = this.#hash;
    let rowHi = 0x9e3779b9 | 0;
    let rowLo = 0x85ebca6b | 0;
    for (const cell of this.#cells) {
      let code: number;
      if (plain === undefined) {
        const text = this.#texts[cell.index] ?? '';
        code = cell.codes.code(text);
        if (code === -1) hashCell(text, hash);
      } else {
        const start = cellStart(plain, this.#line, cell.index);
        const end = cellEnd(plain, this.#line, cell.index);
        hashBytes(this.#view, start, end, hash);
        code = cell.codes.codeOfBytes(hash, plain.bytes, start, end);
        if (code === -1 && !hash.ascii) canonicalHash(hash, this.#view, start, end);
      }
      cell.code = code;
      const hi = code === -1 ? hash.hi : (cell.codes.hi[code] as number);
      const lo = code === -1 ? hash.lo : (cell.codes.lo[code] as number);
      if (cell.index === this.#idIndex) this.#setId(cell, hi, lo);
      rowHi = Math.imul(rowHi ^ hi, 0xcc9e2d51);
      rowHi = (rowHi << 13) | (rowHi >>> 19);
      rowLo = Math.imul((rowLo + lo) | 0, 0x1b873593);
      rowLo ^= rowLo >>> 15;
    }
    this.#rowHi = (rowHi ^ Math.imul(rowLo, 0x9e3779b1)) >>> 0;
    this.#rowLo = (rowLo ^ (rowHi >>> 16)) >>> 0;
  }

  /** An id is the same with blanks around it. */
  #setId(cell: ContentCell, hi: number, lo: number): void {
    this.#idHi = hi;
    this.#idLo = lo;
    const plain = this.#plain;
    if (plain !== undefined) {
      const start = cellStart(plain, this.#line, cell.index);
      const end = cellEnd(plain, this.#line, cell.index);
      this.#hasId = end > start;
      if (!this.#hasId || (inked(plain.bytes[start] as number) && inked(plain.bytes[end - 1] as number)))
        return;
    }
    const text = this.#text(cell);
    const trimmed = text.trim();
    this.#hasId = trimmed !== '';
    if (trimmed === text) return;
    const own = newByteHash();
    hashCell(trimmed, own);
    this.#idHi = own.hi;
    this.#idLo = own.lo;
  }

  /** The code of the row's cell in the mapper's link `link`, or −1. */
  linkCode(link: number): number {
    return (this.#links[link] as ContentCell).code;
  }

  /** What the row's link says; undefined = blank. */
  linkText(link: number): string | undefined {
    const cell = this.#links[link] as ContentCell;
    return cell.code === -1
      ? readLink(this.#text(cell))
      : (cell.codes.values[cell.code] as string | undefined);
  }

  /** Sets the content hash of the row as tied to this account. */
  tie(account: string): void {
    let tied = this.#accounts.get(account);
    if (tied === undefined) {
      const hash = newByteHash();
      hashCell(account, hash);
      tied = [hash.hi, hash.lo];
      this.#accounts.set(account, tied);
    }
    this.contentHi = (this.#rowHi ^ tied[0]) >>> 0;
    this.contentLo = (this.#rowLo ^ tied[1]) >>> 0;
  }

  /**
   * Sets the row's key; false when the row has no id of its own. Without an id the row itself is the key; where it
   * belongs is not part of it. `turn` counts rows with the same key in one file.
   */
  key(turn: number): boolean {
    const hasId = this.#idIndex !== -1 && this.#hasId;
    const hi = hasId ? this.#idHi : this.#rowHi;
    const lo = hasId ? this.#idLo : this.#rowLo;
    this.keyHi = turn === 0 ? hi : Math.imul(hi + turn, 0x85ebca6b) >>> 0;
    this.keyLo = turn === 0 ? lo : (lo ^ Math.imul(turn, 0xc2b2ae35)) >>> 0;
    return hasId;
  }

  /** Reads the cells of the row at hand; a problem means that the row is rejected. */
  read(): CellProblem | undefined {
    const plain = this.#plain;
    for (const cell of this.#cells) {
      const { code, place, column } = cell;
      if (cell.currency !== undefined && column !== undefined) {
        const problem = this.#readMoney(cell, column, cell.currency);
        if (problem !== undefined) return problem;
        continue;
      }
      if (code === -1 && plain !== undefined && cell.verbatim && this.#readVerbatim(plain, cell)) continue;
      const value = code === -1 ? cell.codes.read(this.#text(cell)) : cell.codes.values[code];
      if (column !== undefined) {
        if (value === BAD) return badCell(column, this.#text(cell), '');
        if (value === undefined && column.required)
          return { column: column.header, value: this.#text(cell), reason: 'required-missing' };
        if (cell.isTime) this.at = value as number;
      }
      if (place === -1) continue;
      this.codes[place] = code;
      this.values[place] = code === -1 && typeof value === 'string' ? ownText(value) : value;
    }
    return undefined;
  }

  #readVerbatim(plain: PlainRows, cell: ContentCell): boolean {
    const start = cellStart(plain, this.#line, cell.index);
    const end = cellEnd(plain, this.#line, cell.index);
    if (!isVerbatim(plain.bytes, start, end)) return false;
    if (cell.place === -1) return true;
    this.codes[cell.place] = OWN_BYTES;
    this.starts[cell.place] = start;
    this.ends[cell.place] = end;
    return true;
  }

  /** An amount whose currency another cell names: the same text is worth something else in the next row. */
  #readMoney(cell: ContentCell, column: MappedColumn, currency: RowCurrency): CellProblem | undefined {
    const text = this.#text(cell);
    const code = currency.index === -1 ? '' : this.#text(currency);
    const value = currency.read(code, text);
    if (value === BAD) return badCell(column, text, code);
    if (cell.place === -1) return undefined;
    this.codes[cell.place] = OWN_VALUE;
    this.values[cell.place] = value;
    return undefined;
  }

  /** The row's cells as values, in the page columns' order. */
  cells(): unknown[] {
    return Array.from(this.codes, (code, place) => {
      if (code >= 0) return this.codesOf[place]?.values[code];
      if (code === OWN_VALUE) return this.values[place];
      return decodeCell(this.bytes, this.starts[place] ?? 0, this.ends[place] ?? 0);
    });
  }
}
