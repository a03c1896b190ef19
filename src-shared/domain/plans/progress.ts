/** How far an objective has come on a day: between baseline and target, or by its milestones; what is missing is said. */
import type { Measurement, Objective } from '../../model/objective.ts';
import { dayNumber } from '../table/days.ts';

/** The newest value on or before the day; of two on one day the one that was logged later. */
export function currentOn(
  { measurements }: Pick<Objective, 'measurements'>,
  day: string,
): Measurement | undefined {
  let newest: Measurement | undefined;
  for (const each of measurements) if (each.on <= day && each.on >= (newest?.on ?? '')) newest = each;
  return newest;
}

export type Missing = 'baseline' | 'target' | 'measurement';

export type Progress =
  | {
      readonly type: 'known';
      /** 0 to 1. */
      readonly share: number;
      /** What it follows from: figures, ticked milestones, or a person who said that it is met. */
      readonly by: 'figures' | 'milestones' | 'said';
      /** 'YYYY-MM-DD' of the newest thing that it follows from. */
      readonly on: string;
    }
  | { readonly type: 'missing'; readonly what: readonly Missing[] };

function isReached({ direction }: Objective, value: number, target: number): boolean {
  return direction === 'up' ? value >= target : value <= target;
}

/** 0 to 1; undefined where a figure is missing. On the wrong side of the baseline is 0, beyond the target 1. */
export function shareOfFigures(objective: Objective, value: number | undefined): number | undefined {
  const { baseline, target } = objective;
  if (value === undefined || target === undefined) return undefined;
  // What is to be kept as it is, or has no beginning, is reached or is not.
  if (isReached(objective, value, target)) return 1;
  if (baseline === undefined) return undefined;
  const way = target - baseline;
  if (way === 0 || isReached(objective, baseline, target)) return 0;
  return Math.min(1, Math.max(0, (value - baseline) / way));
}

function byMilestones({ milestones }: Objective, day: string): Progress | undefined {
  const done = milestones.flatMap(({ doneOn }) => (doneOn !== undefined && doneOn <= day ? [doneOn] : []));
  const on = done.toSorted().at(-1);
  return on === undefined
    ? undefined
    : { type: 'known', share: done.length / milestones.length, by: 'milestones', on };
}

/** Closed on or before the day. */
export function isClosedOn({ state, closedOn }: Objective, day: string): boolean {
  return state !== 'open' && (closedOn ?? '') <= day;
}

function missingOf({ baseline, target }: Objective, value: number | undefined): Missing[] {
  return [
    ...(baseline === undefined ? (['baseline'] as const) : []),
    ...(target === undefined ? (['target'] as const) : []),
    ...(value === undefined ? (['measurement'] as const) : []),
  ];
}

/** What was known on the day: later values, ticks and closings are not looked at. */
export function progressOn(objective: Objective, day: string): Progress {
  const { state, closedOn = objective.startsOn } = objective;
  if ((state === 'met' || state === 'raised') && isClosedOn(objective, day))
    return { type: 'known', share: 1, by: 'said', on: closedOn };
  const current = currentOn(objective, day);
  const share = shareOfFigures(objective, current?.value);
  if (share !== undefined && current !== undefined)
    return { type: 'known', share, by: 'figures', on: current.on };
  return byMilestones(objective, day) ?? { type: 'missing', what: missingOf(objective, current?.value) };
}

/** Share of its time that has passed, 0 to 1; undefined without a due date. */
export function expectedOn({ startsOn, due }: Objective, day: string): number | undefined {
  const start = dayNumber(startsOn);
  const end = dayNumber(due ?? '');
  const now = dayNumber(day);
  if (Number.isNaN(end) || Number.isNaN(now)) return undefined;
  if (now >= end) return 1;
  if (Number.isNaN(start) || now <= start) return 0;
  return (now - start) / (end - start);
}

/** A value has come to the target while nobody has said yet that it is met. */
export function hasReachedTarget(objective: Objective, day: string): boolean {
  const { target } = objective;
  const current = currentOn(objective, day);
  return target !== undefined && current !== undefined && isReached(objective, current.value, target);
}
