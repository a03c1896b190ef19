/**
 * Which source rows are stored, by 64-bit key: content hash, page and job of each, 24 bytes a row in typed arrays, so
 * that a file that comes again is compared without reading its events back. Entries lie in the order in which they came
 * and never move; a table of buckets finds them.
 */

import { release } from '#shared/base/release.ts';

/** A stored piece of the index: entries of six 32-bit words; a later chunk wins over an earlier one. */
export interface DigestChunk {
  key?: number;
  scope: string;
  data: Uint32Array<ArrayBuffer>;
}

const WORDS = 6;
/** Entries per stored chunk: 48 kB, below the size at which Chromium moves a value into a file of its own. */
const CHUNK_ENTRIES = 2_000;
/** Entries per block in memory, as a power of two. */
const BLOCK_BITS = 14;
const BLOCK_MASK = (1 << BLOCK_BITS) - 1;
const SEEN = 0x8000_0000;
const CHANGED = 0x4000_0000;
const JOB_MASK = 0x3fff_ffff;
const STORED_MASK = 0x7fff_ffff;

function powerOfTwo(atLeast: number): number {
  let size = 1_024;
  while (size < atLeast) size *= 2;
  return size;
}

export class DigestIndex {
  readonly #blocks: Uint32Array[] = [];
  /** Slot + 1 of the entry in each bucket, 0 = none; a taken bucket passes on to the next. */
  #buckets: Uint32Array<ArrayBuffer>;
  #size = 0;
  /** Slots placed since the last `takeReady`. */
  #ready = new Uint32Array(CHUNK_ENTRIES);
  #readyCount = 0;

  constructor(expected = 1_000) {
    this.#buckets = new Uint32Array(powerOfTwo(expected * 1.5));
  }

  get size(): number {
    return this.#size;
  }

  #word(slot: number, word: number): number {
    const block = this.#blocks[slot >>> BLOCK_BITS] as Uint32Array;
    return block[(slot & BLOCK_MASK) * WORDS + word] as number;
  }

  #setWord(slot: number, word: number, value: number): void {
    const block = this.#blocks[slot >>> BLOCK_BITS] as Uint32Array;
    block[(slot & BLOCK_MASK) * WORDS + word] = value;
  }

  /** The slot of a key, or −1. */
  find(hi: number, lo: number): number {
    const buckets = this.#buckets;
    const mask = buckets.length - 1;
    for (let at = lo & mask; ; at = (at + 1) & mask) {
      const slot = (buckets[at] as number) - 1;
      if (slot === -1) return -1;
      if (this.#word(slot, 1) === lo && this.#word(slot, 0) === hi) return slot;
    }
  }

  sameContent(slot: number, hi: number, lo: number): boolean {
    return this.contentHi(slot) === hi && this.contentLo(slot) === lo;
  }

  keyHi(slot: number): number {
    return this.#word(slot, 0);
  }

  keyLo(slot: number): number {
    return this.#word(slot, 1);
  }

  contentHi(slot: number): number {
    return this.#word(slot, 2);
  }

  contentLo(slot: number): number {
    return this.#word(slot, 3);
  }

  page(slot: number): number {
    return this.#word(slot, 4);
  }

  job(slot: number): number {
    return this.#word(slot, 5) & JOB_MASK;
  }

  /** True when the entry's job replaced an older event rather than adding one. */
  isChange(slot: number): boolean {
    return (this.#word(slot, 5) & CHANGED) !== 0;
  }

  /** Marks are of this run only and are never stored. */
  isSeen(slot: number): boolean {
    return (this.#word(slot, 5) & SEEN) !== 0;
  }

  markSeen(slot: number): void {
    this.#setWord(slot, 5, this.#word(slot, 5) | SEEN);
  }

  /** Writes the entry of a key, new or again, and gives its slot. A mark that it carries is kept. */
  put(hi: number, lo: number, contentHi: number, contentLo: number, page: number, job: number): number {
    const found = this.find(hi, lo);
    const slot = found === -1 ? this.#add(hi, lo) : found;
    this.#setWord(slot, 2, contentHi);
    this.#setWord(slot, 3, contentLo);
    this.#setWord(slot, 4, page);
    this.#setWord(slot, 5, job | (this.#word(slot, 5) & SEEN));
    return slot;
  }

  /** Like `put`, for a row that waits for the commit that writes its page; until then its page is 0. */
  putWaiting(
    hi: number,
    lo: number,
    contentHi: number,
    contentLo: number,
    job: number,
    change: boolean,
  ): number {
    return this.put(hi, lo, contentHi, contentLo, 0, change ? job | CHANGED : job);
  }

  /**
   * The event's page is known: its entry goes with the next `takeReady`. So a stored digest never speaks of an event
   * that is not stored.
   */
  place(slot: number, page: number): void {
    this.setPage(slot, page);
    if (this.#readyCount === this.#ready.length) {
      const larger = new Uint32Array(this.#readyCount * 2);
      larger.set(this.#ready);
      this.#ready = larger;
    }
    this.#ready[this.#readyCount++] = slot;
  }

  setPage(slot: number, page: number): void {
    this.#setWord(slot, 4, page);
  }

  /** The entries placed since the last call, as chunks to store. */
  takeReady(scope: string): DigestChunk[] {
    const chunks: DigestChunk[] = [];
    const ready = this.#ready;
    const count = this.#readyCount;
    this.#readyCount = 0;
    for (let from = 0; from < count; from += CHUNK_ENTRIES) {
      const until = Math.min(count, from + CHUNK_ENTRIES);
      const data = new Uint32Array((until - from) * WORDS);
      for (let i = from; i < until; i++) this.#copy(ready[i] as number, data, (i - from) * WORDS);
      chunks.push({ scope, data });
    }
    return chunks;
  }

  load({ data }: DigestChunk): void {
    for (let at = 0; at + WORDS <= data.length; at += WORDS) {
      this.put(
        data[at] as number,
        data[at + 1] as number,
        data[at + 2] as number,
        data[at + 3] as number,
        data[at + 4] as number,
        data[at + 5] as number,
      );
    }
  }

  /** Every live entry as chunks: the whole scope written anew. `keep` leaves entries out. */
  *allChunks(scope: string, keep: (slot: number) => boolean = () => true): Generator<DigestChunk> {
    let data = new Uint32Array(CHUNK_ENTRIES * WORDS);
    let filled = 0;
    for (let slot = 0; slot < this.#size; slot++) {
      if (!keep(slot)) continue;
      this.#copy(slot, data, filled * WORDS);
      filled++;
      if (filled === CHUNK_ENTRIES) {
        yield { scope, data };
        data = new Uint32Array(CHUNK_ENTRIES * WORDS);
        filled = 0;
      }
    }
    if (filled > 0) yield { scope, data: data.slice(0, filled * WORDS) };
  }

  /** Without its mark; word by word, because a view for each of a million entries costs more than the entry. */
  #copy(slot: number, data: Uint32Array, at: number): void {
    const block = this.#blocks[slot >>> BLOCK_BITS] as Uint32Array;
    const from = (slot & BLOCK_MASK) * WORDS;
    for (let i = 0; i < WORDS; i++) data[at + i] = block[from + i] as number;
    data[at + 5] = (data[at + 5] as number) & STORED_MASK;
  }

  #add(hi: number, lo: number): number {
    if (this.#size * 1.5 > this.#buckets.length) this.#spread();
    const slot = this.#size++;
    if (slot >>> BLOCK_BITS === this.#blocks.length)
      this.#blocks.push(new Uint32Array((BLOCK_MASK + 1) * WORDS));
    this.#setWord(slot, 0, hi);
    this.#setWord(slot, 1, lo);
    this.#enter(slot, lo);
    return slot;
  }

  #enter(slot: number, lo: number): void {
    const buckets = this.#buckets;
    const mask = buckets.length - 1;
    let at = lo & mask;
    while (buckets[at] !== 0) at = (at + 1) & mask;
    buckets[at] = slot + 1;
  }

  /** Twice the buckets; entries stay where they are. */
  #spread(): void {
    const old = this.#buckets;
    this.#buckets = new Uint32Array(old.length * 2);
    release(old);
    for (let slot = 0; slot < this.#size; slot++) this.#enter(slot, this.#word(slot, 1));
  }
}
