/** When a touch is due, by hand: touch models, stages, labels of the user's own, nonsense, clocks set back. */
import { describe, expect, it } from 'vitest';
import { CADENCE_AS_DELIVERED, cadenceDays, daysOverdue, touchDue } from './cadence.ts';

const SETTINGS = CADENCE_AS_DELIVERED;

describe('cadence', () => {
  it('goes by touch model and stage, then by touch model, then by what holds otherwise', () => {
    expect(cadenceDays({ touchModel: 'high', stage: 'onboarding' }, SETTINGS)).toBe(7);
    expect(cadenceDays({ touchModel: 'tech', stage: 'a stage of our own' }, SETTINGS)).toBe(90);
    expect(cadenceDays({ touchModel: 'high' }, SETTINGS)).toBe(21);
    expect(cadenceDays({}, SETTINGS)).toBe(45);
    expect(cadenceDays({ touchModel: 'constructor', stage: '__proto__' }, SETTINGS)).toBe(45);
    const own = { days: { mid: { '': 10 } }, otherwise: 99 };
    expect(cadenceDays({ touchModel: 'mid', stage: 'outcome' }, own)).toBe(10);
    expect(cadenceDays({ touchModel: 'high' }, own)).toBe(99);
  });

  it('nonsense days count as not said', () => {
    const broken = { days: { high: { operation: -3, '': Number.NaN } }, otherwise: 0 };
    expect(cadenceDays({ touchModel: 'high', stage: 'operation' }, broken)).toBe(45);
  });

  it('drifts when it is overdue, not on the due day itself', () => {
    const account = { touchModel: 'high', stage: 'operation' };
    expect(touchDue(account, '2026-11-06', '2026-11-20')).toEqual({
      every: 14,
      dueOn: '2026-11-20',
      daysOverdue: 0,
      drifting: false,
    });
    expect(touchDue(account, '2026-11-01', '2026-11-20')).toMatchObject({ daysOverdue: 5, drifting: true });
    expect(touchDue(account, undefined, '2026-11-20', SETTINGS, '2026-10-01')).toMatchObject({
      drifting: true,
    });
    expect(touchDue(account, undefined, '2026-11-20')).toBeUndefined();
    expect(touchDue(account, 'soon', '2026-11-20')).toBeUndefined();
    expect([
      daysOverdue(account, '2026-11-01', '2026-11-20'),
      daysOverdue(account, undefined, '2026-11-20'),
    ]).toEqual([5, 0]);
  });

  it('a touch dated ahead counts as today', () => {
    expect(touchDue({}, '2027-01-01', '2026-11-20')).toMatchObject({ daysOverdue: -45, drifting: false });
  });
});
