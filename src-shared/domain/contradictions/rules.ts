/** The ten delivered contradictions: each compares two facts of an account and allocates only when they do not fit. */
import type { Fact } from '../../model/alert.ts';
import type { AccountCase, Moment } from './account-case.ts';
import {
  answerMark,
  executiveGap,
  has,
  hasNps,
  highNps,
  LOW_ANSWER,
  lowNps,
  usageFact,
  usageGoes,
} from './case-facts.ts';
import { daysSince, daysUntil, plainFact, renewalFacts, signalFact } from './facts.ts';

export const CONTRADICTION_RULES = [
  'usage-up-nps-low',
  'usage-up-no-outcome',
  'onboarded-few-active',
  'sentiment-good-health-falling',
  'nps-high-champion-changed',
  'support-quiet-usage-falling',
  'healthy-no-executive',
  'forecast-renew-escalated',
  'admins-active-field-not',
  'detractor-no-follow-up',
] as const;
export type ContradictionRule = (typeof CONTRADICTION_RULES)[number];

const FOLLOW_UP_DAYS = 90;
export const LOW_ACTIVE_RATE = 0.25;
/** Points of the score in about 30 days. */
const FALLING_POINTS = 5;
const GOOD_SENTIMENT = 4;
const CHAMPION_NEWS_DAYS = 180;
/** Tickets in a quarter below which silence says nothing. */
const USUAL_TICKETS = 1.5;
const QUIET_SHARE = 0.25;
const RENEWAL_NEAR_DAYS = 90;
/** Percent from which a forecast reads as "renews". */
const SURE_FORECAST = 60;

/** What a rule found: its facts, and who or what they are about where another one would make it another story. */
export interface Finding {
  readonly facts: readonly [Fact, Fact];
  readonly context?: readonly Fact[];
  readonly mark: string;
}

export interface DeliveredRule {
  readonly id: ContradictionRule;
  /** Enough is known of a day to say whether the rule was true on it; absent = days that are over are not known. */
  readonly known?: (then: AccountCase, now: number) => boolean;
  readonly find: (each: AccountCase, moment: Moment) => Finding | undefined;
}

const usageUpNpsLow: DeliveredRule = {
  id: 'usage-up-nps-low',
  known: (then, now) => has(then, 'usage-trend') && hasNps(then, now),
  find(each, { now }) {
    if (usageGoes(each) !== 1) return undefined;
    const low = lowNps(each, now);
    return low === undefined ? undefined : { facts: [usageFact(each, 1), low], mark: answerMark(low) };
  },
};

/** Fires only in a book that keeps plans: without any nobody can say that this account has none. */
const usageUpNoOutcome: DeliveredRule = {
  id: 'usage-up-no-outcome',
  known: (then) => has(then, 'usage-trend'),
  find(each, { now }) {
    if (each.outcomesMeasured !== 0 || usageGoes(each) !== 1) return undefined;
    const what = each.objectives === 0 ? 'no-objective' : 'outcomes-measured';
    return { facts: [usageFact(each, 1), plainFact(what, 0, 'plan', now)], mark: '' };
  },
};

const onboardedFewActive: DeliveredRule = {
  id: 'onboarded-few-active',
  known: (then) => has(then, 'active-rate'),
  find(each) {
    const rate = each.signals['active-rate'];
    if (rate === undefined || rate.value >= LOW_ACTIVE_RATE) return undefined;
    const progress = each.signals['onboarding-progress'];
    if (progress !== undefined && progress.value >= 1)
      return {
        facts: [signalFact('onboarding-progress', progress), signalFact('active-rate', rate)],
        mark: '',
      };
    if (each.stage === undefined || each.stage === 'onboarding' || progress !== undefined) return undefined;
    return {
      facts: [plainFact('stage', each.stage, 'account', each.recordAt), signalFact('active-rate', rate)],
      mark: '',
    };
  },
};

const sentimentGoodHealthFalling: DeliveredRule = {
  id: 'sentiment-good-health-falling',
  known: (then) => has(then, 'sentiment'),
  find(each, { now }) {
    const sentiment = each.signals.sentiment;
    const before = each.earlier?.value;
    if (sentiment === undefined || sentiment.value < GOOD_SENTIMENT) return undefined;
    if (before === undefined || each.value === undefined || before - each.value < FALLING_POINTS)
      return undefined;
    return {
      facts: [
        signalFact('sentiment', sentiment),
        plainFact('score-change', each.value - before, 'health', now),
      ],
      mark: each.band,
    };
  },
};

const npsHighChampionChanged: DeliveredRule = {
  id: 'nps-high-champion-changed',
  known: (then, now) => has(then, 'champion-change') && hasNps(then, now),
  find(each, { now }) {
    const left = each.signals['champion-change'];
    // 0 while there is a champion.
    if (left === undefined || left.value <= 0 || left.value > CHAMPION_NEWS_DAYS) return undefined;
    const high = highNps(each, now);
    if (high === undefined) return undefined;
    return {
      facts: [
        high,
        plainFact(
          left.stays === true ? 'champion-changed' : 'champion-left',
          left.n ?? left.value,
          'contact',
          left.at,
          left.about,
        ),
      ],
      mark: [left.about ?? '', answerMark(high)].join(' ').trim(),
    };
  },
};

/** Quiet for a quarter: in four weeks most accounts have no ticket by chance. */
const supportQuietUsageFalling: DeliveredRule = {
  id: 'support-quiet-usage-falling',
  known: (then) => has(then, 'usage-trend'),
  find(each) {
    const tickets = each.ticketsQuarter;
    if (tickets === undefined || tickets.usual < USUAL_TICKETS) return undefined;
    if (tickets.value > tickets.usual * QUIET_SHARE || usageGoes(each) !== -1) return undefined;
    const { value, usual, at } = tickets;
    return {
      facts: [plainFact('tickets-quarter', value, 'ticket', at), usageFact(each, -1)],
      context: [plainFact('tickets-usual', usual, 'ticket', at)],
      mark: '',
    };
  },
};

const healthyNoExecutive: DeliveredRule = {
  id: 'healthy-no-executive',
  find(each, { now, today }) {
    if (each.band !== 'healthy' || each.renewal === undefined) return undefined;
    const days = daysUntil(each.renewal, today);
    if (!(days >= 0 && days <= RENEWAL_NEAR_DAYS)) return undefined;
    const gap = executiveGap(each, now);
    if (gap === undefined) return undefined;
    return {
      facts: [plainFact('band', each.band, 'health', now), gap],
      context: renewalFacts(each, days),
      mark: each.renewal,
    };
  },
};

const forecastRenewEscalated: DeliveredRule = {
  id: 'forecast-renew-escalated',
  known: (then) => then.tickets !== undefined,
  find(each) {
    if (each.deals === undefined || each.tickets === undefined || each.tickets.severe === 0) return undefined;
    const { severe, at } = each.tickets;
    for (const deal of each.deals) {
      if (!deal.isRenewal || deal.isClosed || (deal.probability ?? 0) < SURE_FORECAST) continue;
      return {
        facts: [
          plainFact('forecast', deal.probability ?? 0, 'opportunity', deal.at, deal.id),
          plainFact('severe-tickets', severe, 'ticket', at),
        ],
        mark: deal.id,
      };
    }
    return undefined;
  },
};

/** Fires only where usage names its users and these are contacts with a role. */
const adminsActiveFieldNot: DeliveredRule = {
  id: 'admins-active-field-not',
  find({ users }) {
    if (users === undefined || users.admins === 0 || users.field === 0) return undefined;
    const admins = users.adminsActive / users.admins;
    const field = users.fieldActive / users.field;
    const { others = 0 } = users;
    // Even if everybody whom nobody knows were of the field.
    const atMost = (users.fieldActive + others) / (users.field + others);
    if (admins < 0.5 || atMost >= 0.25) return undefined;
    return {
      facts: [
        plainFact('admins-active', admins, 'usage', users.at),
        plainFact('field-active', field, 'usage', users.at),
      ],
      mark: '',
    };
  },
};

/** Neither a touch nor a task since: whoever called has followed up, with or without a task. */
const detractorNoFollowUp: DeliveredRule = {
  id: 'detractor-no-follow-up',
  find(each, { now }) {
    if (each.answers === undefined) return undefined;
    for (const answer of each.answers) {
      const days = daysSince(answer.at, now);
      if (days > FOLLOW_UP_DAYS) break;
      if (answer.score > LOW_ANSWER || answer.comment === undefined) continue;
      if ((each.lastTouchAt ?? 0) >= answer.at || (each.taskAt ?? 0) >= answer.at) return undefined;
      return {
        facts: [
          plainFact('nps-answer', answer.score, 'survey', answer.at, answer.contact),
          plainFact('open-tasks', 0, 'task', now),
        ],
        mark: String(answer.at),
      };
    }
    return undefined;
  },
};

export const DELIVERED: readonly DeliveredRule[] = [
  usageUpNpsLow,
  usageUpNoOutcome,
  onboardedFewActive,
  sentimentGoodHealthFalling,
  npsHighChampionChanged,
  supportQuietUsageFalling,
  healthyNoExecutive,
  forecastRenewEscalated,
  adminsActiveFieldNot,
  detractorNoFollowUp,
];
