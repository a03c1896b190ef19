/** What an account's history adds up to, kept as one row so that a score never reads the history back. */
import { isTouch, type TouchRule } from '../../model/activity.ts';
import type { HistoryNoun } from '../../model/nouns.ts';
import type { PlannedContact } from '../cadence/next-contact.ts';

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
  /** The next contact, as the newest note that names a day has it. */
  planned?: PlannedContact;
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

/** Adds (`sign` 1) or takes back (`sign` −1) one event. Newest times only ever grow here; see `addDelta`. */
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
    if (facts.at > (summary.lastAt[facts.kind] ?? Number.NEGATIVE_INFINITY))
      summary.lastAt[facts.kind] = facts.at;
    if (isTouch(facts.kind) && facts.at > (summary.lastTouchAt ?? Number.NEGATIVE_INFINITY)) {
      summary.lastTouchAt = facts.at;
    }
  }
}

/** What a piece of history does to a summary: counts to add (they may be negative) and newest times taken away. */
export interface SummaryDelta {
  readonly add: AccountSummary;
  /** Newest removed time per kind. */
  readonly removedAt: Record<string, number>;
}

export function emptyDelta(accountId: string): SummaryDelta {
  return { add: emptySummary(accountId), removedAt: {} };
}

export function deltaAdd(delta: SummaryDelta, facts: EventFacts): void {
  countEvent(delta.add, facts, 1);
}

export function deltaRemove(delta: SummaryDelta, facts: EventFacts): void {
  countEvent(delta.add, facts, -1);
  delta.removedAt[facts.kind] = Math.max(delta.removedAt[facts.kind] ?? Number.NEGATIVE_INFINITY, facts.at);
}

function withoutZeros(counts: Readonly<Record<string, number>>): Record<string, number> {
  if (!Object.values(counts).includes(0)) return counts;
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));
}

function addCounts(into: Record<string, number>, from: Readonly<Record<string, number>>): void {
  for (const [key, count] of Object.entries(from)) {
    const sum = (into[key] ?? 0) + count;
    if (sum === 0) delete into[key];
    else into[key] = sum;
  }
}

/**
 * Adds a delta to a stored summary. `recount` is true when a newest time was taken away and nothing in the delta is
 * as new: then only counting the account again from its pages gives the right time. The delta is used up: the summary
 * may hold parts of it.
 */
export function addDelta(
  stored: AccountSummary | undefined,
  delta: SummaryDelta,
  touches: TouchRule = isTouch,
): { summary: AccountSummary; recount: boolean } {
  const { add } = delta;
  // The first of an account, as in a first import: what is added is all there is.
  if (stored === undefined && Object.keys(delta.removedAt).length === 0) {
    const first = { ...add, usage: withoutZeros(add.usage) };
    noteLastTouch(first, touches);
    return { summary: first, recount: false };
  }
  const summary = stored ?? emptySummary(add.accountId);
  for (const [key, counts] of Object.entries(add.months)) {
    const month = summary.months[key] ?? {};
    addCounts(month, counts);
    if (Object.keys(month).length === 0) delete summary.months[key];
    else summary.months[key] = month;
  }
  addCounts(summary.usage, add.usage);
  addCounts(summary.rows as Record<string, number>, add.rows as Record<string, number>);
  summary.ticketsOpen += add.ticketsOpen;
  summary.ticketsEscalated += add.ticketsEscalated;
  summary.csatSum += add.csatSum;
  summary.csatCount += add.csatCount;
  summary.npsPromoters += add.npsPromoters;
  summary.npsPassives += add.npsPassives;
  summary.npsDetractors += add.npsDetractors;
  let recount = false;
  for (const [kind, at] of Object.entries(delta.removedAt)) {
    if (
      at >= (summary.lastAt[kind] ?? Number.POSITIVE_INFINITY) &&
      (add.lastAt[kind] ?? Number.NEGATIVE_INFINITY) < at
    ) {
      recount = true;
    }
  }
  for (const [kind, at] of Object.entries(add.lastAt)) {
    if (at > (summary.lastAt[kind] ?? Number.NEGATIVE_INFINITY)) summary.lastAt[kind] = at;
  }
  noteLastTouch(summary, touches);
  return { summary, recount };
}

/** The newest time among the kinds that count as contact now. */
export function noteLastTouch(summary: AccountSummary, touches: TouchRule): void {
  let newest: number | undefined;
  for (const [kind, at] of Object.entries(summary.lastAt))
    if (touches(kind) && (newest === undefined || at > newest)) newest = at;
  if (newest === undefined) delete summary.lastTouchAt;
  else summary.lastTouchAt = newest;
}
