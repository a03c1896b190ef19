/** A map over known keys whose values are made when they are asked for. */
export class AskedMap<T> implements ReadonlyMap<string, T> {
  private readonly known: () => IterableIterator<string>;
  private readonly make: (key: string) => T | undefined;
  readonly size: number;

  constructor(size: number, known: () => IterableIterator<string>, make: (key: string) => T | undefined) {
    this.size = size;
    this.known = known;
    this.make = make;
  }

  get(key: string): T | undefined {
    return this.make(key);
  }

  has(key: string): boolean {
    return this.make(key) !== undefined;
  }

  /** All at once: for whoever goes through them anyway. */
  private whole(): Map<string, T> {
    const all = new Map<string, T>();
    for (const key of this.known()) {
      const value = this.make(key);
      if (value !== undefined) all.set(key, value);
    }
    return all;
  }

  keys(): MapIterator<string> {
    return new Set(this.known()).keys();
  }

  values(): MapIterator<T> {
    return this.whole().values();
  }

  entries(): MapIterator<[string, T]> {
    return this.whole().entries();
  }

  [Symbol.iterator](): MapIterator<[string, T]> {
    return this.entries();
  }

  forEach(visit: (value: T, key: string, map: ReadonlyMap<string, T>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this);
  }
}
