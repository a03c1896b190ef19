/** Parts of a change on screen: in tenths they still sum to the difference of both figures. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOW, someCard, someSignals, TODAY } from '#test/factories/health.ts';
import type { MeasureId } from '../../model/health.ts';
import { explainChange } from './explain-change.ts';
import type { ChangePart } from './health-terms.ts';
import { scoreAccount } from './score.ts';
import { shownParts } from './shown-parts.ts';

const DAY = 86_400_000;
const part = (points: number, measure: MeasureId = 'nps'): ChangePart => ({
  measure,
  group: 'g',
  cause: 'value',
  points,
});

describe('shownParts', () => {
  it('by hand: three thirds of a point, and both figures to the tenth', () => {
    const shown = shownParts(
      { total: -1, parts: [part(-1 / 3, 'nps'), part(-1 / 3, 'csat'), part(-1 / 3, 'sentiment')] },
      50.2,
      49.2,
    );
    expect(shown).toMatchObject({ before: 50.2, after: 49.2, total: -1 });
    expect(shown.parts.map(({ points }) => points)).toEqual([-0.3, -0.3, -0.4]);
  });

  it('what comes to nothing is left out', () => {
    const shown = shownParts({ total: 2.01, parts: [part(2), part(0.01, 'csat')] }, 40, 42.01);
    expect(shown.parts).toHaveLength(1);
    expect(shown.parts[0]?.points).toBe(2);
  });

  it('property: they sum to the difference, and none is a tenth or more beside the truth', () => {
    fc.assert(
      fc.property(
        someCard,
        someCard,
        someSignals,
        someSignals,
        fc.integer({ max: 300 }),
        (a, b, s0, s1, days) => {
          const before = scoreAccount(a, s0, { account: 'a', day: TODAY, now: NOW });
          const after = scoreAccount(b, s1, { account: 'a', day: TODAY, now: NOW + days * DAY });
          const change = explainChange(before, after, { before: a, after: b });
          if (change === undefined || before.value === undefined || after.value === undefined) return;
          const shown = shownParts(change, before.value, after.value);
          const sum = shown.parts.reduce((all, { points }) => all + Math.round(points * 10), 0);
          expect(sum).toBe(Math.round(after.value * 10) - Math.round(before.value * 10));
          expect(Math.abs(shown.before - before.value)).toBeLessThanOrEqual(0.05 + 1e-9);
          for (const { measure, cause, group, points } of shown.parts) {
            const exact = change.parts.find(
              (each) => each.measure === measure && each.cause === cause && each.group === group,
            );
            expect(Math.abs(points - (exact?.points ?? Number.NaN))).toBeLessThan(0.1 + 1e-9);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('whole points are rounded once, not from tenths', () => {
    const { whole, before } = shownParts({ total: -0.26, parts: [] }, 75.46, 75.2);
    expect([before, whole.before, whole.after]).toEqual([75.5, 75, 75]);
  });
});
