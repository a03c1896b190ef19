/** Contacts that are probably the same person, with the reasons why. */
import type { Contact } from '../../model/contact.ts';
import { emailKey, nameKey, nameParts, swappedKey } from './person-name.ts';

export type DuplicateReason = 'email' | 'name' | 'swapped' | 'reading';

export interface Duplicate {
  readonly a: Contact;
  readonly b: Contact;
  /** The surest first. */
  readonly reasons: readonly DuplicateReason[];
}

const SURENESS: readonly DuplicateReason[] = ['email', 'name', 'swapped', 'reading'];

interface Key {
  readonly reason: DuplicateReason;
  readonly key: string;
}

/** Two people are proposed when they share a key of the same reason. */
function keysOf(contact: Contact): Key[] {
  const keys: Key[] = [];
  for (const email of [contact.email, ...(contact.otherEmails ?? [])])
    if (email !== undefined && email.trim() !== '') keys.push({ reason: 'email', key: emailKey(email) });
  const name = nameKey(contact.name);
  if (name !== '') {
    keys.push({ reason: 'name', key: name }, { reason: 'reading', key: name });
    if (nameParts(contact.name).length > 1) keys.push({ reason: 'swapped', key: swappedKey(contact.name) });
  }
  if (contact.nameKana !== undefined && nameKey(contact.nameKana) !== '')
    keys.push({ reason: 'reading', key: nameKey(contact.nameKana) });
  return keys;
}

/** Readings alone join only a name in kana with its kanji: two 田中 太郎 of different kanji may be two people. */
function readingCounts(a: Contact, b: Contact): boolean {
  return nameKey(a.name) === nameKey(b.nameKana ?? '') || nameKey(b.name) === nameKey(a.nameKana ?? '');
}

function saidApart(a: Contact, b: Contact): boolean {
  return a.apartFrom?.includes(b.id) === true || b.apartFrom?.includes(a.id) === true;
}

/** More people under one key are no duplicates but a shared mailbox or a placeholder. */
const MANY = 8;

/** Each pair once, the surest first; an address that two share may be a mailbox, so nothing is merged by itself. */
export function findDuplicates(contacts: readonly Contact[]): Duplicate[] {
  const groups = new Map<string, { readonly reason: DuplicateReason; readonly members: Set<Contact> }>();
  for (const contact of contacts) {
    for (const { reason, key } of keysOf(contact)) {
      const place = `${reason}:${key}`;
      const group = groups.get(place) ?? { reason, members: new Set() };
      groups.set(place, { ...group, members: group.members.add(contact) });
    }
  }
  const pairs = new Map<
    string,
    { readonly a: Contact; readonly b: Contact; reasons: Set<DuplicateReason> }
  >();
  for (const { reason, members } of groups.values()) {
    if (members.size < 2 || members.size > MANY) continue;
    const list = [...members];
    for (const [i, a] of list.entries()) {
      for (const b of list.slice(i + 1)) {
        if (saidApart(a, b)) continue;
        if (reason === 'reading' && !readingCounts(a, b)) continue;
        const key = [a.id, b.id].sort().join(' ');
        const pair = pairs.get(key) ?? { a, b, reasons: new Set() };
        pair.reasons.add(reason);
        pairs.set(key, pair);
      }
    }
  }
  return [...pairs.values()]
    .map(({ a, b, reasons }) => ({ a, b, reasons: told(reasons) }))
    .sort((x, y) => rank(x) - rank(y));
}

/** "Same name" says already that the parts are the same. */
function told(reasons: ReadonlySet<DuplicateReason>): DuplicateReason[] {
  return SURENESS.filter(
    (reason) => reasons.has(reason) && !(reason !== 'email' && reason !== 'name' && reasons.has('name')),
  );
}

function rank(duplicate: Duplicate): number {
  return SURENESS.indexOf(duplicate.reasons[0] ?? 'reading');
}
