/** What the rows of a history table add up to, per account, until it is written. */
import {
  deltaAdd,
  type EventFacts,
  emptyDelta,
  type SummaryDelta,
} from '#shared/domain/summary/account-summary.ts';
import type { HistoryNoun } from '#shared/model/nouns.ts';
import type { PageColumn } from '../event-page.ts';
import { type FactColumns, factColumns, newFacts, readFacts } from './event-facts.ts';

/** Rows by slot, of which single cells can be read. */
export interface CellSource {
  /** Milliseconds since 1970 UTC, by slot. */
  readonly at: ArrayLike<number>;
  cell(slot: number, column: number): unknown;
}

export class SummaryDeltas {
  readonly columns: FactColumns;
  readonly #places: readonly number[];
  /** Of the row at hand, used again and again. */
  readonly #cells: unknown[];
  readonly #facts: EventFacts;
  #deltas = new Map<string, SummaryDelta>();

  constructor(noun: HistoryNoun, columns: readonly PageColumn[]) {
    this.columns = factColumns(noun, columns);
    this.#places = Object.values(this.columns.place);
    this.#cells = columns.map(() => undefined);
    this.#facts = newFacts(noun);
  }

  /** Accounts that wait to be written. */
  get size(): number {
    return this.#deltas.size;
  }

  of(account: string): SummaryDelta {
    let delta = this.#deltas.get(account);
    if (delta === undefined) {
      delta = emptyDelta(account);
      this.#deltas.set(account, delta);
    }
    return delta;
  }

  /** Adds the account's rows in these slots; it leaves no garbage, because it is done for every row of a file. */
  add(account: string, rows: CellSource, slots: Uint32Array): void {
    const delta = this.of(account);
    const places = this.#places;
    for (let i = 0; i < slots.length; i++) {
      const slot = slots[i] as number;
      for (let each = 0; each < places.length; each++) {
        const place = places[each] as number;
        this.#cells[place] = rows.cell(slot, place);
      }
      deltaAdd(delta, readFacts(this.#facts, this.columns, rows.at[slot] as number, this.#cells));
    }
  }

  take(account: string): SummaryDelta {
    const delta = this.of(account);
    this.#deltas.delete(account);
    return delta;
  }

  takeAll(): SummaryDelta[] {
    const deltas = [...this.#deltas.values()];
    this.#deltas = new Map();
    return deltas;
  }
}
