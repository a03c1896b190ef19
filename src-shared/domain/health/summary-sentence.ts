/** The one sentence that sums a score up, as parts that a language words: by rules, from the figures on screen alone. */
import type { HealthScore, MeasureScore } from '../../model/health.ts';
import { type Cards, explainChange } from './explain-change.ts';
import type { SentenceFact, SummarySentence } from './health-terms.ts';
import { shownChange } from './shown-change.ts';
import { whatIsMissing } from './what-would-help.ts';

/** Points of the score from which something costs, holds or moves enough to be named. */
const WORTH_NAMING = 3;
/** Points of a measure below which it is a drag, and from which it is a lift. */
const DRAG_BELOW = 70;
const LIFT_FROM = 70;
/** What lifts does so by what it gives beyond the middle of the scale. */
const LIFTLESS = 50;
/** Share of the weight without data from which the missing measures are named, and how many of them. */
const MISSING_FROM = 0.15;
const MOST_NEEDS = 3;

function factOf({ measure, signal }: MeasureScore, points?: number): SentenceFact | undefined {
  if (signal === undefined) return undefined;
  return points === undefined ? { measure, signal } : { measure, signal, points };
}

/** The measure with the most of something; the first by name of equals, so that order never matters. */
function most(
  measures: readonly MeasureScore[],
  of: (each: MeasureScore) => number,
): { each: MeasureScore; amount: number } | undefined {
  let found: { each: MeasureScore; amount: number } | undefined;
  for (const each of measures) {
    const amount = of(each);
    const first = amount === found?.amount && each.measure < found.each.measure;
    if (found === undefined || amount > found.amount || first) found = { each, amount };
  }
  return found;
}

export interface OlderScore {
  readonly score: HealthScore;
  /** How many days ago. */
  readonly days: number;
  /** Where it was made by another card: see `cardsBetween`. */
  readonly cards?: Cards | undefined;
}

function changeOf(score: HealthScore, older: OlderScore | undefined) {
  const change = older === undefined ? undefined : explainChange(older.score, score, older.cards);
  if (change === undefined || older?.score.value === undefined || score.value === undefined) return undefined;
  const points = shownChange(older.score.value, score.value);
  if (Math.abs(points) < WORTH_NAMING) return undefined;
  const [largest] = change.parts;
  // Named only where it is the most of it.
  const main = largest !== undefined && largest.points / change.total >= 0.5 ? largest : undefined;
  const days = older.days;
  return main === undefined ? { points, days } : { points, days, main };
}

export function summarySentence(score: HealthScore, older?: OlderScore): SummarySentence {
  const missing = whatIsMissing(score);
  const waiting = missing.reduce((sum, { weight }) => sum + weight, 0);
  const { value, band, coverage } = score;
  if (value === undefined || band === 'unknown') {
    return { type: 'no-data', coverage, needs: missing.slice(0, MOST_NEEDS).map((each) => each.measure) };
  }
  const present = score.measures.filter(({ points, signal }) => points !== undefined && signal !== undefined);
  const share = (each: MeasureScore) => each.weight / coverage;
  // What a customer who has left still does well is no comfort.
  const ended = present.find(({ measure, signal }) => measure === 'contract-trend' && signal?.value === -1);
  const worst = most(
    present.filter((each) => (each.points ?? 0) < DRAG_BELOW),
    (each) => share(each) * (100 - (each.points ?? 0)),
  );
  const best = most(
    present.filter((each) => (each.points ?? 0) >= LIFT_FROM),
    (each) => share(each) * ((each.points ?? 0) - LIFTLESS),
  );
  const costs =
    worst !== undefined && worst.amount >= WORTH_NAMING ? factOf(worst.each, worst.amount) : undefined;
  // That they have left is said first, though something else may cost more points.
  const drag = ended === undefined ? costs : factOf(ended);
  const lift =
    ended === undefined && best !== undefined && best.amount >= WORTH_NAMING
      ? factOf(best.each, best.amount)
      : undefined;
  const change = changeOf(score, older);
  return {
    type: 'scored',
    value: Math.round(value),
    band,
    coverage,
    ...(drag === undefined ? {} : { drag }),
    ...(lift === undefined ? {} : { lift }),
    ...(change === undefined ? {} : { change }),
    needs: waiting < MISSING_FROM ? [] : missing.slice(0, MOST_NEEDS).map((each) => each.measure),
  };
}
