/** Adds an account's history row by row into columns of weeks; what lies outside of the span is still known as a date. */
import { recentUsers } from './recent-users.ts';
import { type HistoryWeeks, type Met, weekOf } from './weeks.ts';

/** Weeks that are kept before and after the week of `now`: two years of past days, each with a year of what is usual. */
const WEEKS_BACK = 208;
const WEEKS_AHEAD = 53;
/** The windows of `active28` and `features28`. */
const WINDOW = 4;
const HOUR = 3_600_000;

export interface TicketRow {
  readonly at: number;
  readonly closedAt?: number | undefined;
  /** Said by the source; otherwise the time between the two. */
  readonly hours?: number | undefined;
  /** By its status. */
  readonly isClosed: boolean;
  /** Urgent, high or escalated. */
  readonly isSevere: boolean;
  readonly csat?: number | undefined;
}

export interface UsageRow {
  readonly at: number;
  readonly count: number;
  readonly user?: string | undefined;
  readonly feature?: string | undefined;
  readonly activeUsers?: number | undefined;
}

export interface WeeksBuilder {
  usage(row: UsageRow): void;
  ticket(row: TicketRow): void;
  survey(at: number, kind: 'nps' | 'csat', score: number): void;
  /** An activity that a source brought, and whom it names on the customer's side. */
  met(at: number, kind: string, who: readonly string[]): void;
  /** Every feature that was named, however long ago. */
  features(): readonly string[];
  finish(account: string): HistoryWeeks;
}

type Column = Map<number, number>;
type Texts = Map<number, Set<string>>;

function add(column: Column, week: number, amount: number): void {
  column.set(week, (column.get(week) ?? 0) + amount);
}

function note(texts: Texts, week: number, text: string | undefined): void {
  if (text === undefined || text === '') return;
  const known = texts.get(week);
  if (known === undefined) texts.set(week, new Set([text]));
  else known.add(text);
}

/** How many different texts the window that ends with each week holds. */
function distinctIn(texts: Texts, first: number, length: number): number[] {
  const within = new Map<string, number>();
  const column: number[] = [];
  const start = first - WINDOW + 1;
  for (let week = start; week < first + length; week++) {
    for (const text of texts.get(week) ?? []) within.set(text, (within.get(text) ?? 0) + 1);
    // Only what came into the window leaves it: rows from before the span never did.
    const leaving = week - WINDOW < start ? [] : (texts.get(week - WINDOW) ?? []);
    for (const text of leaving) {
      const left = (within.get(text) ?? 0) - 1;
      if (left <= 0) within.delete(text);
      else within.set(text, left);
    }
    if (week >= first) column.push(within.size);
  }
  return column;
}

function largestIn(column: Column, first: number, length: number): number[] {
  return Array.from({ length }, (_, place) => {
    let largest = 0;
    for (let back = 0; back < WINDOW; back++)
      largest = Math.max(largest, column.get(first + place - back) ?? 0);
    return largest;
  });
}

function sums(column: Column, first: number, length: number): number[] {
  return Array.from({ length }, (_, place) => column.get(first + place) ?? 0);
}

/** Adds up from the earliest change on: what came before the span is open at its beginning. */
function levels(changes: Column, first: number, length: number): number[] {
  let level = 0;
  for (const [week, change] of changes) if (week < first) level += change;
  return sums(changes, first, length).map((change) => {
    level += change;
    return level;
  });
}

/** When a closed ticket was closed: said, or from its hours, or unknown and then at once. */
function closing({ at, closedAt, hours, isClosed }: TicketRow): number | undefined {
  if (closedAt !== undefined) return Math.max(at, closedAt);
  if (!isClosed) return undefined;
  return hours === undefined ? at : at + hours * HOUR;
}

class Builder implements WeeksBuilder {
  private readonly uses: Column = new Map();
  private readonly users: Texts = new Map();
  private readonly usedFeatures: Texts = new Map();
  private readonly everyFeature = new Set<string>();
  private readonly stated: Column = new Map();
  private readonly opened: Column = new Map();
  private readonly open: Column = new Map();
  private readonly severe: Column = new Map();
  private readonly closed: Column = new Map();
  private readonly hours: Column = new Map();
  private readonly csatAnswers: Column = new Map();
  private readonly csatTop: Column = new Map();
  private readonly npsAnswers: Column = new Map();
  private readonly promoters: Column = new Map();
  private readonly detractors: Column = new Map();
  private readonly everyUser = new Set<string>();
  private readonly encounters = new Map<string, Map<string, Map<number, number>>>();
  private readonly lastAt: { usage?: number; ticket?: number; survey?: number } = {};
  private readonly earliest: number;
  private readonly latest: number;

  constructor(now: number) {
    this.earliest = weekOf(now) - WEEKS_BACK;
    this.latest = weekOf(now) + WEEKS_AHEAD;
  }

  private seen(noun: 'usage' | 'ticket' | 'survey', at: number): void {
    if (at > (this.lastAt[noun] ?? Number.NEGATIVE_INFINITY)) this.lastAt[noun] = at;
  }

  usage({ at, count, user, feature, activeUsers }: UsageRow): void {
    const week = weekOf(at);
    if (week > this.latest) return;
    this.seen('usage', at);
    if (user !== undefined && user !== '') this.everyUser.add(user);
    add(this.uses, week, count);
    note(this.users, week, user);
    note(this.usedFeatures, week, feature);
    if (feature !== undefined && feature !== '') this.everyFeature.add(feature);
    if (activeUsers !== undefined) this.stated.set(week, Math.max(activeUsers, this.stated.get(week) ?? 0));
  }

  ticket(row: TicketRow): void {
    const { at, hours, isSevere, csat } = row;
    const week = weekOf(at);
    if (week > this.latest) return;
    this.seen('ticket', at);
    add(this.opened, week, 1);
    add(this.open, week, 1);
    if (isSevere) add(this.severe, week, 1);
    const closedAt = closing(row);
    if (closedAt !== undefined) {
      const end = weekOf(closedAt);
      add(this.open, end, -1);
      if (isSevere) add(this.severe, end, -1);
      // Closed at a time that nobody knows: it says nothing about how long such things take.
      if (end <= this.latest && (row.closedAt !== undefined || hours !== undefined)) {
        this.seen('ticket', closedAt);
        add(this.closed, end, 1);
        add(this.hours, end, hours ?? (closedAt - at) / HOUR);
      }
    }
    if (csat !== undefined) this.survey(at, 'csat', csat);
  }

  survey(at: number, kind: 'nps' | 'csat', score: number): void {
    const week = weekOf(at);
    if (week > this.latest) return;
    this.seen('survey', at);
    if (kind === 'csat') {
      add(this.csatAnswers, week, 1);
      if (score >= 4) add(this.csatTop, week, 1);
      return;
    }
    add(this.npsAnswers, week, 1);
    if (score >= 9) add(this.promoters, week, 1);
    else if (score <= 6) add(this.detractors, week, 1);
  }

  met(at: number, kind: string, who: readonly string[]): void {
    const week = weekOf(at);
    if (week > this.latest) return;
    let people = this.encounters.get(kind);
    if (people === undefined) {
      people = new Map();
      this.encounters.set(kind, people);
    }
    for (const person of new Set(['', ...who])) {
      const times = people.get(person) ?? new Map<number, number>();
      times.set(week, Math.max(at, times.get(week) ?? at));
      people.set(person, times);
    }
  }

  features(): readonly string[] {
    return [...this.everyFeature];
  }

  private encountersList(): Met[] {
    const list: Met[] = [];
    for (const [kind, people] of this.encounters)
      for (const [who, times] of people)
        list.push({ kind, who, at: [...times.values()].sort((a, b) => a - b) });
    return list;
  }

  /** From the first week that holds anything, as far as the last one reaches. */
  private span(): { first: number; length: number } {
    let first = Number.POSITIVE_INFINITY;
    let last = Number.NEGATIVE_INFINITY;
    const reach = (column: ReadonlyMap<number, unknown>, after: number): void => {
      for (const week of column.keys()) {
        if (week > this.latest) continue;
        first = Math.min(first, Math.max(week, this.earliest));
        last = Math.max(last, week + after);
      }
    };
    for (const column of [this.open, this.closed, this.csatAnswers, this.npsAnswers]) reach(column, 0);
    for (const column of [this.uses, this.users, this.usedFeatures, this.stated]) reach(column, WINDOW - 1);
    // All of it is long ago; what was opened then may be open still.
    if (last < first) return { first: this.earliest, length: this.open.size > 0 ? 1 : 0 };
    return { first, length: last - first + 1 };
  }

  finish(account: string): HistoryWeeks {
    const { first, length } = this.span();
    const users = distinctIn(this.users, first, length);
    const stated = largestIn(this.stated, first, length);
    const columns = {
      uses: sums(this.uses, first, length),
      active28: users.map((count, place) => Math.max(count, stated[place] ?? 0)),
      features28: distinctIn(this.usedFeatures, first, length),
      ticketsOpened: sums(this.opened, first, length),
      ticketsOpen: levels(this.open, first, length),
      ticketsSevere: levels(this.severe, first, length),
      ticketsClosed: sums(this.closed, first, length),
      resolveHours: sums(this.hours, first, length),
      csatAnswers: sums(this.csatAnswers, first, length),
      csatTop: sums(this.csatTop, first, length),
      npsAnswers: sums(this.npsAnswers, first, length),
      npsPromoters: sums(this.promoters, first, length),
      npsDetractors: sums(this.detractors, first, length),
    };
    const filled = Object.entries(columns).filter(([, column]) => column.some((value) => value !== 0));
    const met = this.encountersList();
    // What a source dates ahead is no use of late.
    const recent = recentUsers(this.users, this.latest - WEEKS_AHEAD);
    return {
      account,
      first,
      ...Object.fromEntries(filled),
      ...(met.length === 0 ? {} : { met }),
      ...(recent === undefined ? {} : { recentUsers: recent }),
      lastAt: { ...this.lastAt },
      trackedUsers: this.everyUser.size,
    };
  }
}

/** Weeks long before and long after `now` are left out; rows may come in any order. */
export function createWeeksBuilder(now: number): WeeksBuilder {
  return new Builder(now);
}
