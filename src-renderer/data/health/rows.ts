/** What is derived for health and kept, so that neither a start nor a score reads the history back. */
import type { HistoryWeeks } from '#shared/domain/health/weeks.ts';
import type { PackedSignals } from './pack-signals.ts';

/** An account's history by week, and which pages it was built of. */
export interface WeeksRow extends HistoryWeeks {
  /** Of the heads of the account's pages: another one, and the weeks are built again. */
  stamp: string;
  /** Names of the features that its users used, so that the book's can be counted. */
  features: readonly string[];
}

/** Grows when signals are made of facts in another way: those that are stored are read again then. */
export const SIGNAL_RULES = 5;

/** An account's signals as of a day, and what a scorecard's scope and a parent's score ask of it besides. */
export interface SignalsRow extends PackedSignals {
  account: string;
  /** 'YYYY-MM-DD' on which these signals hold; another day or '', and they are read again. */
  day: string;
  /** Which imports they reflect, and by which rules they were made. */
  seen: string;
  segment?: string;
  touchModel?: string;
  stage?: string;
  parent?: string;
  /** Saved segments that it belongs to, of those that scorecards ask for; and by which rules that was found. */
  saved?: readonly string[];
  savedBy?: string;
  /** Recurring revenue a year, minor units, by currency. */
  arr?: readonly (readonly [currency: string, minor: number])[];
  /** Scores of 7, 30 and 90 days ago; null = there was none. Filled in from history as `pastBy` says: see `cardMark`. */
  past?: readonly (number | null)[];
  pastBy?: string;
  /** What the newest kept score looked like: another one, and the day's is kept too. */
  kept?: string;
  /** 'YYYY-MM-DD' of the oldest kept score. */
  keptSince?: string;
  /** Grows when a person changes what the signals are made of: signals read before that are not the newest. */
  touched?: number;
}
