/** A file as the parsers see it, what can be wrong with one, and the pieces of it that guesses are made from. */
import type { PlainRows } from './plain-rows.ts';
import type { RowBatch } from './row-batch.ts';

export interface FileSource {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** The bytes, from `from` on where the source can skip (one that cannot gives them from the start). */
  readonly stream: (from?: number) => Promise<ReadableStream<Uint8Array>>;
}

export type ParseFailure =
  | { readonly type: 'too-large'; readonly what: 'bytes' | 'rows' | 'inflated'; readonly limit: number }
  | { readonly type: 'encrypted' }
  | { readonly type: 'old-excel' }
  | { readonly type: 'damaged'; readonly detail: string }
  | { readonly type: 'zip-bomb' }
  | { readonly type: 'empty' }
  | { readonly type: 'not-a-table' }
  | { readonly type: 'unreadable-encoding' };

/** Carries a failure out of the parsers; `inspectFile` turns it into a value, `readTable` throws it. */
export class ParseFailed extends Error {
  constructor(readonly failure: ParseFailure) {
    super(`cannot read the file: ${failure.type}`);
  }
}

/** A batch of data rows with how far the file was read. */
export interface TableBatch extends RowBatch {
  readonly header: readonly string[];
  /** Bytes of the file read so far (of an XLSX: the share of its rows, in bytes). */
  readonly bytesRead: number;
  /** Rows that were cut but not made texts of, instead of `rows`; only for whoever asked for them. */
  readonly plain?: PlainRows;
}

export const LIMITS = {
  textBytes: 1024 ** 3,
  rows: 5_000_000,
  xlsxBytes: 100 * 1024 ** 2,
  inflatedBytes: 500 * 1024 ** 2,
} as const;

export type Limits = { readonly [K in keyof typeof LIMITS]: number };

/** Bytes that are asked for at once. */
const CHUNK_BYTES = 512 * 1024;

type Chunk = ReadableStreamReadResult<Uint8Array>;

/** Reads into the same room again and again where the stream can: else a large file leaves garbage of its own size. */
function readerInto(stream: ReadableStream<Uint8Array>, size: number) {
  let byob: ReadableStreamBYOBReader;
  try {
    byob = stream.getReader({ mode: 'byob' });
  } catch {
    return stream.getReader();
  }
  let room = new ArrayBuffer(size);
  const read = async (): Promise<Chunk> => {
    const step = await byob.read(new Uint8Array(room));
    if (step.done) return { done: true, value: undefined };
    room = step.value.buffer;
    return step;
  };
  return { read, cancel: () => byob.cancel(), releaseLock: () => byob.releaseLock() };
}

/** Yields the bytes, each chunk valid until the next is asked for, and lets the stream go when the reader stops early. */
export async function* bytesOf(
  file: FileSource,
  signal: AbortSignal | undefined,
  from = 0,
): AsyncGenerator<Uint8Array> {
  const reader = readerInto(await file.stream(from), CHUNK_BYTES);
  let finished = false;
  try {
    for (;;) {
      signal?.throwIfAborted();
      const { done, value } = await reader.read();
      finished = done;
      if (done) return;
      yield value;
    }
  } finally {
    if (!finished) await reader.cancel().catch(() => undefined);
    reader.releaseLock();
  }
}

async function pieceOf(
  file: FileSource,
  from: number,
  length: number,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  const piece = new Uint8Array(Math.min(length, Math.max(0, file.size - from)));
  let filled = 0;
  for await (const chunk of bytesOf(file, signal, from)) {
    const part = chunk.subarray(0, piece.length - filled);
    piece.set(part, filled);
    filled += part.length;
    if (filled === piece.length) break;
  }
  return piece.subarray(0, filled);
}

const FIRST_PIECE = 1024 * 1024;
const LATER_PIECE = 128 * 1024;

/** The first megabyte and, of larger files, pieces from the middle and the end. */
export async function samplePieces(
  file: FileSource,
  signal: AbortSignal | undefined,
): Promise<readonly [Uint8Array, ...Uint8Array[]]> {
  const first = await pieceOf(file, 0, FIRST_PIECE, signal);
  if (file.size <= FIRST_PIECE) return [first];
  // Even offsets, so that UTF-16 pairs stay together.
  const middle = Math.max(FIRST_PIECE, Math.floor(file.size / 4) * 2);
  const end = Math.max(FIRST_PIECE, Math.floor((file.size - LATER_PIECE) / 2) * 2);
  return [
    first,
    await pieceOf(file, middle, LATER_PIECE, signal),
    await pieceOf(file, end, LATER_PIECE, signal),
  ];
}
