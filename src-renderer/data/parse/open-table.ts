/** The one door to a file's tables: inspect it, then read the rows of one of them. */
import { err, ok, type Result } from '#shared/base/result.ts';
import type { TableFormat, TableInspection } from '#shared/model/import-plan.ts';
import { type GivenLayout, guessDelimited, readDelimited } from './delimited.ts';
import {
  bytesOf,
  type FileSource,
  LIMITS,
  type Limits,
  ParseFailed,
  type ParseFailure,
  samplePieces,
  type TableBatch,
} from './file-source.ts';
import { inspectRows, type OnProgress } from './inspect-rows.ts';
import { inspectJson, readJson } from './json.ts';
import { inspectJsonLines, looksLikeLines, readJsonLines } from './json-lines.ts';
import { inspectXlsx, readXlsx } from './xlsx.ts';

export interface InspectOptions {
  /** What a person chose over the guesses, for delimited text and (header row only) for sheets. */
  readonly given?: GivenLayout;
  readonly limits?: Limits;
}

type FileKind = 'text' | 'json' | 'json-lines' | 'zip' | 'ole' | 'empty';

async function kindOf(file: FileSource, signal: AbortSignal | undefined): Promise<FileKind> {
  let start = new Uint8Array();
  for await (const chunk of bytesOf(file, signal)) {
    start = Uint8Array.from([...start, ...chunk.subarray(0, 64)]);
    if (start.length >= 8) break;
  }
  if (start.length === 0) return 'empty';
  if (start[0] === 0x50 && start[1] === 0x4b && start[2]! <= 8) return 'zip';
  if (start[0] === 0xd0 && start[1] === 0xcf && start[2] === 0x11 && start[3] === 0xe0) return 'ole';
  const text = new TextDecoder().decode(start).trimStart();
  const isJson = /^(\{|\[)\s*("|\{|\[|\]|\}|$)/.test(text) || /\.json$/i.test(file.name);
  if (/\.(?:jsonl|ndjson)$/i.test(file.name)) return text.startsWith('[') ? 'json' : 'json-lines';
  if (!isJson) return 'text';
  return text.startsWith('{') && (await beginsWithLines(file, signal)) ? 'json-lines' : 'json';
}

async function beginsWithLines(file: FileSource, signal: AbortSignal | undefined): Promise<boolean> {
  const [first] = await samplePieces(file, signal);
  return looksLikeLines(new TextDecoder().decode(first));
}

async function inspectText(
  file: FileSource,
  onProgress: OnProgress,
  signal: AbortSignal | undefined,
  options: InspectOptions,
): Promise<TableInspection[]> {
  const limits = options.limits ?? LIMITS;
  const format = await guessDelimited(file, options.given ?? {}, signal);
  const name = { fileName: file.name, part: '', format };
  const table = await inspectRows(name, readDelimited(file, format, limits, signal, true), onProgress);
  if (table.header.length === 0) throw new ParseFailed({ type: 'not-a-table' });
  return [table];
}

/** A full pass over all rows of all tables in the file. An abort is thrown; everything else foreseen is a value. */
export async function inspectFile(
  file: FileSource,
  onProgress: OnProgress,
  signal?: AbortSignal,
  options: InspectOptions = {},
): Promise<Result<TableInspection[], ParseFailure>> {
  const limits = options.limits ?? LIMITS;
  try {
    const kind = file.size === 0 ? 'empty' : await kindOf(file, signal);
    if (kind === 'empty') return err({ type: 'empty' });
    if (kind === 'zip' || kind === 'ole') {
      return ok(await inspectXlsx(file, limits, onProgress, signal, options.given?.headerRow));
    }
    if (kind === 'json') return ok(await inspectJson(file, limits, onProgress, signal));
    if (kind === 'json-lines') return ok(await inspectJsonLines(file, limits, onProgress, signal));
    return ok(await inspectText(file, onProgress, signal, options));
  } catch (error) {
    if (error instanceof ParseFailed) return err(error.failure);
    throw error;
  }
}

/**
 * The data rows of one table, in order, in batches of about half a megabyte of text. Throws {@link ParseFailed}.
 * `plain`: see `readDelimited`.
 */
export function readTable(
  file: FileSource,
  format: TableFormat,
  signal?: AbortSignal,
  limits: Limits = LIMITS,
  plain = false,
): AsyncIterable<TableBatch> {
  if (format.type === 'delimited') return readDelimited(file, format, limits, signal, plain);
  if (format.type === 'xlsx') return readXlsx(file, format, limits, signal);
  return format.lines === true
    ? readJsonLines(file, format, limits, signal)
    : readJson(file, format, limits, signal);
}
