/**
 * New rows that wait for their pages, by column in flat arrays and by account as lists of slots: a hundred thousand of
 * them are some forty arrays for the garbage collector to look at instead of millions of values.
 */
import type { DigestIndex } from '../digest-index.ts';
import type { RowSource } from '../event-page.ts';
import { type CodeMarks, newCodeMarks, type PackedColumn, packCodes, packColumn } from '../pack-column.ts';
import type { ColumnCodes } from './column-codes.ts';

const FIRST_CAPACITY = 4_096;

function grown<T extends Int32Array | Float64Array>(array: T, capacity: number): T {
  const next = array instanceof Int32Array ? new Int32Array(capacity) : new Float64Array(capacity);
  next.set(array);
  return next as T;
}

export class WaitingRows implements RowSource {
  readonly #index: DigestIndex;
  readonly #codesOf: readonly ColumnCodes[];
  readonly #marks: readonly CodeMarks[];
  /** Per column, kept over many pages: how often texts did not repeat. */
  readonly #plain: number[] = [];
  at = new Float64Array(FIRST_CAPACITY);
  /** Place of each row in the digest index. */
  #digests = new Int32Array(FIRST_CAPACITY);
  /** Per column and slot: the code, or −1 for a value of its own. */
  readonly #codes: Int32Array[];
  readonly #values: unknown[][];
  #accounts = new Map<string, number[]>();
  #free: number[] = [];
  #used = 0;
  #count = 0;

  constructor(index: DigestIndex, codesOf: readonly ColumnCodes[]) {
    this.#index = index;
    this.#codesOf = codesOf;
    this.#marks = codesOf.map(newCodeMarks);
    this.#codes = codesOf.map(() => new Int32Array(FIRST_CAPACITY));
    this.#values = codesOf.map(() => new Array<unknown>(FIRST_CAPACITY));
  }

  get count(): number {
    return this.#count;
  }

  /** `digest`: the row's slot in the digest index. */
  add(
    account: string,
    at: number,
    digest: number,
    codes: Int32Array | undefined,
    values: readonly unknown[],
  ): void {
    const slot = this.#free.pop() ?? this.#used++;
    if (slot >= this.at.length) this.#grow();
    this.at[slot] = at;
    this.#digests[slot] = digest;
    for (let i = 0; i < this.#codes.length; i++) {
      const code = codes === undefined ? -1 : (codes[i] as number);
      (this.#codes[i] as Int32Array)[slot] = code;
      if (code === -1) (this.#values[i] as unknown[])[slot] = values[i];
    }
    const slots = this.#accounts.get(account);
    if (slots === undefined) this.#accounts.set(account, [slot]);
    else slots.push(slot);
    this.#count++;
  }

  #grow(): void {
    const capacity = this.at.length * 2;
    this.at = grown(this.at, capacity);
    this.#digests = grown(this.#digests, capacity);
    for (let i = 0; i < this.#codes.length; i++)
      this.#codes[i] = grown(this.#codes[i] as Int32Array, capacity);
  }

  /** Takes the lists of the accounts with the most rows, at least `rows` rows in all; their slots are freed by `free`. */
  takeFullest(rows: number): Map<string, number[]> {
    if (rows >= this.#count) {
      const all = this.#accounts;
      this.#accounts = new Map();
      return all;
    }
    const fullest = new Map<string, number[]>();
    let taken = 0;
    for (const [account, slots] of [...this.#accounts].sort((a, b) => b[1].length - a[1].length)) {
      if (taken >= rows) break;
      taken += slots.length;
      fullest.set(account, slots);
      this.#accounts.delete(account);
    }
    return fullest;
  }

  free(slots: ArrayLike<number>): void {
    for (let i = 0; i < slots.length; i++) this.#free.push(slots[i] as number);
    this.#count -= slots.length;
  }

  digest(slot: number): number {
    return this.#digests[slot] as number;
  }

  keyHi(slot: number): number {
    return this.#index.keyHi(this.digest(slot));
  }

  keyLo(slot: number): number {
    return this.#index.keyLo(this.digest(slot));
  }

  cell(slot: number, column: number): unknown {
    const code = (this.#codes[column] as Int32Array)[slot] as number;
    return code === -1
      ? (this.#values[column] as unknown[])[slot]
      : (this.#codesOf[column] as ColumnCodes).values[code];
  }

  column(column: number, order: Uint32Array): PackedColumn {
    const of = this.#codesOf[column] as ColumnCodes;
    if (of.onlyTexts) {
      const packed = packCodes(
        this.#codes[column] as Int32Array,
        order,
        of.values,
        this.#marks[column] as CodeMarks,
      );
      if (packed !== undefined) return packed;
    }
    const cells: unknown[] = [];
    for (const slot of order) cells.push(this.cell(slot, column));
    return packColumn(cells, column, this.#plain);
  }
}
