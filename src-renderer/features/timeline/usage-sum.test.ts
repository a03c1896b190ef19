import { describe, expect, it } from 'vitest';
import type { TimelineEntry } from '#renderer/data/timeline.ts';
import { densityOf, firstDayOf, lastDayOf, monthOfDay } from '#shared/domain/timeline/density.ts';
import { dayOf } from './timeline-rules.ts';
import { sumUsage } from './usage-sum.ts';

const utcDay = (at: number) => new Date(at).toISOString().slice(0, 10);
let key = 0;

function usage(values: Record<string, string | number>): TimelineEntry {
  const at = Date.parse('2026-11-21T01:00:00Z');
  const keyLo = ++key;
  const event = { noun: 'usage' as const, accountId: 'a', at, keyHi: 0, keyLo, values, custom: {} };
  return { type: 'event', at, key: `usage:0:${keyLo}`, event };
}

describe('the sums and days of a timeline', () => {
  it('adds uses up, counts a row without a figure as one, and takes the largest number of users', () => {
    expect(
      sumUsage([
        usage({ feature: 'picking', count: 5, activeUsers: 3, errors: 1 }),
        usage({ feature: 'picking', count: 2, activeUsers: 4 }),
        usage({ feature: 'labels' }),
      ]),
    ).toEqual({
      uses: 8,
      activeUsers: 4,
      features: [
        { name: 'picking', uses: 7, activeUsers: 4, errors: 1 },
        { name: 'labels', uses: 1, activeUsers: undefined, errors: undefined },
      ],
    });
  });

  it('keeps a date without a time on its own calendar day wherever the reader is', () => {
    const west = (at: number) => utcDay(at - 8 * 3_600_000);
    expect(dayOf(Date.parse('2026-11-21T00:00:00Z'), west)).toBe('2026-11-21');
    expect(dayOf(Date.parse('2026-11-21T03:00:00Z'), west)).toBe('2026-11-20');
  });

  it('counts each month from the first to now, those without anything included', () => {
    const month = monthOfDay('2026-01-15');
    const months = { [month]: { call: 2, usage: 90 }, [month + 2]: { call: 1 } };
    expect(densityOf(months, (kind) => kind !== 'usage', month + 3)).toEqual({
      first: month,
      counts: [2, 0, 1, 0],
      most: 2,
    });
    expect([firstDayOf(month + 1), lastDayOf(month + 1)]).toEqual(['2026-02-01', '2026-02-28']);
  });
});
