/** What is missing among the people of an account: pure rules over roles, departures and last contacts, thresholds named. */
import type { Contact } from '../../model/contact.ts';
import { dayNumber } from '../table/days.ts';
import type { LastContact } from './encounters.ts';

/** Days without a touch after which a role counts as out of contact. */
export const EXECUTIVE_DAYS = 120;
export const CHAMPION_DAYS = 60;
export const FIELD_MANAGER_DAYS = 90;
/** Days for which a champion who left is still news. */
export const DEPARTURE_DAYS = 365;

const DAY = 86_400_000;
const EXECUTIVES: ReadonlySet<string> = new Set(['executive-sponsor', 'economic-buyer']);

/** Somebody that a gap is about, with what is known and when. */
export interface GapFact {
  readonly contact: string;
  readonly name: string;
  readonly role: string | undefined;
  /** The last touch; absent = none is known. */
  readonly last?: LastContact;
  /** 'YYYY-MM-DD'. */
  readonly leftOn?: string;
}

export type Gap =
  /** `days`: since the newest touch with any of them; absent = there never was one. */
  | {
      readonly type: 'executive-silent' | 'champion-silent' | 'field-manager-silent';
      readonly days?: number;
      readonly threshold: number;
      readonly facts: readonly GapFact[];
    }
  | {
      readonly type: 'executive-unknown' | 'champion-unknown' | 'field-manager-unknown';
      readonly facts: readonly GapFact[];
    }
  | { readonly type: 'champion-left'; readonly days: number; readonly facts: readonly GapFact[] }
  | { readonly type: 'one-person'; readonly facts: readonly GapFact[] };

export interface GapInput {
  readonly contacts: readonly Contact[];
  readonly last: ReadonlyMap<string, LastContact>;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  /** The calendar day of `now`, 'YYYY-MM-DD'. */
  readonly today: string;
}

/** Whether somebody has left by that day. */
export function hasLeft(contact: Pick<Contact, 'leftOn'>, today: string): boolean {
  return contact.leftOn !== undefined && contact.leftOn <= today;
}

function factOf(contact: Contact, last: ReadonlyMap<string, LastContact>): GapFact {
  const touch = last.get(contact.id);
  return {
    contact: contact.id,
    name: contact.name,
    role: contact.role,
    ...(touch === undefined ? {} : { last: touch }),
    ...(contact.leftOn === undefined ? {} : { leftOn: contact.leftOn }),
  };
}

interface Silence {
  readonly silent: 'executive-silent' | 'champion-silent' | 'field-manager-silent';
  readonly unknown: 'executive-unknown' | 'champion-unknown' | 'field-manager-unknown';
  readonly threshold: number;
}

/** No touch with any of `people` within the threshold; nobody in the role is a gap of its own. */
function silence(people: readonly Contact[], rule: Silence, { last, now }: GapInput): Gap | undefined {
  if (people.length === 0) return { type: rule.unknown, facts: [] };
  const facts = people.map((contact) => factOf(contact, last));
  const newest = Math.max(...facts.map((fact) => fact.last?.at ?? Number.NEGATIVE_INFINITY));
  const { silent: type, threshold } = rule;
  if (newest === Number.NEGATIVE_INFINITY) return { type, threshold, facts };
  const days = Math.floor((now - newest) / DAY);
  return days > threshold ? { type, days, threshold, facts } : undefined;
}

/** The gravest first. An account without any contact has one gap only: that nobody is known, which the screen says. */
export function findGaps(input: GapInput): Gap[] {
  const { contacts, last, today } = input;
  const present = contacts.filter((contact) => !hasLeft(contact, today));
  if (contacts.length === 0) return [];
  const inRole = (test: (role: string) => boolean) => present.filter((contact) => test(contact.role ?? ''));
  const champions = inRole((role) => role === 'champion');
  const gone = contacts
    .filter((contact) => contact.role === 'champion' && hasLeft(contact, today))
    .map((contact) => ({
      contact,
      days: dayNumber(today) - dayNumber((contact.leftOn ?? '').slice(0, 10)),
    }))
    .filter(({ days }) => days <= DEPARTURE_DAYS)
    .sort((a, b) => a.days - b.days);
  const newest = gone[0];
  const left: Gap | undefined =
    champions.length === 0 && newest !== undefined
      ? { type: 'champion-left', days: newest.days, facts: gone.map(({ contact }) => factOf(contact, last)) }
      : undefined;
  const gaps: (Gap | undefined)[] = [
    left ??
      silence(
        champions,
        { silent: 'champion-silent', unknown: 'champion-unknown', threshold: CHAMPION_DAYS },
        input,
      ),
    silence(
      inRole((role) => EXECUTIVES.has(role)),
      { silent: 'executive-silent', unknown: 'executive-unknown', threshold: EXECUTIVE_DAYS },
      input,
    ),
    present.length === 1
      ? { type: 'one-person', facts: present.map((contact) => factOf(contact, last)) }
      : undefined,
    silence(
      inRole((role) => role === 'field-manager'),
      { silent: 'field-manager-silent', unknown: 'field-manager-unknown', threshold: FIELD_MANAGER_DAYS },
      input,
    ),
  ];
  return gaps.filter((gap) => gap !== undefined);
}
