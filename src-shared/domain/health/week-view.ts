/** An account's weeks as they were known at a moment: nothing later is read, so that past days can be filled in. */
import { type HistoryWeeks, weekOf, weekStart } from './weeks.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Within the last day of a week, at an hour at which every zone of the world shows that very day. */
export function weekDate(week: number): number {
  return weekStart(week + 1) - 14 * HOUR;
}

export type HistoryKind = 'usage' | 'ticket' | 'survey';
/** How far the whole book's history of each kind reaches: an account silent before that is silent, not unknown. */
export type Reach = Readonly<Partial<Record<HistoryKind, number>>>;

/** The columns that hold numbers. */
export type ColumnName = {
  [K in keyof HistoryWeeks]-?: NonNullable<HistoryWeeks[K]> extends readonly number[] ? K : never;
}[keyof HistoryWeeks];

export class WeekView {
  private readonly weeks: HistoryWeeks;
  private readonly now: number;
  private readonly reach: Reach;

  constructor(weeks: HistoryWeeks, now: number, reach: Reach) {
    this.weeks = weeks;
    this.now = now;
    this.reach = reach;
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

  /** The last week that may be read: the running one too, while nothing in it lies after now. */
  lastKnown(kind: HistoryKind): number {
    const newest = Math.max(
      this.weeks.lastAt[kind] ?? Number.NEGATIVE_INFINITY,
      this.reach[kind] ?? Number.NEGATIVE_INFINITY,
    );
    return this.now >= newest ? weekOf(this.now) : weekOf(this.now + DAY) - 1;
  }

  at(name: ColumnName, week: number): number {
    const column = this.weeks[name];
    const place = week - this.weeks.first;
    if (column === undefined || place < 0) return 0;
    const level = name === 'ticketsOpen' || name === 'ticketsSevere';
    return column[place] ?? (level ? (column.at(-1) ?? 0) : 0);
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
