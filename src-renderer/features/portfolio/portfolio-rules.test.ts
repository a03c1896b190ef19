/** The picture's rules: who is placed where, whose name is shown, what an area means as conditions; ranking of churn. */
import { describe, expect, it } from 'vitest';
import { OPEN } from '#renderer/ui-state/portfolio-view.ts';
import { accountRow, believableBook } from '#test/factories/account-row.ts';
import { clearness, rankMeasures } from './churn-ranking.ts';
import { frameOf, namesOf } from './picture-names.ts';
import { currenciesOf, filtersOf, passes, placeAccounts } from './picture-points.ts';

const TODAY = '2026-06-30';
const health = (value: number | undefined) => ({
  value,
  coverage: 0.8,
  band: value === undefined ? ('unknown' as const) : value < 40 ? ('at-risk' as const) : ('healthy' as const),
  isOverridden: false,
  change30: undefined,
});
const yen = (minor: number) => [{ minor, currency: 'JPY' }];
const ROWS = [
  accountRow('a', { health: health(30), arr: yen(500), renewalDate: '2026-07-10' }),
  accountRow('b', { health: health(80), arr: [{ minor: 900, currency: 'USD' }], renewalDate: '2026-07-10' }),
  accountRow('c', { health: health(undefined), arr: yen(500), renewalDate: '2026-07-10' }),
  accountRow('d', { health: health(75), arr: yen(500) }),
  accountRow('e', { health: health(75), arr: [], renewalDate: '2028-01-01' }),
];
const ALL = [0, 1, 2, 3, 4];
const view = { axes: 'renewal', reach: 'year', health: OPEN, days: OPEN, arr: OPEN } as const;

describe('the picture', () => {
  it('places who can be placed, and says of the others why not', () => {
    expect(placeAccounts(ROWS, ALL, view, 'JPY', TODAY)).toEqual({
      points: [{ index: 0, x: 10, y: 30, arr: 500, band: 'at-risk' }],
      left: { noScore: 1, noRenewal: 1, otherCurrency: 1, outside: 1 },
    });
    const far = placeAccounts(ROWS, ALL, { ...view, reach: 'all' }, 'JPY', TODAY);
    expect(far.points.map(({ index }) => index)).toEqual([0, 4]);
    const revenue = placeAccounts(ROWS, ALL, { ...view, axes: 'revenue' }, 'USD', TODAY);
    expect(revenue.points).toEqual([
      { index: 1, x: 80, y: 9, arr: 9, band: 'healthy' },
      { index: 4, x: 75, y: 0, arr: 0, band: 'healthy' },
    ]);
  });

  it('offers the most frequent currency first', () => {
    expect(currenciesOf(ROWS)).toEqual(['JPY', 'USD']);
    expect(currenciesOf([])).toEqual([]);
  });

  it('chooses by both ranges of its axes, and leaves out what has no value there', () => {
    const narrow = { ...view, health: { from: null, to: 40 }, days: { from: 0, to: 90 } };
    expect(ALL.filter((i) => passes(ROWS[i]!, narrow, 'JPY', TODAY))).toEqual([0]);
    expect(ALL.filter((i) => passes(ROWS[i]!, view, 'JPY', TODAY))).toEqual(ALL);
    const rich = {
      ...view,
      axes: 'revenue' as const,
      arr: { from: 100, to: null },
      days: { from: 0, to: 1 },
    };
    expect(ALL.filter((i) => passes(ROWS[i]!, rich, 'JPY', TODAY))).toEqual([0, 2, 3]);
  });

  it('says an area as conditions of the table', () => {
    expect(filtersOf({ ...view, days: { from: 0, to: 90 } }, 'JPY', TODAY)).toEqual([
      { column: 'renewalDate', op: 'nextDays', days: 90 },
    ]);
    expect(
      filtersOf({ ...view, health: { from: 10, to: 40 }, days: { from: 30, to: null } }, 'JPY', TODAY),
    ).toEqual([
      { column: 'health', op: 'range', from: 10, to: 40 },
      { column: 'renewalDate', op: 'days', from: '2026-07-30', to: null },
    ]);
    expect(filtersOf({ ...view, axes: 'revenue', arr: { from: 5, to: null } }, 'JPY', TODAY)).toEqual([
      { column: 'arr', op: 'range', from: 5, to: null, currency: 'JPY' },
    ]);
    expect(filtersOf(view, 'JPY', TODAY)).toEqual([]);
  });

  it('names the largest, never one over another', () => {
    const rows = believableBook(400, 7, Date.parse(`${TODAY}T00:00:00Z`));
    const { points } = placeAccounts(rows, rows.keys(), view, 'JPY', TODAY);
    const names = namesOf(points, rows, frameOf(points, view));
    const largest = points.reduce((a, b) => (b.arr > a.arr ? b : a));
    expect(names[0]?.point).toBe(largest);
    expect(names.length).toBeGreaterThan(5);
    expect(names.length).toBeLessThanOrEqual(14);
    expect(namesOf([], rows, frameOf([], view))).toEqual([]);
  });
});

describe('what goes with churn', () => {
  it('ranks the clearest first, and what cannot be told last', () => {
    const looks = Array.from({ length: 40 }, (_, i) => ({
      account: String(i),
      group: i < 15 ? ('lost' as const) : ('stayed' as const),
      on: TODAY,
    }));
    const ranked = rankMeasures(looks, ['nps', 'csat', 'sentiment'], (measure) =>
      Float64Array.from(looks, ({ group }, i) => {
        if (measure === 'sentiment') return i < 3 ? 4 : Number.NaN;
        if (measure === 'csat') return (i * 7) % 11;
        return (group === 'lost' ? 0 : 20) + (i % 7);
      }),
    );
    expect(ranked.map(({ measure }) => measure)).toEqual(['nps', 'csat', 'sentiment']);
    expect(ranked.map(({ difference }) => clearness(difference) > 0)).toEqual([true, false, false]);
    expect(ranked[2]?.difference).toMatchObject({ type: 'too-few', nA: 3, nB: 0 });
  });
});
