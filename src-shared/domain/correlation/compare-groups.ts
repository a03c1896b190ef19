/** How two groups of accounts differ in a measure: medians, and in how many of all pairs one stood lower. */
import { median } from './ranks.ts';
import type { Interval } from './spearman.ts';

/** Fewer accounts than this on one side say nothing. */
export const LEAST_OF_GROUP = 10;

const Z95 = 1.959963984540054;

export type GroupDifference =
  | {
      readonly type: 'found';
      readonly nA: number;
      readonly nB: number;
      readonly medianA: number;
      readonly medianB: number;
      /**
       * Cliff's delta, −1 to 1: share of pairs in which A is higher, minus share in which B is. 0 = no difference.
       */
      readonly delta: number;
      /** 95 %, after Feng and Cliff (2004). */
      readonly interval: Interval;
    }
  | { readonly type: 'too-few'; readonly nA: number; readonly nB: number; readonly need: number }
  /** Everybody has the same value. */
  | { readonly type: 'constant'; readonly nA: number; readonly nB: number };

/** How many of the sorted values are below, and how many equal. */
function standing(sorted: Float64Array, value: number): readonly [below: number, equal: number] {
  const first = (from: number, isAfter: (each: number) => boolean): number => {
    let low = from;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isAfter(sorted[middle]!)) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const below = first(0, (each) => each >= value);
  return [below, first(below, (each) => each > value) - below];
}

/** For each value of one side its mean standing against the other side, −1 to 1; and how many pairs are ties. */
function dominance(values: Float64Array, against: Float64Array) {
  let ties = 0;
  const means = values.map((value) => {
    const [below, equal] = standing(against, value);
    ties += equal;
    return (below - (against.length - below - equal)) / against.length;
  });
  return { means, ties };
}

function squares(values: Float64Array, mean: number): number {
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

function intervalOf(delta: number, variance: number): Interval {
  const z2 = Z95 * Z95 * variance;
  const centre = delta - delta ** 3;
  const reach = Z95 * Math.sqrt(variance) * Math.sqrt((1 - delta * delta) ** 2 + z2);
  const under = 1 - delta * delta + z2;
  return { from: Math.max(-1, (centre - reach) / under), to: Math.min(1, (centre + reach) / under) };
}

function sortedValues(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values)
    .filter((value) => Number.isFinite(value))
    .sort();
}

/** NaN = no value. */
export function compareGroups(a: ArrayLike<number>, b: ArrayLike<number>): GroupDifference {
  const x = sortedValues(a);
  const y = sortedValues(b);
  const [nA, nB] = [x.length, y.length];
  if (nA < LEAST_OF_GROUP || nB < LEAST_OF_GROUP) return { type: 'too-few', nA, nB, need: LEAST_OF_GROUP };
  if (x[0] === y[0] && x[0] === x[nA - 1] && y[0] === y[nB - 1]) return { type: 'constant', nA, nB };
  const ofX = dominance(x, y);
  const ofY = dominance(y, x);
  const delta = ofX.means.reduce((sum, each) => sum + each, 0) / nA;
  const pairs = nA * nB;
  // Σ over all pairs of (d − δ)², where d is 1, 0 or −1.
  const all = pairs - ofX.ties - pairs * delta * delta;
  const unbiased =
    (nB * nB * squares(ofX.means, delta) + nA * nA * squares(ofY.means, -delta) - all) /
    (pairs * (nA - 1) * (nB - 1));
  const least = (1 - delta * delta) / (pairs - 1);
  const variance = Math.max(unbiased, least);
  return {
    type: 'found',
    nA,
    nB,
    medianA: median(x),
    medianB: median(y),
    delta,
    interval: separated(delta, nA, nB) ?? intervalOf(delta, variance),
  };
}

/**
 * Where the groups do not overlap at all the formula gives no width; the bound is then the one at which no overlap in
 * the smaller group would still be seen one time in twenty (the rule of three).
 */
function separated(delta: number, nA: number, nB: number): Interval | undefined {
  if (Math.abs(delta) < 1 - 1e-12) return undefined;
  const bound = 1 - 2 * Math.min(1, 3 / Math.min(nA, nB));
  return delta > 0 ? { from: bound, to: 1 } : { from: -1, to: -bound };
}
