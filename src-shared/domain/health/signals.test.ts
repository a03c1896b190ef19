/** At any moment: nothing later than now is read, nothing is dated ahead, whatever the clock says. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anAccount, NOW } from '#test/factories/health.ts';
import { contact, facts, lines } from '#test/factories/health-facts.ts';
import { createWeeksBuilder } from './build-weeks.ts';
import { signalsOf } from './signals.ts';
import { type HistoryWeeks, weekOf, weekStart } from './weeks.ts';

const DAY = 86_400_000;

describe('at any moment', () => {
  const someWeeks = fc.array(
    fc.record({
      age: fc.integer({ min: -60, max: 700 }),
      count: fc.integer({ min: 0, max: 40 }),
      user: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      feature: fc.constantFrom('x', 'y', 'z'),
      score: fc.integer({ min: 0, max: 10 }),
      hours: fc.integer({ min: 1, max: 400 }),
    }),
    { maxLength: 120 },
  );

  function build(
    rows: readonly {
      age: number;
      count: number;
      user: string;
      feature: string;
      score: number;
      hours: number;
    }[],
    before: number,
  ): HistoryWeeks {
    const builder = createWeeksBuilder(NOW);
    for (const { age, count, user, feature, score, hours } of rows) {
      const at = NOW - age * DAY;
      if (at > before) continue;
      builder.usage({ at, count, user, feature });
      builder.survey(at, 'nps', score);
      if (at + hours * 3_600_000 <= before)
        builder.ticket({ at, hours, isClosed: true, isSevere: score > 8 });
    }
    return builder.finish('a');
  }

  it('property: what happens later changes nothing about a day that is over', () => {
    fc.assert(
      fc.property(someWeeks, fc.integer({ min: 1, max: 50 }), (rows, back) => {
        // The end of a Sunday, so that the week is over on both sides.
        const then = weekStart(weekOf(NOW) - back) - 1;
        const today = new Date(then).toISOString().slice(0, 10);
        const kept = rows.filter(
          ({ age, hours }) => NOW - age * DAY > then || NOW - age * DAY + hours * 3_600_000 <= then,
        );
        const at = (weeks: HistoryWeeks) =>
          signalsOf(
            facts({
              weeks,
              today,
              licences: 5,
              bookFeatures: 3,
              reach: { usage: NOW, ticket: NOW, survey: NOW },
            }),
            then,
          );
        const then2 = build(kept, then);
        const known = at({ ...then2, trackedUsers: 5 });
        expect(at({ ...build(kept, Number.POSITIVE_INFINITY), trackedUsers: 5 })).toEqual(known);
      }),
      { numRuns: 60 },
    );
  });

  it('property: nothing is ever dated ahead, no age or share is negative, whatever the clock says', () => {
    fc.assert(
      fc.property(someWeeks, fc.integer({ min: -900, max: 900 }), (rows, days) => {
        const now = NOW + days * DAY;
        const today = new Date(now).toISOString().slice(0, 10);
        const signals = signalsOf(
          facts({
            weeks: build(rows, Number.POSITIVE_INFINITY),
            today,
            licences: 5,
            bookFeatures: 3,
            touches: [NOW, NOW - 30 * DAY],
            contacts: [
              contact({ role: 'champion', updatedAt: NOW }),
              contact({ id: 'e', role: 'economic-buyer' }),
            ],
            lastContact: new Map([['e', { at: NOW, kind: 'call', source: '' }]]),
            sentiment: { value: 3, at: NOW },
            account: anAccount({
              createdAt: NOW,
              updatedAt: NOW,
              renewalDate: '2026-12-01',
              stage: 'outcome',
            }),
            summary: lines(['2025-01-01', '2026-06-01', 100], ['2026-06-01', '', 120]),
          }),
          now,
        );
        for (const [measure, signal] of Object.entries(signals)) {
          expect(Number.isFinite(signal.value)).toBe(true);
          expect(signal.at).toBeLessThanOrEqual(now);
          if (!['active-trend', 'usage-trend', 'nps', 'contract-trend', 'renewal-days'].includes(measure))
            expect(signal.value).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 60 },
    );
  });
});
