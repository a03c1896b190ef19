/** Signals from people and contacts: touches against the cadence, executives, champions, the CSM's own judgement. */
import type { Account } from '../../model/account.ts';
import type { Contact } from '../../model/contact.ts';
import type { Signal } from '../../model/health.ts';
import { type CadenceSettings, cadenceDays, daysSinceTouch } from '../cadence/cadence.ts';
import type { LastContact } from '../people/encounters.ts';
import { hasLeft } from '../people/gaps.ts';
import { dayNumber } from '../table/days.ts';

export interface Moment {
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  /** 'YYYY-MM-DD' of it. */
  readonly today: string;
  /** The calendar day of an instant. */
  readonly dayOf: (at: number) => string;
}

/** The moment, and milliseconds since 1970 UTC when the account came into the book with whom was known by then. */
export interface MomentOf extends Moment {
  readonly knownFrom: number;
}

/** The oldest and the newest that have happened by now. */
export interface TouchSpan {
  readonly oldest: number;
  readonly newest: number;
}

export function touchSpan(touches: readonly number[], now: number): TouchSpan | undefined {
  let span: { oldest: number; newest: number } | undefined;
  for (const at of touches) {
    if (!(at <= now)) continue;
    if (span === undefined) span = { oldest: at, newest: at };
    else if (at < span.oldest) span.oldest = at;
    else if (at > span.newest) span.newest = at;
  }
  return span;
}

/** NaN for an instant that is none: such a signal is left out. */
function daysSince(at: number, { today, dayOf }: Moment): number {
  return daysSinceTouch(dayOf(at), today);
}

/** What says from when on a touch of an account could be expected and would be known. */
export interface SilenceFacts {
  readonly account: Pick<Account, 'customerSince' | 'createdAt'>;
  /** Of the account's subscriptions: 'YYYY-MM-DD' each. */
  readonly starts: readonly string[];
  /** 'YYYY-MM-DD' of the first touch that the book knows with anybody; undefined = it knows none at all. */
  readonly touchesFrom: string | undefined;
  readonly dayOf: (at: number) => string;
}

/**
 * The day since when an account without any touch has been silent: its own start, but no day before the book's first
 * touch, of which nobody can say anything. Undefined where the book knows no touches: then silence says nothing.
 */
export function silentSince({ account, starts, touchesFrom, dayOf }: SilenceFacts): string | undefined {
  if (touchesFrom === undefined) return undefined;
  const known = [account.customerSince ?? '', ...starts].filter((day) => !Number.isNaN(dayNumber(day)));
  const start = known.sort()[0] ?? dayOf(account.createdAt);
  return start > touchesFrom ? start : touchesFrom;
}

/** `silent`: since when, where there never was a touch; see `silentSince`. */
export function touchCadence(
  account: { readonly touchModel?: string; readonly stage?: string },
  span: TouchSpan | undefined,
  cadence: CadenceSettings,
  moment: Moment,
  silent?: string,
): Signal | undefined {
  const of = cadenceDays(account, cadence);
  if (span !== undefined) {
    const n = daysSince(span.newest, moment);
    return { value: n / of, at: span.newest, source: 'activity', n, of };
  }
  if (silent === undefined || silent > moment.today) return undefined;
  const n = daysSinceTouch(silent, moment.today);
  const at = Math.min(moment.now, Date.parse(`${silent}T12:00:00Z`));
  return { value: n / of, at, source: 'activity', n, of, atLeast: true };
}

/** 'YYYY-MM-DD' since when there was somebody to meet; '' = always. Whom a person added is known from that day on. */
function thereSince({ startedOn, externalId, createdAt }: Contact, { knownFrom, dayOf }: MomentOf): string {
  return startedOn ?? (externalId === undefined && createdAt > knownFrom ? dayOf(createdAt) : '');
}

/** Has come and not left. */
function isThere(contact: Contact, moment: MomentOf): boolean {
  return !hasLeft(contact, moment.today) && thereSince(contact, moment) <= moment.today;
}

/**
 * Somebody in the role is known and present; without any touch it is at least as long as touches are known and one of
 * them has been there to be met.
 */
export function contactWith(
  roles: ReadonlySet<string>,
  contacts: readonly Contact[],
  last: ReadonlyMap<string, LastContact>,
  span: TouchSpan | undefined,
  moment: MomentOf,
): Signal | undefined {
  const people = contacts.filter((contact) => roles.has(contact.role ?? '') && isThere(contact, moment));
  let newest: { at: number; contact: string } | undefined;
  for (const { id } of people) {
    const met = last.get(id);
    if (met === undefined || met.at > moment.now) continue;
    if (newest === undefined || met.at > newest.at) newest = { at: met.at, contact: id };
  }
  if (newest !== undefined) {
    const value = daysSince(newest.at, moment);
    return { value, at: newest.at, source: 'activity', about: newest.contact };
  }
  let first: Contact | undefined;
  for (const each of people)
    if (first === undefined || thereSince(each, moment) < thereSince(first, moment)) first = each;
  if (first === undefined || span === undefined) return undefined;
  const known = dayNumber(moment.today) - dayNumber(thereSince(first, moment).slice(0, 10));
  const silent = daysSince(span.oldest, moment);
  return {
    value: Number.isNaN(known) ? silent : Math.min(known, silent),
    at: span.newest,
    source: 'activity',
    about: first.id,
    atLeast: true,
  };
}

export const EXECUTIVE_ROLES: ReadonlySet<string> = new Set(['executive-sponsor', 'economic-buyer']);
export const CHAMPION_ROLES: ReadonlySet<string> = new Set(['champion']);

/** Day number on which somebody stopped being the champion: left, or took another role; NaN = still is, or never was. */
function endOfRole({ role, leftOn, championUntil }: Contact, { dayOf }: Moment): number {
  const left = dayNumber((leftOn ?? '').slice(0, 10));
  if (role === 'champion' || championUntil === undefined) return left;
  const changed = dayNumber(dayOf(championUntil));
  return Number.isNaN(left) ? changed : Math.min(left, changed);
}

/** 0 while there is a champion; days since the last of them left or changed roles; nothing where nobody ever was. */
export function championChange(contacts: readonly Contact[], moment: MomentOf): Signal | undefined {
  const today = dayNumber(moment.today);
  const champions = contacts.filter(
    ({ role, championUntil }) => role === 'champion' || championUntil !== undefined,
  );
  const present = champions.find(
    (contact) =>
      isThere(contact, moment) && (contact.role === 'champion' || endOfRole(contact, moment) > today),
  );
  if (present !== undefined) {
    const at = Math.min(moment.now, present.updatedAt);
    return { value: 0, at, source: 'contact', about: present.id };
  }
  let newest: { day: number; contact: Contact } | undefined;
  for (const contact of champions) {
    const day = endOfRole(contact, moment);
    if (day <= today && (newest === undefined || day > newest.day)) newest = { day, contact };
  }
  if (newest === undefined) return undefined;
  const n = today - newest.day;
  return {
    // Left today: one day, because 0 means that there is one; `n` says it as it is.
    value: Math.max(1, n),
    n,
    at: Math.min(moment.now, newest.day * 86_400_000),
    source: 'contact',
    about: newest.contact.id,
    ...(hasLeft(newest.contact, moment.today) ? {} : { stays: true }),
  };
}

export interface Judgement {
  /** 1 very bad to 5 very good. */
  readonly value: number;
  readonly at: number;
  /** 'YYYY-MM-DD': the last day on which it holds. */
  readonly until?: string;
  /** The note that it stands in. */
  readonly about?: string;
}

export function sentimentOf(judgement: Judgement | undefined, moment: Moment): Signal | undefined {
  if (judgement === undefined || moment.dayOf(judgement.at) > moment.today) return undefined;
  const { value, at, until, about } = judgement;
  if (!(value >= 1 && value <= 5)) return undefined;
  return {
    value,
    at: Math.min(at, moment.now),
    source: 'activity',
    ...(until === undefined ? {} : { until }),
    ...(about === undefined ? {} : { about }),
  };
}
