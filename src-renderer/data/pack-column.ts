/** One column of a page of history, packed: typed numbers, a dictionary of repeating texts, or texts as one piece. */

type Numbers = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

export type PackedColumn =
  /** Numbers; `m` marks missing ones with 1. */
  | { readonly t: 'n'; readonly v: Numbers; readonly m?: Uint8Array }
  /** Booleans: 0 false, 1 true, 2 missing. */
  | { readonly t: 'b'; readonly v: Uint8Array }
  /** Few different texts: index + 1 into `d`, 0 = missing. */
  | { readonly t: 'd'; readonly d: readonly string[]; readonly v: Uint8Array | Uint16Array }
  /**
   * Many different texts, '' = missing (an empty text is never stored); `h` and `e` are what all others begin and end
   * with (addresses and ids mostly share a head and a tail), left off each of them.
   */
  | { readonly t: 's'; readonly v: readonly string[]; readonly h: string; readonly e: string }
  /** The same as one text, joined by U+001F: written and read in one piece. */
  | { readonly t: 'j'; readonly v: string; readonly h: string; readonly e: string }
  /** The same as UTF-8 bytes, none missing: on their way from file to page such texts were never made texts. */
  | { readonly t: 'u'; readonly v: Uint8Array; readonly h: string; readonly e: string }
  /** Anything else (money, tags); undefined = missing. */
  | { readonly t: 'o'; readonly v: readonly unknown[] };

function numbersFor(min: number, max: number, integers: boolean, length: number): Numbers {
  if (!integers || min < -2_147_483_648 || max > 4_294_967_295 || (min < 0 && max > 2_147_483_647)) {
    return new Float64Array(length);
  }
  if (min < 0) return new Int32Array(length);
  if (max <= 255) return new Uint8Array(length);
  return max <= 65_535 ? new Uint16Array(length) : new Uint32Array(length);
}

/** One column of the events of a page, in the page's order. */
type Cells = readonly unknown[];

function packNumbers(cells: Cells): PackedColumn | undefined {
  let min = 0;
  let max = 0;
  let integers = true;
  let missing = 0;
  for (const value of cells) {
    if (value === undefined) {
      missing++;
      continue;
    }
    if (typeof value !== 'number') return undefined;
    if (value < min) min = value;
    if (value > max) max = value;
    if (integers && (!Number.isInteger(value) || Object.is(value, -0))) integers = false;
  }
  const v = numbersFor(min, max, integers, cells.length);
  const m = missing > 0 ? new Uint8Array(cells.length) : undefined;
  for (let i = 0; i < cells.length; i++) {
    const value = cells[i];
    if (typeof value === 'number') v[i] = value;
    else if (m !== undefined) m[i] = 1;
  }
  return m === undefined ? { t: 'n', v } : { t: 'n', v, m };
}

function packTexts(cells: Cells): PackedColumn | undefined {
  const places = new Map<string, number>();
  const limit = cells.length >> 1;
  const v = new Uint16Array(cells.length);
  let lastText = '';
  let lastPlace = 0;
  for (let i = 0; i < cells.length; i++) {
    const value = cells[i];
    if (value === undefined) continue;
    if (typeof value !== 'string') return undefined;
    if (value !== lastText) {
      let place = places.get(value);
      if (place === undefined) {
        if (places.size >= limit) return packPlainTexts(cells);
        place = places.size + 1;
        places.set(value, place);
      }
      lastText = value;
      lastPlace = place;
    }
    v[i] = lastPlace;
  }
  return { t: 'd', d: [...places.keys()], v: places.size <= 255 ? new Uint8Array(v) : v };
}

/** The longest head (or, `fromEnd`, tail) that all texts share. */
function shared(texts: readonly string[], fromEnd: boolean): string {
  let common: string | undefined;
  for (const text of texts) {
    if (text === '') continue;
    if (common === undefined) common = text;
    while (!(fromEnd ? text.endsWith(common) : text.startsWith(common))) {
      const step: number = common.length > 16 ? common.length >> 1 : common.length - 1;
      common = fromEnd ? common.slice(common.length - step) : common.slice(0, step);
    }
    if (common === '') return '';
  }
  return common ?? '';
}

function packPlainTexts(cells: Cells): PackedColumn | undefined {
  const v: string[] = [];
  let shortest = Number.POSITIVE_INFINITY;
  for (const value of cells) {
    if (value === undefined) v.push('');
    else if (typeof value === 'string') {
      v.push(value);
      if (value.length < shortest) shortest = value.length;
    } else return undefined;
  }
  const h = shared(v, false);
  const e = shared(v, true);
  const off = h.length + e.length;
  // A text that is all head and tail would look like a missing one: then nothing is left off.
  if (off === 0 || shortest <= off) return joined(v, '', '');
  return joined(
    v.map((text) => text.slice(h.length, text.length - e.length)),
    h,
    e,
  );
}

const JOINT = '\u001f';

function joined(texts: readonly string[], h: string, e: string): PackedColumn {
  const v = texts.join(JOINT);
  // A text that holds the joint itself would come apart: such a column stays a list.
  let joints = 0;
  for (let at = v.indexOf(JOINT); at !== -1; at = v.indexOf(JOINT, at + 1)) joints++;
  return joints === texts.length - 1 ? { t: 'j', v, h, e } : { t: 's', v: texts, h, e };
}

const split = new WeakMap<PackedColumn, readonly string[]>();

function textsOf(column: Extract<PackedColumn, { t: 's' | 'j' | 'u' }>): readonly string[] {
  if (column.t === 's') return column.v;
  let texts = split.get(column);
  if (texts === undefined) {
    texts = (column.t === 'j' ? column.v : decoder.decode(column.v)).split(JOINT);
    split.set(column, texts);
  }
  return texts;
}

function packBooleans(cells: Cells): PackedColumn | undefined {
  const v = new Uint8Array(cells.length);
  for (let i = 0; i < cells.length; i++) {
    const value = cells[i];
    if (value !== undefined && typeof value !== 'boolean') return undefined;
    v[i] = value === undefined ? 2 : value ? 1 : 0;
  }
  return { t: 'b', v };
}

/** How often in a row a text column had to be kept plain; after a few times the dictionary is not even tried. */
const PLAIN_AFTER = 3;
const TRY_AGAIN = 64;

/** `plain`: per column, kept by the caller over many pages of one table: how often texts did not repeat. */
export function packColumn(cells: Cells, column: number, plain: number[] | undefined): PackedColumn {
  const first = cells.find((value) => value !== undefined);
  const anything: PackedColumn = { t: 'o', v: cells };
  switch (typeof first) {
    case 'number':
      return packNumbers(cells) ?? anything;
    case 'boolean':
      return packBooleans(cells) ?? anything;
    case 'object':
      return anything;
    default: {
      const streak = plain?.[column] ?? 0;
      const skip = streak >= PLAIN_AFTER && streak % TRY_AGAIN !== 0;
      const packed = skip ? packPlainTexts(cells) : packTexts(cells);
      if (plain !== undefined) plain[column] = packed?.t === 's' || packed?.t === 'j' ? streak + 1 : 0;
      return packed ?? anything;
    }
  }
}

/** Which codes of a column a page has already met, kept over its pages: the page's own place of each. */
export interface CodeMarks {
  page: number;
  pages: Int32Array;
  places: Uint16Array;
  /** Where a page's places are put together. */
  row: Uint16Array;
}

export function newCodeMarks(): CodeMarks {
  return { page: 0, pages: new Int32Array(256), places: new Uint16Array(256), row: new Uint16Array(256) };
}

/**
 * Texts that have a code each (`values[code]`), in the page's order: packed without looking at the texts. Undefined when
 * too many differ for a dictionary.
 */
export function packCodes(
  codes: Int32Array,
  values: readonly unknown[],
  marks: CodeMarks,
): PackedColumn | undefined {
  if (marks.pages.length < values.length) {
    marks.pages = new Int32Array(values.length * 2);
    marks.places = new Uint16Array(values.length * 2);
    marks.page = 0;
  }
  if (marks.row.length < codes.length) marks.row = new Uint16Array(codes.length * 2);
  const page = ++marks.page;
  const { pages, places, row } = marks;
  const d: string[] = [];
  const limit = codes.length >> 1;
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    if (pages[code] !== page) {
      const value = values[code];
      pages[code] = page;
      if (value === undefined) places[code] = 0;
      else {
        if (d.length >= limit) return undefined;
        places[code] = d.push(value as string);
      }
    }
    row[i] = places[code] as number;
  }
  const v = row.subarray(0, codes.length);
  return { t: 'd', d, v: d.length <= 255 ? new Uint8Array(v) : v.slice() };
}

const JOINT_BYTE = 0x1f;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** How many ASCII bytes all share at their beginning or, `step` −1, at their end. */
function sharedBytes(bytes: Uint8Array, starts: Int32Array, lengths: Int32Array, step: 1 | -1): number {
  const edge = (i: number) => (starts[i] as number) + (step === 1 ? 0 : (lengths[i] as number) - 1);
  let common = lengths[0] as number;
  const first = edge(0);
  for (let i = 0; i < starts.length && common > 0; i++) {
    const own = edge(i);
    let same = 0;
    const most = Math.min(common, lengths[i] as number);
    while (same < most) {
      const byte = bytes[own + same * step] as number;
      if (byte !== bytes[first + same * step] || byte >= 128) break;
      same++;
    }
    common = same;
  }
  return common;
}

/** Texts as UTF-8 bytes, none of them empty. Undefined when one holds the joint itself. */
export function packBytes(
  bytes: Uint8Array,
  starts: Int32Array,
  lengths: Int32Array,
): PackedColumn | undefined {
  let head = sharedBytes(bytes, starts, lengths, 1);
  let tail = sharedBytes(bytes, starts, lengths, -1);
  let total = lengths.length - 1;
  let shortest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < lengths.length; i++) {
    const length = lengths[i] as number;
    total += length;
    if (length < shortest) shortest = length;
  }
  // A text that is all head and tail would look like a missing one: then nothing is left off.
  if (shortest <= head + tail) {
    head = 0;
    tail = 0;
  }
  const v = new Uint8Array(total - (head + tail) * lengths.length);
  let to = 0;
  for (let i = 0; i < starts.length; i++) {
    if (i > 0) v[to++] = JOINT_BYTE;
    const start = starts[i] as number;
    const end = start + (lengths[i] as number) - tail;
    for (let at = start + head; at < end; at++) {
      const byte = bytes[at] as number;
      if (byte === JOINT_BYTE) return undefined;
      v[to++] = byte;
    }
  }
  const first = starts[0] as number;
  const last = first + (lengths[0] as number);
  const text = (from: number, until: number) => decoder.decode(bytes.subarray(from, until));
  return { t: 'u', v, h: text(first, first + head), e: text(last - tail, last) };
}

/** A row's value; undefined = blank. */
export function cellAt(column: PackedColumn, row: number): unknown {
  switch (column.t) {
    case 'n':
      return column.m?.[row] === 1 ? undefined : column.v[row];
    case 'b': {
      const value = column.v[row];
      return value === 2 ? undefined : value === 1;
    }
    case 'd': {
      const place = column.v[row] ?? 0;
      return place === 0 ? undefined : column.d[place - 1];
    }
    case 's':
    case 'j':
    case 'u': {
      const body = textsOf(column)[row];
      return body === '' || body === undefined ? undefined : column.h + body + column.e;
    }
    case 'o':
      return column.v[row];
  }
}
