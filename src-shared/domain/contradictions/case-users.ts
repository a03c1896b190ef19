/** Which of an account's admins and field users were active of late: usage names its users, contacts say what they do. */
import type { Contact } from '../../model/contact.ts';
import { type Identity, type IdentityKind, identitiesOf } from '../health/recent-users.ts';
import type { WeekView } from '../health/week-view.ts';
import type { RecentUsers } from '../health/weeks.ts';
import { hasLeft } from '../people/gaps.ts';
import type { CaseUsers } from './account-case.ts';

/** Active = in the last four full weeks, or since. */
const ACTIVE_WEEKS = 4;
const ADMIN = 'admin';
const FIELD: readonly string[] = ['field-manager', 'user'];

interface Person {
  readonly contact: Contact;
  readonly identities: readonly Identity[];
}

/** An identity that two contacts share stands for neither. */
function ownersOf(people: readonly Person[]): ReadonlyMap<string, Person | undefined> {
  const owners = new Map<string, Person | undefined>();
  for (const person of people)
    for (const { who } of person.identities)
      owners.set(who, !owners.has(who) || owners.get(who) === person ? person : undefined);
  return owners;
}

/** Undefined: usage names nobody of late, or nobody of whom it is known what they do there. */
export function usersOf(
  recent: RecentUsers | undefined,
  view: WeekView,
  contacts: readonly Contact[],
  today: string,
): CaseUsers | undefined {
  const full = view.lastFull('usage');
  if (recent === undefined || full === undefined) return undefined;
  if (!contacts.some(({ role }) => role === ADMIN) || !contacts.some(({ role = '' }) => FIELD.includes(role)))
    return undefined;

  const people = contacts.map((contact): Person => ({ contact, identities: identitiesOf(contact) }));
  const owners = ownersOf(people);
  const active = new Set<Person>();
  const kinds = new Set<IdentityKind>();
  let others = 0;
  for (const [i, who] of recent.who.entries()) {
    if ((recent.last[i] ?? 0) <= full.week - ACTIVE_WEEKS) continue;
    const person = owners.get(who);
    if (person === undefined) {
      others++;
      continue;
    }
    active.add(person);
    for (const each of person.identities) if (each.who === who) kinds.add(each.kind);
  }
  // Where usage gives e-mails, of somebody whose e-mail is not known nobody can say that they were not active.
  const here = people.filter(
    ({ contact, identities }) => !hasLeft(contact, today) && identities.some(({ kind }) => kinds.has(kind)),
  );
  const admins = here.filter(({ contact }) => contact.role === ADMIN);
  const field = here.filter(({ contact: { role } }) => role !== undefined && FIELD.includes(role));
  if (admins.length === 0 || field.length === 0) return undefined;
  return {
    admins: admins.length,
    adminsActive: admins.filter((each) => active.has(each)).length,
    field: field.length,
    fieldActive: field.filter((each) => active.has(each)).length,
    others,
    at: full.at,
  };
}
