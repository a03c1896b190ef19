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
import { createRowReader } from './row-reader.ts';
import { createRowShape } from './row-shape.ts';

export type DelimitedFormat = Extract<TableFormat, { type: 'delimited' }>;

/** What a person chose over the guess. */
export interface GivenLayout {
  readonly encoding?: Encoding;
  readonly delimiter?: string;
  readonly headerRow?: number;
}

/** Characters in a batch. */
const BATCH_TEXT = 1024 * 1024;
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

/** Streams the data rows in batches of about a megabyte of text; header, preamble and footers are taken off. */
export async function* readDelimited(
  file: FileSource,
  format: DelimitedFormat,
  limits: Limits,
  signal: AbortSignal | undefined,
): AsyncGenerator<TableBatch> {
  if (file.size > limits.textBytes) throw tooLarge('bytes', limits.textBytes);
  const decoder = decodeStream(format.encoding);
  const reader = createRowReader({ delimiter: format.delimiter });
  const shape = createRowShape({ headerRow: format.headerRow, delimiter: format.delimiter });
  let bytesRead = 0;
  let text = '';
  let rows = 0;
  const take = (final: boolean): TableBatch => {
    const batch = shape.shape(reader.push(text, final));
    text = '';
    rows += batch.rows.length;
    if (rows > limits.rows) throw tooLarge('rows', limits.rows);
    return { ...batch, header: shape.header() ?? [], bytesRead };
  };
  for await (const chunk of bytesOf(file, signal)) {
    bytesRead += chunk.length;
    if (bytesRead > limits.textBytes) throw tooLarge('bytes', limits.textBytes);
    text += decoder.decode(chunk, { stream: true });
    if (text.length >= BATCH_TEXT) yield take(false);
  }
  text += decoder.decode();
  yield take(true);
}

function tooLarge(what: 'bytes' | 'rows', limit: number): ParseFailed {
  return new ParseFailed({ type: 'too-large', what, limit });
}
