/** Alerts [アラート] of an account: what the rules over health, people, tickets, cadence, renewals and stages find. */
import type { Alert, AlertType, Contradiction, Fact, Settlement } from '../../model/alert.ts';
import type { Band } from '../../model/health.ts';
import type { AccountCase, Moment } from '../contradictions/account-case.ts';
import { daysUntil, plainFact, renewalFacts, signalFact } from '../contradictions/facts.ts';
import { openCheckpoint } from '../stages/open-checkpoint.ts';
import { contactAgreed, drifting } from './touch-alerts.ts';

export const ALERT_REASONS = [
  'band-fell',
  'score-fell',
  'champion-left',
  'severe-tickets',
  'renewal-lost',
  'renewal',
  'checkpoint-onboarding',
  'checkpoint-operation',
  'checkpoint-field-use',
  'checkpoint-outcome',
  'checkpoint-renewal',
  'objective-overdue',
  'contact-agreed',
  'drifting',
  'seats-nearly-used',
] as const;
export type AlertReason = (typeof ALERT_REASONS)[number];

/** Points in about 30 days. */
export const SCORE_FALL = 10;
/** Days before a renewal at which it is spoken of, the earliest first. */
export const RENEWAL_STEPS = [120, 90, 60, 30] as const;
/** Days after a renewal day that nothing settled: it is still spoken of. */
export const RENEWAL_OVERDUE_DAYS = 30;
/** Days that onboarding may take. */
export const ONBOARDING_DAYS = 90;
const CHAMPION_NEWS_DAYS = 180;
/** Share of the licensed users who are active. */
const SEATS_FULL = 0.95;
const SEPARATOR = '\u001f';

/** The higher the better. */
export const BAND_RANK: Readonly<Record<Band, number>> = { healthy: 2, watch: 1, 'at-risk': 0, unknown: -1 };

/** An open alert for the same account, type and reason is the same alert. */
export function alertId(account: string, type: AlertType, reason: string): string {
  return account + SEPARATOR + type + SEPARATOR + reason;
}

interface Found {
  readonly type: AlertType;
  readonly reason: AlertReason;
  readonly urgency: number;
  readonly mark: string;
  readonly facts: readonly Fact[];
  readonly on?: string;
}

type AlertRule = (each: AccountCase, moment: Moment) => Found | undefined;

function healthFell(each: AccountCase, { now }: Moment): Found | undefined {
  const { earlier, band, value } = each;
  if (earlier === undefined || value === undefined) return undefined;
  const before = earlier.value;
  const fell = earlier.band !== 'unknown' && band !== 'unknown' && BAND_RANK[band] < BAND_RANK[earlier.band];
  const points = before === undefined ? 0 : value - before;
  if (!fell && points > -SCORE_FALL) return undefined;
  const change: readonly Fact[] =
    before === undefined
      ? []
      : [
          plainFact('score-before', before, 'health', earlier.at),
          plainFact('score-change', points, 'health', now),
        ];
  if (!fell)
    return {
      type: 'risk',
      reason: 'score-fell',
      urgency: band === 'at-risk' ? 0.75 : band === 'healthy' ? 0.4 : 0.55,
      mark: band,
      facts: [...change, plainFact('score', value, 'health', now)],
    };
  return {
    type: 'risk',
    reason: 'band-fell',
    urgency: band === 'at-risk' ? 0.85 : 0.6,
    mark: band,
    facts: [
      plainFact('band-before', earlier.band, 'health', earlier.at),
      plainFact('band', band, 'health', now),
      ...change,
    ],
  };
}

function championLeft({ signals }: AccountCase): Found | undefined {
  const left = signals['champion-change'];
  // 0 while there is a champion.
  if (left === undefined || left.value <= 0 || left.value > CHAMPION_NEWS_DAYS) return undefined;
  const { value, n, at, about, stays } = left;
  return {
    type: 'risk',
    reason: 'champion-left',
    urgency: value <= 60 ? 0.85 : 0.65,
    mark: about ?? '',
    facts: [
      plainFact(stays === true ? 'champion-changed' : 'champion-left', n ?? value, 'contact', at, about),
      plainFact('no-champion', 0, 'contact', at),
    ],
  };
}

function severeTickets({ tickets }: AccountCase): Found | undefined {
  if (tickets === undefined || tickets.severe === 0) return undefined;
  const { severe, severeSince = 0, at } = tickets;
  return {
    type: 'risk',
    reason: 'severe-tickets',
    urgency: severe >= 3 ? 0.9 : severe === 2 ? 0.75 : 0.65,
    // Many of them, or again some after there were none, is news; one more or less is not.
    mark: `${severe >= 3 ? 'many' : 'some'} ${severeSince}`,
    facts: [plainFact('severe-tickets', severe, 'ticket', at)],
  };
}

/** The step that the renewal has reached: 30 for 20 days ahead; undefined when it lies further away. */
export function renewalStep(days: number): number | undefined {
  if (Number.isNaN(days) || days < -RENEWAL_OVERDUE_DAYS) return undefined;
  let reached: number | undefined;
  for (const step of RENEWAL_STEPS) if (days <= step) reached = step;
  return reached;
}

/** 0.35 at 120 days to 1 on the day. */
function renewalUrgency(days: number): number {
  return Math.min(1, Math.max(0.35, 1 - 0.65 * (Math.max(0, days) / 120)));
}

function executiveFact({ people, signals }: AccountCase): Fact | undefined {
  const contact = signals['executive-contact'];
  if (contact !== undefined) return signalFact('executive-contact', contact);
  return people !== undefined && people.withRole > 0 && people.executives.length === 0
    ? plainFact('no-executive', 0, 'contact', people.at)
    : undefined;
}

function renewalNear(each: AccountCase, { today }: Moment): Found | undefined {
  const { renewal, deals } = each;
  const days = daysUntil(renewal, today);
  const step = renewalStep(days);
  if (step === undefined || renewal === undefined) return undefined;
  const near = deals?.filter((deal) => deal.isRenewal && Math.abs(daysUntil(deal.closeDate, renewal)) <= 120);
  const lost = near?.find((deal) => deal.isClosed && !deal.isWon);
  const open = near?.find((deal) => !deal.isClosed);
  const facts = renewalFacts(each, days);
  if (lost !== undefined && open === undefined) {
    if (days < 0) return undefined;
    facts.push(plainFact('deal-lost', lost.closeDate ?? '', 'opportunity', lost.at, lost.id));
    const mark = lost.id;
    return {
      type: 'lifecycle',
      reason: 'renewal-lost',
      urgency: renewalUrgency(days),
      mark,
      facts,
      on: renewal,
    };
  }
  // The day has passed and a later term is booked, or the renewal is won: nothing is left to do.
  if (near?.some((deal) => deal.isWon) === true && open === undefined) return undefined;
  if (open?.probability !== undefined)
    facts.push(plainFact('forecast', open.probability, 'opportunity', open.at, open.id));
  // A healthy account without an executive is a contradiction of its own: once is enough.
  const executive = each.band === 'healthy' && days <= 90 ? undefined : executiveFact(each);
  if (executive !== undefined) facts.push(executive);
  const mark = `${renewal} ${step}`;
  return { type: 'lifecycle', reason: 'renewal', urgency: renewalUrgency(days), mark, facts, on: renewal };
}

/** Onboarding is the only stage whose beginning is known: the contract's. */
function onboardingLong(each: AccountCase, { today }: Moment): Found | undefined {
  if (each.stage !== 'onboarding' || each.customerSince === undefined) return undefined;
  const days = -daysUntil(each.customerSince, today);
  if (!(days > ONBOARDING_DAYS)) return undefined;
  const rate = each.signals['active-rate'];
  return {
    type: 'lifecycle',
    reason: 'checkpoint-onboarding',
    urgency: days > 2 * ONBOARDING_DAYS ? 0.75 : 0.6,
    mark: days > 2 * ONBOARDING_DAYS ? 'long' : 'due',
    facts: [
      plainFact('onboarding-days', days, 'account', each.recordAt),
      ...(rate === undefined ? [] : [signalFact('active-rate', rate)]),
    ],
    on: each.customerSince,
  };
}

/** What the account's stage should have reached by now; see domain/stages/checkpoints.ts. */
function checkpointOpen(each: AccountCase, moment: Moment): Found | undefined {
  const open = openCheckpoint(each, moment);
  if (open === undefined) return undefined;
  const { checkpoint, facts, mark } = open;
  const { reason, urgency } = checkpoint;
  return { type: 'lifecycle', reason, urgency, mark, facts };
}

function objectiveOverdue({ overdue }: AccountCase, { today }: Moment): Found | undefined {
  if (overdue === undefined) return undefined;
  const { id, title, due, at, count } = overdue;
  const days = -daysUntil(due, today);
  if (!(days > 0)) return undefined;
  return {
    type: 'lifecycle',
    reason: 'objective-overdue',
    urgency: Math.min(0.7, 0.45 + days * 0.01),
    // Another day for it, or another objective, is another matter.
    mark: `${id} ${due}`,
    facts: [
      plainFact('objective', title, 'plan', at),
      plainFact('objective-due', due, 'plan', at),
      plainFact('objective-late', days, 'plan', at),
      ...(count > 1 ? [plainFact('objectives-overdue', count, 'plan', at)] : []),
    ],
    on: due,
  };
}

function seatsNearlyUsed({ signals, band }: AccountCase): Found | undefined {
  const rate = signals['active-rate'];
  if (rate?.per !== 'licensed' || rate.value < SEATS_FULL || band === 'at-risk') return undefined;
  return {
    type: 'opportunity',
    reason: 'seats-nearly-used',
    urgency: 0.35,
    mark: rate.value >= 1 ? 'over' : 'nearly',
    facts: [signalFact('active-rate', rate)],
  };
}

const RULES: readonly AlertRule[] = [
  healthFell,
  championLeft,
  severeTickets,
  renewalNear,
  onboardingLong,
  checkpointOpen,
  objectiveOverdue,
  contactAgreed,
  drifting,
  seatsNearlyUsed,
];

/** Adds what is found to `into`; nothing is made for a rule that does not fire. */
export function findAlerts(each: AccountCase, moment: Moment, into: Alert[]): void {
  const { account, former } = each;
  if (former === true) return;
  for (const rule of RULES) {
    const found = rule(each, moment);
    if (found === undefined) continue;
    const { type, reason, urgency, mark, facts, on } = found;
    const id = alertId(account, type, reason);
    const alert = { id, account, type, reason, urgency, mark, facts };
    into.push(on === undefined ? alert : { ...alert, on });
  }
}

/** Contradictions that somebody accepted are alerts from then on, for as long as they are there. */
export function acceptedAlerts(
  contradictions: readonly Contradiction[],
  settlements: ReadonlyMap<string, Settlement>,
): Alert[] {
  return contradictions.flatMap((each): Alert[] => {
    const settled = settlements.get(each.id);
    if (settled?.state !== 'accepted' || settled.mark !== each.mark) return [];
    const { account, facts, mark, rule } = each;
    const reason = `accepted:${rule}`;
    return [
      { id: alertId(account, 'risk', reason), account, type: 'risk', reason, urgency: 0.7, facts, mark },
    ];
  });
}
