/** The operations of one segment, in order; what is damaged or not understood is set aside and reported. */
import { readFile } from 'node:fs/promises';
import { type Operation, operationSchema } from '#shared/model/operation.ts';
import type { DamagedBytes } from './damaged-bytes.ts';
import { fileFailure, systemCode } from './file-failure.ts';
import { piecesOf } from './frame.ts';
import type { Segment } from './scan-segments.ts';

export interface JournalEntry {
  readonly seq: number;
  readonly operation: Operation;
}

export interface Wanted {
  readonly afterSeq: number;
  readonly upTo: number;
  /** Frames whose operation an earlier frame holds already. */
  readonly doubled: ReadonlySet<number>;
}

/** The value itself is handed on, not zod's copy: that leaves out a field called `__proto__`. */
function isOperation(value: unknown): value is Operation {
  return operationSchema.safeParse(value).success;
}

function parseJson(payload: Buffer): unknown {
  try {
    return JSON.parse(payload.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** The segment's bytes as far as they were acknowledged; undefined = somebody took the file away. */
async function contentOf(segment: Segment): Promise<Buffer | undefined> {
  const { bytes } = segment;
  try {
    return (await readFile(segment.path)).subarray(0, bytes);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw fileFailure(`${segment.file} could not be read`, error);
  }
}

export async function* entriesOf(
  segment: Segment,
  { afterSeq, upTo, doubled }: Wanted,
  damaged: DamagedBytes,
): AsyncGenerator<JournalEntry> {
  const setAside = ({ offset, bytes }: { readonly offset: number; readonly bytes: number }, from: Buffer) =>
    damaged.report({ file: segment.file, offset, bytes }, from.subarray(offset, offset + bytes));

  const expectedBytes = segment.bytes;
  const content = (await contentOf(segment)) ?? Buffer.alloc(0);
  let last = Math.max(afterSeq, segment.firstSeq - 1);
  for (const piece of piecesOf(content, 0)) {
    if (!('frame' in piece)) {
      await setAside(piece.damage, content);
      continue;
    }
    const { frame } = piece;
    if (frame.kind !== 'operation' || frame.seq <= last || frame.seq > upTo) continue;
    if (doubled.has(frame.seq)) continue;
    last = frame.seq;
    const operation = parseJson(frame.payload);
    if (isOperation(operation)) yield { seq: frame.seq, operation };
    else await setAside(frame, content);
  }
  // It was longer when it was written or last scanned.
  if (content.length < expectedBytes) await setAside({ offset: content.length, bytes: 0 }, content);
}
