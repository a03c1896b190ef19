/** CRC-32C (Castagnoli): the check sum of journal frames, snapshot lines and the manifest. */

/** Eight tables of 256: table k advances a byte by k more zero bytes, so that eight bytes go in one step. */
function makeTables(): Uint32Array {
  const tables = new Uint32Array(8 * 256);
  for (let byte = 0; byte < 256; byte++) {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0x82f63b78 : value >>> 1;
    tables[byte] = value >>> 0;
  }
  for (let byte = 0; byte < 256; byte++) {
    for (let k = 1; k < 8; k++) {
      const before = tables[(k - 1) * 256 + byte]!;
      tables[k * 256 + byte] = ((before >>> 8) ^ tables[before & 0xff]!) >>> 0;
    }
  }
  return tables;
}

const T = makeTables();

/** The check sum of `bytes[from..to)`; `before` continues an earlier one. Unsigned 32-bit. */
export function crc32c(bytes: Uint8Array, before = 0, from = 0, to = bytes.length): number {
  let crc = ~before;
  let i = from;
  for (const last = to - 8; i <= last; i += 8) {
    const low = crc ^ (bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24));
    crc =
      T[1792 + (low & 0xff)]! ^
      T[1536 + ((low >>> 8) & 0xff)]! ^
      T[1280 + ((low >>> 16) & 0xff)]! ^
      T[1024 + (low >>> 24)]! ^
      T[768 + bytes[i + 4]!]! ^
      T[512 + bytes[i + 5]!]! ^
      T[256 + bytes[i + 6]!]! ^
      T[bytes[i + 7]!]!;
  }
  for (; i < to; i++) crc = (crc >>> 8) ^ T[(crc ^ bytes[i]!) & 0xff]!;
  return ~crc >>> 0;
}

/** Eight hexadecimal digits. */
export function crcText(crc: number): string {
  return crc.toString(16).padStart(8, '0');
}
