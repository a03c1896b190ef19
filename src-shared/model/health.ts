/** Health score [ヘルススコア]: the scorecards by which accounts are scored, and what is kept of each scoring. */

/** Every standard measure [指標]. The unit of its raw value stands beside it. */
export const MEASURES = [
  /** Share, 0 to 1: active in the last 28 days ÷ licensed (or tracked). */
  'active-rate',
  /** Share of change, −1 and up: median of the last 4 full weeks' active users against the 8 before. */
  'active-trend',
  /** Uses a licensed (or tracked) user and week. */
  'login-frequency',
  /** Share of change, −1 and up: median week of the last 4 against the 8 before. */
  'usage-trend',
  /** Share, 0 to 1: features used in the last 28 days ÷ features this book knows. */
  'feature-breadth',
  /** Tickets opened in the last 28 days ÷ the account's own usual 28 days (1 = as usual). */
  'support-load',
  /** Open tickets, severe ones counted three times. */
  'open-severity',
  /** Hours, median of tickets closed in the last 90 days. */
  'time-to-resolve',
  /** −100 to 100. */
  'nps',
  /** Share of the top two of five, 0 to 1. */
  'csat',
  /** Days since the last touch ÷ the days that the cadence allows (1 = due today). */
  'touch-cadence',
  /** Days since the last touch with an executive sponsor or economic buyer. */
  'executive-contact',
  /** Days since the last touch with a champion. */
  'champion-contact',
  /** Days since a champion left and nobody followed. */
  'champion-change',
  /** Share of change of recurring revenue over 12 months, −1 and up. */
  'contract-trend',
  /** Days to the next renewal. */
  'renewal-days',
  /** Share, 0 to 1. */
  'onboarding-progress',
  /** Share, 0 to 1. */
  'plan-progress',
  /** Days that the oldest open invoice is overdue. */
  'invoice-status',
  /** 1 very bad to 5 very good, as the CSM judged it. */
  'sentiment',
] as const;
export type MeasureId = (typeof MEASURES)[number];

export const BANDS = ['healthy', 'watch', 'at-risk', 'unknown'] as const;
export type Band = (typeof BANDS)[number];
/** A band that a score or a person can give; 'unknown' is only ever the lack of data. */
export type SetBand = Exclude<Band, 'unknown'>;

/** How a raw value turns into 0 to 100 points. Points are sorted by raw value and never go both up and down. */
export interface Curve {
  /** 'line': straight between the points, level beyond them; 'steps': the points of the last one reached. */
  readonly type: 'line' | 'steps';
  /** [raw value, points 0 to 100]; at least one. */
  readonly points: readonly (readonly [number, number])[];
}

export interface MeasureRule {
  readonly measure: MeasureId;
  /** Percent inside its group: those of a group sum to 100. 0 = switched off. */
  readonly weight: number;
  readonly curve: Curve;
  /** Days after which the data count as missing. */
  readonly shelfDays: number;
}

export interface MeasureGroup {
  readonly id: string;
  /** '' = one of the standard groups, named by the language. */
  readonly name: string;
  /** Percent of the whole: those of a scorecard sum to 100. */
  readonly weight: number;
  readonly measures: readonly MeasureRule[];
}

/** To which accounts a scorecard applies; an empty list = to all. The most particular scorecard that fits wins. */
export interface ScorecardScope {
  readonly segments: readonly string[];
  readonly touchModels: readonly string[];
  readonly stages: readonly string[];
  /** Ids of saved segments; absent = to all. One that is gone has nobody in it. */
  readonly saved?: readonly string[];
}

export interface Scorecard {
  id: string;
  /** '' = one of the delivered ones, named by the language. */
  name: string;
  /** Grows with each saved change. */
  version: number;
  /** Why this version was made. */
  note: string;
  groups: readonly MeasureGroup[];
  /** Share of the weights, 0 to 1, below which there is no colour. As delivered 0.4. */
  coverageFloor: number;
  /** Lowest score that is healthy (70) and lowest that is watch (40). */
  bands: { readonly healthy: number; readonly watch: number };
  scope: ScorecardScope;
  /** What a parent account's score is made of. */
  parents: 'own' | 'by-arr' | 'worst';
  createdAt: number;
  updatedAt: number;
}

/** An earlier version of a scorecard; id = `scorecardId version`, joined by U+001F. */
export interface ScorecardVersion {
  id: string;
  scorecard: string;
  /** Milliseconds since 1970 UTC when it was replaced. */
  at: number;
  record: Scorecard;
  createdAt: number;
  updatedAt: number;
}

/** Where a raw value came from: what the screen names and opens. */
export type SignalSource =
  | 'usage'
  | 'ticket'
  | 'survey'
  | 'activity'
  | 'contact'
  | 'subscription'
  | 'account'
  | 'plan';

/** One fact about an account on a day. */
export interface Signal {
  readonly value: number;
  /** Milliseconds since 1970 UTC: the date of the data, not of the calculation. */
  readonly at: number;
  readonly source: SignalSource;
  /** How many answers, users, tickets it rests on, where that matters. */
  readonly n?: number;
  /**
   * What `n` is divided by or compared with: licences, features known, days allowed, the usual count before. Of answers
   * to surveys, the value that one more of the best would make: the oldest may then no longer be among the newest.
   */
  readonly of?: number;
  /** What it was divided by, where the denominator must be named. */
  readonly per?: 'licensed' | 'tracked';
  /** Of a trend over a thin history: `n` and `of` are medians of four weeks each, not of one. */
  readonly span?: 'four-weeks';
  /** The same weeks of the year before fell too: the value is what that does not explain. */
  readonly season?: true;
  /** It is at least this long; nothing older is known. */
  readonly atLeast?: true;
  /** Of a champion who is none any more: is still there, in another role. */
  readonly stays?: true;
  /** 'YYYY-MM-DD': the last day on which it holds, whatever its shelf life. */
  readonly until?: string;
  /** Contact, ticket or activity that it is about. */
  readonly about?: string;
}

export type Signals = Readonly<Partial<Record<MeasureId, Signal>>>;

/** A measure's part in a score. */
export interface MeasureScore {
  readonly measure: MeasureId;
  readonly group: string;
  /** Share of the whole, 0 to 1. */
  readonly weight: number;
  /** 'stale': there are data, older than their shelf life. */
  readonly state: 'present' | 'missing' | 'stale';
  readonly signal?: Signal;
  /** 0 to 100; only when present. */
  readonly points?: number;
}

export interface HealthScore {
  readonly account: string;
  /** 'YYYY-MM-DD' in the user's zone. */
  readonly day: string;
  readonly scorecard: string;
  readonly version: number;
  /** 0 to 100; undefined when no measure is present. */
  readonly value?: number;
  /** Share of the weights that had data, 0 to 1. */
  readonly coverage: number;
  /** As computed; an override stands beside it. */
  readonly band: Band;
  readonly measures: readonly MeasureScore[];
  /** The parent's score was made of these accounts. */
  readonly from?: readonly string[];
  /** By their revenue in this currency ('' = none is known: all weigh the same); of `none` none is known in it. */
  readonly weighed?: { readonly currency: string; readonly none: readonly string[] };
}

/** One per account and day on which something differed from the snapshot before. */
export interface HealthSnapshot extends HealthScore {
  /** Filled in from history for a past day. */
  readonly reconstructed: boolean;
}

/** A band that a person sets for a time. */
export interface HealthOverride {
  id: string;
  account: string;
  band: SetBand;
  reason: string;
  /** 'YYYY-MM-DD': the last day on which it holds. */
  until: string;
  by: string;
  createdAt: number;
  updatedAt: number;
}

/** The CSM's own judgement [感触], beside what notes carry; five steps with reasons and an expiry. */
export interface SentimentRow {
  id: string;
  account: string;
  /** 1 very bad to 5 very good. */
  value: number;
  reasons: readonly string[];
  /** 'YYYY-MM-DD'. */
  until: string;
  by: string;
  /** Milliseconds since 1970 UTC. */
  at: number;
  createdAt: number;
  updatedAt: number;
}
