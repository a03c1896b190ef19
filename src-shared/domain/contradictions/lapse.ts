/** Whether what was settled has meanwhile stopped being so: then it is a new story when it comes again. */
import type { Settlement } from '../../model/alert.ts';
import type { HealthSnapshot, MeasureId, Signal, Signals } from '../../model/health.ts';
import { dayNumber } from '../table/days.ts';
import type { AccountCase } from './account-case.ts';
import { isMeasure, isMove, type ReadyRule } from './own-rules.ts';
import { DELIVERED, type DeliveredRule } from './rules.ts';

const DAY = 86_400_000;

function signalsOf(snapshot: Pick<HealthSnapshot, 'measures'>): Partial<Record<MeasureId, Signal>> {
  const signals: Partial<Record<MeasureId, Signal>> = {};
  for (const { measure, state, signal } of snapshot.measures)
    if (state === 'present' && signal !== undefined) signals[measure] = signal;
  return signals;
}

/** Severe tickets count three times. */
export function ticketCounts(signals: Signals): AccountCase['tickets'] {
  const open = signals['open-severity'];
  if (open === undefined) return undefined;
  const count = open.n ?? open.value;
  return { open: count, severe: Math.max(0, Math.round((open.value - count) / 2)), at: open.at };
}

/** Enough was known on that day, and the facts did not contradict each other. */
function wasOver(rule: DeliveredRule, snapshot: HealthSnapshot, today: AccountCase): boolean {
  const now = Date.parse(`${snapshot.day}T12:00:00Z`);
  const signals = signalsOf(snapshot);
  const answers = today.answers?.filter((answer) => answer.at <= now);
  const then: AccountCase = {
    ...today,
    signals,
    band: snapshot.band,
    value: snapshot.value,
    tickets: ticketCounts(signals),
    ...(answers === undefined ? {} : { answers }),
  };
  if (rule.known?.(then, now) !== true) return false;
  // Only the score of another day would tell whether it was falling; the judgement is there by itself.
  if (rule.id === 'sentiment-good-health-falling') return (signals.sentiment?.value ?? 5) < 4;
  return rule.find(then, { now, today: snapshot.day }) === undefined;
}

/** Days on which something is known for certain since it was settled; what was filled in later is not. */
function since(settlement: Pick<Settlement, 'createdAt'>, snapshots: readonly HealthSnapshot[]) {
  return snapshots.filter(
    ({ day, reconstructed }) => !reconstructed && Date.parse(`${day}T12:00:00Z`) > settlement.createdAt + DAY,
  );
}

/**
 * A contradiction that a person settled was untrue on one of the days since. Missing data say nothing. `snapshots` are of
 * the account; what they do not keep is taken as it is today.
 */
export function contradictionLapsed(
  settlement: Pick<Settlement, 'id' | 'createdAt'>,
  snapshots: readonly HealthSnapshot[],
  today: AccountCase,
): boolean {
  const rule = DELIVERED.find(({ id }) => settlement.id.endsWith(`\u001f${id}`));
  return rule !== undefined && since(settlement, snapshots).some((day) => wasOver(rule, day, today));
}

/** Measures as they stood on a day that is over, and 30 days before it; what was not known then is left out. */
export interface PastDay {
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  readonly values: Readonly<Partial<Record<MeasureId, number>>>;
  readonly before: Readonly<Partial<Record<MeasureId, number>>>;
}

export function pastDaysOf(
  settlement: Pick<Settlement, 'createdAt'>,
  snapshots: readonly HealthSnapshot[],
): PastDay[] {
  return since(settlement, snapshots).map((snapshot) => {
    const signals = Object.entries(signalsOf(snapshot)) as [MeasureId, Signal][];
    return {
      now: dayNumber(snapshot.day) * DAY + DAY / 2,
      values: Object.fromEntries(signals.map(([measure, { value }]) => [measure, value])),
      before: {},
    };
  });
}

/**
 * One side of a rule of the user's own was not so on one of these days. Fields of the account are not remembered: of them
 * the rule's mark tells.
 */
export function ownRuleLapsed({ rule, sides }: ReadyRule, days: readonly PastDay[]): boolean {
  return days.some(({ now, values, before }) => {
    const signals: Partial<Record<MeasureId, Signal>> = {};
    for (const [measure, value] of Object.entries(values) as [MeasureId, number][])
      signals[measure] = { value, at: now, source: 'usage' };
    const then: AccountCase = {
      account: '',
      band: 'unknown',
      signals,
      earlier: { band: 'unknown', at: now - 30 * DAY, values: before },
    };
    return [rule.a, rule.b].some((side, place) => {
      const { of } = side;
      if (!isMeasure(of) || values[of] === undefined) return false;
      if (isMove(side) && before[of] === undefined) return false;
      return sides[place]?.(then, { now, today: '' }) === undefined;
    });
  });
}
