/** The history chart: kept and filled-in days as two lines that meet, the bands, and what happened below. */
import { describe, expect, it } from 'vitest';
import { formatsFor } from '#renderer/i18n/format.ts';
import type { HealthSnapshot } from '#shared/model/health.ts';
import { historyOption } from './history-option.ts';

const format = formatsFor('en');
const WORDS = {
  score: 'Score',
  events: 'What happened',
  reconstructed: 'filled in',
  format,
  pair: (value: number, coverage: number) => `${value} from ${coverage}`,
  kind: (kind: string) => kind,
};
const on = (day: string, value: number | undefined, reconstructed: boolean): HealthSnapshot => ({
  account: 'a',
  day,
  scorecard: 's',
  version: 1,
  coverage: 0.6,
  band: 'watch',
  measures: [],
  reconstructed,
  ...(value === undefined ? {} : { value }),
});
const option = historyOption(
  [
    on('2026-01-05', 50, true),
    on('2026-01-12', 55, true),
    on('2026-01-13', 60, false),
    on('2026-01-14', undefined, false),
  ],
  [
    {
      day: '2026-01-10',
      items: Array.from({ length: 8 }, (_, i) => ({ kind: 'meeting', title: `M${i}` })),
    },
  ],
  { healthy: 70, watch: 40 },
  WORDS,
);
const [kept, filled, events] = option.series;

describe('the history chart', () => {
  it('draws kept days and filled-in days apart, and joins them at the first kept day', () => {
    expect(kept?.data.map(({ value }) => value[1])).toEqual([null, null, 60, undefined]);
    expect(filled?.data.map(({ value }) => value[1])).toEqual([50, 55, 60, null]);
    expect(filled?.data[0]?.tip).toContain('filled in');
    expect(kept?.data[2]?.tip).toBe(`${format.date('2026-01-13')}\n60 from 0.6`);
    expect(kept?.data[3]?.tip).toBe('');
  });

  it('marks the limits of the bands', () => {
    const lines = kept !== undefined && 'markLine' in kept ? kept.markLine?.data : undefined;
    expect(lines).toEqual([{ yAxis: 70 }, { yAxis: 40 }]);
  });

  it('puts what happened below the scale, six by name and the rest as a number', () => {
    const [dot] = events?.data ?? [];
    expect(dot?.value[0]).toBe('2026-01-10');
    expect(Number(dot?.value[1])).toBeLessThan(0);
    expect(dot?.tip.split('\n')).toHaveLength(8);
    expect(dot?.tip).toContain('meeting: M5');
    expect(dot?.tip).toContain('… 8');
  });
});
