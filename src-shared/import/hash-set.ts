/** A set of texts remembered by their 64-bit hash, in typed arrays: eight bytes each, for millions of ids. */

import { feed, feedAscii, finish, newLanes, resetLanes } from '../base/hash.ts';
import { release } from '../base/release.ts';

const START = 4096;
const MAX_LOAD = 0.6;

export class TextHashSet {
  private slots = new Uint32Array(START * 2);
  private mask = START - 1;
  private count = 0;
  private readonly lanes = newLanes();

  get size(): number {
    return this.count;
  }

  /** False when the text (or, once in 10^19, another one) is in the set already. */
  add(text: string): boolean {
    const lanes = this.lanes;
    resetLanes(lanes);
    feed(lanes, text);
    return this.addLanes();
  }

  /** The same for the text whose ASCII bytes these are; undefined where others are among them. */
  addAscii(bytes: Uint8Array, start: number, end: number): boolean | undefined {
    resetLanes(this.lanes);
    return feedAscii(this.lanes, bytes, start, end) ? this.addLanes() : undefined;
  }

  private addLanes(): boolean {
    const lanes = this.lanes;
    finish(lanes);
    // Both lanes zero marks an empty slot.
    if (!this.put(lanes.hi, lanes.lo === 0 ? 1 : lanes.lo)) return false;
    if (++this.count > (this.mask + 1) * MAX_LOAD) this.grow();
    return true;
  }

  private put(hi: number, lo: number): boolean {
    const { slots, mask } = this;
    for (let at = lo & mask; ; at = (at + 1) & mask) {
      const slotLo = slots[2 * at]!;
      if (slotLo === 0) {
        slots[2 * at] = lo;
        slots[2 * at + 1] = hi;
        return true;
      }
      if (slotLo === lo && slots[2 * at + 1] === hi) return false;
    }
  }

  private grow(): void {
    const old = this.slots;
    this.slots = new Uint32Array(old.length * 2);
    this.mask = this.mask * 2 + 1;
    for (let i = 0; i < old.length; i += 2) if (old[i] !== 0) this.put(old[i + 1]!, old[i]!);
    release(old);
  }

  /** The set is not asked any more. */
  release(): void {
    release(this.slots);
  }
}
