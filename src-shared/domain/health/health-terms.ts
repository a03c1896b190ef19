/** What the rules of health say about a score, as values that a language words: changes, steps that help, the sentence. */
import type { Band, MeasureId, Signal } from '../../model/health.ts';

export const CAUSES = ['value', 'appeared', 'missing', 'aged', 'weight', 'curve'] as const;
/** Why a measure's part in the score changed. */
export type Cause = (typeof CAUSES)[number];

/** One part of a change; the parts of a change add up to it. */
export interface ChangePart {
  readonly measure: MeasureId;
  readonly group: string;
  readonly cause: Cause;
  /** Points of the score, up or down. */
  readonly points: number;
  /** The raw values before and after, where there were any. */
  readonly before?: Signal;
  readonly after?: Signal;
}

export const STEP_UNITS = [
  'active-users',
  'users-a-week',
  'uses-a-week',
  'uses-each',
  'features',
  'fewer-tickets',
  'close-tickets',
  'close-severe',
  'hours-faster',
  'promoters',
  'satisfied-answers',
  'touch',
  'executive-touch',
  'champion-touch',
  'name-champion',
  'growth',
  'renew',
  'onboarding-points',
  'plan-points',
  'pay-invoice',
  'sentiment-steps',
] as const;
/** What one step is counted in. */
export type StepUnit = (typeof STEP_UNITS)[number];

/** The smallest natural step of a raw value that gains points. */
export interface HelpfulStep {
  readonly measure: MeasureId;
  readonly unit: StepUnit;
  /** How many of the unit; 1 where there is only one such step. */
  readonly count: number;
  /** The raw value after it. */
  readonly to: number;
  /** Points of the score that it brings. */
  readonly gain: number;
}

/** A measure without usable data, and how much of the weight waits for it. */
export interface NeededData {
  readonly measure: MeasureId;
  readonly state: 'missing' | 'stale';
  /** Share of the whole, 0 to 1. */
  readonly weight: number;
  /** Of stale data: what they said. */
  readonly signal?: Signal;
}

/** A measure that the sentence names. */
export interface SentenceFact {
  readonly measure: MeasureId;
  readonly signal: Signal;
  /** Points of the score that it holds or costs; absent where it is said for itself and not for what it costs. */
  readonly points?: number;
}

export type SummarySentence =
  | { readonly type: 'no-data'; readonly coverage: number; readonly needs: readonly MeasureId[] }
  | {
      readonly type: 'scored';
      /** 0 to 100, rounded. */
      readonly value: number;
      readonly band: Exclude<Band, 'unknown'>;
      /** Share of the weights, 0 to 1. */
      readonly coverage: number;
      /** What holds the score down most; absent when nothing costs much. */
      readonly drag?: SentenceFact;
      /** What holds it up most. */
      readonly lift?: SentenceFact;
      /** Against the older score that was given; absent when it hardly moved. */
      readonly change?: { readonly points: number; readonly days: number; readonly main?: ChangePart };
      /** Measures without data, the heaviest first; empty when little is missing. */
      readonly needs: readonly MeasureId[];
    };

/** The groups of the delivered scorecards, which the language names. */
export const STANDARD_GROUPS = ['usage', 'support', 'voice', 'relationship', 'contract', 'progress'] as const;
export type StandardGroup = (typeof STANDARD_GROUPS)[number];

/** The delivered scorecards, which the language names. */
export const STANDARD_SCORECARDS = ['saas-high-touch', 'saas-low-touch', 'saas-tech-touch'] as const;
export type StandardScorecard = (typeof STANDARD_SCORECARDS)[number];
