/** The 64-bit hash of a cell that came as text: that of its UTF-8 bytes, the same as if it had come as bytes. */
import { type ByteHash, hashBytes } from '#shared/base/hash-bytes.ts';

const encoder = new TextEncoder();
let buffer = new Uint8Array(4_096);
let view = new DataView(buffer.buffer);

export function hashCell(text: string, out: ByteHash): void {
  if (text.length * 3 > buffer.length) {
    buffer = new Uint8Array(text.length * 6);
    view = new DataView(buffer.buffer);
  }
  const { written } = encoder.encodeInto(text, buffer);
  hashBytes(view, 0, written, out);
}
