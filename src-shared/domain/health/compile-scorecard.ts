/** A scorecard made ready for scoring: effective weights as shares of the whole, curves as functions. */
import type { Band, MeasureId, Scorecard, Signal } from '../../model/health.ts';
import { compileCurve, type PointsOf } from './curve.ts';

const DAY = 86_400_000;

export interface CompiledMeasure {
  readonly measure: MeasureId;
  readonly group: string;
  /** Share of the whole, 0 to 1; those of a card sum to 1. */
  readonly weight: number;
  readonly pointsOf: PointsOf;
  /** Milliseconds. */
  readonly shelf: number;
}

export interface CompiledScorecard {
  readonly card: Scorecard;
  readonly measures: readonly CompiledMeasure[];
}

/** A weight that is no weight counts for nothing: the editor names it, a score survives it. */
function sane(weight: number): number {
  return Number.isFinite(weight) && weight > 0 ? weight : 0;
}

function compile(card: Scorecard): CompiledScorecard {
  const measures = card.groups.flatMap((group) =>
    group.measures.map((rule) => ({
      rule,
      group: group.id,
      weight: sane(group.weight) * sane(rule.weight),
    })),
  );
  const total = measures.reduce((sum, each) => sum + each.weight, 0);
  return {
    card,
    measures: measures
      .filter((each) => each.weight > 0 && Number.isFinite(total))
      .map(({ rule, group, weight }) => ({
        measure: rule.measure,
        group,
        weight: weight / total,
        pointsOf: compileCurve(rule.curve),
        shelf: sane(rule.shelfDays) * DAY,
      })),
  };
}

const compiled = new WeakMap<Scorecard, CompiledScorecard>();

/** Made once for each card; a changed card is another object. */
export function compileScorecard(card: Scorecard): CompiledScorecard {
  let ready = compiled.get(card);
  if (ready === undefined) {
    ready = compile(card);
    compiled.set(card, ready);
  }
  return ready;
}

/** Whether a signal is too old on a day. What is dated ahead (a clock was set back) is as young as can be. */
export function isStale(
  signal: Signal,
  shelf: number,
  on: { readonly day: string; readonly now: number },
): boolean {
  return on.now - signal.at > shelf || (signal.until !== undefined && signal.until < on.day);
}

/** Bands go by the rounded score, because that is the figure on screen. */
export function bandOf(
  value: number | undefined,
  coverage: number,
  card: Pick<Scorecard, 'bands' | 'coverageFloor'>,
): Band {
  // Shares summed in another order may miss the floor by the last digit of a double.
  if (value === undefined || Number.isNaN(value) || coverage < card.coverageFloor - 1e-9) return 'unknown';
  const shown = Math.round(value);
  if (shown >= card.bands.healthy) return 'healthy';
  return shown >= card.bands.watch ? 'watch' : 'at-risk';
}

/** Weighted points over the weight present, held on the scale whatever the last digit does. */
export function quotient(sum: number, present: number): number {
  return Math.max(0, Math.min(100, sum / present));
}
