/** Plans by hand and by property: progress either way, against time, what is missing, what is overdue, time to value. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aMeasurement, anObjective, START, someObjective } from '#test/factories/objectives.ts';
import { addDays } from '../table/days.ts';
import { outcomesOf, overdueOf, planStateOn } from './plan-state.ts';
import { currentOn, expectedOn, hasReachedTarget, progressOn } from './progress.ts';
import { firstConfirmedOn, summarizeTimeToValue, type TimeToValue, timeToValueOf } from './time-to-value.ts';

const LATER = '2026-07-02';
const measured = (value: number, on = '2026-06-01') =>
  anObjective({ measurements: [aMeasurement(on, value)] });
const shareOf = (objective: ReturnType<typeof anObjective>, day = LATER) => {
  const progress = progressOn(objective, day);
  return progress.type === 'known' ? progress.share : undefined;
};
const someDay = fc.integer({ min: -40, max: 520 }).map((days) => addDays(START, days));

describe('progress of one objective', () => {
  it('lies between baseline and target, whichever way is better', () => {
    expect([4, 3.25, 2.5, 1].map((value) => shareOf(measured(value)))).toEqual([0, 0.25, 0.5, 1]);
    const up = (value: number) => shareOf({ ...measured(value), direction: 'up', baseline: 20, target: 80 });
    expect([20, 50, 80].map(up)).toEqual([0, 0.5, 1]);
  });
  it('is neither below nothing nor above all', () => {
    expect([9, 4, 0.2].map((value) => shareOf(measured(value)))).toEqual([0, 0, 1]);
  });
  it('says what is missing', () => {
    const { baseline: _baseline, target: _target, ...bare } = anObjective();
    expect(progressOn(anObjective(), LATER)).toEqual({ type: 'missing', what: ['measurement'] });
    expect(progressOn(bare, LATER)).toEqual({
      type: 'missing',
      what: ['baseline', 'target', 'measurement'],
    });
    // Without a beginning only the end can be told.
    const { baseline: _none, ...noBaseline } = measured(0.9);
    expect(shareOf(noBaseline)).toBe(1);
    expect(progressOn({ ...noBaseline, measurements: measured(3).measurements }, LATER)).toEqual({
      type: 'missing',
      what: ['baseline'],
    });
  });
  it('of what is to be kept as it is, is all or nothing', () => {
    expect(shareOf({ ...measured(1), baseline: 1 })).toBe(1);
    expect(shareOf({ ...measured(1.1), baseline: 1 })).toBe(0);
  });
  it('follows from milestones where figures do not tell', () => {
    const { target: _target, ...soft } = anObjective({
      milestones: [
        { id: '1', title: 'Agreed', doneOn: '2026-02-01' },
        { id: '2', title: 'Live' },
      ],
    });
    expect(progressOn(soft, LATER)).toEqual({
      type: 'known',
      share: 0.5,
      by: 'milestones',
      on: '2026-02-01',
    });
    expect(progressOn(soft, '2026-01-20').type).toBe('missing');
  });
  it('takes the newest value up to the day, the later one of a day', () => {
    const objective = anObjective({
      measurements: [
        aMeasurement('2026-03-01', 3),
        aMeasurement('2026-05-01', 2, { id: 'first' }),
        aMeasurement('2026-05-01', 1.5, { id: 'second' }),
      ],
    });
    expect(currentOn(objective, '2026-02-28')).toBeUndefined();
    expect(currentOn(objective, '2026-03-31')?.value).toBe(3);
    expect(currentOn(objective, '2026-05-01')?.id).toBe('second');
    expect(hasReachedTarget(objective, LATER)).toBe(false);
    expect(hasReachedTarget(measured(0.5), LATER)).toBe(true);
  });
  it('is whole once somebody says that it is met, from that day on', () => {
    const met = { ...measured(3), state: 'met' as const, closedOn: '2026-07-01' };
    expect(shareOf(met, '2026-06-30')).toBeCloseTo(1 / 3);
    expect(progressOn(met, LATER)).toEqual({ type: 'known', share: 1, by: 'said', on: '2026-07-01' });
  });
  it('is a share, whatever was typed', () => {
    fc.assert(
      fc.property(someObjective, someDay, (objective, day) => {
        const share = shareOf(objective, day);
        if (share !== undefined) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        } else expect(progressOn(objective, day)).not.toEqual({ type: 'missing', what: [] });
      }),
    );
  });
  it('never falls with a better value', () => {
    fc.assert(
      fc.property(
        someObjective,
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: 0, max: 50 }),
        (objective, value, better) => {
          const with1 = (last: number) =>
            shareOf({ ...objective, state: 'open', measurements: [aMeasurement(START, last)] }, START);
          const { direction } = objective;
          const before = with1(value);
          const after = with1(direction === 'up' ? value + better : value - better);
          if (before !== undefined && after !== undefined) expect(after).toBeGreaterThanOrEqual(before);
        },
      ),
    );
  });
  it('of a past day is not changed by what came later', () => {
    fc.assert(
      fc.property(someObjective, someDay, fc.integer({ min: 1, max: 90 }), (objective, day, later) => {
        const grown = {
          ...objective,
          measurements: [...objective.measurements, aMeasurement(addDays(day, later), 0)],
        };
        expect(progressOn(grown, day)).toEqual(progressOn(objective, day));
      }),
    );
  });
});

describe('progress of the plan', () => {
  it('is whole while nothing is behind its time, and falls by what is missing to it', () => {
    const half = '2026-07-02';
    expect(expectedOn(anObjective(), half)).toBeCloseTo(0.5);
    expect(planStateOn([measured(2.5)], half)?.progress).toBeCloseTo(1);
    const behind = planStateOn([measured(3.25)], half);
    expect(behind?.expected).toBeCloseTo(0.5);
    expect(behind?.reached).toBeCloseTo(0.25);
    expect(behind?.progress).toBeCloseTo(0.75);
    expect(behind?.on).toBe('2026-06-01');
  });
  it('at the due date is the share that is reached', () => {
    expect(planStateOn([measured(3.25)], '2027-02-01')?.progress).toBeCloseTo(0.25);
  });
  it('rests on what can be measured and is due', () => {
    const { due: _due, ...open } = measured(3);
    expect(planStateOn([], LATER)).toBeUndefined();
    expect(planStateOn([anObjective(), open], LATER)).toBeUndefined();
    expect(planStateOn([anObjective(), open, measured(2.5)], LATER)?.counted).toBe(1);
  });
  it('leaves out what was given up, from that day on', () => {
    const dropped = { ...measured(4, '2026-02-01'), state: 'dropped' as const, closedOn: '2026-06-01' };
    expect(planStateOn([dropped], '2026-06-01')).toBeUndefined();
    expect(planStateOn([dropped], '2026-05-31')?.counted).toBe(1);
  });
  it('has no help from one objective for another that is behind', () => {
    const ahead = measured(1);
    expect(planStateOn([ahead, measured(4)], LATER)?.progress).toBeCloseTo(0.75);
  });
  it('is a share, the difference of what it says, in any order', () => {
    fc.assert(
      fc.property(fc.array(someObjective, { maxLength: 6 }), someDay, (objectives, day) => {
        const state = planStateOn(objectives, day);
        const turned = planStateOn(objectives.toReversed(), day);
        expect(turned?.counted).toBe(state?.counted);
        if (state === undefined || turned === undefined) return;
        expect(turned.progress).toBeCloseTo(state.progress);
        expect(state.progress).toBeGreaterThanOrEqual(0);
        expect(state.progress).toBeLessThanOrEqual(1);
        expect(state.progress).toBeCloseTo(1 - (state.expected - state.reached));
        expect(state.reached).toBeLessThanOrEqual(state.expected + 1e-9);
        expect(state.on <= day).toBe(true);
      }),
    );
  });
  it('never rises by waiting', () => {
    fc.assert(
      fc.property(someObjective, someDay, fc.integer({ min: 0, max: 200 }), (objective, day, more) => {
        // Everything is known on the first of the two days.
        const known = { ...objective, state: 'open' as const, measurements: [aMeasurement(START, 3)] };
        const still = known.milestones.map(({ id, title }) => ({ id, title }));
        const before = planStateOn([{ ...known, milestones: still }], day)?.progress;
        const after = planStateOn([{ ...known, milestones: still }], addDays(day, more))?.progress;
        if (before !== undefined && after !== undefined) expect(after).toBeLessThanOrEqual(before + 1e-9);
      }),
    );
  });
});

describe('what is overdue and what was measured', () => {
  it('is only what is open and whose day has passed', () => {
    const late = anObjective({
      id: 'late',
      due: '2026-03-01',
      milestones: [{ id: 'm', title: 'Go live', due: '2026-02-01' }],
    });
    const done = { ...late, id: 'done', state: 'met' as const };
    const today = anObjective({ id: 'today', due: '2026-03-02' });
    const found = overdueOf([late, done, today], '2026-03-02');
    expect(found.objectives.map(({ id }) => id)).toEqual(['late']);
    expect(found.milestones).toMatchObject([{ objective: { id: 'late' }, milestone: 'm' }]);
  });
  it('counts what was not given up', () => {
    expect(
      outcomesOf([
        anObjective(),
        measured(3),
        { ...measured(2), state: 'dropped' },
        anObjective({ state: 'met' }),
      ]),
    ).toEqual({ objectives: 3, measured: 2 });
  });
});

describe('time to value', () => {
  const amount = { minor: 100, currency: 'JPY' };
  const confirmed = (on: string) =>
    anObjective({ value: { amount, method: '', confirmedBy: 'mori', confirmedOn: on } });
  it('runs from the contract to the first value that somebody confirmed', () => {
    const said = anObjective({ value: { amount, method: '' } });
    expect(firstConfirmedOn([said, confirmed('2026-05-01'), confirmed('2026-04-01')])).toBe('2026-04-01');
    expect(timeToValueOf('2026-01-01', [confirmed('2026-04-01')], LATER)).toMatchObject({
      type: 'confirmed',
      days: 90,
    });
    expect(timeToValueOf('2026-01-01', [said], '2026-01-31')).toMatchObject({ type: 'open', days: 30 });
    expect(timeToValueOf(undefined, [said], LATER)).toEqual({ type: 'no-start' });
    expect(timeToValueOf('2027-01-01', [], LATER)).toEqual({ type: 'no-start' });
  });
  it('has the median of the confirmed ones and tells the open ones', () => {
    const days = (count: number): TimeToValue => ({ type: 'confirmed', days: count, on: '', start: '' });
    expect(
      summarizeTimeToValue([days(30), days(90), days(60), { type: 'open', days: 5, start: '' }]),
    ).toEqual({
      median: 60,
      confirmed: 3,
      open: 1,
      noStart: 0,
    });
    expect(summarizeTimeToValue([days(30), days(60)]).median).toBe(45);
    expect(summarizeTimeToValue([{ type: 'no-start' }])).toMatchObject({ median: undefined, noStart: 1 });
  });
});
