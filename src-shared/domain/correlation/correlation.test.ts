/** Correlations by hand and by property; lags that are there by construction; groups; who was lost and when. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptySummary, type RevenueLine } from '../summary/account-summary.ts';
import { fateOf, looksOf, revenueLostOn, wasPaying } from './churn.ts';
import { compareGroups } from './compare-groups.ts';
import { lagsOf, strongestLag } from './lags.ts';
import { median, midRanks } from './ranks.ts';
import { type Correlation, intervalOf, outliersOf, spearman } from './spearman.ts';

function rhoOf(correlation: Correlation): number {
  if (correlation.type !== 'found') throw new Error(correlation.type);
  return correlation.rho;
}

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const few = fc.integer({ min: 0, max: 6 });
const pair = fc.tuple(fc.oneof(number, few), fc.oneof(number, few));
const pairs = fc
  .array(pair, { minLength: 10, maxLength: 60 })
  .map((list) => ({ a: list.map(([x]) => x), b: list.map(([, y]) => y) }));

describe('ranks', () => {
  it('gives ties the mean of their places', () => {
    expect([...midRanks([10, 20, 20, 5])]).toEqual([2, 3.5, 3.5, 1]);
    expect([...midRanks([7, 7, 7])]).toEqual([2, 2, 2]);
    expect([...midRanks([])]).toEqual([]);
  });

  it('finds the middle', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(median([])).toBeNaN();
  });
});

describe('Spearman’s ρ', () => {
  it('is 1 and −1 for the same and the opposite order, of which no interval can be given', () => {
    const a = upTo(12);
    expect(spearman(a, a)).toEqual({ type: 'found', rho: 1, n: 12, interval: undefined });
    expect(rhoOf(spearman(a, a.toReversed()))).toBe(-1);
  });

  it('agrees with a vector worked out by hand, without and with ties', () => {
    // Ten pairs, Σd² = 194: ρ = 1 − 6·194 ÷ (10·99) = −0.1757…
    const iq = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110];
    const hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17];
    expect(rhoOf(spearman(iq, hours))).toBeCloseTo(-29 / 165, 12);
    // Ranks 1.5 1.5 3 … 10 against 1 … 10: Pearson of the ranks = 82 ÷ √(82 · 82.5).
    expect(rhoOf(spearman([1, 1, 3, 4, 5, 6, 7, 8, 9, 10], upTo(10)))).toBeCloseTo(
      82 / Math.sqrt(82 * 82.5),
      12,
    );
  });

  it('says nothing below ten pairs, whatever is missing', () => {
    expect(spearman(upTo(9), upTo(9))).toEqual({ type: 'too-few', n: 9, need: 10 });
    const gaps = upTo(12).map((each) => (each % 3 === 0 ? Number.NaN : each));
    expect(spearman(gaps, upTo(12))).toEqual({ type: 'too-few', n: 8, need: 10 });
    expect(spearman([], [])).toEqual({ type: 'too-few', n: 0, need: 10 });
  });

  it('cannot be computed of a constant', () => {
    expect(spearman(Array(11).fill(4), upTo(11))).toEqual({ type: 'constant', n: 11, which: 'a' });
    expect(spearman(upTo(11), Array(11).fill(4))).toEqual({ type: 'constant', n: 11, which: 'b' });
  });

  it('gives the interval of Bonett and Wright', () => {
    // ρ = 0.5, n = 28: z = 0.5493, error √(1.125 ÷ 25) = 0.21213.
    const interval = intervalOf(0.5, 28);
    expect(interval?.from).toBeCloseTo(Math.tanh(0.549306 - 1.959964 * 0.212132), 5);
    expect(interval?.to).toBeCloseTo(Math.tanh(0.549306 + 1.959964 * 0.212132), 5);
  });

  it('lies between −1 and 1, inside its interval, and is the same either way round', () => {
    fc.assert(
      fc.property(pairs, ({ a, b }) => {
        const found = spearman(a, b);
        if (found.type !== 'found') return;
        expect(Math.abs(found.rho)).toBeLessThanOrEqual(1);
        expect(rhoOf(spearman(b, a))).toBeCloseTo(found.rho, 10);
        if (found.interval === undefined) return;
        expect(found.interval.from).toBeLessThanOrEqual(found.rho);
        expect(found.interval.to).toBeGreaterThanOrEqual(found.rho);
      }),
    );
  });

  it('is left by a monotone transform and turned by a change of sign', () => {
    fc.assert(
      fc.property(pairs, ({ a, b }) => {
        const found = spearman(a, b);
        if (found.type !== 'found') return;
        const stretched = [...midRanks(a)].map((rank) => rank ** 3 + 5);
        expect(rhoOf(spearman(stretched, b))).toBeCloseTo(found.rho, 10);
        const turned = a.map((each) => -each);
        expect(rhoOf(spearman(turned, b))).toBeCloseTo(-found.rho, 10);
      }),
    );
  });

  it('does not depend on the order of the accounts', () => {
    fc.assert(
      fc.property(pairs, ({ a, b }) => {
        const found = spearman(a, b);
        if (found.type !== 'found') return;
        expect(rhoOf(spearman(a.toReversed(), b.toReversed()))).toBeCloseTo(found.rho, 10);
      }),
    );
  });

  it('names the one that stands apart', () => {
    const a = upTo(20);
    const b = upTo(20);
    b[1] = 100;
    expect(outliersOf(a, b, 3)).toEqual([1]);
    expect(
      outliersOf(
        a,
        b.map((each) => -each),
        3,
      ),
    ).toEqual([1]);
    expect(outliersOf(a, a, 3)).toEqual([]);
    expect(outliersOf(upTo(5), upTo(5), 3)).toEqual([]);
  });
});

describe('lags', () => {
  /** What account i does in week w: no order between weeks. */
  const wave = (i: number, w: number) => Math.sin(i * 12.9898 + w * 78.233) * 43758.5453;
  const noise = (i: number, w: number) => wave(i, w) - Math.floor(wave(i, w));

  it('finds that the second follows the first by three weeks', () => {
    const accounts = upTo(40);
    const a = upTo(7).map((_, back) => accounts.map((i) => noise(i, 100 - back)));
    const b = upTo(7).map((_, back) => accounts.map((i) => noise(i, 100 - back - 3)));
    const lags = lagsOf(a, b);
    expect(lags.map(({ weeks }) => weeks)).toEqual([-6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6]);
    const best = strongestLag(lags);
    expect(best?.weeks).toBe(3);
    expect(best === undefined ? 0 : rhoOf(best.correlation)).toBe(1);
    expect(strongestLag(lagsOf(b, a))?.weeks).toBe(-3);
  });

  it('prefers no lag where all are equal, and has none without data', () => {
    const same = upTo(5).map(() => upTo(12));
    expect(strongestLag(lagsOf(same, same))?.weeks).toBe(0);
    expect(strongestLag(lagsOf([[1]], [[2]]))).toBeUndefined();
    expect(lagsOf([], [])).toEqual([]);
  });
});

describe('two groups', () => {
  /** Slow and obviously right. */
  function deltaOf(a: readonly number[], b: readonly number[]): number {
    let sum = 0;
    for (const x of a) for (const y of b) sum += Math.sign(x - y);
    return sum / (a.length * b.length);
  }

  /** Cliff (1993), pair by pair. */
  function varianceOf(a: readonly number[], b: readonly number[]): number {
    const [m, n, d] = [a.length, b.length, deltaOf(a, b)];
    const rows = a.reduce((sum, x) => sum + (deltaOf([x], b) - d) ** 2, 0);
    const columns = b.reduce((sum, y) => sum + (deltaOf(a, [y]) - d) ** 2, 0);
    let all = 0;
    for (const x of a) for (const y of b) all += (Math.sign(x - y) - d) ** 2;
    const unbiased = (n * n * rows + m * m * columns - all) / (m * n * (m - 1) * (n - 1));
    return Math.max(unbiased, (1 - d * d) / (m * n - 1));
  }

  const side = fc.array(fc.oneof(number, few), { minLength: 10, maxLength: 25 });

  it('counts the same pairs as comparing every one with every other', () => {
    fc.assert(
      fc.property(side, side, (a, b) => {
        const found = compareGroups(a, b);
        if (found.type !== 'found') return;
        const delta = deltaOf(a, b);
        expect(found.delta).toBeCloseTo(delta, 10);
        expect(found.interval.from).toBeLessThanOrEqual(delta + 1e-9);
        expect(found.interval.to).toBeGreaterThanOrEqual(delta - 1e-9);
        if (Math.abs(delta) > 1 - 1e-9) return;
        const z2 = 1.959963984540054 ** 2 * varianceOf(a, b);
        const reach = Math.sqrt(z2) * Math.sqrt((1 - delta ** 2) ** 2 + z2);
        const from = (delta - delta ** 3 - reach) / (1 - delta ** 2 + z2);
        expect(found.interval.from).toBeCloseTo(Math.max(-1, from), 8);
      }),
    );
  });

  it('turns round with the groups', () => {
    fc.assert(
      fc.property(side, side, (a, b) => {
        const [one, other] = [compareGroups(a, b), compareGroups(b, a)];
        if (one.type !== 'found' || other.type !== 'found') return;
        expect(one.delta).toBeCloseTo(-other.delta, 10);
        expect(one.interval.from).toBeCloseTo(-other.interval.to, 8);
      }),
    );
  });

  it('says nothing of few, and nothing of a constant', () => {
    expect(compareGroups(upTo(9), upTo(30))).toEqual({ type: 'too-few', nA: 9, nB: 30, need: 10 });
    expect(compareGroups([...upTo(9), Number.NaN], upTo(30))).toMatchObject({ type: 'too-few', nA: 9 });
    expect(compareGroups(Array(10).fill(2), Array(12).fill(2))).toEqual({
      type: 'constant',
      nA: 10,
      nB: 12,
    });
  });

  it('does not claim certainty where the groups do not overlap', () => {
    const found = compareGroups(
      upTo(10),
      upTo(30).map((each) => each + 100),
    );
    expect(found).toMatchObject({ delta: -1, medianA: 5.5, medianB: 115.5 });
    if (found.type === 'found') expect(found.interval.to).toBeGreaterThan(-1);
  });
});

describe('churn', () => {
  const line = (start: string, end: string, mrr = 100): RevenueLine => ({
    start,
    end,
    renewal: end,
    mrr,
    currency: 'JPY',
  });
  const TODAY = '2026-06-30';
  const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
  const summary = (revenue: RevenueLine[], churnAt?: string) => ({
    ...emptySummary('a'),
    revenue,
    lastAt: churnAt === undefined ? {} : { churn: Date.parse(churnAt) },
  });

  it('is the day on which revenue fell to zero, not the end of one of several subscriptions', () => {
    expect(revenueLostOn([line('2025-01-01', '2026-01-01')], TODAY)).toBe('2026-01-01');
    expect(revenueLostOn([line('2025-01-01', '2026-01-01'), line('2025-06-01', '')], TODAY)).toBeUndefined();
    // A renewal that starts on the day the old term ends.
    expect(
      revenueLostOn([line('2025-01-01', '2026-01-01'), line('2026-01-01', '2027-01-01')], TODAY),
    ).toBeUndefined();
    expect(revenueLostOn([line('2025-01-01', '2026-12-31')], TODAY)).toBeUndefined();
    expect(revenueLostOn([line('2025-01-01', '2026-01-01', 0)], TODAY)).toBeUndefined();
    expect(revenueLostOn([], TODAY)).toBeUndefined();
  });

  it('takes a churn event that is newer, and knows who stayed', () => {
    expect(fateOf(summary([line('2025-01-01', '')]), TODAY, dayOf)).toEqual({ type: 'stayed' });
    expect(fateOf(summary([line('2025-01-01', '')], '2026-02-02'), TODAY, dayOf)).toEqual({
      type: 'lost',
      on: '2026-02-02',
      by: 'event',
    });
    expect(fateOf(summary([line('2025-01-01', '2026-03-01')], '2025-12-01'), TODAY, dayOf)).toEqual({
      type: 'lost',
      on: '2026-03-01',
      by: 'revenue',
    });
    // What a source dates ahead has not happened yet.
    expect(fateOf(summary([line('2025-01-01', '')], '2027-01-01'), TODAY, dayOf)).toEqual({ type: 'stayed' });
    expect(fateOf(summary([]), TODAY, dayOf)).toEqual({ type: 'unknown' });
    expect(fateOf(undefined, TODAY, dayOf)).toEqual({ type: 'unknown' });
  });

  it('looks at those that stayed on the days of the losses, where they were customers', () => {
    const lost = (id: string, on: string) => ({
      id,
      fate: { type: 'lost' as const, on, by: 'revenue' as const },
      paidOn: () => true,
    });
    const stayed = (id: string, start: string) => ({
      id,
      fate: { type: 'stayed' as const },
      paidOn: (day: string) => wasPaying(summary([line(start, '')]), day),
    });
    const looks = looksOf([
      lost('x', '2026-05-01'),
      lost('y', '2026-02-01'),
      stayed('old', '2024-01-01'),
      stayed('newer', '2026-03-01'),
      stayed('newest', '2026-06-01'),
    ]);
    expect(looks).toEqual([
      { account: 'x', group: 'lost', on: '2026-05-01' },
      { account: 'y', group: 'lost', on: '2026-02-01' },
      { account: 'old', group: 'stayed', on: '2026-02-01' },
      { account: 'newer', group: 'stayed', on: '2026-05-01' },
    ]);
  });
});
