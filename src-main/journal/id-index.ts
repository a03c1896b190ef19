/** Which segment may hold an operation id: 12 bytes a slot instead of a string, because the journal lives for years. */
import { feed, finish, newLanes, resetLanes } from '#shared/base/hash.ts';

/**
 * A hash table of 64-bit hashes. It never forgets an id, but two ids may share a hash: a hit is a hint, and the
 * caller looks into the segment before it believes it.
 */
export class IdIndex {
  private high = new Uint32Array(1024);
  private low = new Uint32Array(1024);
  /** Segment number; 0 = the slot is free. */
  private segment = new Uint32Array(1024);
  private used = 0;
  private readonly lanes = newLanes();

  get size(): number {
    return this.used;
  }

  add(id: string, segment: number): void {
    if ((this.used + 1) * 3 > this.segment.length * 2) this.grow();
    this.hash(id);
    this.put(this.lanes.hi, this.lanes.lo, segment);
    this.used += 1;
  }

  /** False = certainly new. */
  mayHold(id: string): boolean {
    this.hash(id);
    const { hi, lo } = this.lanes;
    const mask = this.segment.length - 1;
    for (let slot = lo & mask; this.segment[slot] !== 0; slot = (slot + 1) & mask) {
      if (this.high[slot] === hi && this.low[slot] === lo) return true;
    }
    return false;
  }

  /** Segments that may hold the id; empty = certainly new. */
  segmentsOf(id: string): number[] {
    this.hash(id);
    const { hi, lo } = this.lanes;
    const found: number[] = [];
    const mask = this.segment.length - 1;
    for (let slot = lo & mask; this.segment[slot] !== 0; slot = (slot + 1) & mask) {
      if (this.high[slot] === hi && this.low[slot] === lo) found.push(this.segment[slot]!);
    }
    return found;
  }

  private hash(id: string): void {
    resetLanes(this.lanes);
    feed(this.lanes, id);
    finish(this.lanes);
  }

  private put(hi: number, lo: number, segment: number): void {
    const mask = this.segment.length - 1;
    let slot = lo & mask;
    while (this.segment[slot] !== 0) slot = (slot + 1) & mask;
    this.high[slot] = hi;
    this.low[slot] = lo;
    this.segment[slot] = segment;
  }

  private grow(): void {
    const { high, low, segment } = this;
    const slots = segment.length * 2;
    this.high = new Uint32Array(slots);
    this.low = new Uint32Array(slots);
    this.segment = new Uint32Array(slots);
    for (let slot = 0; slot < segment.length; slot++) {
      if (segment[slot] !== 0) this.put(high[slot]!, low[slot]!, segment[slot]!);
    }
  }
}
