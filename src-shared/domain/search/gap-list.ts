/**
 * A rising list of document numbers in a few bits each (Rice's code): the gap to the number before, its high part as
 * so many zeros and a one, its low `k` bits as they are. A third smaller than whole bytes for each gap.
 */

/** The list begins with `k` in so many bits. */
const K_BITS = 5;
const MOST_K = 24;
const ZEROS_TOGETHER = 16;

function bitsWith(gaps: readonly number[], k: number): number {
  let bits = K_BITS + gaps.length * (k + 1);
  for (const gap of gaps) bits += (gap - 1) >>> k;
  return bits;
}

/** Gaps are 1 and more; the first one counts from -1. */
export function packGaps(gaps: readonly number[]): Uint8Array {
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const low = Math.min(MOST_K - 1, Math.max(0, Math.floor(Math.log2(mean * Math.LN2))));
  const k = bitsWith(gaps, low) <= bitsWith(gaps, low + 1) ? low : low + 1;
  const bytes = new Uint8Array(Math.ceil(bitsWith(gaps, k) / 8));
  let at = 0;
  let held = 0;
  let count = 0;
  const put = (value: number, bits: number): void => {
    held = (held << bits) | value;
    for (count += bits; count >= 8; count -= 8) bytes[at++] = held >>> (count - 8);
    held &= (1 << count) - 1;
  };
  put(k, K_BITS);
  for (const gap of gaps) {
    let high = (gap - 1) >>> k;
    for (; high > ZEROS_TOGETHER; high -= ZEROS_TOGETHER) put(0, ZEROS_TOGETHER);
    put(1, high + 1);
    if (k > 0) put((gap - 1) & ((1 << k) - 1), k);
  }
  // The zeros that fill the last byte are a high part without its one: there the list ends.
  if (count > 0) put(0, 8 - count);
  return bytes;
}

export function eachDoc(list: Uint8Array, take: (doc: number) => void): void {
  const k = (list[0] as number) >>> (8 - K_BITS);
  let at = 1;
  let held = (list[0] as number) << (24 + K_BITS);
  let count = 8 - K_BITS;
  let doc = -1;
  const fill = (): void => {
    for (; count <= 24; count += 8) {
      if (at < list.length) held |= (list[at] as number) << (24 - count);
      at++;
    }
  };
  for (;;) {
    let high = 0;
    for (fill(); held === 0; fill()) {
      if (at >= list.length) return;
      high += count;
      count = 0;
    }
    const zeros = Math.clz32(held);
    high += zeros;
    // Two steps, because a shift by 32 is none.
    held = (held << zeros) << 1;
    count -= zeros + 1;
    fill();
    doc += high * 2 ** k + (k === 0 ? 0 : held >>> (32 - k)) + 1;
    held <<= k;
    count -= k;
    take(doc);
  }
}
