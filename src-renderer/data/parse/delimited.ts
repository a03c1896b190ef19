/** Reads CSV, TSV and their like as a table: guesses the layout from a sample, then streams the rows. */
import { guessDelimiter, guessHeader, splitSample } from '#shared/import/format.ts';
import type { Encoding, TableFormat } from '#shared/model/import-plan.ts';
import { decodeStream, detectEncoding } from './encoding.ts';
import {
  bytesOf,
  type FileSource,
  type Limits,
  ParseFailed,
  samplePieces,
  type TableBatch,
} from './file-source.ts';
import { cutPlainRows } from './plain-rows.ts';
import { BatchBuilder, type RowBatch, type RowProblem } from './row-batch.ts';
import { createRowReader } from './row-reader.ts';
import { createRowShape } from './row-shape.ts';

export type DelimitedFormat = Extract<TableFormat, { type: 'delimited' }>;

/** What a person chose over the guess. */
export interface GivenLayout {
  readonly encoding?: Encoding;
  readonly delimiter?: string;
  readonly headerRow?: number;
}

const SAMPLE_ROWS = 200;

/** Bytes that no text has: a file of them is not text, whatever encoding is tried. */
function looksBinary(text: string): boolean {
  let odd = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 9 || (code > 13 && code < 27) || code === 0xfffd) odd++;
  }
  return odd > 2 && odd > text.length * 0.002;
}

export async function guessDelimited(
  file: FileSource,
  given: GivenLayout,
  signal: AbortSignal | undefined,
): Promise<DelimitedFormat> {
  const pieces = await samplePieces(file, signal);
  const encoding = given.encoding ?? detectEncoding(pieces)[0]!.encoding;
  const text = decodeStream(encoding).decode(pieces[0], { stream: true });
  if (text.startsWith('%PDF') || looksBinary(text)) {
    throw new ParseFailed({ type: given.encoding === undefined ? 'not-a-table' : 'unreadable-encoding' });
  }
  if (text.trim() === '') throw new ParseFailed({ type: 'empty' });
  const delimiter = given.delimiter ?? guessDelimiter(text.slice(0, 256 * 1024)).delimiter;
  const rows = splitSample(text, delimiter, SAMPLE_ROWS);
  return {
    type: 'delimited',
    encoding,
    delimiter,
    headerRow: given.headerRow ?? guessHeader(rows).headerRow,
  };
}

/** Bytes in a piece that is cut without making texts. */
const PIECE_BYTES = 512 * 1024;
/** Of the first piece: enough for what stands above a header, and for the header. */
const TOP_BYTES = 16 * 1024;
const QUOTE = 34;
const LINE_FEED = 10;

/**
 * Pieces of about half a megabyte that end with a line end where there is one; the last may not. A piece is valid until
 * the next one is asked for: the buffer is used again, so that a large file leaves no garbage of its own size.
 */
async function* piecesOf(
  file: FileSource,
  signal: AbortSignal | undefined,
  pieceBytes: number,
): AsyncGenerator<{ bytes: Uint8Array; bytesRead: number }> {
  let buffer = new Uint8Array(pieceBytes * 2);
  let length = 0;
  let bytesRead = 0;
  for await (const chunk of bytesOf(file, signal)) {
    bytesRead += chunk.length;
    if (length + chunk.length > buffer.length) {
      const larger = new Uint8Array((length + chunk.length) * 2);
      larger.set(buffer.subarray(0, length));
      buffer = larger;
    }
    buffer.set(chunk, length);
    const end = length + chunk.lastIndexOf(LINE_FEED) + 1;
    const ended = end > length;
    length += chunk.length;
    if (!ended || length < pieceBytes) continue;
    yield { bytes: buffer.subarray(0, end), bytesRead };
    buffer.copyWithin(0, end, length);
    length -= end;
  }
  if (length > 0) yield { bytes: buffer.subarray(0, length), bytesRead };
}

/**
 * Streams the data rows in batches of about half a megabyte; header, preamble and footers are taken off. `plain`: rows
 * that need no more than cutting may come as `plain` instead of texts; they are valid until the next batch is asked for.
 */
export async function* readDelimited(
  file: FileSource,
  format: DelimitedFormat,
  limits: Limits,
  signal: AbortSignal | undefined,
  plain = false,
  pieceBytes = PIECE_BYTES,
): AsyncGenerator<TableBatch> {
  if (file.size > limits.textBytes) throw tooLarge('bytes', limits.textBytes);
  const decoder = decodeStream(format.encoding);
  const reader = createRowReader({ delimiter: format.delimiter });
  const shape = createRowShape({ headerRow: format.headerRow, delimiter: format.delimiter });
  const code = format.delimiter.charCodeAt(0);
  const mayCut = plain && format.encoding === 'utf-8' && format.delimiter.length === 1 && code < 128;
  let rows = 0;
  let places = new Uint32Array();
  const counted = (batch: RowBatch, lines: number, bytesRead: number): TableBatch => {
    rows += lines;
    if (rows > limits.rows) throw tooLarge('rows', limits.rows);
    return { ...batch, header: shape.header() ?? [], bytesRead };
  };
  const asText = (text: string, final: boolean, bytesRead: number): TableBatch => {
    const batch = shape.shape(reader.push(text, final));
    return counted(batch, batch.rows.length, bytesRead);
  };
  const cut = (bytes: Uint8Array, header: readonly string[], bytesRead: number): TableBatch => {
    const problems: RowProblem[] = [];
    const judge = (cells: string[], row: number): readonly string[] | undefined => {
      const one = new BatchBuilder(row);
      one.add(cells);
      const judged = shape.shape(one.done());
      problems.push(...judged.problems);
      return judged.rows[0];
    };
    const table = { delimiter: code, width: header.length, head: header[0] ?? '' };
    const found = cutPlainRows(bytes, table, reader.nextRow, judge, places);
    places = found.places;
    reader.passOver(found.lines);
    const batch = { rows: [], firstRow: found.firstRow, rowNumbers: undefined, problems };
    return { ...counted(batch, found.lines, bytesRead), plain: found };
  };
  const next = (bytes: Uint8Array, bytesRead: number): TableBatch => {
    const header = shape.header();
    const plainPiece =
      mayCut &&
      header !== undefined &&
      reader.atLineStart &&
      bytes[bytes.length - 1] === LINE_FEED &&
      !bytes.includes(QUOTE);
    return plainPiece
      ? cut(bytes, header, bytesRead)
      : asText(decoder.decode(bytes, { stream: true }), false, bytesRead);
  };
  let read = 0;
  for await (const { bytes, bytesRead } of piecesOf(file, signal, pieceBytes)) {
    read = bytesRead;
    if (bytesRead > limits.textBytes) throw tooLarge('bytes', limits.textBytes);
    // Until the header is known nothing can be cut: of the first piece only a little goes the slower way.
    const top = mayCut && shape.header() === undefined ? bytes.indexOf(LINE_FEED, TOP_BYTES) + 1 : 0;
    if (top > 0) yield next(bytes.subarray(0, top), bytesRead - (bytes.length - top));
    if (top < bytes.length) yield next(bytes.subarray(top), bytesRead);
  }
  yield asText(decoder.decode(), true, read);
}

function tooLarge(what: 'bytes' | 'rows', limit: number): ParseFailed {
  return new ParseFailed({ type: 'too-large', what, limit });
}
