/** What an account's history adds up to, kept as one row so that a score never reads the history back. */
import { isTouch } from '../../model/activity.ts';
import type { HistoryNoun } from '../../model/nouns.ts';

/** Months are `year * 12 + month0`, as text keys, UTC. */
export interface MonthCounts {
  [kind: string]: number;
}

/** One subscription's part in the account's revenue: counts from `start` up to, not including, `end`. */
export interface RevenueLine {
  start: string;
  end: string;
  /** The day on which it renews, where the source says so or the subscription ends. */
  renewal: string;
  /** Monthly, minor units. */
  mrr: number;
  currency: string;
}

export interface AccountSummary {
  accountId: string;
  revenue: RevenueLine[];
  contacts: number;
  /** Events per month and kind ('usage', 'ticket', 'meeting', …). */
  months: Record<string, MonthCounts>;
  /** Sum of the usage count column per month (uses, not rows). */
  usage: Record<string, number>;
  /** Newest time per kind, milliseconds since 1970 UTC. */
  lastAt: Record<string, number>;
  /** Newest time among the kinds that count as contact. */
  lastTouchAt?: number;
  /** Rows per lane. */
  rows: Partial<Record<HistoryNoun, number>>;
  ticketsOpen: number;
  ticketsEscalated: number;
  csatSum: number;
  csatCount: number;
  npsPromoters: number;
  npsPassives: number;
  npsDetractors: number;
}

/** What a single event means to the summary; made by the reader of its row. */
export interface EventFacts {
  noun: HistoryNoun;
  kind: string;
  at: number;
  usageCount: number;
  ticketOpen: boolean;
  ticketEscalated: boolean;
  csat: number | undefined;
  nps: number | undefined;
}

export function emptySummary(accountId: string): AccountSummary {
  return {
    accountId,
    revenue: [],
    contacts: 0,
    months: {},
    usage: {},
    lastAt: {},
    rows: {},
    ticketsOpen: 0,
    ticketsEscalated: 0,
    csatSum: 0,
    csatCount: 0,
    npsPromoters: 0,
    npsPassives: 0,
    npsDetractors: 0,
  };
}

const monthOfDay = new Map<number, string>();

/** The month key of an instant; days are remembered, because a book has few of them and millions of events. */
export function monthKey(at: number): string {
  const day = Math.floor(at / 86_400_000);
  let key = monthOfDay.get(day);
  if (key === undefined) {
    const date = new Date(day * 86_400_000);
    key = String(date.getUTCFullYear() * 12 + date.getUTCMonth());
    if (monthOfDay.size > 50_000) monthOfDay.clear();
    monthOfDay.set(day, key);
  }
  return key;
}

/** Adds (`sign` 1) or takes back (`sign` −1) one event. Newest times only ever grow here; see `needsRecount`. */
export function countEvent(summary: AccountSummary, facts: EventFacts, sign: 1 | -1): void {
  const key = monthKey(facts.at);
  let month = summary.months[key];
  if (month === undefined) {
    month = {};
    summary.months[key] = month;
  }
  month[facts.kind] = (month[facts.kind] ?? 0) + sign;
  summary.rows[facts.noun] = (summary.rows[facts.noun] ?? 0) + sign;
  if (facts.usageCount !== 0) summary.usage[key] = (summary.usage[key] ?? 0) + sign * facts.usageCount;
  if (facts.ticketOpen) summary.ticketsOpen += sign;
  if (facts.ticketEscalated) summary.ticketsEscalated += sign;
  if (facts.csat !== undefined) {
    summary.csatSum += sign * facts.csat;
    summary.csatCount += sign;
  }
  if (facts.nps !== undefined) {
    if (facts.nps >= 9) summary.npsPromoters += sign;
    else if (facts.nps >= 7) summary.npsPassives += sign;
    else summary.npsDetractors += sign;
  }
  if (sign === 1) {
    if (facts.at > (summary.lastAt[facts.kind] ?? Number.NEGATIVE_INFINITY)) summary.lastAt[facts.kind] = facts.at;
    if (isTouch(facts.kind) && facts.at > (summary.lastTouchAt ?? Number.NEGATIVE_INFINITY)) {
      summary.lastTouchAt = facts.at;
    }
  }
}

/** True when taking this event back may have removed a newest time: the account must be recounted from its pages. */
export function needsRecount(summary: AccountSummary, removed: EventFacts): boolean {
  return removed.at >= (summary.lastAt[removed.kind] ?? Number.POSITIVE_INFINITY);
}
