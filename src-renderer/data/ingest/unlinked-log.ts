/** Counts values that should have tied rows to a record and did not, and finds near matches for them at the end. */
import { type NameIndex, nameIndex, nearNames } from '#shared/import/names.ts';
import { ownText } from '#shared/import/own-text.ts';
import type { RecordNoun } from '#shared/model/nouns.ts';
import type { LinkIndex } from './link-index.ts';
import type { NearMatch, UnlinkedValue } from './messages.ts';

const KEPT_VALUES = 20_000;
const REPORTED = 2_000;
const WITH_NEAR_MATCHES = 500;

interface Entry {
  readonly tableId: string;
  readonly to: RecordNoun;
  readonly value: string;
  readonly account?: string;
  rows: number;
}

export class UnlinkedLog {
  readonly #rows = new Map<string, Entry>();

  /** `account`: the key of the account that could be made of the value. */
  add(tableId: string, to: RecordNoun, value: string, account?: string): void {
    const key = `${tableId}\u001f${to}\u001f${value}`;
    const entry = this.#rows.get(key);
    if (entry !== undefined) entry.rows++;
    else if (this.#rows.size < KEPT_VALUES)
      this.#rows.set(key, {
        tableId,
        to,
        value: ownText(value),
        rows: 1,
        ...(account === undefined ? {} : { account }),
      });
  }

  /** `made`: accounts were made of the values that name one. */
  report(links: LinkIndex, made: boolean): Record<'unlinked' | 'made', readonly UnlinkedValue[]> {
    const near = nearMatches(links);
    const told = (entries: readonly Entry[]) =>
      entries
        .toSorted((a, b) => b.rows - a.rows)
        .slice(0, REPORTED)
        .map((entry, i) => ({ ...entry, near: i < WITH_NEAR_MATCHES ? near(entry) : [] }));
    const isMade = ({ account }: Entry) => made && account !== undefined;
    const all = [...this.#rows.values()];
    return { unlinked: told(all.filter((entry) => !isMade(entry))), made: told(all.filter(isMade)) };
  }
}

/** Near matches among the records of the noun that the value should name: by name, or by address where it is one. */
function nearMatches(links: LinkIndex): (entry: { to: RecordNoun; value: string }) => readonly NearMatch[] {
  const indexes = new Map<string, NameIndex>();
  return ({ to, value }) => {
    const by = value.includes('@') && to !== 'account' ? 'email' : 'name';
    const labels = links.labels(to);
    let index = indexes.get(`${to} ${by}`);
    if (index === undefined) {
      index = nameIndex(
        [...labels].flatMap(([id, label]) => (label[by] === undefined ? [] : [{ id, name: label[by] }])),
      );
      indexes.set(`${to} ${by}`, index);
    }
    return nearNames(value, index)
      .slice(0, 5)
      .map((match) => {
        const { name, email } = labels.get(match.id) ?? {};
        return by === 'email' && name !== undefined ? { ...match, name: `${name} · ${email}` } : match;
      });
  };
}
