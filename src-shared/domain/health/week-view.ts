/** An account's weeks as they were known at a moment: nothing later is read, so that past days can be filled in. */
import { DayView, dayDate, utcDayOf } from './day-rows.ts';
import { type HistoryWeeks, weekOf, weekStart } from './weeks.ts';

const DAY = 86_400_000;

/** The last day of a week, in days since 1970-01-01 (UTC). */
export function lastDayOf(week: number): number {
  return utcDayOf(weekStart(week + 1)) - 1;
}

/** An instant on the last day of a week. */
export function weekDate(week: number): number {
  return dayDate(lastDayOf(week));
}

export type HistoryKind = 'usage' | 'ticket' | 'survey';
/** How far the whole book's history of each kind reaches: an account silent before that is silent, not unknown. */
export type Reach = Readonly<Partial<Record<HistoryKind, number>>>;

/** The columns that hold a number a week. */
export type ColumnName = {
  [K in keyof HistoryWeeks]-?: NonNullable<HistoryWeeks[K]> extends readonly number[] ? K : never;
}[keyof HistoryWeeks];

export class WeekView {
  private readonly weeks: HistoryWeeks;
  private readonly now: number;
  private readonly reach: Reach;
  /** The day of the moment on the user's calendar, in days since 1970-01-01. */
  readonly day: number;

  constructor(weeks: HistoryWeeks, now: number, reach: Reach, day: number = utcDayOf(now)) {
    this.weeks = weeks;
    this.now = now;
    this.reach = reach;
    this.day = day;
  }

  /** The newest date that the data of the kind speak for, at most now; undefined when the account never had any. */
  dataUntil(kind: HistoryKind): number | undefined {
    const own = this.weeks.lastAt[kind];
    if (own === undefined) return undefined;
    return Math.min(this.now, Math.max(own, this.reach[kind] ?? own));
  }

  /** The last week whose every day is covered by data, and when it ended. */
  lastFull(kind: HistoryKind): { week: number; at: number } | undefined {
    const until = this.dataUntil(kind);
    if (until === undefined) return undefined;
    // On its last day a week counts as full.
    const week = weekOf(until + DAY) - 1;
    return { week, at: Math.min(until, weekDate(week)) };
  }

  get tickets() {
    return this.weeks.tickets === undefined ? undefined : new DayView(this.weeks.tickets, this.day);
  }

  get surveys() {
    return this.weeks.surveys === undefined ? undefined : new DayView(this.weeks.surveys, this.day);
  }

  /** The date of what lies on a day, never after the moment. */
  dateOf(day: number): number {
    return Math.min(this.now, dayDate(day));
  }

  at(name: ColumnName, week: number): number {
    const column = this.weeks[name];
    const place = week - this.weeks.first;
    return place < 0 ? 0 : (column?.[place] ?? 0);
  }

  /** Weeks `from` to `to`, both included. */
  run(name: ColumnName, from: number, to: number): number[] {
    const values: number[] = [];
    for (let week = from; week <= to; week++) values.push(this.at(name, week));
    return values;
  }

  /** Everything up to the week. */
  until(name: ColumnName, week: number): readonly number[] {
    return this.weeks[name]?.slice(0, Math.max(0, week - this.weeks.first + 1)) ?? [];
  }

  /** The first week in which a column holds anything. */
  firstOf(name: ColumnName): number | undefined {
    const place = this.weeks[name]?.findIndex((value) => value > 0) ?? -1;
    return place === -1 ? undefined : this.weeks.first + place;
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

export function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
