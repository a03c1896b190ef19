/** Time to value: days from the start of the contract to the first value that the customer confirmed; open cases too. */
import type { Objective } from '../../model/objective.ts';
import { dayNumber } from '../table/days.ts';

export type TimeToValue =
  | { readonly type: 'confirmed'; readonly days: number; readonly on: string; readonly start: string }
  /** Nothing is confirmed yet. */
  | { readonly type: 'open'; readonly days: number; readonly start: string }
  /** Nobody knows when the contract began, or it has not begun. */
  | { readonly type: 'no-start' };

/** The day of the first confirmed value; undefined = there is none. */
export function firstConfirmedOn(objectives: readonly Objective[]): string | undefined {
  return objectives
    .flatMap(({ value }) =>
      value?.confirmedBy === undefined || value.confirmedOn === undefined ? [] : [value.confirmedOn],
    )
    .toSorted()[0];
}

/** `start`: 'YYYY-MM-DD' on which the first contract began. */
export function timeToValueOf(
  start: string | undefined,
  objectives: readonly Objective[],
  today: string,
): TimeToValue {
  const from = dayNumber(start ?? '');
  if (start === undefined || Number.isNaN(from) || start > today) return { type: 'no-start' };
  const on = firstConfirmedOn(objectives);
  if (on === undefined || Number.isNaN(dayNumber(on)))
    return { type: 'open', days: dayNumber(today) - from, start };
  // A value that was confirmed before the contract took no time of it.
  return { type: 'confirmed', days: Math.max(0, dayNumber(on) - from), on, start };
}

export interface TimeToValueSummary {
  /** Of the confirmed cases; undefined = there is none. */
  readonly median: number | undefined;
  readonly confirmed: number;
  readonly open: number;
  readonly noStart: number;
}

export function summarizeTimeToValue(cases: readonly TimeToValue[]): TimeToValueSummary {
  const days = cases.flatMap((each) => (each.type === 'confirmed' ? [each.days] : [])).sort((a, b) => a - b);
  const middle = days.length >> 1;
  const upper = days[middle];
  const lower = days.length % 2 === 0 ? days[middle - 1] : upper;
  return {
    median: upper === undefined || lower === undefined ? undefined : (lower + upper) / 2,
    confirmed: days.length,
    open: cases.filter(({ type }) => type === 'open').length,
    noStart: cases.filter(({ type }) => type === 'no-start').length,
  };
}
