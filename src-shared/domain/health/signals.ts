/** Every signal about an account at a moment, from what was imported and logged up to then; the clock is an argument. */
import type { Account } from '../../model/account.ts';
import type { Contact } from '../../model/contact.ts';
import type { MeasureId, Signal, Signals } from '../../model/health.ts';
import type { CadenceSettings } from '../cadence/cadence.ts';
import type { LastContact } from '../people/encounters.ts';
import type { AccountSummary } from '../summary/account-summary.ts';
import { dayNumber } from '../table/days.ts';
import {
  contractTrend,
  invoiceStatus,
  onboardingProgress,
  type PlanProgress,
  planProgress,
  renewalDays,
} from './contract-signals.ts';
import {
  CHAMPION_ROLES,
  championChange,
  contactWith,
  EXECUTIVE_ROLES,
  type Judgement,
  type Moment,
  type MomentOf,
  sentimentOf,
  silentSince,
  touchCadence,
  touchSpan,
} from './relation-signals.ts';
import { csatOf, npsOf, openSeverity, supportLoad, timeToResolve } from './support-signals.ts';
import {
  activeRate,
  activeTrend,
  featureBreadth,
  loginFrequency,
  usageTrend,
  usersOf,
} from './usage-signals.ts';
import { type Reach, WeekView } from './week-view.ts';
import type { HistoryWeeks } from './weeks.ts';

export interface HealthFacts {
  readonly account: Account;
  readonly summary: AccountSummary | undefined;
  readonly weeks: HistoryWeeks | undefined;
  /** All of the account's, those who left included. */
  readonly contacts: readonly Contact[];
  /** The newest touch of each contact up to the moment; see domain/people/encounters.ts. */
  readonly lastContact: ReadonlyMap<string, LastContact>;
  /** When the account was touched, in any order; what lies after the moment is passed over. */
  readonly touches: readonly number[];
  readonly sentiment: Judgement | undefined;
  /** Different features that the whole book uses. */
  readonly bookFeatures: number;
  /** Seats under contract, for an account that does not say itself how many it has. */
  readonly licences?: number;
  /** When a subscription of the account was last said; without it the account's own record speaks for them. */
  readonly contractsAt?: number | undefined;
  /** How far the book's history reaches; without it silence looks like data that grow old. */
  readonly reach?: Reach;
  /** The success plan, where there is one. */
  readonly plan?: PlanProgress;
  readonly cadence: CadenceSettings;
  /** 'YYYY-MM-DD' of the first touch that the book knows with anybody; without it no silence is told. */
  readonly touchesFrom?: string | undefined;
  /** 'YYYY-MM-DD' of the moment in the user's zone. */
  readonly today: string;
  /** The calendar day of an instant in the user's zone; without it UTC days. */
  readonly dayOf?: (at: number) => string;
}

function utcDay(at: number): string {
  return Number.isFinite(at) && Math.abs(at) < 8.64e15 ? new Date(at).toISOString().slice(0, 10) : '';
}

type Found = Partial<Record<MeasureId, Signal | undefined>>;

function historySignals(facts: HealthFacts, now: number): Found {
  const { account, weeks, licences, bookFeatures, reach, today } = facts;
  if (weeks === undefined) return {};
  const view = new WeekView(weeks, now, reach ?? {}, dayNumber(today));
  // What the account says of itself comes first: subscriptions of one customer may count the same seats twice.
  const users = usersOf(view, account.seats ?? licences, weeks.trackedUsers);
  return {
    'active-rate': activeRate(view, users, weeks.trackedUsers),
    'active-trend': activeTrend(view),
    'login-frequency': loginFrequency(view, users),
    'usage-trend': usageTrend(view),
    'feature-breadth': featureBreadth(view, bookFeatures),
    'support-load': supportLoad(view),
    'open-severity': openSeverity(view),
    'time-to-resolve': timeToResolve(view),
    nps: npsOf(view),
    csat: csatOf(view),
  };
}

function relationSignals(facts: HealthFacts, moment: Moment): Found {
  const { account, contacts, lastContact, touches, summary, cadence } = facts;
  const stated = touches.length > 0 ? touches : [summary?.lastTouchAt ?? Number.NaN];
  const span = touchSpan(stated, moment.now);
  const known: MomentOf = { ...moment, knownFrom: account.createdAt };
  const starts = (summary?.revenue ?? []).map(({ start }) => start);
  const { touchesFrom } = facts;
  const silent = silentSince({ account, starts, touchesFrom, dayOf: moment.dayOf });
  return {
    'touch-cadence': touchCadence(account, span, cadence, moment, silent),
    'executive-contact': contactWith(EXECUTIVE_ROLES, contacts, lastContact, span, known),
    'champion-contact': contactWith(CHAMPION_ROLES, contacts, lastContact, span, known),
    'champion-change': championChange(contacts, known),
    sentiment: sentimentOf(facts.sentiment, moment),
  };
}

/** Measures without data are left out. `now` may lie in the past: what came later is not read. */
export function signalsOf(facts: HealthFacts, now: number): Signals {
  const { account, summary, plan } = facts;
  const moment: Moment = { now, today: facts.today, dayOf: facts.dayOf ?? utcDay };
  const contracts = { lines: summary?.revenue ?? [], at: facts.contractsAt };
  const found: Found = {
    ...historySignals(facts, now),
    ...relationSignals(facts, moment),
    'contract-trend': contractTrend(account, contracts, moment),
    'renewal-days': renewalDays(account, contracts, moment),
    'onboarding-progress': onboardingProgress(account, moment),
    'plan-progress': planProgress(account, plan, moment),
    'invoice-status': invoiceStatus(account, moment),
  };
  const signals: Partial<Record<MeasureId, Signal>> = {};
  for (const measure in found) {
    const signal = found[measure as MeasureId];
    if (signal !== undefined && Number.isFinite(signal.value)) signals[measure as MeasureId] = signal;
  }
  return signals;
}
