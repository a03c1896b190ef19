/** An account's history by week and day: small enough to keep, enough for every measure's raw value on any past day. */
import { dayStart, type SurveyDays, type TicketDays } from './day-rows.ts';

/** Days since 1970-01-01 of the Monday of week 0 (1970-01-05). */
const FIRST_MONDAY = 4;
const DAY = 86_400_000;

/** Weeks since 1970-01-05 (UTC) of an instant in milliseconds since 1970 UTC. */
export function weekOf(at: number): number {
  return Math.floor((Math.floor(at / DAY) - FIRST_MONDAY) / 7);
}

/** Milliseconds since 1970 UTC at which a week begins. */
export function weekStart(week: number): number {
  return (week * 7 + FIRST_MONDAY) * DAY;
}

/** Activities that a source brought, of one kind and with one person: the newest time of each week. */
export interface Met {
  readonly kind: string;
  /** As the source names them (id, e-mail or name); '' = whoever was there. */
  readonly who: string;
  /** Milliseconds since 1970 UTC, oldest first. */
  readonly at: readonly number[];
}

/** Who was active in the weeks up to the account's last use, as hashes: see recent-users.ts. */
export interface RecentUsers {
  readonly who: readonly string[];
  /** The last week in which each of them was. */
  readonly last: readonly number[];
}

/**
 * Columns of use, one number a week from `first` on; a column that is all zero is left out. All are of one length; past
 * their end nothing happened.
 */
export interface HistoryWeeks {
  account: string;
  /** The week of each column's place 0. */
  first: number;
  /** Sum of the usage count column. */
  uses?: readonly number[];
  /** Distinct users, or the largest `activeUsers` that a row states, over the 28 days that end with the week. */
  active28?: readonly number[];
  /** Distinct features over the 28 days that end with the week. */
  features28?: readonly number[];
  tickets?: TicketDays;
  /** Answers of surveys, and satisfaction stated with tickets. */
  surveys?: SurveyDays;
  met?: readonly Met[];
  /** Absent = usage names nobody, or more people than are kept. */
  recentUsers?: RecentUsers;
  /** Newest time per noun, milliseconds since 1970 UTC: the date of the data. */
  lastAt: Readonly<Partial<Record<'usage' | 'ticket' | 'survey', number>>>;
  /** Distinct users ever seen: the denominator where no licences are known. */
  trackedUsers: number;
}

/** When the kept history begins, milliseconds since 1970 UTC; NaN = there is none. */
export function beganAt({ first, lastAt, tickets, surveys }: HistoryWeeks): number {
  const days = [tickets?.days[0], surveys?.days[0]].filter((day) => day !== undefined).map(dayStart);
  const began = Math.min(lastAt.usage === undefined ? Number.POSITIVE_INFINITY : weekStart(first), ...days);
  return Number.isFinite(began) ? began : Number.NaN;
}
