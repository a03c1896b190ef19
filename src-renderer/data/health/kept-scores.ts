/** Scores that were kept day by day: written when something differed, never replaced by what is filled in later. */
import { addDays } from '#shared/domain/table/days.ts';
import type { HealthScore, HealthSnapshot } from '#shared/model/health.ts';
import type { KizunaDatabase } from '../schema.ts';
import { codeOf } from './pack-signals.ts';
import { packSnapshot, unpackSnapshot } from './pack-snapshot.ts';

/** A kept score speaks for so many days when none followed: then nothing differed, or nobody opened the app. */
export const KEPT_DAYS = 10;

/** Points of a measure are told apart in steps of this. */
const STEP = 10;

/** What a person would see of a score: an equal one differs in nothing worth a row. */
export function lookOf({ scorecard, version, value, coverage, band, measures, from }: HealthScore): string {
  const figures = value === undefined ? '' : String(Math.round(value));
  const parts = measures.map(
    ({ measure, state, points }) =>
      codeOf(measure) + (points === undefined ? state.slice(0, 1) : String(Math.round(points / STEP))),
  );
  return [scorecard, version, figures, Math.round(coverage * 100), band, ...parts, ...(from ?? [])].join(' ');
}

/** One per account and day: a later one of the same day takes its place. */
export async function keepScores(db: KizunaDatabase, scores: readonly HealthScore[]): Promise<void> {
  if (scores.length === 0) return;
  await db.healthSnapshots.bulkPut(scores.map((score) => packSnapshot({ ...score, reconstructed: false })));
}

/** The days from `from` to `to`, both included, oldest first. */
export async function readKept(
  db: KizunaDatabase,
  account: string,
  from: string,
  to: string,
): Promise<HealthSnapshot[]> {
  const rows = await db.healthSnapshots
    .where('[account+day]')
    .between([account, from], [account, to], true, true)
    .toArray();
  return rows.map(unpackSnapshot);
}

/** The newest one that speaks for the day. */
export function keptOn(kept: readonly HealthSnapshot[], day: string): HealthSnapshot | undefined {
  const oldest = addDays(day, 1 - KEPT_DAYS);
  return kept.findLast((each) => each.day <= day && each.day >= oldest);
}
