/** Whether what was settled has meanwhile stopped being so: then it is a new story when it comes again. */
import type { Settlement } from '../../model/alert.ts';
import type { HealthSnapshot, MeasureId, Signal } from '../../model/health.ts';
import type { AccountCase } from './account-case.ts';
import { DELIVERED, type DeliveredRule } from './rules.ts';

const DAY = 86_400_000;

function signalsOf(snapshot: Pick<HealthSnapshot, 'measures'>): Partial<Record<MeasureId, Signal>> {
  const signals: Partial<Record<MeasureId, Signal>> = {};
  for (const { measure, state, signal } of snapshot.measures)
    if (state === 'present' && signal !== undefined) signals[measure] = signal;
  return signals;
}

/** All measures of the rule were there on that day and did not contradict each other. */
function wasOver(rule: DeliveredRule, snapshot: HealthSnapshot, today: AccountCase): boolean {
  const now = Date.parse(`${snapshot.day}T12:00:00Z`);
  const signals = signalsOf(snapshot);
  if (rule.reads.some((measure) => signals[measure] === undefined)) return false;
  // Only the score of another day would tell whether it was falling; the judgement is there by itself.
  if (rule.id === 'sentiment-good-health-falling') return (signals.sentiment?.value ?? 5) < 4;
  const answers = today.answers?.filter((answer) => answer.at <= now);
  const then: AccountCase = {
    ...today,
    signals,
    band: snapshot.band,
    value: snapshot.value,
    ...(answers === undefined ? {} : { answers }),
  };
  return rule.find(then, { now, today: snapshot.day }) === undefined;
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
  if (rule === undefined || rule.reads.length === 0) return false;
  return snapshots.some(
    (snapshot) =>
      !snapshot.reconstructed &&
      Date.parse(`${snapshot.day}T12:00:00Z`) > settlement.createdAt + DAY &&
      wasOver(rule, snapshot, today),
  );
}
