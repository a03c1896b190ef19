/** Bytes put together piece after piece, in room that is used again and again. */

/** Bytes that UTF-8 needs at most for one unit of a text. */
const UTF8_MOST = 3;
const encoder = new TextEncoder();

export class ByteRoom {
  bytes: Uint8Array<ArrayBuffer>;
  length = 0;

  /** `size`: bytes to begin with, a multiple of 8. */
  constructor(size: number) {
    this.bytes = new Uint8Array(size);
  }

  clear(): void {
    this.length = 0;
  }

  /** Room for so many bytes in all; what is there is kept, in another array where it was too small. */
  fit(size: number): void {
    let larger = this.bytes.length;
    while (larger < size) larger *= 2;
    if (larger === this.bytes.length) return;
    const bytes = new Uint8Array(larger);
    bytes.set(this.bytes.subarray(0, this.length));
    this.bytes = bytes;
  }

  /** Gives the number of bytes. */
  addText(text: string): number {
    this.fit(this.length + text.length * UTF8_MOST);
    const { written } = encoder.encodeInto(text, this.bytes.subarray(this.length));
    this.length += written;
    return written;
  }

  addBytes(from: Uint8Array, start: number, size: number): void {
    this.fit(this.length + size);
    // Byte by byte: most pieces are cells, and a view of each costs more than the copy.
    const { bytes, length } = this;
    for (let at = 0; at < size; at++) bytes[length + at] = from[start + at] as number;
    this.length += size;
  }
}
