/** Counts values that should have tied rows to a record and did not, and finds near matches for them at the end. */
import { nameIndex, nearNames } from '#shared/import/names.ts';
import { ownText } from '#shared/import/own-text.ts';
import type { RecordNoun } from '#shared/model/nouns.ts';
import type { LinkIndex } from './link-index.ts';
import type { UnlinkedValue } from './messages.ts';

const KEPT_VALUES = 20_000;
const REPORTED = 2_000;
const WITH_NEAR_MATCHES = 500;

export class UnlinkedLog {
  readonly #rows = new Map<string, { tableId: string; to: RecordNoun; value: string; rows: number }>();

  add(tableId: string, to: RecordNoun, value: string): void {
    const key = `${tableId}\u001f${to}\u001f${value}`;
    const entry = this.#rows.get(key);
    if (entry !== undefined) entry.rows++;
    else if (this.#rows.size < KEPT_VALUES)
      this.#rows.set(key, { tableId, to, value: ownText(value), rows: 1 });
  }

  report(links: LinkIndex): UnlinkedValue[] {
    const values = [...this.#rows.values()].sort((a, b) => b.rows - a.rows).slice(0, REPORTED);
    const names = links.accountNames();
    const index = values.length > 0 ? nameIndex([...names].map(([id, name]) => ({ id, name }))) : undefined;
    return values.map((entry, i) => ({
      ...entry,
      near:
        index !== undefined && entry.to === 'account' && i < WITH_NEAR_MATCHES
          ? nearNames(entry.value, index).slice(0, 5)
          : [],
    }));
  }
}
