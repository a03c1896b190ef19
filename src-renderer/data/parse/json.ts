/** Reads JSON arrays and Salesforce sObject Trees as tables of text, element by element, never whole in memory. */
import { Tokenizer, TokenParser, TokenType } from '@streamparser/json';
import type { TableFormat, TableInspection } from '#shared/model/import-plan.ts';
import { bytesOf, type FileSource, type Limits, ParseFailed, type TableBatch } from './file-source.ts';
import { inspectRows, type OnProgress } from './inspect-rows.ts';
import { MAX_PROBLEM_TEXT, type RowProblem } from './row-batch.ts';

export type JsonFormat = Extract<TableFormat, { type: 'json' }>;

type Cells = Map<string, string>;
/** An element of a list; one that is no object cannot be a row. */
type OnElement = (path: string, element: unknown) => void;

const MAX_KEYS = 2_000;
const BATCH_TEXT = 1024 * 1024;

function scalarText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function arrayText(values: readonly unknown[]): string {
  const simple = values.every((value) => typeof value !== 'object' || value === null);
  return simple ? values.map(scalarText).join(';') : JSON.stringify(values);
}

/** An element's cells; objects inside it are opened one level, as `Account.Name`. */
function flatten(element: object): Cells {
  const cells: Cells = new Map();
  for (const [key, value] of Object.entries(element)) {
    if (Array.isArray(value)) cells.set(key, arrayText(value));
    else if (!isPlainObject(value)) cells.set(key, scalarText(value));
    else {
      for (const [inner, nested] of Object.entries(value)) {
        cells.set(`${key}.${inner}`, Array.isArray(nested) ? arrayText(nested) : scalarText(nested));
      }
    }
  }
  return cells;
}

/** Numbers stay the text that the file holds: an id of 19 digits would be rounded otherwise. */
class TextTokenizer extends Tokenizer {
  numberText = '';

  protected override parseNumber(text: string): number {
    this.numberText = text;
    return 0;
  }
}

interface ElementParser {
  write(text: string): void;
  /** Throws when the text ended too early. */
  end(): void;
}

/** Hands each element of the root array, or of the arrays directly below a root object, to `onElement`. */
function createElementParser(rootIsArray: boolean, onElement: OnElement): ElementParser {
  const tokenizer = new TextTokenizer();
  const parser = new TokenParser({ paths: [rootIsArray ? '$.*' : '$.*.*'], keepStack: false });
  tokenizer.onToken = (token) => {
    const isNumber = token.token === TokenType.NUMBER;
    parser.write(isNumber ? { ...token, token: TokenType.STRING, value: tokenizer.numberText } : token);
  };
  parser.onValue = ({ value, key, stack }) => {
    if (typeof key !== 'number') return;
    const path = rootIsArray ? '' : stack[stack.length - 1]?.key;
    if (path !== undefined) onElement(String(path), value);
  };
  return {
    write(text) {
      if (!parser.isEnded) tokenizer.write(text);
      else if (text.trim() !== '') throw new Error('there is text after the end of the JSON value');
    },
    end() {
      if (!parser.isEnded) parser.end();
    },
  };
}

/** Reads the file through, calling `onElement` for each element and `afterChunk` when a chunk was read. */
async function* walk(
  file: FileSource,
  limits: Limits,
  signal: AbortSignal | undefined,
  onElement: OnElement,
): AsyncGenerator<number> {
  if (file.size > limits.textBytes) throw tooLarge('bytes', limits.textBytes);
  let parser: ElementParser | undefined;
  let decoder: TextDecoder | undefined;
  let bytesRead = 0;
  try {
    for await (const chunk of bytesOf(file, signal)) {
      decoder ??= new TextDecoder(chunk[0] === 0xff ? 'utf-16le' : chunk[0] === 0xfe ? 'utf-16be' : 'utf-8');
      bytesRead += chunk.length;
      const text = decoder.decode(chunk, { stream: true });
      if (parser === undefined && text.trim() === '') continue;
      parser ??= createElementParser(text.trimStart().startsWith('['), onElement);
      parser.write(text);
      yield bytesRead;
    }
    if (parser === undefined) throw new ParseFailed({ type: 'empty' });
    parser.end();
  } catch (error) {
    if (error instanceof ParseFailed || signal?.aborted === true) throw error;
    throw new ParseFailed({ type: 'damaged', detail: String(error) });
  }
}

function tooLarge(what: 'bytes' | 'rows', limit: number): ParseFailed {
  return new ParseFailed({ type: 'too-large', what, limit });
}

/** First pass: which arrays of objects there are, and which keys their elements have. */
async function findTables(
  file: FileSource,
  limits: Limits,
  signal: AbortSignal | undefined,
): Promise<Map<string, string[]>> {
  const tables = new Map<string, Set<string>>();
  const note: OnElement = (path, element) => {
    // A list in which nothing is an object is a value, not a table.
    if (!isPlainObject(element)) return;
    let keys = tables.get(path);
    if (keys === undefined) {
      keys = new Set();
      tables.set(path, keys);
    }
    if (keys.size < MAX_KEYS) for (const key of flatten(element).keys()) keys.add(key);
  };
  for await (const _bytes of walk(file, limits, signal, note)) signal?.throwIfAborted();
  return new Map([...tables].map(([path, keys]) => [path, [...keys].slice(0, MAX_KEYS)]));
}

export async function* readJson(
  file: FileSource,
  format: JsonFormat,
  limits: Limits,
  signal?: AbortSignal,
): AsyncGenerator<TableBatch> {
  const header = format.keys ?? (await findTables(file, limits, signal)).get(format.path);
  if (header === undefined) throw new ParseFailed({ type: 'not-a-table' });
  let rows: string[][] = [];
  let numbers: number[] = [];
  let problems: RowProblem[] = [];
  let text = 0;
  let next = 1;
  const collect: OnElement = (path, element) => {
    if (path !== format.path) return;
    const number = next++;
    if (!isPlainObject(element)) {
      const said = Array.isArray(element) ? arrayText(element) : scalarText(element);
      problems.push({ row: number, reason: 'no-record', text: said.slice(0, MAX_PROBLEM_TEXT) });
      return;
    }
    const cells = flatten(element);
    const row = header.map((key) => cells.get(key) ?? '');
    for (const cell of row) text += cell.length;
    rows.push(row);
    numbers.push(number);
  };
  let bytesRead = 0;
  const take = (): TableBatch => {
    const batch = { header, rows, firstRow: numbers[0] ?? next, rowNumbers: numbers, problems, bytesRead };
    if (next - 1 > limits.rows) throw tooLarge('rows', limits.rows);
    rows = [];
    numbers = [];
    problems = [];
    text = 0;
    return batch;
  };
  for await (const bytes of walk(file, limits, signal, collect)) {
    bytesRead = bytes;
    if (text >= BATCH_TEXT) yield take();
  }
  yield take();
}

export async function inspectJson(
  file: FileSource,
  limits: Limits,
  onProgress: OnProgress,
  signal?: AbortSignal,
): Promise<TableInspection[]> {
  const tables = await findTables(file, limits, signal);
  if (tables.size === 0) throw new ParseFailed({ type: 'not-a-table' });
  const inspections: TableInspection[] = [];
  for (const [path, keys] of tables) {
    const format: JsonFormat = { type: 'json', path, keys };
    const name = { fileName: file.name, part: path, format };
    inspections.push(await inspectRows(name, readJson(file, format, limits, signal), onProgress));
  }
  return inspections;
}
