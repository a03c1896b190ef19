/** Adds an account's history row by row into weeks and days; what lies outside of the span is still known as a date. */
import { type DayRows, utcDayOf } from './day-rows.ts';
import { recentUsers } from './recent-users.ts';
import { lastDayOf } from './week-view.ts';
import { type HistoryWeeks, type Met, weekOf, weekStart } from './weeks.ts';

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

/** Numbers by day and name; `levels` are those that go up and down by what is added and stay. */
class Days<Name extends string> {
  private readonly names: readonly Name[];
  private readonly levels: ReadonlySet<Name>;
  private readonly rows = new Map<number, Map<Name, number>>();

  constructor(names: readonly Name[], levels: readonly Name[] = []) {
    this.names = names;
    this.levels = new Set(levels);
  }

  add(day: number, name: Name, amount: number): void {
    const row = this.rows.get(day) ?? new Map<Name, number>();
    row.set(name, (row.get(name) ?? 0) + amount);
    this.rows.set(day, row);
  }

  /** Without what came before a day; only levels remember it. */
  private since(first: number): Days<Name> {
    const kept = new Days(this.names, [...this.levels]);
    for (const [day, row] of this.rows)
      for (const [name, amount] of row)
        if (day >= first || this.levels.has(name)) kept.add(Math.max(day, first), name, amount);
    return kept;
  }

  /** From one day to another, both included; undefined where nothing was. */
  finish(first: number, last: number): DayRows<Name> | undefined {
    const rows = [...this.since(first).rows]
      .filter(([day, row]) => day <= last && [...row.values()].some((amount) => amount !== 0))
      .sort(([a], [b]) => a - b);
    const column = (name: Name): number[] => {
      let level = 0;
      return rows.map(([, row]) => {
        const amount = row.get(name) ?? 0;
        level += amount;
        return this.levels.has(name) ? level : amount;
      });
    };
    if (rows.length === 0) return undefined;
    const columns = Object.fromEntries(this.names.map((name) => [name, column(name)]));
    return { days: rows.map(([day]) => day), ...columns } as DayRows<Name>;
  }
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
  private readonly tickets = new Days(['opened', 'open', 'severe', 'closed', 'hours'], ['open', 'severe']);
  private readonly surveys = new Days(['csat', 'csatTop', 'csatTickets', 'nps', 'promoters', 'detractors']);
  private readonly everyUser = new Set<string>();
  private readonly encounters = new Map<string, Map<string, Map<number, number>>>();
  private readonly lastAt: { usage?: number; ticket?: number; survey?: number } = {};
  private readonly earliest: number;
  private readonly latest: number;
  private readonly dayOf: (at: number) => number;

  constructor(now: number, dayOf: (at: number) => number) {
    this.dayOf = dayOf;
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
    const day = this.dayOf(at);
    this.tickets.add(day, 'opened', 1);
    this.tickets.add(day, 'open', 1);
    if (isSevere) this.tickets.add(day, 'severe', 1);
    const closedAt = closing(row);
    if (closedAt !== undefined) {
      const end = this.dayOf(closedAt);
      this.tickets.add(end, 'open', -1);
      if (isSevere) this.tickets.add(end, 'severe', -1);
      // Closed at a time that nobody knows: it says nothing about how long such things take.
      if (weekOf(closedAt) <= this.latest && (row.closedAt !== undefined || hours !== undefined)) {
        this.seen('ticket', closedAt);
        this.tickets.add(end, 'closed', 1);
        this.tickets.add(end, 'hours', hours ?? (closedAt - at) / HOUR);
      }
    }
    // Nobody is satisfied with an answer before it is there.
    const answered = closedAt ?? at;
    if (csat === undefined || weekOf(answered) > this.latest) return;
    this.survey(answered, 'csat', csat);
    this.surveys.add(this.dayOf(answered), 'csatTickets', 1);
  }

  survey(at: number, kind: 'nps' | 'csat', score: number): void {
    const week = weekOf(at);
    if (week > this.latest) return;
    this.seen('survey', at);
    const day = this.dayOf(at);
    this.surveys.add(day, kind, 1);
    if (kind === 'csat') {
      if (score >= 4) this.surveys.add(day, 'csatTop', 1);
    } else if (score >= 9) this.surveys.add(day, 'promoters', 1);
    else if (score <= 6) this.surveys.add(day, 'detractors', 1);
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
    for (const column of [this.uses, this.users, this.usedFeatures, this.stated])
      for (const week of column.keys()) {
        first = Math.min(first, Math.max(week, this.earliest));
        last = Math.max(last, week + WINDOW - 1);
      }
    return last < first ? { first: this.earliest, length: 0 } : { first, length: last - first + 1 };
  }

  finish(account: string): HistoryWeeks {
    const { first, length } = this.span();
    const users = distinctIn(this.users, first, length);
    const stated = largestIn(this.stated, first, length);
    const columns = {
      uses: sums(this.uses, first, length),
      active28: users.map((count, place) => Math.max(count, stated[place] ?? 0)),
      features28: distinctIn(this.usedFeatures, first, length),
    };
    const span = [utcDayOf(weekStart(this.earliest)), lastDayOf(this.latest)] as const;
    const tickets = this.tickets.finish(...span);
    const surveys = this.surveys.finish(...span);
    const filled = Object.entries(columns).filter(([, column]) => column.some((value) => value !== 0));
    const met = this.encountersList();
    // What a source dates ahead is no use of late.
    const recent = recentUsers(this.users, this.latest - WEEKS_AHEAD);
    return {
      account,
      first,
      ...Object.fromEntries(filled),
      ...(tickets === undefined ? {} : { tickets }),
      ...(surveys === undefined ? {} : { surveys }),
      ...(met.length === 0 ? {} : { met }),
      ...(recent === undefined ? {} : { recentUsers: recent }),
      lastAt: { ...this.lastAt },
      trackedUsers: this.everyUser.size,
    };
  }
}

/**
 * Weeks long before and long after `now` are left out; rows may come in any order. `dayOf` gives the day of an instant in
 * days since 1970-01-01 on the calendar of whoever looks.
 */
export function createWeeksBuilder(now: number, dayOf: (at: number) => number = utcDayOf): WeeksBuilder {
  return new Builder(now, dayOf);
}
