/**
 * A page as the database keeps it: its numbers and texts as one run of bytes. As an object of many small arrays it cost
 * more to read than to fetch: IndexedDB builds every one of them again, whether or not anybody asks.
 */
import { ByteRoom } from './byte-room.ts';
import type { EventPage } from './event-page.ts';
import type { PackedColumn } from './pack-column.ts';

type Numbers = Extract<PackedColumn, { t: 'n' }>['v'];

/** By number in the notes on columns: the order is part of the format. */
const KINDS = [Uint8Array, Uint16Array, Uint32Array, Int32Array, Float64Array] as const;

/**
 * Where a column lies: kind of numbers and first byte; a dictionary with its texts; bytes with head, tail and length;
 * or a place in `loose`.
 */
type ColumnNote =
  | readonly ['n', kind: number, from: number, mask: number]
  | readonly ['b', from: number]
  | readonly ['d', kind: number, from: number, texts: readonly string[]]
  | readonly ['u', from: number, length: number, head: string, tail: string]
  | readonly ['l', place: number];

interface PageNotes {
  readonly names: readonly string[];
  readonly custom: readonly number[];
  readonly columns: readonly ColumnNote[];
}

export interface StoredPage
  extends Pick<EventPage, 'page' | 'account' | 'lane' | 'order' | 'oldest' | 'count' | 'scope' | 'jobs'> {
  /** 1: times are whole seconds, four bytes each; 0: milliseconds, eight bytes each. */
  readonly seconds: 0 | 1;
  /** Times, then both halves of the keys, then the columns, then the notes as JSON. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where the notes begin. */
  readonly notes: number;
  /** Columns that are no numbers: what they hold goes as it is. */
  readonly loose: readonly PackedColumn[];
}

const FIRST_ROOM = 64 * 1024;
/** One run of bytes, each piece at a place that its kind can be read from. */
class ByteRun {
  readonly #room = new ByteRoom(FIRST_ROOM);
  /** The room's bytes as each kind of numbers. */
  #views: Numbers[] = [];

  get length(): number {
    return this.#room.length;
  }

  begin(): void {
    this.#room.clear();
  }

  add(piece: Numbers): number {
    const room = this.#room;
    const size = piece.BYTES_PER_ELEMENT;
    const from = Math.ceil(room.length / size) * size;
    room.fit(from + piece.byteLength);
    room.bytes.fill(0, room.length, from);
    const { buffer } = room.bytes;
    if (this.#views[0]?.buffer !== buffer) this.#views = KINDS.map((Kind) => new Kind(buffer));
    this.#views[kindOf(piece)]?.set(piece, from / size);
    room.length = from + piece.byteLength;
    return from;
  }

  addText(text: string): void {
    this.#room.addText(text);
  }

  end(): Uint8Array<ArrayBuffer> {
    return this.#room.bytes.slice(0, this.length);
  }
}

const run = new ByteRun();

function kindOf(numbers: Numbers): number {
  return (KINDS as readonly unknown[]).indexOf(numbers.constructor);
}

function noteOf(column: PackedColumn, loose: PackedColumn[]): ColumnNote {
  switch (column.t) {
    case 'n':
      return ['n', kindOf(column.v), run.add(column.v), column.m === undefined ? -1 : run.add(column.m)];
    case 'b':
      return ['b', run.add(column.v)];
    case 'd':
      return ['d', kindOf(column.v), run.add(column.v), column.d];
    case 'u':
      return ['u', run.add(column.v), column.v.length, column.h, column.e];
    default:
      return ['l', loose.push(column) - 1];
  }
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export function storedPage(page: EventPage): StoredPage {
  run.begin();
  run.add(page.at.v);
  run.add(page.keyHi);
  run.add(page.keyLo);
  const loose: PackedColumn[] = [];
  const columns = page.columns.map((column) => noteOf(column, loose));
  const notes: PageNotes = { names: page.names, custom: [...page.custom], columns };
  // JSON writes a lone surrogate as an escape: as UTF-8 nothing of it can be lost.
  const text = JSON.stringify(notes);
  const notesFrom = run.length;
  run.addText(text);
  const { page: number, account, lane, order, oldest, count, scope, jobs } = page;
  return {
    page: number,
    account,
    lane,
    order,
    oldest,
    count,
    scope,
    jobs,
    seconds: page.at.s,
    bytes: run.end(),
    notes: notesFrom,
    loose,
  };
}

function numbersAt(stored: StoredPage, kind: number, from: number): Numbers {
  const Kind = KINDS[kind];
  if (Kind === undefined) throw new RangeError(`a page with numbers of kind ${kind}`);
  return new Kind(stored.bytes.buffer, stored.bytes.byteOffset + from, stored.count);
}

function bytesAt(stored: StoredPage, from: number, length = stored.count): Uint8Array {
  return stored.bytes.subarray(from, from + length);
}

function columnAt(stored: StoredPage, note: ColumnNote): PackedColumn {
  switch (note[0]) {
    case 'n': {
      const v = numbersAt(stored, note[1], note[2]);
      return note[3] === -1 ? { t: 'n', v } : { t: 'n', v, m: bytesAt(stored, note[3]) };
    }
    case 'b':
      return { t: 'b', v: bytesAt(stored, note[1]) };
    case 'd': {
      const v = note[1] === 0 ? bytesAt(stored, note[2]) : numbersAt(stored, note[1], note[2]);
      return { t: 'd', d: note[3], v: v as Uint8Array | Uint16Array };
    }
    case 'u':
      return { t: 'u', v: bytesAt(stored, note[1], note[2]), h: note[3], e: note[4] };
    case 'l': {
      const column = stored.loose[note[1]];
      if (column === undefined) throw new RangeError(`a page without its loose column ${note[1]}`);
      return column;
    }
  }
}

interface OpenedColumns {
  readonly names: readonly string[];
  readonly custom: Uint8Array;
  readonly columns: readonly PackedColumn[];
}

function openColumns(stored: StoredPage): OpenedColumns {
  const notes: PageNotes = JSON.parse(decoder.decode(stored.bytes.subarray(stored.notes)));
  return {
    names: notes.names,
    custom: Uint8Array.from(notes.custom),
    columns: notes.columns.map((note) => columnAt(stored, note)),
  };
}

/** The page as everybody reads it; its columns are only opened when somebody asks. Older pages were stored open. */
export function openPage(stored: StoredPage | EventPage): EventPage {
  if (!('bytes' in stored)) return stored;
  const { page, account, lane, order, oldest, count, scope, jobs, seconds } = stored;
  const width = seconds === 1 ? 4 : 8;
  let opened: OpenedColumns | undefined;
  const columns = (): OpenedColumns => {
    opened ??= openColumns(stored);
    return opened;
  };
  return {
    page,
    account,
    lane,
    order,
    oldest,
    count,
    scope,
    jobs,
    at: { s: seconds, v: numbersAt(stored, seconds === 1 ? 2 : 4, 0) as Uint32Array | Float64Array },
    keyHi: numbersAt(stored, 2, count * width) as Uint32Array,
    keyLo: numbersAt(stored, 2, count * (width + 4)) as Uint32Array,
    get names() {
      return columns().names;
    },
    get custom() {
      return columns().custom;
    },
    get columns() {
      return columns().columns;
    },
  };
}
