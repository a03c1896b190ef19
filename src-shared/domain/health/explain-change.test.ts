/** The parts of a change by hand, and by property that they add up to it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aSignal, NOW, plainCard, someCard, someSignals, TODAY } from '#test/factories/health.ts';
import type { Scorecard, Signals } from '../../model/health.ts';
import { combineScores } from './combine-parents.ts';
import { explainChange } from './explain-change.ts';
import { scoreAccount } from './score.ts';

const DAY = 86_400_000;
const score = (card: Scorecard, signals: Signals, now = NOW) =>
  scoreAccount(card, signals, { account: 'a', day: TODAY, now });

describe('explainChange', () => {
  it('one value: its weight times its points', () => {
    const card = plainCard({ nps: 25, csat: 75 });
    const change = explainChange(
      score(card, { nps: aSignal(80), csat: aSignal(60) }),
      score(card, { nps: aSignal(40), csat: aSignal(60) }),
    );
    expect(change?.parts).toMatchObject([{ measure: 'nps', cause: 'value', points: -10 }]);
    expect(change?.total).toBeCloseTo(-10, 12);
  });

  it('a measure that comes or goes is the only one to answer for it', () => {
    const card = plainCard({ nps: 50, csat: 50 });
    const one = score(card, { nps: aSignal(80) });
    const two = score(card, { nps: aSignal(80), csat: aSignal(20) });
    expect(explainChange(one, two)?.parts).toMatchObject([{ measure: 'csat', cause: 'appeared' }]);
    expect(explainChange(one, two)?.parts[0]?.points).toBeCloseTo(-30, 12);
    expect(explainChange(two, one)?.parts).toMatchObject([{ measure: 'csat', cause: 'missing' }]);
  });

  it('data that grew too old say so', () => {
    const card = plainCard({ nps: 50, csat: 50 });
    const signals = { nps: aSignal(80), csat: aSignal(20, { at: NOW - 80 * DAY }) };
    const change = explainChange(
      score(card, signals),
      score(card, { ...signals, nps: aSignal(80, { at: NOW + 19 * DAY }) }, NOW + 20 * DAY),
    );
    expect(change?.parts).toMatchObject([{ measure: 'csat', cause: 'aged' }]);
    expect(change?.parts[0]?.points).toBeCloseTo(30, 12);
  });

  it('weights and curves are told apart from values', () => {
    const before = plainCard({ nps: 50, csat: 50 });
    const signals = { nps: aSignal(80), csat: aSignal(20) };
    const weights = explainChange(score(before, signals), score(plainCard({ nps: 70, csat: 30 }), signals));
    expect(new Set(weights?.parts.map((part) => part.cause))).toEqual(new Set(['weight']));
    expect(weights?.total).toBeCloseTo(12, 12);
    const [group] = before.groups;
    const curved: Scorecard = {
      ...before,
      version: 2,
      groups: before.groups.map((each) => ({
        ...each,
        measures: (group?.measures ?? []).map((rule) =>
          rule.measure === 'nps'
            ? {
                ...rule,
                curve: {
                  type: 'line' as const,
                  points: [
                    [0, 0],
                    [200, 100],
                  ] as const,
                },
              }
            : rule,
        ),
      })),
    };
    const curve = explainChange(score(before, signals), score(curved, signals), { before, after: curved });
    expect(curve?.parts).toMatchObject([{ measure: 'nps', cause: 'curve', points: -20 }]);
    const both = explainChange(score(before, signals), score(curved, { ...signals, nps: aSignal(40) }), {
      before,
      after: curved,
    });
    expect(both?.parts.map(({ cause }) => cause).sort()).toEqual(['curve', 'value']);
  });

  it('says nothing where one side has no score', () => {
    const card = plainCard({ nps: 100 });
    expect(explainChange(score(card, {}), score(card, { nps: aSignal(5) }))).toBeUndefined();
  });

  it('property: the parts add up to the change, whatever changed', () => {
    fc.assert(
      fc.property(
        someCard,
        someCard,
        someSignals,
        someSignals,
        fc.boolean(),
        fc.integer({ min: 0, max: 300 }),
        (a, b, s0, s1, sameCard, days) => {
          const after = sameCard ? a : b;
          const before = score(a, s0);
          const now = score(after, s1, NOW + days * DAY);
          for (const change of [
            explainChange(before, now),
            explainChange(before, now, { before: a, after }),
          ]) {
            if (before.value === undefined || now.value === undefined) {
              expect(change).toBeUndefined();
              continue;
            }
            const sum = change?.parts.reduce((total, part) => total + part.points, 0) ?? Number.NaN;
            expect(Math.abs(sum - (now.value - before.value))).toBeLessThan(1e-9);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('property: also for parents made of children', () => {
    fc.assert(
      fc.property(
        someCard,
        someSignals,
        fc.array(someSignals, { minLength: 1, maxLength: 4 }),
        (card, own, list) => {
          const rule = { ...card, parents: 'by-arr' as const, coverageFloor: 0 };
          const family = (shift: number) =>
            combineScores(
              { score: score(rule, own), arr: 0 },
              list.map((signals, i) => ({
                score: { ...score(rule, signals, NOW + shift * DAY), account: `c${i}` },
                arr: i + shift,
              })),
              rule,
            );
          const [before, after] = [family(0), family(40)];
          const change = explainChange(before, after);
          if (change === undefined) return;
          const sum = change.parts.reduce((total, part) => total + part.points, 0);
          expect(Math.abs(sum - ((after.value ?? 0) - (before.value ?? 0)))).toBeLessThan(1e-9);
        },
      ),
    );
  });
});
