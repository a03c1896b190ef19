/** What was read a moment ago, so that the next letter of a query does not read it again: bounded in size and age. */

interface Entry<V> {
  readonly value: V;
  readonly size: number;
  readonly at: number;
}

export interface Limits {
  /** In the unit of the sizes that are given with the values. */
  readonly most: number;
  /** Milliseconds; absent = as long as there is room. */
  readonly freshFor?: number;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
}

export class Recent<V> {
  readonly #limits: Limits;
  /** In the order of their use, the oldest first. */
  readonly #entries = new Map<string, Entry<V>>();
  #size = 0;
  #version = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** Whoever reads anew takes it before reading and gives it with the value. */
  get version(): number {
    return this.#version;
  }

  get(key: string): V | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    if (this.#limits.now() - entry.at > (this.#limits.freshFor ?? Number.POSITIVE_INFINITY)) {
      this.#drop(key, entry);
      return undefined;
    }
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  /** Keeps nothing that was read before something was forgotten: it may be what was to be forgotten. */
  set(key: string, value: V, size: number, version: number): void {
    if (version !== this.#version) return;
    const known = this.#entries.get(key);
    if (known !== undefined) this.#drop(key, known);
    this.#entries.set(key, { value, size, at: this.#limits.now() });
    this.#size += size;
    for (const [oldest, entry] of this.#entries) {
      if (this.#size <= this.#limits.most) break;
      this.#drop(oldest, entry);
    }
  }

  forget(keys: readonly string[]): void {
    this.#version++;
    for (const key of keys) {
      const entry = this.#entries.get(key);
      if (entry !== undefined) this.#drop(key, entry);
    }
  }

  clear(): void {
    this.#version++;
    this.#entries.clear();
    this.#size = 0;
  }

  #drop(key: string, { size }: Entry<V>): void {
    this.#entries.delete(key);
    this.#size -= size;
  }
}
