/** What an account's objectives say together: progress against time, what is overdue, what was ever measured. */
import type { Objective } from '../../model/objective.ts';
import { expectedOn, isClosedOn, progressOn } from './progress.ts';

export interface PlanState {
  /** 1 less what is missing to where time says it should be, 0 to 1: the mean of the objectives that count. */
  readonly progress: number;
  /** Means over the same objectives: how much of it time asks for by now, and how much of that is there. */
  readonly expected: number;
  readonly reached: number;
  /** 'YYYY-MM-DD' of the newest value, tick or closing that it rests on. */
  readonly on: string;
  /** Objectives that count. */
  readonly counted: number;
}

/** It had begun and nobody had given it up. */
function isInPlay(objective: Objective, day: string): boolean {
  return objective.startsOn <= day && !(objective.state === 'dropped' && isClosedOn(objective, day));
}

/** Undefined where no objective has both something to measure and a day by which it is due. */
export function planStateOn(objectives: readonly Objective[], day: string): PlanState | undefined {
  let counted = 0;
  let expected = 0;
  let reached = 0;
  let on = '';
  for (const objective of objectives) {
    if (!isInPlay(objective, day)) continue;
    const progress = progressOn(objective, day);
    if (progress.type === 'missing') continue;
    const asked = progress.by === 'said' ? 1 : expectedOn(objective, day);
    if (asked === undefined) continue;
    counted++;
    expected += asked;
    // What is ahead of its time does not make up for what is behind.
    reached += Math.min(asked, progress.share);
    if (progress.on > on) on = progress.on;
  }
  if (counted === 0) return undefined;
  const progress = Math.min(1, Math.max(0, 1 - (expected - reached) / counted));
  return { progress, expected: expected / counted, reached: reached / counted, on, counted };
}

export interface Overdue {
  readonly objectives: readonly Objective[];
  readonly milestones: readonly { readonly objective: Objective; readonly milestone: string }[];
}

/** Of what is open: objectives and milestones whose day has passed. */
export function overdueOf(objectives: readonly Objective[], today: string): Overdue {
  const open = objectives.filter(({ state }) => state === 'open');
  return {
    objectives: open.filter(({ due }) => due !== undefined && due < today),
    milestones: open.flatMap((objective) =>
      objective.milestones.flatMap(({ id, due, doneOn }) =>
        doneOn === undefined && due !== undefined && due < today ? [{ objective, milestone: id }] : [],
      ),
    ),
  };
}

/** A value was measured, confirmed by the customer, or somebody said that it is met. */
export function hasOutcome({ state, measurements, value }: Objective): boolean {
  return state === 'met' || state === 'raised' || measurements.length > 0 || value?.confirmedBy !== undefined;
}

export interface OutcomeCount {
  /** Objectives that were not given up. */
  readonly objectives: number;
  readonly measured: number;
}

export function outcomesOf(objectives: readonly Objective[]): OutcomeCount {
  const kept = objectives.filter(({ state }) => state !== 'dropped');
  return { objectives: kept.length, measured: kept.filter(hasOutcome).length };
}
