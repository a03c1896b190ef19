/** Files in memory for the parsers, and what comes out of them, all batches together. */
import {
  type FileSource,
  LIMITS,
  type Limits,
  type ParseFailure,
  type TableBatch,
} from '#renderer/data/parse/file-source.ts';
import { type InspectOptions, inspectFile, readTable } from '#renderer/data/parse/open-table.ts';
import { rowNumberOf } from '#renderer/data/parse/row-batch.ts';
import type { TableFormat, TableInspection } from '#shared/model/import-plan.ts';

const nothing = () => undefined;

/** A file whose bytes come in pieces of the given size. */
export function fileOf(name: string, content: Uint8Array | string, piece = 64 * 1024): FileSource {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name,
    size: bytes.length,
    stream: async (from = 0) => {
      let at = from;
      return new ReadableStream<Uint8Array>({
        pull(controller) {
          if (at >= bytes.length) controller.close();
          else {
            controller.enqueue(bytes.subarray(at, at + piece));
            at += piece;
          }
        },
      });
    },
  };
}

export async function inspectOk(file: FileSource): Promise<TableInspection[]> {
  const result = await inspectFile(file, nothing);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

export async function failureOf(
  file: FileSource,
  options: InspectOptions = {},
): Promise<ParseFailure | undefined> {
  const result = await inspectFile(file, nothing, undefined, options);
  return result.ok ? undefined : result.error;
}

export async function readAll(file: FileSource, format: TableFormat, limits: Limits = LIMITS) {
  const batches: TableBatch[] = [];
  for await (const batch of readTable(file, format, undefined, limits)) batches.push(batch);
  return {
    rows: batches.flatMap((batch) => batch.rows),
    numbers: batches.flatMap((batch) => batch.rows.map((_, i) => rowNumberOf(batch, i))),
    problems: batches.flatMap((batch) => batch.problems),
    bytesRead: batches.at(-1)?.bytesRead,
  };
}
