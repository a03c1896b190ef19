/** Reads the sheets of an XLSX workbook as tables of text, and refuses what is encrypted, damaged or inflates without end. */
import { Unzip, UnzipInflate } from 'fflate';
import readWorkbook, { readSheet } from 'read-excel-file/universal';
import { guessHeader } from '#shared/import/format.ts';
import type { TableFormat, TableInspection } from '#shared/model/import-plan.ts';
import { bytesOf, type FileSource, type Limits, ParseFailed, type TableBatch } from './file-source.ts';
import { inspectRows, type OnProgress } from './inspect-rows.ts';
import { BatchBuilder } from './row-batch.ts';
import { createRowShape } from './row-shape.ts';

export type XlsxFormat = Extract<TableFormat, { type: 'xlsx' }>;

interface TextSheet {
  readonly name: string;
  readonly rows: readonly string[][];
}

const BATCH_ROWS = 2_000;
const INFLATE_PIECE = 16 * 1024;
/** Beyond the ceiling, a file that grew more than this is made to harm. */
const BOMB_RATIO = 100;
const DAY = 86_400_000;

async function bytesWithin(
  file: FileSource,
  limits: Limits,
  signal: AbortSignal | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = new ParseFailed({ type: 'too-large', what: 'bytes', limit: limits.xlsxBytes });
  if (file.size > limits.xlsxBytes) throw tooLarge;
  const bytes = new Uint8Array(file.size);
  let filled = 0;
  for await (const chunk of bytesOf(file, signal)) {
    if (filled + chunk.length > bytes.length) throw tooLarge;
    bytes.set(chunk, filled);
    filled += chunk.length;
  }
  return filled === bytes.length ? bytes : bytes.slice(0, filled);
}

/** An OLE container is either an encrypted workbook or one of before 2007. */
function refuseOle(bytes: Uint8Array): void {
  if (bytes[0] !== 0xd0 || bytes[1] !== 0xcf) return;
  const needle = 'EncryptedPackage';
  for (let at = 512; at + needle.length * 2 < bytes.length; at += 2) {
    let same = 0;
    while (same < needle.length && bytes[at + 2 * same] === needle.charCodeAt(same)) same++;
    if (same === needle.length) throw new ParseFailed({ type: 'encrypted' });
  }
  throw new ParseFailed({ type: 'old-excel' });
}

/** Inflates every entry in small pieces, keeping none, and stops at the ceiling; damage shows here too. */
function checkInflatedSize(bytes: Uint8Array, limit: number): void {
  let inflated = 0;
  let workbook = false;
  let failure: ParseFailed | undefined;
  const unzip = new Unzip((entry) => {
    if (entry.name === 'xl/workbook.xml') workbook = true;
    entry.ondata = (error, chunk) => {
      if (error !== null) failure ??= new ParseFailed({ type: 'damaged', detail: error.message });
      else inflated += chunk.length;
      if (inflated > limit) failure ??= overCeiling(inflated, bytes.length, limit);
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < bytes.length && failure === undefined; at += INFLATE_PIECE) {
    try {
      unzip.push(bytes.subarray(at, at + INFLATE_PIECE), at + INFLATE_PIECE >= bytes.length);
    } catch (error) {
      failure ??= new ParseFailed({ type: 'damaged', detail: String(error) });
    }
  }
  if (failure !== undefined) throw failure;
  if (!workbook) throw new ParseFailed({ type: 'not-a-table' });
}

function overCeiling(inflated: number, packed: number, limit: number): ParseFailed {
  return new ParseFailed(
    inflated > packed * BOMB_RATIO ? { type: 'zip-bomb' } : { type: 'too-large', what: 'inflated', limit },
  );
}

/** Numbers keep the text that the file holds where JavaScript would round or restyle them. */
function numberText(raw: string): string {
  const value = Number(raw);
  return Math.abs(value) < 1e15 ? String(value) : raw;
}

function dateText(date: Date): string {
  const time = date.getTime();
  if (!Number.isFinite(time)) return '';
  const iso = new Date(Math.round(time / 1000) * 1000).toISOString();
  return time % DAY === 0 ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ');
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? dateText(cell) : String(cell);
}

/** The bytes of a workbook that is neither too large, locked nor broken at first sight. */
async function soundBytes(
  file: FileSource,
  limits: Limits,
  signal: AbortSignal | undefined,
): Promise<ArrayBuffer> {
  const bytes = await bytesWithin(file, limits, signal);
  refuseOle(bytes);
  checkInflatedSize(bytes, limits.inflatedBytes);
  signal?.throwIfAborted();
  return bytes.buffer;
}

async function sheetsOf(
  file: FileSource,
  limits: Limits,
  signal: AbortSignal | undefined,
): Promise<TextSheet[]> {
  const buffer = await soundBytes(file, limits, signal);
  try {
    const sheets = await readWorkbook(buffer, { parseNumber: numberText });
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellText)) }));
  } catch (error) {
    throw new ParseFailed({ type: 'damaged', detail: String(error) });
  }
}

async function sheetOf(
  file: FileSource,
  name: string,
  limits: Limits,
  signal: AbortSignal | undefined,
): Promise<TextSheet> {
  const buffer = await soundBytes(file, limits, signal);
  try {
    const data = await readSheet(buffer, name, { parseNumber: numberText });
    return { name, rows: data.map((row) => row.map(cellText)) };
  } catch (error) {
    throw new ParseFailed({ type: 'damaged', detail: String(error) });
  }
}

/** A dashboard has no row of labels with filled cells below them. */
function hasTableShape(rows: readonly string[][], headerRow: number, confidence: number): boolean {
  const header = rows[headerRow];
  const body = rows.slice(headerRow + 1, headerRow + 200);
  if (header === undefined || body.length === 0 || confidence < 0.5) return false;
  const columns = header.flatMap((cell, i) => (cell.trim() === '' ? [] : [i]));
  if (columns.length < 2) return false;
  let inside = 0;
  let outside = 0;
  for (const row of body) {
    for (let i = 0; i < row.length; i++) {
      if (row[i] === '') continue;
      if (header[i]!.trim() === '') outside++;
      else inside++;
    }
  }
  return inside >= body.length * columns.length * 0.35 && outside <= inside * 0.15;
}

/** Excel's date-times, numbers and texts as rows of text in batches, blank rows left out. */
function* batchesOf(
  sheet: TextSheet,
  headerRow: number,
  size: number,
  limits: Limits,
): Generator<TableBatch> {
  if (sheet.rows.length > limits.rows) {
    throw new ParseFailed({ type: 'too-large', what: 'rows', limit: limits.rows });
  }
  const shape = createRowShape({ headerRow, delimiter: ',' });
  for (let at = 0; at < sheet.rows.length; at += BATCH_ROWS) {
    const builder = new BatchBuilder(at + 1);
    const end = Math.min(sheet.rows.length, at + BATCH_ROWS);
    for (let i = at; i < end; i++) builder.add([...sheet.rows[i]!]);
    const batch = shape.shape(builder.done());
    const bytesRead = Math.round((size * end) / sheet.rows.length);
    yield { ...batch, header: shape.header() ?? [], bytesRead };
  }
}

async function* asAsync<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}

/** Every sheet; one without a table's shape comes with an empty header. */
export async function inspectXlsx(
  file: FileSource,
  limits: Limits,
  onProgress: OnProgress,
  signal?: AbortSignal,
  givenHeaderRow?: number,
): Promise<TableInspection[]> {
  const sheets = await sheetsOf(file, limits, signal);
  const tables: TableInspection[] = [];
  for (const sheet of sheets) {
    signal?.throwIfAborted();
    const filled = sheet.rows.filter((row) => row.some((cell) => cell.trim() !== ''));
    const guess = guessHeader(filled);
    const headerRow = givenHeaderRow ?? guess.headerRow;
    const format: XlsxFormat = { type: 'xlsx', sheet: sheet.name, headerRow };
    const name = { fileName: file.name, part: sheet.name, format };
    const isTable = givenHeaderRow !== undefined || hasTableShape(filled, headerRow, guess.confidence);
    const batches = isTable ? batchesOf(sheet, headerRow, file.size, limits) : [];
    tables.push(await inspectRows(name, asAsync(batches), onProgress));
  }
  if (tables.every((table) => table.header.length === 0)) throw new ParseFailed({ type: 'not-a-table' });
  return tables;
}

export async function* readXlsx(
  file: FileSource,
  format: XlsxFormat,
  limits: Limits,
  signal?: AbortSignal,
): AsyncGenerator<TableBatch> {
  const sheet = await sheetOf(file, format.sheet, limits, signal);
  for (const batch of batchesOf(sheet, format.headerRow, file.size, limits)) {
    signal?.throwIfAborted();
    yield batch;
  }
}
