/** A 64-bit hash over bytes, four at a time, for identities and change detection (not for security). */

/** Lanes of the last hash, unsigned; `ascii` tells that all bytes were below 128. Reused so that nothing is allocated. */
export interface ByteHash {
  hi: number;
  lo: number;
  ascii: boolean;
}

export function newByteHash(): ByteHash {
  return { hi: 0, lo: 0, ascii: true };
}

function mix(value: number): number {
  let h = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Hashes `bytes` from `start` up to, not including, `end` into `out`. */
export function hashBytes(bytes: DataView, start: number, end: number, out: ByteHash): void {
  let hi = 0x9e3779b9 | 0;
  let lo = 0x85ebca6b | 0;
  let all = 0;
  let at = start;
  for (const last = end - 4; at <= last; at += 4) {
    const word = bytes.getInt32(at, true);
    all |= word;
    hi = Math.imul(hi ^ word, 0xcc9e2d51);
    hi = (hi << 13) | (hi >>> 19);
    lo = Math.imul((lo + word) | 0, 0x1b873593);
    lo ^= lo >>> 15;
  }
  let rest = 0;
  for (let shift = 0; at < end; at++, shift += 8) rest |= bytes.getUint8(at) << shift;
  all |= rest;
  const length = end - start;
  hi = Math.imul(hi ^ rest, 0xcc9e2d51);
  lo = Math.imul((lo + rest) | 0, 0x1b873593);
  out.hi = mix(hi ^ Math.imul(lo, 0x9e3779b1) ^ length);
  out.lo = mix(lo ^ Math.imul(out.hi, 0x85ebca77));
  out.ascii = (all & 0x80808080) === 0;
}
