/** What is derived for health and kept, so that neither a start nor a score reads the history back. */
import type { HistoryWeeks } from '#shared/domain/health/weeks.ts';
import type { PackedSignals } from './pack-signals.ts';

/** An account's history by week, and which pages it was built of. */
export interface WeeksRow extends HistoryWeeks {
  /** Of the heads of the account's pages: another one, and the weeks are built again. */
  stamp: string;
}

/** What a scorecard's scope and a parent's score ask of an account, beside its signals. */
export interface SignalsRow extends PackedSignals {
  account: string;
  /** 'YYYY-MM-DD' on which these signals hold; another day, and they are read again. */
  day: string;
  segment?: string;
  touchModel?: string;
  stage?: string;
  parent?: string;
  /** Recurring revenue a year, minor units, by currency. */
  arr?: readonly (readonly [currency: string, minor: number])[];
}
