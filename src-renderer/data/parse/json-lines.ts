/** Reads JSON Lines (one object a line) as a table of text, line by line; a line that cannot be read costs itself alone. */
import type { TableInspection } from '#shared/model/import-plan.ts';
import { bytesOf, type FileSource, type Limits, ParseFailed, type TableBatch } from './file-source.ts';
import { inspectRows, type OnProgress } from './inspect-rows.ts';
import type { JsonFormat } from './json.ts';
import { isPlainObject, jsonEncoding, KeyFinder, RowCollector, tooLarge } from './json-rows.ts';
import { MAX_PROBLEM_TEXT } from './row-batch.ts';

/** Characters of a line that are held; a longer one is no row. */
const MOST_LINE = 16 * 1024 * 1024;

interface Line {
  /** 1-based, as an editor shows it. */
  readonly number: number;
  readonly text: string;
  readonly bytesRead: number;
  /** It was too long: only its beginning is here. */
  readonly isCut: boolean;
}

/** The lines that are not blank, as many at once as a piece of the file holds. */
async function* linesOf(
  file: FileSource,
  limits: Limits,
  signal: AbortSignal | undefined,
): AsyncGenerator<readonly Line[]> {
  if (file.size > limits.textBytes) throw tooLarge('bytes', limits.textBytes);
  let decoder: TextDecoder | undefined;
  let bytesRead = 0;
  let number = 1;
  let rest = '';
  let isCut = false;
  const lineOf = (text: string): Line => ({ number, text, bytesRead, isCut });
  for await (const chunk of bytesOf(file, signal)) {
    decoder ??= new TextDecoder(jsonEncoding(chunk));
    bytesRead += chunk.length;
    const text = decoder.decode(chunk, { stream: true });
    const lines: Line[] = [];
    let from = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', from)) {
      const line = isCut ? rest : rest + text.slice(from, end);
      if (line.trim() !== '') lines.push(lineOf(line));
      number++;
      rest = '';
      isCut = false;
      from = end + 1;
    }
    if (!isCut) rest += text.slice(from);
    if (rest.length > MOST_LINE) {
      rest = rest.slice(0, MAX_PROBLEM_TEXT);
      isCut = true;
    }
    yield lines;
  }
  if (decoder === undefined) throw new ParseFailed({ type: 'empty' });
  if (rest.trim() !== '') yield [lineOf(rest)];
}

/** Numbers that would not come back as they stand: long ones, fractions, powers; and all inside of what is nested. */
const CHANGED_NUMBER = /[:,[]\s*-?(?:\d{16}|\d+[.eE])/;
const NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g;

function isNested(text: string): boolean {
  return text.includes('[') || text.indexOf('{') !== text.lastIndexOf('{');
}

/** Undefined = no JSON. Numbers stay the text that the file holds: an id of 19 digits would be rounded otherwise. */
function parseLine({ text, isCut }: Pick<Line, 'text' | 'isCut'>): { readonly value: unknown } | undefined {
  if (isCut) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (!CHANGED_NUMBER.test(text) && !isNested(text)) return { value };
    return { value: JSON.parse(text.replace(NUMBER, (part) => (part.startsWith('"') ? part : `"${part}"`))) };
  } catch {
    return undefined;
  }
}

async function findKeys(
  file: FileSource,
  limits: Limits,
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  const keys = new KeyFinder();
  for await (const lines of linesOf(file, limits, signal))
    for (const line of lines) {
      const parsed = parseLine(line);
      if (isPlainObject(parsed?.value)) keys.add(parsed.value);
    }
  return keys.list();
}

export async function* readJsonLines(
  file: FileSource,
  format: JsonFormat,
  limits: Limits,
  signal?: AbortSignal,
): AsyncGenerator<TableBatch> {
  const rows = new RowCollector(format.keys ?? (await findKeys(file, limits, signal)), limits);
  for await (const lines of linesOf(file, limits, signal))
    for (const line of lines) {
      const parsed = parseLine(line);
      rows.bytesRead = line.bytesRead;
      if (parsed === undefined) rows.reject(line.number, 'bad-json', line.text.trim());
      else rows.add(line.number, parsed.value);
      if (rows.isFull) yield rows.take();
    }
  rows.bytesRead = file.size;
  yield rows.take();
}

export async function inspectJsonLines(
  file: FileSource,
  limits: Limits,
  onProgress: OnProgress,
  signal?: AbortSignal,
): Promise<TableInspection[]> {
  const keys = await findKeys(file, limits, signal);
  if (keys.length === 0) throw new ParseFailed({ type: 'not-a-table' });
  const format: JsonFormat = { type: 'json', path: '', lines: true, keys };
  const name = { fileName: file.name, part: '', format };
  return [await inspectRows(name, readJsonLines(file, format, limits, signal), onProgress)];
}

/** Whether a text that begins with an object goes on with another one in a line of its own. */
export function looksLikeLines(start: string): boolean {
  const [first = '', second] = start.split('\n').filter((line) => line.trim() !== '');
  return (
    second?.trimStart().startsWith('{') === true &&
    isPlainObject(parseLine({ text: first, isCut: false })?.value)
  );
}
