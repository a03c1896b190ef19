/**
 * New rows that wait for their pages, by slot in a few flat arrays, so that a hundred thousand of them are nothing for
 * the garbage collector to look at.
 */
import { ByteRoom } from '../byte-room.ts';
import type { DigestIndex } from '../digest-index.ts';
import type { RowSource } from '../event-page.ts';
import {
  type CodeMarks,
  newCodeMarks,
  type PackedColumn,
  packBytes,
  packCodes,
  packColumn,
} from '../pack-column.ts';
import { decodeCell } from '../parse/decode-cell.ts';
import type { ColumnCodes } from './column-codes.ts';
import { OWN_BYTES, OWN_VALUE, type RowReading } from './row-reading.ts';
import { type Chain, SlotChains } from './slot-chains.ts';

/** Room for rows that is there from the start; growing copies, and room that nobody has written to is not in memory yet. */
const LEAST_ROWS = 4_096;
const MOST_CELLS = 2 ** 21;
/** Bytes of a file to a cell: fewer are rare, and then the room grows. */
const CELL_BYTES = 12;
const LEAST_ARENA = 256 * 1024;
const MOST_ARENA = 20 * 1024 * 1024;
/** Once what is waited for fills more of the arena, moving it together comes up too often. */
const MOST_FILLED = 2 / 3;
/** More than there are slots, as a power of two: a place in the arena and a slot make one number. */
const SLOTS = 2 ** 24;

type Flat = Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

/** The same array with room for more. */
function grown<T extends Flat>(array: T, length: number): T {
  const bytes = new Uint8Array(length * array.BYTES_PER_ELEMENT);
  bytes.set(new Uint8Array(array.buffer));
  const Kind = array.constructor as new (buffer: ArrayBuffer) => T;
  return new Kind(bytes.buffer);
}

const FIRST_TOGETHER = 32 * 1024;
/** Half of a pair of units is no letter: as bytes it would come back as another one. */
const HALF = /\p{Surrogate}/u;

function isText(value: unknown): value is string {
  return typeof value === 'string' && !HALF.test(value);
}

export class WaitingRows implements RowSource {
  readonly #index: DigestIndex;
  readonly #codesOf: readonly ColumnCodes[];
  readonly #marks: readonly CodeMarks[];
  readonly #width: number;
  /** Per column, kept over many pages: how often texts did not repeat. */
  readonly #plain: number[] = [];
  at: Float64Array<ArrayBuffer>;
  /** Place of each row in the digest index. */
  #digests: Int32Array<ArrayBuffer>;
  /** Row after row, per column: a code, OWN_VALUE, or OWN_BYTES minus where its bytes begin. */
  #cells: Int32Array<ArrayBuffer>;
  #lengths: Int32Array<ArrayBuffer>;
  /** Per column that has any, by slot: values of their own. */
  readonly #values: (unknown[] | undefined)[];
  /** Bytes of their own, row after row, each row's together. */
  #arena: Uint8Array<ArrayBuffer>;
  #arenaUsed = 0;
  /** By slot: where its bytes begin, and how many they are. */
  #from: Int32Array<ArrayBuffer>;
  #bytes: Int32Array<ArrayBuffer>;
  /** Where a page's texts of one column are put together. */
  readonly #together = new ByteRoom(FIRST_TOGETHER);
  /** Of the column that is packed: per row its code, and where its bytes are. Used again, or each page left dozens. */
  #codes = new Int32Array();
  #starts = new Int32Array();
  #sizes = new Int32Array();
  readonly #loose: unknown[] = [];
  readonly #chains: SlotChains;

  /** `fileBytes`: the size of the file that the rows come from. */
  constructor(index: DigestIndex, codesOf: readonly ColumnCodes[], fileBytes = 0) {
    this.#index = index;
    this.#codesOf = codesOf;
    this.#width = codesOf.length;
    this.#marks = codesOf.map(newCodeMarks);
    const cells = Math.min(fileBytes / CELL_BYTES, MOST_CELLS);
    const rows = Math.max(LEAST_ROWS, Math.floor(cells / Math.max(1, this.#width)));
    this.at = new Float64Array(rows);
    this.#digests = new Int32Array(rows);
    this.#from = new Int32Array(rows);
    this.#bytes = new Int32Array(rows);
    this.#chains = new SlotChains(rows);
    this.#cells = new Int32Array(rows * this.#width);
    this.#lengths = new Int32Array(rows * this.#width);
    this.#values = codesOf.map(() => undefined);
    this.#arena = new Uint8Array(Math.max(LEAST_ARENA, Math.min(fileBytes, MOST_ARENA)));
  }

  get count(): number {
    return this.#chains.count;
  }

  #slotFor(account: string, at: number, digest: number): number {
    const slot = this.#chains.add(account);
    if (slot >= this.at.length) this.#grow();
    this.at[slot] = at;
    this.#digests[slot] = digest;
    this.#from[slot] = this.#arenaUsed;
    this.#bytes[slot] = 0;
    return slot;
  }

  /** The row that `reading` has read last; `digest`: its slot in the digest index. */
  add(account: string, digest: number, reading: RowReading): void {
    let length = 0;
    for (let i = 0; i < this.#width; i++)
      if (reading.codes[i] === OWN_BYTES)
        length += (reading.ends[i] as number) - (reading.starts[i] as number);
    if (this.#arenaUsed + length > this.#arena.length) this.#makeRoom(length);
    const slot = this.#slotFor(account, reading.at, digest);
    this.#bytes[slot] = length;
    const base = slot * this.#width;
    for (let i = 0; i < this.#width; i++) {
      const code = reading.codes[i] as number;
      this.#lengths[base + i] = 0;
      if (code === OWN_BYTES) {
        this.#keepBytes(base + i, reading.bytes, reading.starts[i] as number, reading.ends[i] as number);
      } else {
        this.#cells[base + i] = code;
        if (code === OWN_VALUE) this.#keepValue(i, slot, reading.values[i]);
      }
    }
  }

  /** A row as values, in the columns' order. */
  addValues(account: string, at: number, digest: number, values: readonly unknown[]): void {
    const slot = this.#slotFor(account, at, digest);
    for (let i = 0; i < this.#width; i++) {
      this.#cells[slot * this.#width + i] = OWN_VALUE;
      this.#lengths[slot * this.#width + i] = 0;
      this.#keepValue(i, slot, values[i]);
    }
  }

  #keepValue(column: number, slot: number, value: unknown): void {
    const values = this.#values[column] ?? new Array(this.at.length);
    this.#values[column] = values;
    values[slot] = value;
  }

  #keepBytes(cell: number, bytes: Uint8Array, start: number, end: number): void {
    let to = this.#arenaUsed;
    this.#cells[cell] = OWN_BYTES - to;
    this.#lengths[cell] = end - start;
    const arena = this.#arena;
    for (let from = start; from < end; from++) arena[to++] = bytes[from] as number;
    this.#arenaUsed = to;
  }

  /** Moves the bytes that are still waited for together, in their order, and takes a larger arena where that is not enough. */
  #makeRoom(length: number): void {
    let used = 0;
    const slots = this.#slotsByBytes();
    for (let i = 0; i < slots.length; i++) {
      const slot = slots[i] as number;
      const from = this.#from[slot] as number;
      const bytes = this.#bytes[slot] as number;
      if (from > used) this.#moveBytes(slot, from, used);
      used += bytes;
    }
    this.#arenaUsed = used;
    let size = this.#arena.length;
    while (size * MOST_FILLED < used + length) size *= 2;
    if (size === this.#arena.length) return;
    const arena = new Uint8Array(size);
    arena.set(this.#arena.subarray(0, used));
    this.#arena = arena;
  }

  /** Slots that hold bytes, by where these begin. */
  #slotsByBytes(): Uint32Array {
    const places = new Float64Array(this.#chains.count);
    let found = 0;
    this.#chains.each((slot) => {
      if (this.#bytes[slot] !== 0) places[found++] = (this.#from[slot] as number) * SLOTS + slot;
    });
    places.subarray(0, found).sort();
    const slots = new Uint32Array(found);
    for (let i = 0; i < found; i++) slots[i] = (places[i] as number) % SLOTS;
    return slots;
  }

  #moveBytes(slot: number, from: number, to: number): void {
    this.#arena.copyWithin(to, from, from + (this.#bytes[slot] as number));
    this.#from[slot] = to;
    for (let cell = slot * this.#width; cell < (slot + 1) * this.#width; cell++) {
      const code = this.#cells[cell] as number;
      if (code <= OWN_BYTES) this.#cells[cell] = code + (from - to);
    }
  }

  #grow(): void {
    const capacity = this.at.length * 2;
    this.at = grown(this.at, capacity);
    this.#digests = grown(this.#digests, capacity);
    this.#from = grown(this.#from, capacity);
    this.#bytes = grown(this.#bytes, capacity);
    this.#cells = grown(this.#cells, capacity * this.#width);
    this.#lengths = grown(this.#lengths, capacity * this.#width);
    const added = new Array(capacity / 2);
    for (const [column, values] of this.#values.entries())
      if (values !== undefined) this.#values[column] = values.concat(added);
  }

  /** Takes the accounts with the most rows, at least `rows` rows in all; `free` gives their slots back. */
  takeFullest(rows: number): Map<string, Chain> {
    return this.#chains.takeFullest(rows);
  }

  slots(chain: Chain): Uint32Array {
    return this.#chains.slots(chain);
  }

  free(chain: Chain): void {
    this.#chains.free(chain);
  }

  digest(slot: number): number {
    return this.#digests[slot] as number;
  }

  keyHi(slot: number): number {
    return this.#index.keyHi(this.digest(slot));
  }

  keyLo(slot: number): number {
    return this.#index.keyLo(this.digest(slot));
  }

  cell(slot: number, column: number): unknown {
    const cell = slot * this.#width + column;
    const code = this.#cells[cell] as number;
    if (code >= 0) return (this.#codesOf[column] as ColumnCodes).values[code];
    if (code === OWN_VALUE) return this.#values[column]?.[slot];
    const from = OWN_BYTES - code;
    return decodeCell(this.#arena, from, from + (this.#lengths[cell] as number));
  }

  column(column: number, order: Uint32Array): PackedColumn {
    const { onlyTexts, values } = this.#codesOf[column] as ColumnCodes;
    this.#fit(order.length);
    const codes = this.#codes;
    let coded = true;
    let bytes = true;
    let someBytes = false;
    for (let i = 0; i < order.length; i++) {
      const code = this.#cells[(order[i] as number) * this.#width + column] as number;
      codes[i] = code;
      if (code < 0) coded = false;
      if (code > OWN_BYTES) bytes = false;
      else someBytes = true;
    }
    if (coded && onlyTexts) {
      const packed = packCodes(codes, values, this.#marks[column] as CodeMarks);
      if (packed !== undefined) return packed;
    }
    const packed = bytes
      ? this.#packOwnBytes(column, order)
      : someBytes && onlyTexts
        ? this.#packTogether(column, order)
        : undefined;
    if (packed !== undefined) return packed;
    const cells = this.#loose;
    for (let i = 0; i < order.length; i++) cells[i] = this.cell(order[i] as number, column);
    const loose = packColumn(cells, column, this.#plain);
    return loose.t === 'o' ? { t: 'o', v: [...cells] } : loose;
  }

  #fit(rows: number): void {
    if (this.#codes.length === rows) return;
    this.#codes = new Int32Array(rows);
    this.#starts = new Int32Array(rows);
    this.#sizes = new Int32Array(rows);
    this.#loose.length = rows;
  }

  #packOwnBytes(column: number, order: Uint32Array): PackedColumn | undefined {
    for (let i = 0; i < order.length; i++) {
      this.#starts[i] = OWN_BYTES - (this.#codes[i] as number);
      this.#sizes[i] = this.#lengths[(order[i] as number) * this.#width + column] as number;
    }
    return packBytes(this.#arena, this.#starts, this.#sizes);
  }

  /**
   * A column of which some texts are bytes and others are not: those that had codes until they were found not to repeat,
   * and those of rows that came as texts (the first of a file, those with quotes). All become bytes; undefined where one
   * is missing or no text.
   */
  #packTogether(column: number, order: Uint32Array): PackedColumn | undefined {
    const { values } = this.#codesOf[column] as ColumnCodes;
    const together = this.#together;
    together.clear();
    for (let i = 0; i < order.length; i++) {
      const code = this.#codes[i] as number;
      const slot = order[i] as number;
      this.#starts[i] = together.length;
      if (code > OWN_BYTES) {
        const text = code === OWN_VALUE ? this.#values[column]?.[slot] : values[code];
        if (!isText(text)) return undefined;
        this.#sizes[i] = together.addText(text);
      } else {
        const size = this.#lengths[slot * this.#width + column] as number;
        this.#sizes[i] = size;
        together.addBytes(this.#arena, OWN_BYTES - code, size);
      }
    }
    return packBytes(together.bytes, this.#starts, this.#sizes);
  }
}
