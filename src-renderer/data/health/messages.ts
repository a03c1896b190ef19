/** What the health worker and the screen say to each other. */
import type { Band, HealthOverride, HealthScore, Scorecard } from '#shared/model/health.ts';
import type { Change } from '#shared/model/operation.ts';
import type { SignalColumns } from './pack-signals.ts';

/** Days back that a trend compares with. */
export const TREND_DAYS = [7, 30, 90] as const;

/** What is under way in the background; `share` is 0 to 1. */
export interface HealthWork {
  readonly kind: 'history' | 'scores';
  readonly share: number;
}

/** Scores of some accounts: the figures that lists show, and the signals from which the rest is worked out when asked. */
export interface ScoreSlice {
  readonly day: string;
  /** Milliseconds since 1970 UTC of the scoring. */
  readonly now: number;
  readonly accounts: readonly string[];
  /** Left out when only the cards changed. */
  readonly signals?: SignalColumns;
  /** Places among the cards; −1 = none fits. */
  readonly cards: Int16Array;
  /** NaN = no measure is present. */
  readonly values: Float64Array;
  readonly coverage: Float64Array;
  readonly bands: readonly Band[];
  /** Per account the scores of TREND_DAYS ago; NaN = there was none. */
  readonly past: Float64Array;
}

export type FromHealthWorker =
  /** Stands before the scores that were made with them; overrides are those that hold today, by account. */
  | {
      readonly type: 'cards';
      readonly cards: readonly Scorecard[];
      readonly overrides: readonly HealthOverride[];
    }
  /** `more`: the next slice follows at once. */
  | { readonly type: 'scores'; readonly slice: ScoreSlice; readonly more: boolean }
  /** Parents whose score is made of their children's; in place of all that were said before. */
  | { readonly type: 'combined'; readonly scores: readonly HealthScore[] }
  | { readonly type: 'removed'; readonly accounts: readonly string[] }
  /** All that is stored has been scored once. */
  | { readonly type: 'ready' }
  | { readonly type: 'work'; readonly work: HealthWork | undefined }
  | { readonly type: 'failed'; readonly error: { readonly name: string; readonly message: string } };

export type Post = (message: FromHealthWorker) => void;

export type ToHealthWorker =
  | { readonly type: 'open'; readonly database: string; readonly fiscalYearStart: number }
  /** The fiscal year begins in another month from now on. */
  | { readonly type: 'fiscal-year'; readonly start: number }
  /** After operations: what they changed. */
  | { readonly type: 'changed'; readonly changes: readonly Change[] }
  /** After an import, its undo or a restore. */
  | { readonly type: 'catch-up' }
  | { readonly type: 'close' };
