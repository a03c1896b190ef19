/** Objective [目標] of a success plan: in the customer's words, with figures, and who on their side confirmed what. */
import type { Money } from '../base/money.ts';

export const OBJECTIVE_KINDS = ['early-win', 'wider'] as const;
export type ObjectiveKind = (typeof OBJECTIVE_KINDS)[number];

/** 'raised': met, and a further objective took its place. */
export const OBJECTIVE_STATES = ['open', 'met', 'raised', 'dropped'] as const;
export type ObjectiveState = (typeof OBJECTIVE_STATES)[number];

/** Which way is better. */
export const DIRECTIONS = ['up', 'down'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** A value that was measured after the baseline. */
export interface Measurement {
  readonly id: string;
  /** 'YYYY-MM-DD': the day of which the value is. */
  readonly on: string;
  readonly value: number;
  /** Who said it, or which report it is from; '' = not said. */
  readonly source: string;
}

/** Milestone [マイルストーン]. */
export interface Milestone {
  readonly id: string;
  readonly title: string;
  /** 'YYYY-MM-DD'. */
  readonly due?: string;
  /** 'YYYY-MM-DD' on which it was done; absent = not yet. */
  readonly doneOn?: string;
}

/** What the objective is worth to the customer in money. */
export interface ObjectiveValue {
  readonly amount: Money;
  /** How it was worked out, so that somebody can work it out again. */
  readonly method: string;
  /** Contact on the customer's side who confirmed it; absent = nobody has. */
  readonly confirmedBy?: string;
  /** 'YYYY-MM-DD'. */
  readonly confirmedOn?: string;
}

export interface Objective {
  id: string;
  account: string;
  kind: ObjectiveKind;
  /** In the customer's own words. */
  title: string;
  /** Why it matters to them; '' = not said. */
  why: string;
  /** '%', 'hours', '件'; '' = a plain number. */
  unit: string;
  direction: Direction;
  baseline?: number;
  target?: number;
  /** 'YYYY-MM-DD' of the baseline: from here on time counts. */
  startsOn: string;
  /** 'YYYY-MM-DD'. */
  due?: string;
  value?: ObjectiveValue;
  /** In the order of their days, the newest last. */
  measurements: readonly Measurement[];
  milestones: readonly Milestone[];
  state: ObjectiveState;
  /** 'YYYY-MM-DD' on which it was met or dropped; only where it is not open. */
  closedOn?: string;
  /** The objective that was met before and whose target this one raises. */
  raises?: string;
  createdAt: number;
  updatedAt: number;
}
