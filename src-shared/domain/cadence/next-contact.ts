/** The next contact that was agreed in a note: which one holds, when it is kept, and that it is no silence. Pure. */
import { addDays, dayNumber } from '../table/days.ts';

/** The day that the newest note with such a day names: what was said last counts. */
export interface PlannedContact {
  /** 'YYYY-MM-DD'. */
  readonly on: string;
  /** Milliseconds since 1970 UTC: the time of the note. */
  readonly at: number;
  /** Id of the note. */
  readonly note: string;
}

interface Note {
  readonly id: string;
  readonly at: number;
  readonly nextOn?: string;
}

/** A touch so many days before the agreed day may have been the contact itself, only earlier. */
const EARLY_DAYS = 3;

/** What a note says; undefined where it names no day. */
export function plannedBy({ id, at, nextOn }: Note): PlannedContact | undefined {
  return nextOn === undefined || Number.isNaN(dayNumber(nextOn)) ? undefined : { on: nextOn, at, note: id };
}

/** The later word of two. */
export function laterPlan(
  a: PlannedContact | undefined,
  b: PlannedContact | undefined,
): PlannedContact | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return b.at > a.at || (b.at === a.at && b.note > a.note) ? b : a;
}

export interface OpenContact {
  readonly on: string;
  /** Until that day; negative once it has passed. */
  readonly days: number;
}

/** `last` is the newest touch. Undefined where nothing is agreed, or where it took place. */
export function openContact(
  planned: PlannedContact | undefined,
  last: { readonly at: number; readonly day: string } | undefined,
  today: string,
): OpenContact | undefined {
  if (planned === undefined) return undefined;
  const days = dayNumber(planned.on) - dayNumber(today);
  const isKept =
    days <= 0 && last !== undefined && last.at > planned.at && last.day >= addDays(planned.on, -EARLY_DAYS);
  return isKept ? undefined : { on: planned.on, days };
}

/**
 * Nobody drifts by silence while the next contact is agreed: today or later, but no further ahead than the cadence
 * allows from today, so that a day in two years quiets nothing.
 */
export function coversSilence(
  planned: Pick<PlannedContact, 'on'> | undefined,
  today: string,
  every: number,
): boolean {
  if (planned === undefined) return false;
  const days = dayNumber(planned.on) - dayNumber(today);
  return days >= 0 && days <= every;
}
