/** Numbers 0, 1, 2… by 64-bit hash, in the order in which the hashes were added. */
const FIRST_BUCKETS = 256;

export class HashNumbers {
  /** Number + 1 in open buckets, 0 = none. */
  #buckets = new Uint32Array(FIRST_BUCKETS);
  /** By number. */
  #hi: number[] = [];
  #lo: number[] = [];

  /** −1 where the hash was not added. */
  find(hi: number, lo: number): number {
    const buckets = this.#buckets;
    const mask = buckets.length - 1;
    for (let at = lo & mask; ; at = (at + 1) & mask) {
      const number = (buckets[at] as number) - 1;
      if (number === -1) return -1;
      if (this.#lo[number] === lo && this.#hi[number] === hi) return number;
    }
  }

  /** A hash that was not found; gives its number. */
  add(hi: number, lo: number): number {
    const number = this.#hi.length;
    this.#hi.push(hi);
    this.#lo.push(lo);
    if (this.#hi.length * 2 > this.#buckets.length) {
      this.#buckets = new Uint32Array(this.#buckets.length * 2);
      for (let each = 0; each < number; each++) this.#enter(each);
    }
    this.#enter(number);
    return number;
  }

  clear(): void {
    this.#buckets = new Uint32Array(FIRST_BUCKETS);
    this.#hi = [];
    this.#lo = [];
  }

  #enter(number: number): void {
    const buckets = this.#buckets;
    const mask = buckets.length - 1;
    let at = (this.#lo[number] as number) & mask;
    while (buckets[at] !== 0) at = (at + 1) & mask;
    buckets[at] = number + 1;
  }
}
