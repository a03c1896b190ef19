/** How two measures go together over accounts: Spearman's ρ with ties, its interval, and what stands out. */
import { midRanks } from './ranks.ts';

/** Fewer pairs than this say nothing. */
export const LEAST_PAIRS = 10;

/** 97.5 % point of the normal distribution: the 95 % interval reaches so far to both sides. */
const Z95 = 1.959963984540054;

export interface Interval {
  readonly from: number;
  readonly to: number;
}

export type Correlation =
  | {
      readonly type: 'found';
      /** −1 to 1. */
      readonly rho: number;
      readonly n: number;
      /** 95 %; undefined where all pairs are in one order, of which no interval can be given. */
      readonly interval: Interval | undefined;
    }
  | { readonly type: 'too-few'; readonly n: number; readonly need: number }
  /** One of the two has the same value everywhere. */
  | { readonly type: 'constant'; readonly n: number; readonly which: 'a' | 'b' };

/** Indexes at which both have a value; NaN is none. */
export function pairsOf(a: ArrayLike<number>, b: ArrayLike<number>): Uint32Array {
  const pairs: number[] = [];
  for (let i = 0; i < Math.min(a.length, b.length); i++)
    if (Number.isFinite(a[i]) && Number.isFinite(b[i])) pairs.push(i);
  return Uint32Array.from(pairs);
}

/** Pearson's r of two lists of ranks, whose means are both (n + 1) / 2. NaN when one does not vary. */
function rankCorrelation(a: Float64Array, b: Float64Array): number {
  const mean = (a.length + 1) / 2;
  let ab = 0;
  let aa = 0;
  let bb = 0;
  for (let i = 0; i < a.length; i++) {
    const x = a[i]! - mean;
    const y = b[i]! - mean;
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  const r = ab / Math.sqrt(aa * bb);
  return Math.max(-1, Math.min(1, r));
}

/**
 * Fisher's z with the variance (1 + ρ²/2) / (n − 3) of Bonett and Wright (2000): without it the interval of a rank
 * correlation comes out too narrow.
 */
export function intervalOf(rho: number, n: number): Interval | undefined {
  if (Math.abs(rho) > 1 - 1e-9 || n <= 3) return undefined;
  const z = Math.atanh(rho);
  const reach = Z95 * Math.sqrt((1 + (rho * rho) / 2) / (n - 3));
  return { from: Math.tanh(z - reach), to: Math.tanh(z + reach) };
}

function isConstant(values: Float64Array): boolean {
  return values.every((value) => value === values[0]);
}

/** Lists side by side, one place per account; NaN where there is no value. */
export function spearman(a: ArrayLike<number>, b: ArrayLike<number>): Correlation {
  const pairs = pairsOf(a, b);
  const n = pairs.length;
  if (n < LEAST_PAIRS) return { type: 'too-few', n, need: LEAST_PAIRS };
  const x = Float64Array.from(pairs, (i) => a[i]!);
  const y = Float64Array.from(pairs, (i) => b[i]!);
  if (isConstant(x)) return { type: 'constant', n, which: 'a' };
  if (isConstant(y)) return { type: 'constant', n, which: 'b' };
  const rho = rankCorrelation(midRanks(x), midRanks(y));
  return { type: 'found', rho, n, interval: intervalOf(rho, n) };
}

/** So far from where the others are, as a share of all places, that it is named. */
const FAR = 0.6;

/**
 * Accounts whose place in one measure is far from what their place in the other leads to expect: indexes into the
 * lists, the farthest first.
 */
export function outliersOf(a: ArrayLike<number>, b: ArrayLike<number>, most: number): readonly number[] {
  const found = spearman(a, b);
  if (found.type !== 'found') return [];
  const pairs = pairsOf(a, b);
  const n = pairs.length;
  const x = midRanks(Float64Array.from(pairs, (i) => a[i]!));
  const y = midRanks(Float64Array.from(pairs, (i) => b[i]!));
  const distance = (i: number) => Math.abs(found.rho < 0 ? x[i]! - (n + 1 - y[i]!) : x[i]! - y[i]!) / (n - 1);
  return Array.from(pairs, (index, i) => ({ index, far: distance(i) }))
    .filter(({ far }) => far >= FAR)
    .sort((p, q) => q.far - p.far || p.index - q.index)
    .slice(0, most)
    .map(({ index }) => index);
}
