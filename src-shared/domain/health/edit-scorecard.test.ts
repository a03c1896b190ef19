/** Editing keeps what the editor promises: weights sum to 100, locks hold, curves keep their way, differences are told. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainCard } from '#test/factories/health.ts';
import type { Curve } from '../../model/health.ts';
import { balanceWeights, mostFor, withoutWeight } from './balance-weights.ts';
import { checkScorecard } from './check-scorecard.ts';
import { compareScorecards } from './compare-scorecards.ts';
import { directionOf } from './curve.ts';
import {
  addGroup,
  addMeasure,
  addPoint,
  fitToData,
  lockOf,
  movePoint,
  removeGroup,
  removeMeasure,
  removePoint,
  setGroupWeight,
  setMeasureWeight,
  setRule,
  wayOf,
} from './edit-scorecard.ts';
import { STANDARD_CARDS, STANDARD_RULES } from './standard-scorecards.ts';

const free = (...weights: number[]) => weights.map((weight) => ({ weight, locked: false }));
const sum = (weights: readonly number[]) => weights.reduce((total, weight) => total + weight, 0);

/** Weights that sum to 100, some of them locked. */
const weights = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.boolean()), { minLength: 2, maxLength: 8 })
  .map((list) => {
    const parts = withoutWeight(
      [{ weight: 0, locked: false }, ...list.map(([weight]) => ({ weight, locked: false }))],
      0,
    );
    return list.map(([, locked], i) => ({ weight: parts[i] ?? 0, locked }));
  });

describe('weights', () => {
  it('the others give and take by their share', () => {
    expect(balanceWeights(free(50, 30, 20), 0, 60)).toEqual([60, 24, 16]);
    expect(balanceWeights(free(50, 30, 20), 0, 0)).toEqual([0, 60, 40]);
    expect(balanceWeights(free(100, 0, 0), 0, 50)).toEqual([50, 25, 25]);
    expect(balanceWeights(free(33.3, 33.3, 33.4), 0, 33.3)).toEqual([33.3, 33, 33.7]);
  });

  it('locked ones stay, and hold back the one that moves', () => {
    const list = [
      { weight: 50, locked: false },
      { weight: 30, locked: true },
      { weight: 20, locked: false },
    ];
    expect(balanceWeights(list, 0, 60)).toEqual([60, 30, 10]);
    expect([mostFor(list, 0), balanceWeights(list, 0, 95)]).toEqual([70, [70, 30, 0]]);
    expect(balanceWeights(list, 1, 10)).toEqual([50, 30, 20]);
  });

  it('nonsense moves nothing', () => {
    expect(balanceWeights(free(50, 50), 0, Number.NaN)).toEqual([50, 50]);
    expect(balanceWeights(free(50, 50), 7, 10)).toEqual([50, 50]);
    expect(balanceWeights(free(100), 0, 40)).toEqual([100]);
    expect(balanceWeights(free(50, 50), 0, -20)).toEqual([0, 100]);
  });

  it('property: they sum to 100 whatever is moved or taken away; locked ones never change', () => {
    fc.assert(
      fc.property(weights, fc.nat(7), fc.double({ min: -50, max: 150, noNaN: true }), (list, at, weight) => {
        const place = at % list.length;
        const after = balanceWeights(list, place, weight);
        expect(sum(after)).toBeCloseTo(100, 6);
        for (const each of after) expect(each).toBeGreaterThanOrEqual(0);
        list.forEach((each, i) => {
          if (each.locked) expect(after[i]).toBe(each.weight);
        });
        expect(sum(withoutWeight(list, place))).toBeCloseTo(100, 6);
      }),
    );
  });
});

describe('a scorecard', () => {
  const [card = plainCard({ nps: 100 })] = STANDARD_CARDS;
  const none: ReadonlySet<string> = new Set();

  it('stays sound through what is done to it', () => {
    const moved = setGroupWeight(card, 'voice', 40, new Set([lockOf('usage')]));
    expect(moved.groups.map(({ weight }) => weight)).toEqual([30, 16, 40, 6, 5, 3]);
    const inside = setMeasureWeight(moved, 'voice', 'nps', 80, none);
    expect(inside.groups[2]?.measures.map(({ weight }) => weight)).toEqual([80, 20]);
    const without = removeMeasure(inside, 'voice', 'csat', none);
    expect(without.groups[2]?.measures.map(({ weight }) => weight)).toEqual([100]);
    const again = addMeasure(without, 'voice', 'csat');
    expect(again.groups[2]?.measures[1]).toMatchObject({
      measure: 'csat',
      weight: 0,
      ...STANDARD_RULES.csat,
    });
    const fewer = removeGroup(again, 'usage', none);
    const more = addMeasure(addGroup(fewer, 'own', 'Own'), 'own', 'usage-trend');
    for (const each of [moved, inside, without, again, fewer, more]) expect(checkScorecard(each)).toEqual([]);
  });

  it('fits its weights to what has data', () => {
    const fitted = fitToData(
      card,
      (measure) => measure === 'nps' || measure === 'usage-trend' || measure === 'active-rate',
    );
    expect(fitted.groups.map(({ id, weight }) => [id, weight])).toEqual([
      ['usage', 67],
      ['relationship', 0],
      ['voice', 33],
      ['support', 0],
      ['contract', 0],
      ['progress', 0],
    ]);
    expect(fitted.groups[0]?.measures.map(({ weight }) => weight)).toEqual([58, 0, 42, 0, 0]);
    expect(checkScorecard(fitted)).toEqual([]);
    expect(fitToData(card, () => false)).toBe(card);
    expect(
      compareScorecards(
        fitToData(card, () => true),
        card,
      ),
    ).toEqual([]);
  });

  it('tells what differs', () => {
    expect(compareScorecards(card, card)).toEqual([]);
    const other = setRule(
      setMeasureWeight({ ...card, name: 'Ours', coverageFloor: 0.5 }, 'voice', 'nps', 80, none),
      'usage',
      'active-rate',
      { shelfDays: 60, curve: { type: 'line', points: [[0, 0]] } },
    );
    expect(compareScorecards(card, other)).toEqual([
      { type: 'name', from: '', to: 'Ours' },
      { type: 'curve', group: 'usage', measure: 'active-rate' },
      { type: 'shelf', measure: 'active-rate', from: 35, to: 60 },
      { type: 'measure-weight', group: 'voice', measure: 'nps', from: 60, to: 80 },
      { type: 'measure-weight', group: 'voice', measure: 'csat', from: 40, to: 20 },
      { type: 'floor', from: 0.4, to: 0.5 },
    ]);
    const without = removeGroup(removeMeasure(card, 'voice', 'csat', none), 'progress', none);
    const types = compareScorecards(card, without).map(({ type }) => type);
    expect(types).toContain('measure-removed');
    expect(types).toContain('group-removed');
    expect(compareScorecards(without, card).map(({ type }) => type)).toContain('group-added');
  });
});

describe('a curve', () => {
  const curve: Curve = {
    type: 'line',
    points: [
      [0, 0],
      [0.5, 50],
      [1, 100],
    ],
  };

  it('a point goes as far as its neighbours let it', () => {
    expect(movePoint(curve, 1, [0.3, 40], 'up', 0.01).points[1]).toEqual([0.3, 40]);
    expect(movePoint(curve, 1, [7, 40], 'up', 0.01).points[1]).toEqual([0.99, 40]);
    expect(movePoint(curve, 0, [-0.2, 80], 'up', 0.01).points[0]).toEqual([-0.2, 50]);
  });

  it('points come into the widest gap and go but for the last', () => {
    expect(
      addPoint(
        {
          type: 'line',
          points: [
            [0, 0],
            [1, 10],
            [9, 90],
          ],
        },
        1,
      ).points,
    ).toEqual([
      [0, 0],
      [1, 10],
      [5, 50],
      [9, 90],
    ]);
    expect(addPoint({ type: 'line', points: [[3, 40]] }, 1).points).toEqual([
      [3, 40],
      [13, 40],
    ]);
    expect(removePoint(curve, 1).points).toEqual([
      [0, 0],
      [1, 100],
    ]);
    expect(removePoint({ type: 'line', points: [[0, 5]] }, 0).points).toHaveLength(1);
    expect(wayOf('open-severity', { type: 'line', points: [[0, 5]] })).toBe('down');
  });

  it('property: moving points never makes it go both ways or out of order', () => {
    const moves = fc.array(
      fc.tuple(fc.nat(3), fc.double({ min: -2, max: 3, noNaN: true }), fc.integer({ min: -20, max: 130 })),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(moves, (list) => {
        let now = curve;
        for (const [place, raw, gives] of list)
          now = movePoint(now, place % now.points.length, [raw, gives], 'up', 0.01);
        expect(['up', 'flat']).toContain(directionOf(now));
        expect(checkScorecard(setRule(plainCard({ nps: 100 }), 'all', 'nps', { curve: now }))).toEqual([]);
      }),
    );
  });
});
