/** An account's history by week: small enough to keep, enough to give every measure's raw value on any past day. */

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
 * Columns of numbers, one place a week, from `first` on; a column that is all zero is left out. All are of one length;
 * past their end nothing happened: `ticketsOpen` and `ticketsSevere` stay as they were, the others are 0.
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
  ticketsOpened?: readonly number[];
  /** Open at the end of the week. */
  ticketsOpen?: readonly number[];
  /** Of these, urgent, high or escalated. */
  ticketsSevere?: readonly number[];
  ticketsClosed?: readonly number[];
  /** Hours from opened to closed, summed over `ticketsClosed`. */
  resolveHours?: readonly number[];
  csatAnswers?: readonly number[];
  /** 4 or 5 of 5. */
  csatTop?: readonly number[];
  npsAnswers?: readonly number[];
  npsPromoters?: readonly number[];
  npsDetractors?: readonly number[];
  met?: readonly Met[];
  /** Absent = usage names nobody, or more people than are kept. */
  recentUsers?: RecentUsers;
  /** Newest time per noun, milliseconds since 1970 UTC: the date of the data. */
  lastAt: Readonly<Partial<Record<'usage' | 'ticket' | 'survey', number>>>;
  /** Distinct users ever seen: the denominator where no licences are known. */
  trackedUsers: number;
}
