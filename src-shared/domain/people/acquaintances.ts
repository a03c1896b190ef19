/** Who on our side knows whom on theirs: by the meetings they shared, and by what people say of themselves. */
import type { Contact } from '../../model/contact.ts';
import type { Meeting } from './encounters.ts';
import { nameKey } from './person-name.ts';

export interface Acquaintance {
  /** Somebody on our side. */
  readonly name: string;
  /** Touches that both took part in. */
  readonly meetings: number;
  /** Milliseconds since 1970 UTC of the newest of them. */
  readonly lastAt?: number;
  /** Somebody wrote down that they know each other. */
  readonly said: boolean;
}

export interface Acquaintances {
  /** Our side, the one who knows most people first. */
  readonly team: readonly string[];
  /** By contact id: the one with the most meetings first. */
  readonly of: ReadonlyMap<string, readonly Acquaintance[]>;
}

interface Tally {
  name: string;
  meetings: number;
  lastAt: number | undefined;
  said: boolean;
}

type Table = Map<string, Map<string, Tally>>;

function cell(table: Table, contact: string, name: string): Tally {
  const row = table.get(contact) ?? new Map<string, Tally>();
  table.set(contact, row);
  const key = nameKey(name);
  const tally = row.get(key) ?? { name, meetings: 0, lastAt: undefined, said: false };
  row.set(key, tally);
  return tally;
}

function order(a: Tally, b: Tally): number {
  return b.meetings - a.meetings || (b.lastAt ?? 0) - (a.lastAt ?? 0) || (a.name < b.name ? -1 : 1);
}

export function acquaintances(
  contacts: readonly Contact[],
  meetings: readonly Meeting[],
  now: number,
): Acquaintances {
  const table: Table = new Map();
  const here = new Set(contacts.map((contact) => contact.id));
  for (const meeting of meetings) {
    if (!meeting.touch || meeting.at > now) continue;
    for (const contact of meeting.contacts) {
      if (!here.has(contact)) continue;
      for (const name of meeting.team) {
        const tally = cell(table, contact, name);
        tally.meetings++;
        tally.lastAt = Math.max(tally.lastAt ?? meeting.at, meeting.at);
      }
    }
  }
  for (const contact of contacts)
    for (const name of contact.knownBy ?? [])
      if (nameKey(name) !== '') cell(table, contact.id, name).said = true;
  const reach = new Map<string, { readonly name: string; people: number; meetings: number }>();
  for (const row of table.values()) {
    for (const [key, tally] of row) {
      const mine = reach.get(key) ?? { name: tally.name, people: 0, meetings: 0 };
      mine.people++;
      mine.meetings += tally.meetings;
      reach.set(key, mine);
    }
  }
  const team = [...reach.values()]
    .sort((a, b) => b.people - a.people || b.meetings - a.meetings || (a.name < b.name ? -1 : 1))
    .map((mine) => mine.name);
  const of = [...table].map(([contact, row]): [string, Acquaintance[]] => [
    contact,
    [...row.values()]
      .sort(order)
      .map(({ lastAt, ...rest }) => (lastAt === undefined ? rest : { ...rest, lastAt })),
  ]);
  return { team, of: new Map(of) };
}
