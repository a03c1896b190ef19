/** A frame of the journal: magic, length, sequence number, CRC-32C, payload; and how to find frames among damage. */
import { crc32c } from './crc32c.ts';

/**
 * `head` opens a segment (its sequence number is the last one given before the segment was made), `operation` carries
 * one operation. 0xFF and 0xFE never occur in UTF-8, so no payload can hold a magic.
 */
export type FrameKind = 'head' | 'operation';

export interface Frame {
  readonly kind: FrameKind;
  readonly seq: number;
  /** Where the frame begins in its file. */
  readonly offset: number;
  /** Bytes of the whole frame. */
  readonly bytes: number;
  readonly payload: Buffer;
}

/** A stretch of a file that holds no valid frame. */
export interface DamagedStretch {
  readonly offset: number;
  readonly bytes: number;
  /** The highest believable sequence number among what is left of frames in it; 0 = none. */
  readonly reservedSeq: number;
}

export type Piece = { readonly frame: Frame } | { readonly damage: DamagedStretch };

export const FRAME_HEAD = 20;
/** One operation never comes near this; a length above it is damage. */
export const MAX_PAYLOAD = 64 * 1024 * 1024;
const MAGIC: Record<FrameKind, number> = { operation: 0xff4b5afe, head: 0xff4b48fe };
const FIRST_BYTE = 0xff;
/** A sequence number in a broken frame is believed only when it lies this near to the last good one. */
const BELIEVABLE = 1_000_000;

export function encodeFrame(kind: FrameKind, seq: number, payload: Buffer): Buffer {
  const frame = Buffer.allocUnsafe(FRAME_HEAD + payload.length);
  frame.writeUInt32BE(MAGIC[kind], 0);
  frame.writeUInt32LE(payload.length, 4);
  frame.writeUIntLE(seq, 8, 6);
  frame.writeUInt16LE(0, 14);
  payload.copy(frame, FRAME_HEAD);
  frame.writeUInt32LE(checkOf(frame, 0, frame.length), 16);
  return frame;
}

/** Over everything but the check sum itself. */
function checkOf(bytes: Buffer, from: number, to: number): number {
  return crc32c(bytes, crc32c(bytes, 0, from, from + 16), from + FRAME_HEAD, to);
}

function kindAt(bytes: Buffer, at: number): FrameKind | undefined {
  if (at + FRAME_HEAD > bytes.length) return undefined;
  const magic = bytes.readUInt32BE(at);
  if (magic === MAGIC.operation) return 'operation';
  return magic === MAGIC.head ? 'head' : undefined;
}

function frameAt(bytes: Buffer, at: number): Frame | undefined {
  const kind = kindAt(bytes, at);
  if (kind === undefined) return undefined;
  const length = bytes.readUInt32LE(at + 4);
  const end = at + FRAME_HEAD + length;
  if (length > MAX_PAYLOAD || end > bytes.length) return undefined;
  if (bytes.readUInt32LE(at + 16) !== checkOf(bytes, at, end)) return undefined;
  const seq = bytes.readUIntLE(at + 8, 6);
  return { kind, seq, offset: at, bytes: end - at, payload: bytes.subarray(at + FRAME_HEAD, end) };
}

/** Where the next valid frame begins after `from`, or the end of the bytes; and what damage lies before it. */
function resynchronise(bytes: Buffer, from: number, lastSeq: number): DamagedStretch {
  let reservedSeq = 0;
  let at = from;
  while (at < bytes.length) {
    if (kindAt(bytes, at) !== undefined) {
      if (at > from && frameAt(bytes, at) !== undefined) break;
      const seq = bytes.readUIntLE(at + 8, 6);
      if (seq > lastSeq && seq <= lastSeq + BELIEVABLE) reservedSeq = Math.max(reservedSeq, seq);
    }
    const next = bytes.indexOf(FIRST_BYTE, at + 1);
    at = next === -1 ? bytes.length : next;
  }
  return { offset: from, bytes: at - from, reservedSeq };
}

/** Every byte of a segment, in order, as valid frames and damaged stretches between them. */
export function* piecesOf(bytes: Buffer, lastSeqBefore: number): Generator<Piece> {
  let lastSeq = lastSeqBefore;
  let at = 0;
  while (at < bytes.length) {
    const frame = frameAt(bytes, at);
    if (frame !== undefined) {
      lastSeq = Math.max(lastSeq, frame.seq);
      at += frame.bytes;
      yield { frame };
    } else {
      const damage = resynchronise(bytes, at, lastSeq);
      at += damage.bytes;
      yield { damage };
    }
  }
}
