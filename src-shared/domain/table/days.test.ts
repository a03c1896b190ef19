/** Days as numbers, and the months and quarters around one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendar } from '#test/factories/table-rows.ts';
import { periodRange } from './day-ranges.ts';
import { dayNumber } from './days.ts';

describe('days', () => {
  it('counts as the calendar does', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          const text = date.toISOString().slice(0, 10);
          expect(dayNumber(text)).toBe(Math.floor(date.getTime() / 86_400_000));
        },
      ),
    );
  });
  it('knows the quarters of a fiscal year that begins in April', () => {
    expect(periodRange('thisQuarter', calendar)).toEqual({ from: '2026-10-01', to: '2026-12-31' });
    expect(periodRange('nextQuarter', calendar)).toEqual({ from: '2027-01-01', to: '2027-03-31' });
    expect(periodRange('thisQuarter', { ...calendar, fiscalYearStart: 3 })).toEqual({
      from: '2026-09-01',
      to: '2026-11-30',
    });
    expect(periodRange('nextMonth', calendar)).toEqual({ from: '2026-12-01', to: '2026-12-31' });
  });
});
