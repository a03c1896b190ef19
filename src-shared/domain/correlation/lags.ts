/** Whether one measure runs ahead of another: their correlation with one of the two taken some weeks earlier. */
import type { MeasureId } from '../../model/health.ts';
import { type Correlation, spearman } from './spearman.ts';

/** Measures that are known for every past week; the others are known for today, or as they were last edited. */
const WEEKLY: ReadonlySet<MeasureId> = new Set([
  'active-rate',
  'active-trend',
  'login-frequency',
  'usage-trend',
  'feature-breadth',
  'support-load',
  'open-severity',
  'time-to-resolve',
  'nps',
  'csat',
  'touch-cadence',
  'contract-trend',
]);

export function isWeekly(measure: MeasureId): boolean {
  return WEEKLY.has(measure);
}

/** Weeks back that are looked at. */
export const MOST_LAG = 12;

export interface Lag {
  /** Positive: the first measure is taken so many weeks before the second; negative: the second before the first. */
  readonly weeks: number;
  readonly correlation: Correlation;
}

/** `a[w]` and `b[w]`: the values of all accounts w weeks ago, 0 = now. Ordered by weeks. */
export function lagsOf(a: readonly ArrayLike<number>[], b: readonly ArrayLike<number>[]): readonly Lag[] {
  const reach = Math.min(a.length, b.length) - 1;
  if (reach < 0) return [];
  return Array.from({ length: 2 * reach + 1 }, (_, i) => {
    const weeks = i - reach;
    const correlation = weeks >= 0 ? spearman(a[weeks]!, b[0]!) : spearman(a[0]!, b[-weeks]!);
    return { weeks, correlation };
  });
}

/** The one farthest from 0; the shortest of those that are equal. */
export function strongestLag(lags: readonly Lag[]): Lag | undefined {
  let best: { readonly lag: Lag; readonly size: number } | undefined;
  for (const lag of lags) {
    if (lag.correlation.type !== 'found') continue;
    const size = Math.abs(lag.correlation.rho);
    const isCloser = best !== undefined && Math.abs(lag.weeks) < Math.abs(best.lag.weeks);
    if (best === undefined || size > best.size + 1e-12 || (size >= best.size - 1e-12 && isCloser))
      best = { lag, size };
  }
  return best?.lag;
}
