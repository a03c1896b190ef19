/** Meetings of a calendar file, matched with the people of the book by e-mail. */
import type { Meeting } from '../../model/meeting.ts';
import { emailKey } from '../people/person-name.ts';

export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly account: string;
}

export interface KnownMeeting extends Meeting {
  /** Whom of the book it brings together, by account: the one with most people first. */
  readonly accounts: readonly { readonly account: string; readonly people: readonly KnownPerson[] }[];
}

/** Attendees whose e-mail nobody in the book has are left out; a meeting without any known one stays out. */
export function knownMeeting(
  meeting: Meeting,
  byEmail: (email: string) => KnownPerson | undefined,
): KnownMeeting | undefined {
  const accounts = new Map<string, Map<string, KnownPerson>>();
  for (const { email } of meeting.attendees) {
    const person = byEmail(emailKey(email));
    if (person === undefined) continue;
    const people = accounts.get(person.account) ?? new Map<string, KnownPerson>();
    accounts.set(person.account, people.set(person.id, person));
  }
  if (accounts.size === 0) return undefined;
  const list = [...accounts]
    .map(([account, people]) => ({ account, people: [...people.values()] }))
    .sort((a, b) => b.people.length - a.people.length || (a.account < b.account ? -1 : 1));
  return { ...meeting, accounts: list };
}
