import { describe, expect, it } from 'vitest';
import type { TimelineEntry } from '#renderer/data/timeline.ts';
import { dayOf, rowsOf, sumUsage } from './timeline-rows.ts';

const utcDay = (at: number) => new Date(at).toISOString().slice(0, 10);
let key = 0;

function event(
  noun: 'usage' | 'ticket',
  iso: string,
  values: Record<string, string | number> = {},
): TimelineEntry {
  const at = Date.parse(iso);
  const own = ++key;
  return {
    type: 'event',
    at,
    key: `${noun}:0:${own}`,
    event: { noun, accountId: 'a', at, keyHi: 0, keyLo: own, values, custom: {} },
  };
}

function shape(entries: readonly TimelineEntry[]): string[] {
  return rowsOf(entries, utcDay).map((row) =>
    row.type === 'month'
      ? `# ${row.day.slice(0, 7)}`
      : `${row.firstOfDay ? row.day : '"'} ${row.type}${row.type === 'usage' ? ` ${row.events.length}` : ''}`,
  );
}

describe('the rows of a timeline', () => {
  it('puts a heading before each month, the date once a day and a day of usage in one row', () => {
    expect(
      shape([
        event('usage', '2026-11-21T09:00:00Z'),
        event('ticket', '2026-11-21T08:00:00Z'),
        event('usage', '2026-11-21T07:00:00Z'),
        event('usage', '2026-11-20T07:00:00Z'),
        event('ticket', '2026-10-31T23:00:00Z'),
      ]),
    ).toEqual([
      '# 2026-11',
      '2026-11-21 usage 2',
      '" entry',
      '2026-11-20 usage 1',
      '# 2026-10',
      '2026-10-31 entry',
    ]);
  });

  it('gives every row its own key, also when older entries follow', () => {
    const entries = Array.from({ length: 50 }, (_, i) =>
      event(i % 3 === 0 ? 'ticket' : 'usage', new Date(Date.UTC(2026, 10, 21) - i * 7_200_000).toISOString()),
    );
    const keys = rowsOf(entries, utcDay).map((row) => row.key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(rowsOf(entries.slice(0, 20), utcDay).map((row) => row.key)).toEqual(
      keys.slice(0, rowsOf(entries.slice(0, 20), utcDay).length),
    );
  });

  it('keeps a date without a time on its own calendar day wherever the reader is', () => {
    const west = (at: number) => utcDay(at - 8 * 3_600_000);
    expect(dayOf(Date.parse('2026-11-21T00:00:00Z'), west)).toBe('2026-11-21');
    expect(dayOf(Date.parse('2026-11-21T03:00:00Z'), west)).toBe('2026-11-20');
  });

  it('adds uses up, counts a row without a figure as one, and takes the largest number of users', () => {
    const events = [
      event('usage', '2026-11-21T01:00:00Z', { feature: 'picking', count: 5, activeUsers: 3 }),
      event('usage', '2026-11-21T02:00:00Z', { feature: 'picking', count: 2, activeUsers: 4 }),
      event('usage', '2026-11-21T03:00:00Z', { feature: 'labels' }),
    ].flatMap((entry) => (entry.type === 'event' ? [entry.event] : []));
    expect(sumUsage(events)).toEqual({
      uses: 8,
      activeUsers: 4,
      features: [
        { name: 'picking', uses: 7 },
        { name: 'labels', uses: 1 },
      ],
    });
  });
});
