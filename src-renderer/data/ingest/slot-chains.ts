/**
 * Slots of waiting rows, chained per account in one flat array: rows come and go by the hundred thousand, and the garbage
 * collector has nothing to look at but one small object per account.
 */

/** The rows of one account that wait, in the order in which they came. */
export interface Chain {
  readonly first: number;
  last: number;
  count: number;
}

const NONE = -1;

export class SlotChains {
  /** By slot: the next one of its account, or the next free one. */
  #next: Int32Array<ArrayBuffer>;
  #accounts = new Map<string, Chain>();
  /** What was taken and not freed yet. */
  readonly #taken = new Set<Chain>();
  #free = NONE;
  #used = 0;
  #count = 0;

  /** Room for so many slots from the start. */
  constructor(slots: number) {
    this.#next = new Int32Array(slots);
  }

  /** Slots in use, taken ones too. */
  get count(): number {
    return this.#count;
  }

  /** A slot for the account's next row; slots that were freed come first. */
  add(account: string): number {
    const slot = this.#freeSlot();
    this.#next[slot] = NONE;
    const chain = this.#accounts.get(account);
    if (chain === undefined) this.#accounts.set(account, { first: slot, last: slot, count: 1 });
    else {
      this.#next[chain.last] = slot;
      chain.last = slot;
      chain.count++;
    }
    this.#count++;
    return slot;
  }

  #freeSlot(): number {
    if (this.#free === NONE) {
      const slot = this.#used++;
      if (slot >= this.#next.length) this.#grow();
      return slot;
    }
    const slot = this.#free;
    this.#free = this.#next[slot] as number;
    return slot;
  }

  #grow(): void {
    const larger = new Int32Array(this.#next.length * 2);
    larger.set(this.#next);
    this.#next = larger;
  }

  /** Takes the accounts with the most rows, at least `rows` rows in all; `free` gives their slots back. */
  takeFullest(rows: number): Map<string, Chain> {
    let fullest = this.#accounts;
    if (rows >= this.#count) this.#accounts = new Map();
    else {
      fullest = new Map();
      let taken = 0;
      for (const [account, chain] of [...this.#accounts].sort((a, b) => b[1].count - a[1].count)) {
        if (taken >= rows) break;
        taken += chain.count;
        fullest.set(account, chain);
        this.#accounts.delete(account);
      }
    }
    for (const chain of fullest.values()) this.#taken.add(chain);
    return fullest;
  }

  slots({ first, count }: Chain): Uint32Array {
    const slots = new Uint32Array(count);
    for (let i = 0, slot = first; slot !== NONE; slot = this.#next[slot] as number) slots[i++] = slot;
    return slots;
  }

  /** What `takeFullest` gave. */
  free(chain: Chain): void {
    this.#taken.delete(chain);
    this.#next[chain.last] = this.#free;
    this.#free = chain.first;
    this.#count -= chain.count;
  }

  /** Every slot in use. */
  each(look: (slot: number) => void): void {
    for (const chain of [...this.#accounts.values(), ...this.#taken])
      for (let slot = chain.first; slot !== NONE; slot = this.#next[slot] as number) look(slot);
  }
}
