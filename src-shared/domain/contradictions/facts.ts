/** The facts that delivered rules name, how each figure is to be read, and how a signal becomes one. */
import type { Fact } from '../../model/alert.ts';
import type { MeasureId, Signal, Signals } from '../../model/health.ts';
import { dayNumber } from '../table/days.ts';
import type { AccountCase } from './account-case.ts';

const DAY = 86_400_000;

/** How a screen writes the figure. */
export type FactKind =
  | 'share' // 0.42 = 42 %
  | 'change' // 0.1 = +10 %
  | 'percent' // 42 = 42 %
  | 'days'
  | 'ago' // days that have passed since
  | 'until' // days that are left; negative once it has passed
  | 'count'
  | 'points' // of a score, signed
  | 'figure' // a plain number
  | 'sentiment' // 1 to 5
  | 'band'
  | 'stage'
  | 'day' // 'YYYY-MM-DD'
  | 'text';

/** Every fact besides the measures. */
export const FACTS = {
  'usage-half-year': 'change',
  'nps-answer': 'figure',
  'outcomes-measured': 'count',
  'no-objective': 'count',
  objective: 'text',
  'objective-due': 'day',
  'objective-late': 'days',
  'objectives-overdue': 'count',
  stage: 'stage',
  'score-change': 'points',
  score: 'figure',
  'score-before': 'figure',
  band: 'band',
  'band-before': 'band',
  'tickets-quarter': 'count',
  'tickets-usual': 'figure',
  'champion-left': 'ago',
  'champion-changed': 'ago',
  'no-champion': 'count',
  'renewal-on': 'day',
  'renewal-days': 'until',
  'no-executive': 'count',
  'executive-days': 'days',
  forecast: 'percent',
  'deal-lost': 'day',
  'severe-tickets': 'count',
  'admins-active': 'share',
  'field-active': 'share',
  'open-tasks': 'count',
  'touch-days': 'ago',
  'no-touch-since': 'day',
  'touch-allowed': 'days',
  'contact-agreed': 'day',
  'contact-late': 'days',
  'onboarding-days': 'days',
  'weeks-in-use': 'figure',
  'no-talk': 'count',
  'talk-days': 'ago',
} as const satisfies Readonly<Record<string, FactKind>>;
export type FactName = keyof typeof FACTS;

const MEASURE_KINDS: Readonly<Record<MeasureId, FactKind>> = {
  'active-rate': 'share',
  'active-trend': 'change',
  'login-frequency': 'figure',
  'usage-trend': 'change',
  'feature-breadth': 'share',
  'support-load': 'share',
  'open-severity': 'figure',
  'time-to-resolve': 'figure',
  nps: 'figure',
  csat: 'share',
  'touch-cadence': 'share',
  'executive-contact': 'days',
  'champion-contact': 'days',
  'champion-change': 'days',
  'contract-trend': 'change',
  'renewal-days': 'days',
  'onboarding-progress': 'share',
  'plan-progress': 'share',
  'invoice-status': 'days',
  sentiment: 'sentiment',
};

export function isFactName(what: string): what is FactName {
  return Object.hasOwn(FACTS, what);
}

/** How the figure of a fact reads; what a rule of the user's own read from a field is text. */
export function factKind(what: string): FactKind {
  if (isFactName(what)) return FACTS[what];
  return Object.hasOwn(MEASURE_KINDS, what) ? MEASURE_KINDS[what as MeasureId] : 'text';
}

/** A fact that no signal carries. */
export function plainFact(
  what: FactName,
  value: number | string,
  source: string,
  at?: number,
  about?: string,
): Fact {
  const fact: { what: string; value: number | string; source: string; at?: number; about?: string } = {
    what,
    value,
    source,
  };
  if (at !== undefined) fact.at = at;
  if (about !== undefined) fact.about = about;
  return fact;
}

/** When the renewal is, and in how many days: from where the date is known. */
export function renewalFacts(each: AccountCase, days: number): Fact[] {
  const { renewal, recordAt } = each;
  if (renewal === undefined) return [];
  const { source, at } = each.renewalFrom ?? { source: 'account', at: recordAt };
  return [plainFact('renewal-on', renewal, source, at), plainFact('renewal-days', days, source, at)];
}

/** `id` must be present among the signals. */
export function measureFact(signals: Signals, id: MeasureId): Fact {
  const signal = signals[id];
  if (signal === undefined) throw new Error(`no signal ${id}`);
  return signalFact(id, signal);
}

export function signalFact(what: FactName | MeasureId, signal: Signal): Fact {
  const { value, at, source, about } = signal;
  return about === undefined
    ? { what, value, at, source, signal }
    : { what, value, at, source, about, signal };
}

/** Whole days from then to now, never below 0: a clock that was set back makes nothing negative. */
export function daysSince(at: number, now: number): number {
  return Math.max(0, Math.floor((now - at) / DAY));
}

/** Days until a day; NaN for text that is no day. */
export function daysUntil(day: string | undefined, today: string): number {
  return day === undefined ? Number.NaN : dayNumber(day) - dayNumber(today);
}
