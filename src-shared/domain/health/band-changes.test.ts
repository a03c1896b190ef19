import { expect, it } from 'vitest';
import type { Band, HealthSnapshot } from '../../model/health.ts';
import { bandChanges } from './band-changes.ts';

function day(on: number, band: Band): HealthSnapshot {
  return {
    account: 'a1',
    day: `2026-11-${String(on).padStart(2, '0')}`,
    scorecard: 'card',
    version: 1,
    coverage: 1,
    band,
    measures: [],
    reconstructed: on < 10,
  };
}

it('finds changes of band, and none where data were missing for a while', () => {
  const days = [
    day(2, 'unknown'),
    day(3, 'healthy'),
    day(4, 'healthy'),
    day(5, 'unknown'),
    day(6, 'healthy'),
    day(9, 'watch'),
    day(11, 'unknown'),
    day(12, 'at-risk'),
    day(13, 'watch'),
  ];
  expect(bandChanges(days).map(({ before, after }) => [before.day.slice(-2), after.day.slice(-2)])).toEqual([
    ['06', '09'],
    ['09', '12'],
    ['12', '13'],
  ]);
  expect(bandChanges([])).toEqual([]);
});
