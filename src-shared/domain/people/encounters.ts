/** Who met whom and when: notes and imported activities as one list, from which last contacts and acquaintances follow. */
import type { Contact } from '../../model/contact.ts';
import { emailKey, nameKey, swappedKey } from './person-name.ts';

/** One activity as it stands in a note or an import. */
export interface Encounter {
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly kind: string;
  /** Whether it counts as contact. */
  readonly touch: boolean;
  /** Ids, e-mails or names of people on the customer's side, as they stand there. */
  readonly theirs: readonly string[];
  /** Names on our side. */
  readonly ours: readonly string[];
  /** Names of either side. */
  readonly either: readonly string[];
  /** The source's name; '' = written here. */
  readonly source: string;
}

/** The same with its people known. */
export interface Meeting {
  readonly at: number;
  readonly kind: string;
  readonly touch: boolean;
  readonly contacts: readonly string[];
  readonly team: readonly string[];
  readonly source: string;
}

export interface LastContact {
  readonly at: number;
  readonly kind: string;
  readonly source: string;
}

/** A name that two people share stands for neither. */
const SHARED = '';

export type WhoIsWho = (text: string) => string | undefined;

/** `keys`: what sources call a contact in their rows, by contact id. */
export function whoIsWho(
  contacts: readonly Contact[],
  keys: ReadonlyMap<string, readonly string[]> = new Map(),
): WhoIsWho {
  const exact = new Map<string, string>();
  const folded = new Map<string, string>();
  const note = (map: Map<string, string>, key: string | undefined, id: string) => {
    if (key === undefined || key === '') return;
    const known = map.get(key);
    map.set(key, known === undefined || known === id ? id : SHARED);
  };
  const byName = (name: string | undefined, id: string) => {
    if (name === undefined) return;
    note(folded, `n:${nameKey(name)}`, id);
    note(folded, `s:${swappedKey(name)}`, id);
  };
  for (const contact of contacts) {
    const { id } = contact;
    note(exact, id, id);
    note(exact, contact.externalId, id);
    for (const key of keys.get(id) ?? []) note(exact, key, id);
    for (const email of [contact.email, ...(contact.otherEmails ?? [])])
      if (email !== undefined) note(exact, emailKey(email), id);
    byName(contact.name, id);
    byName(contact.nameKana, id);
    for (const merged of contact.merged ?? []) {
      note(exact, merged.id, id);
      note(exact, merged.externalId, id);
      for (const email of merged.emails ?? []) note(exact, emailKey(email), id);
      byName(merged.name, id);
    }
  }
  return (text) => {
    const found =
      exact.get(text) ??
      exact.get(emailKey(text)) ??
      folded.get(`n:${nameKey(text)}`) ??
      folded.get(`s:${swappedKey(text)}`);
    return found === SHARED ? undefined : found;
  };
}

/** `team`: everybody on our side whose name is known. Newest first. */
export function meetingsOf(
  encounters: readonly Encounter[],
  who: WhoIsWho,
  team: readonly string[],
): Meeting[] {
  const names = new Map<string, string>();
  for (const name of team) if (!names.has(nameKey(name))) names.set(nameKey(name), name);
  const known = new Map<string, string | undefined>();
  const find: WhoIsWho = (text) => {
    if (!known.has(text)) known.set(text, who(text));
    return known.get(text);
  };
  const ourName = (name: string) => names.get(nameKey(name));
  return encounters
    .map((encounter): Meeting => {
      const contacts = new Set<string>();
      const ours = new Set(encounter.ours.map((name) => ourName(name) ?? name));
      for (const text of encounter.theirs) {
        const id = find(text);
        if (id !== undefined) contacts.add(id);
      }
      for (const text of encounter.either) {
        const name = ourName(text);
        const id = name === undefined ? find(text) : undefined;
        if (name !== undefined) ours.add(name);
        else if (id !== undefined) contacts.add(id);
      }
      const { at, kind, touch, source } = encounter;
      return { at, kind, touch, source, contacts: [...contacts], team: [...ours] };
    })
    .sort((a, b) => b.at - a.at);
}

/** The newest touch of each contact; what lies after `now` has not happened yet. */
export function lastContacts(meetings: readonly Meeting[], now: number): ReadonlyMap<string, LastContact> {
  const last = new Map<string, LastContact>();
  for (const meeting of meetings) {
    if (!meeting.touch || meeting.at > now) continue;
    for (const id of meeting.contacts) {
      const before = last.get(id);
      if (before === undefined || meeting.at > before.at) {
        last.set(id, { at: meeting.at, kind: meeting.kind, source: meeting.source });
      }
    }
  }
  return last;
}
