/**
 * Rows of a piece of UTF-8 text in which no quote stands, cut at delimiters and line ends without making texts of them:
 * what history tables of millions of rows are read as. Everything with a quote in it goes through the row reader.
 */

export interface PlainRows {
  readonly bytes: Uint8Array;
  readonly width: number;
  /** Lines in the piece. */
  readonly lines: number;
  /** Per line `width` + 1 places: where each cell begins, and one past where the next would; see `cellEnd`. */
  readonly places: Uint32Array<ArrayBuffer>;
  /** Spreadsheet row number of the first line. */
  readonly firstRow: number;
  /** Lines that had to be looked at as text: the row, or undefined for one that is left out. */
  readonly odd: ReadonlyMap<number, readonly string[] | undefined>;
}

export interface PlainShape {
  /** Character code of the delimiter. */
  readonly delimiter: number;
  readonly width: number;
  /** First cell of the header: a line that begins like it may be the header again. */
  readonly head: string;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const DEL = 127;

export function cellStart(rows: PlainRows, line: number, cell: number): number {
  return rows.places[line * (rows.width + 1) + cell] as number;
}

export function cellEnd(rows: PlainRows, line: number, cell: number): number {
  return (rows.places[line * (rows.width + 1) + cell + 1] as number) - 1;
}

const FIRST_PLACES = 16_384;

function wider(places: Uint32Array<ArrayBuffer>, needed: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(FIRST_PLACES, needed * 2));
  larger.set(places);
  return larger;
}

/** Of ASCII: no blank and no control character. */
const isVisible = (byte: number) => byte > 32 && byte < DEL;

function beginsWith(bytes: Uint8Array, start: number, head: Uint8Array): boolean {
  if (head.length === 0) return false;
  for (let i = 0; i < head.length; i++) if (bytes[start + i] !== head[i]) return false;
  return true;
}

/**
 * `bytes`: whole lines, the last one ended too, no quote. `judge` is asked about each line that is not simply `width`
 * cells wide, with something to see at its beginning and in its last cell. `scratch` is used for the places where it is
 * large enough.
 */
export function cutPlainRows(
  bytes: Uint8Array,
  shape: PlainShape,
  firstRow: number,
  judge: (cells: string[], row: number) => readonly string[] | undefined,
  scratch: Uint32Array<ArrayBuffer> = new Uint32Array(),
): PlainRows {
  const { delimiter, width } = shape;
  let places = scratch;
  const odd = new Map<number, readonly string[] | undefined>();
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const head = new TextEncoder().encode(shape.head);
  let at = 0;
  let line = 0;
  for (; at < bytes.length; line++) {
    const start = at;
    const base = line * (width + 1);
    if (base + width >= places.length) places = wider(places, base + width + 1);
    let cells = 1;
    let cellAt = at;
    places[base] = at;
    let byte = bytes[at] as number;
    while (byte !== LINE_FEED) {
      at++;
      if (byte === delimiter) {
        if (cells < width) places[base + cells] = at;
        cells++;
        cellAt = at;
      }
      byte = bytes[at] as number;
    }
    const end = at > start && bytes[at - 1] === CARRIAGE_RETURN ? at - 1 : at;
    at++;
    places[base + width] = end + 1;
    const first = bytes[start] as number;
    // With an empty first cell the row may be blank, or the header again where that has no name in its first cell.
    const opens = first !== delimiter || (head.length > 0 && isVisible(bytes[end - 1] as number));
    const plain =
      cells === width && cellAt < end && isVisible(first) && opens && !beginsWith(bytes, start, head);
    if (!plain) {
      const texts = decoder.decode(bytes.subarray(start, end)).split(String.fromCharCode(delimiter));
      odd.set(line, judge(texts, firstRow + line));
    }
  }
  return { bytes, width, lines: line, places, firstRow, odd };
}
