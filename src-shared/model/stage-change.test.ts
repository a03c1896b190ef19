/** The stages of an account as a list: unbroken, bounded, and without what was taken back at once. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { notedStages, type StageChange, stagesOf } from './stage-change.ts';

const DAY = 86_400_000;

interface Row {
  readonly stage?: string;
  readonly stages?: readonly StageChange[];
}

function moved(row: Row, stage: string | undefined, at: number): Row {
  const { stage: _, ...rest } = row;
  const after: Row = stage === undefined ? rest : { ...rest, stage };
  const stages = notedStages(row, after, { at });
  return stages === undefined ? after : { ...after, stages };
}

const stage = fc.constantFrom(undefined, 'onboarding', 'operation', 'renewal');

describe('stages of an account', () => {
  it('follow on each other and end at the stage that is', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(stage, fc.integer({ min: 0, max: 3 })), { maxLength: 130 }), (steps) => {
        let row: Row = {};
        let at = 0;
        for (const [to, days] of steps) {
          at += days * DAY;
          row = moved(row, to, at);
        }
        const changes = stagesOf(row);
        expect(changes.length).toBeLessThanOrEqual(100);
        expect(changes.every(({ from, to }) => from !== to)).toBe(true);
        for (let i = 1; i < changes.length; i++) expect(changes[i]?.from).toBe(changes[i - 1]?.to);
        if (changes.length > 0) expect(changes.at(-1)?.to).toBe(row.stage);
      }),
    );
  });

  it('lose no trace by an undo at once, and keep going back later', () => {
    fc.assert(
      fc.property(stage, stage, fc.integer({ min: 0, max: DAY - 1 }), (from, to, later) => {
        const start: Row = moved({}, from, 0);
        const there = moved(start, to, 10 * DAY);
        expect(stagesOf(moved(there, from, 10 * DAY + later))).toEqual(stagesOf(start));
      }),
    );
    const there = moved(moved({}, 'onboarding', 0), 'operation', 10 * DAY);
    expect(stagesOf(moved(there, 'onboarding', 12 * DAY))).toEqual([
      { at: 0, to: 'onboarding' },
      { at: 10 * DAY, from: 'onboarding', to: 'operation' },
      { at: 12 * DAY, from: 'operation', to: 'onboarding' },
    ]);
  });
});
