/** A fast 64-bit string hash in two 32-bit lanes, for identities and change detection (not for security). */

/** Result lanes of the last {@link hashString} call; reused so that the hot import loop allocates nothing. */
export interface HashLanes {
  hi: number;
  lo: number;
}

export function newLanes(): HashLanes {
  return { hi: 0x9e3779b9 | 0, lo: 0x85ebca6b | 0 };
}

export function resetLanes(lanes: HashLanes): void {
  lanes.hi = 0x9e3779b9 | 0;
  lanes.lo = 0x85ebca6b | 0;
}

/** Feeds `text` (UTF-16 code units) and a separator into the lanes, so that ["ab","c"] and ["a","bc"] differ. */
export function feed(lanes: HashLanes, text: string): void {
  let hi = lanes.hi;
  let lo = lanes.lo;
  const length = text.length;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    hi = Math.imul(hi ^ code, 0x01000193);
    lo = Math.imul(lo ^ code, 0x5bd1e995);
    lo ^= lo >>> 15;
  }
  endPart(lanes, hi, lo, length);
}

/** The same for ASCII bytes from `start` up to, not including, `end`; false, and nothing fed, where others are among them. */
export function feedAscii(lanes: HashLanes, bytes: Uint8Array, start: number, end: number): boolean {
  let { hi, lo } = lanes;
  for (let at = start; at < end; at++) {
    const code = bytes[at] as number;
    if (code > 127) return false;
    hi = Math.imul(hi ^ code, 0x01000193);
    lo = Math.imul(lo ^ code, 0x5bd1e995);
    lo ^= lo >>> 15;
  }
  endPart(lanes, hi, lo, end - start);
  return true;
}

function endPart(lanes: HashLanes, hi: number, lo: number, length: number): void {
  const mixedHi = Math.imul(hi ^ 0x1ff ^ length, 0x01000193);
  const mixedLo = Math.imul(lo ^ 0x2ff ^ length, 0x5bd1e995);
  lanes.hi = mixedHi ^ (mixedHi >>> 13);
  lanes.lo = mixedLo ^ (mixedLo >>> 15);
}

function avalanche(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Both lanes mixed to the end, as unsigned 32-bit integers. */
export function finish(lanes: HashLanes): void {
  const hi = avalanche(lanes.hi ^ Math.imul(lanes.lo, 0x9e3779b1));
  const lo = avalanche(lanes.lo ^ Math.imul(hi, 0x85ebca77));
  lanes.hi = hi;
  lanes.lo = lo;
}

const BASE32 = '0123456789abcdefghjkmnpqrstvwxyz';

/** 13 Crockford base-32 characters (64 bits) of the parts: equal parts give equal text on every machine. */
export function hashText(parts: readonly string[]): string {
  const lanes = newLanes();
  for (const part of parts) feed(lanes, part);
  finish(lanes);
  let out = '';
  let value = (BigInt(lanes.hi) << 32n) | BigInt(lanes.lo);
  for (let i = 0; i < 13; i++) {
    out = BASE32[Number(value & 31n)] + out;
    value >>= 5n;
  }
  return out;
}
