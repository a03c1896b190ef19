/** How the raw values of a measure lie over the book: the axis of its curve and the bars behind it. Pure. */
import type { Curve } from '#shared/model/health.ts';

export interface Distribution {
  readonly from: number;
  readonly to: number;
  /** Accounts per equal stretch of the axis; what lies beyond counts in the outermost. */
  readonly bars: readonly number[];
  /** How many accounts have the figure. */
  readonly count: number;
  readonly median: number | undefined;
}

const BARS = 36;

function quantile(sorted: Float64Array, share: number): number | undefined {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

/** The axis holds every point of the curve and nearly all of the book: one odd account does not squeeze the rest. */
export function distributionOf(values: readonly number[], curve: Curve): Distribution {
  const sorted = Float64Array.from(values).sort();
  const raws = curve.points.map((point) => point[0]).filter(Number.isFinite);
  const low = Math.min(...raws, quantile(sorted, 0.02) ?? Number.POSITIVE_INFINITY);
  const high = Math.max(...raws, quantile(sorted, 0.98) ?? Number.NEGATIVE_INFINITY);
  const known = Number.isFinite(low) && Number.isFinite(high);
  const span = known && high > low ? high - low : 1;
  const from = (known ? low : 0) - span * 0.05;
  const to = (known ? Math.max(high, low + span) : 1) + span * 0.05;
  const bars = Array.from({ length: BARS }, () => 0);
  for (const value of sorted) {
    const place = Math.floor(((value - from) / (to - from)) * BARS);
    const bar = Math.min(BARS - 1, Math.max(0, place));
    bars[bar] = (bars[bar] ?? 0) + 1;
  }
  return { from, to, bars, count: sorted.length, median: quantile(sorted, 0.5) };
}

/** Round figures for the axis: four to eight of them. */
export function ticksOf({ from, to }: Pick<Distribution, 'from' | 'to'>): number[] {
  const rough = (to - from) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? rough;
  const ticks: number[] = [];
  for (let tick = Math.ceil(from / step) * step; tick <= to; tick += step)
    ticks.push(Number(tick.toFixed(6)));
  return ticks;
}
