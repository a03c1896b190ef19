/** Who was active of late, small enough to keep with an account's weeks: hashes by which its contacts are found again. */
import { hashText } from '../../base/hash.ts';
import type { Contact } from '../../model/contact.ts';
import { emailKey, nameKey, nameParts } from '../people/person-name.ts';
import type { RecentUsers } from './weeks.ts';

/** Weeks up to the account's last use: the 28 days that are looked at, and two that may be incomplete. */
const WEEKS_KEPT = 6;
/** Where more were active nothing is kept: so many people are more than an account's known contacts. */
export const RECENT_USERS = 120;

/** Characters of a hash: two of an account's people share one in less than one of a hundred million accounts. */
const HASH_LENGTH = 8;

function userHash(key: string): string | undefined {
  return key === '' ? undefined : hashText([key]).slice(-HASH_LENGTH);
}

/** By what a person may be named in usage. */
export type IdentityKind = 'email' | 'id' | 'name';

export interface Identity {
  readonly kind: IdentityKind;
  readonly who: string;
}

/** An e-mail, an id or a name, as it stands in usage. */
export function hashOfUser(text: string): string | undefined {
  return userHash(text.includes('@') ? emailKey(text) : nameKey(text));
}

/** All that usage may call a contact. */
export function identitiesOf(contact: Contact): readonly Identity[] {
  const identities: Identity[] = [];
  const note = (kind: IdentityKind, key: string | undefined): void => {
    const who = key === undefined ? undefined : userHash(key);
    if (who !== undefined) identities.push({ kind, who });
  };
  const byId = (id: string | undefined) =>
    note('id', id === undefined || id.includes('@') ? id && emailKey(id) : nameKey(id));
  const byName = (name: string | undefined): void => {
    if (name === undefined) return;
    note('name', nameKey(name));
    // Tanaka, Ken is Ken Tanaka.
    note('name', nameParts(name).toReversed().join(''));
  };
  const byEmail = (email: string | undefined) => note('email', email && emailKey(email));
  const { externalId, email, otherEmails = [], name, nameKana, merged = [] } = contact;
  byId(externalId);
  for (const each of [email, ...otherEmails]) byEmail(each);
  byName(name);
  byName(nameKana);
  for (const each of merged) {
    byId(each.externalId);
    for (const address of each.emails ?? []) byEmail(address);
    byName(each.name);
  }
  return identities;
}

/** `users`: by week. Undefined: usage names nobody, or too many to say who they all are. */
export function recentUsers(
  users: ReadonlyMap<number, ReadonlySet<string>>,
  latest: number,
): RecentUsers | undefined {
  let newest = Number.NEGATIVE_INFINITY;
  for (const week of users.keys()) if (week <= latest && week > newest) newest = week;
  const last = new Map<string, number>();
  for (const [week, names] of users) {
    if (week > newest || week <= newest - WEEKS_KEPT) continue;
    for (const name of names) {
      const who = hashOfUser(name);
      if (who !== undefined) last.set(who, Math.max(week, last.get(who) ?? week));
    }
  }
  if (last.size === 0 || last.size > RECENT_USERS) return undefined;
  const sorted = [...last].sort(([a], [b]) => (a < b ? -1 : 1));
  return { who: sorted.map(([who]) => who), last: sorted.map(([, week]) => week) };
}
