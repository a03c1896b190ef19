/** Reads JSON arrays and Salesforce sObject Trees as tables of text, element by element, never whole in memory. */
import { Tokenizer, TokenParser, TokenType } from '@streamparser/json';
import type { TableFormat, TableInspection } from '#shared/model/import-plan.ts';
import { bytesOf, type FileSource, type Limits, ParseFailed, type TableBatch } from './file-source.ts';
import { inspectRows, type OnProgress } from './inspect-rows.ts';
import { isPlainObject, jsonEncoding, KeyFinder, RowCollector, tooLarge } from './json-rows.ts';

export type JsonFormat = Extract<TableFormat, { type: 'json' }>;

/** An element of a list; one that is no object cannot be a row. */
type OnElement = (path: string, element: unknown) => void;

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
      decoder ??= new TextDecoder(jsonEncoding(chunk));
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

/** First pass: which arrays of objects there are, and which keys their elements have. */
async function findTables(
  file: FileSource,
  limits: Limits,
  signal: AbortSignal | undefined,
): Promise<Map<string, string[]>> {
  const tables = new Map<string, KeyFinder>();
  const note: OnElement = (path, element) => {
    // A list in which nothing is an object is a value, not a table.
    if (!isPlainObject(element)) return;
    let keys = tables.get(path);
    if (keys === undefined) {
      keys = new KeyFinder();
      tables.set(path, keys);
    }
    keys.add(element);
  };
  for await (const _bytes of walk(file, limits, signal, note)) signal?.throwIfAborted();
  return new Map([...tables].map(([path, keys]) => [path, keys.list()]));
}

export async function* readJson(
  file: FileSource,
  format: JsonFormat,
  limits: Limits,
  signal?: AbortSignal,
): AsyncGenerator<TableBatch> {
  const header = format.keys ?? (await findTables(file, limits, signal)).get(format.path);
  if (header === undefined) throw new ParseFailed({ type: 'not-a-table' });
  const rows = new RowCollector(header, limits);
  let next = 1;
  const collect: OnElement = (path, element) => {
    if (path === format.path) rows.add(next++, element);
  };
  for await (const bytes of walk(file, limits, signal, collect)) {
    rows.bytesRead = bytes;
    if (rows.isFull) yield rows.take();
  }
  yield rows.take();
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
