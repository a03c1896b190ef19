/**
 * Which source rows are stored, by 64-bit key: content hash, page and job of each, in one typed array (24 bytes a row),
 * so that a file that comes again is compared without reading its events back.
 */

/** A stored piece of the index: entries of six 32-bit words; a later chunk wins over an earlier one. */
export interface DigestChunk {
  key?: number;
  scope: string;
  data: Uint32Array;
}

const WORDS = 6;
/** Entries per stored chunk: 48 kB, below the size at which Chromium moves a value into a file of its own. */
const CHUNK_ENTRIES = 2_000;
const SEEN = 0x8000_0000;
const CHANGED = 0x4000_0000;
const JOB_MASK = 0x3fff_ffff;
const STORED_MASK = 0x7fff_ffff;

export class DigestIndex {
  #words: Uint32Array;
  #capacity: number;
  #size = 0;
  #ready: number[] = [];

  constructor(expected = 1_000) {
    this.#capacity = Math.max(1_024, Math.ceil(expected / 0.7));
    this.#words = new Uint32Array(this.#capacity * WORDS);
  }

  get size(): number {
    return this.#size;
  }

  /** The slot of a key, or −1. Slots are valid until the next `put` of a new key. */
  find(hi: number, lo: number): number {
    const words = this.#words;
    let slot = Math.floor((lo / 4_294_967_296) * this.#capacity);
    for (;;) {
      const base = slot * WORDS;
      if (words[base + 5] === 0) return -1;
      if (words[base] === hi && words[base + 1] === lo) return slot;
      slot = slot + 1 === this.#capacity ? 0 : slot + 1;
    }
  }

  sameContent(slot: number, hi: number, lo: number): boolean {
    return this.#words[slot * WORDS + 2] === hi && this.#words[slot * WORDS + 3] === lo;
  }

  contentHi(slot: number): number {
    return this.#words[slot * WORDS + 2] ?? 0;
  }

  contentLo(slot: number): number {
    return this.#words[slot * WORDS + 3] ?? 0;
  }

  page(slot: number): number {
    return this.#words[slot * WORDS + 4] ?? 0;
  }

  job(slot: number): number {
    return (this.#words[slot * WORDS + 5] ?? 0) & JOB_MASK;
  }

  /** True when the entry's job replaced an older event rather than adding one. */
  isChange(slot: number): boolean {
    return ((this.#words[slot * WORDS + 5] ?? 0) & CHANGED) !== 0;
  }

  /** Marks are of this run only and are never stored. */
  isSeen(slot: number): boolean {
    return ((this.#words[slot * WORDS + 5] ?? 0) & SEEN) !== 0;
  }

  markSeen(slot: number): void {
    const at = slot * WORDS + 5;
    this.#words[at] = (this.#words[at] ?? 0) | SEEN;
  }

  clearMarks(): void {
    for (let at = 5; at < this.#words.length; at += WORDS)
      this.#words[at] = (this.#words[at] ?? 0) & STORED_MASK;
  }

  /** Writes an entry (new or again) and notes it for the next `takePending`. A mark that it carries is kept. */
  put(hi: number, lo: number, contentHi: number, contentLo: number, page: number, job: number): number {
    let slot = this.find(hi, lo);
    if (slot === -1) {
      if (this.#size + 1 > this.#capacity * 0.75) this.#grow();
      slot = this.#free(lo);
      this.#size++;
    }
    const base = slot * WORDS;
    const seen = (this.#words[base + 5] ?? 0) & SEEN;
    const words = this.#words;
    words[base] = hi;
    words[base + 1] = lo;
    words[base + 2] = contentHi;
    words[base + 3] = contentLo;
    words[base + 4] = page;
    words[base + 5] = job | seen;
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
  place(hi: number, lo: number, page: number): void {
    this.setPage(hi, lo, page);
    this.#ready.push(hi, lo);
  }

  setPage(hi: number, lo: number, page: number): void {
    const slot = this.find(hi, lo);
    if (slot !== -1) this.#words[slot * WORDS + 4] = page;
  }

  /** The entries placed since the last call, as chunks to store. */
  takeReady(scope: string): DigestChunk[] {
    const chunks: DigestChunk[] = [];
    const pending = this.#ready;
    this.#ready = [];
    for (let from = 0; from < pending.length; from += CHUNK_ENTRIES * 2) {
      const until = Math.min(pending.length, from + CHUNK_ENTRIES * 2);
      const data = new Uint32Array(((until - from) / 2) * WORDS);
      let at = 0;
      for (let i = from; i < until; i += 2) {
        const slot = this.find(pending[i] ?? 0, pending[i + 1] ?? 0);
        if (slot === -1) continue;
        this.#copy(slot, data, at);
        at += WORDS;
      }
      chunks.push({ scope, data: at === data.length ? data : data.slice(0, at) });
    }
    return chunks;
  }

  load(chunk: DigestChunk): void {
    const data = chunk.data;
    for (let at = 0; at + WORDS <= data.length; at += WORDS) {
      this.put(
        data[at] ?? 0,
        data[at + 1] ?? 0,
        data[at + 2] ?? 0,
        data[at + 3] ?? 0,
        data[at + 4] ?? 0,
        data[at + 5] ?? 1,
      );
    }
  }

  /** Every live entry as chunks: the whole scope written anew. `keep` leaves entries out. */
  *allChunks(scope: string, keep: (slot: number) => boolean = () => true): Generator<DigestChunk> {
    let data = new Uint32Array(CHUNK_ENTRIES * WORDS);
    let filled = 0;
    for (let slot = 0; slot < this.#capacity; slot++) {
      const base = slot * WORDS;
      if (this.#words[base + 5] === 0 || !keep(slot)) continue;
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
    const from = slot * WORDS;
    for (let i = 0; i < WORDS; i++) data[at + i] = this.#words[from + i] as number;
    data[at + 5] = (data[at + 5] as number) & STORED_MASK;
  }

  #free(lo: number): number {
    let slot = Math.floor((lo / 4_294_967_296) * this.#capacity);
    while (this.#words[slot * WORDS + 5] !== 0) slot = slot + 1 === this.#capacity ? 0 : slot + 1;
    return slot;
  }

  #grow(): void {
    const old = this.#words;
    this.#capacity = Math.ceil(this.#capacity * 1.7);
    this.#words = new Uint32Array(this.#capacity * WORDS);
    for (let at = 0; at < old.length; at += WORDS) {
      if (old[at + 5] === 0) continue;
      const slot = this.#free(old[at + 1] ?? 0);
      this.#words.set(old.subarray(at, at + WORDS), slot * WORDS);
    }
  }
}
