/** The band of an earlier day is that of the whole figure on screen, and a band that a person set falls from nowhere. */
import { describe, expect, it } from 'vitest';
import type { HealthOverride } from '../../model/health.ts';
import type { EffectiveBand } from '../health/score.ts';
import { type EarlierInput, earlierScore } from './earlier-score.ts';

const BAND: EffectiveBand = { band: 'watch', computed: 'watch' };
const earlier = (more: Partial<EarlierInput>) =>
  earlierScore({ value: 66.7, change: -3, card: undefined, band: BAND, at: 5, values: undefined, ...more });

describe('an earlier score', () => {
  it('has the band of its whole figure', () => {
    expect(earlier({})).toEqual({ value: 69.7, band: 'healthy', at: 5 });
    expect(earlier({ value: 66.4 })?.band).toBe('watch');
    expect(earlier({ card: { bands: { healthy: 80, watch: 40 } } })?.band).toBe('watch');
  });

  it("is left out where nothing is known, and carries no band where a person set today's", () => {
    expect(earlier({ change: undefined })).toBeUndefined();
    expect(earlier({ change: undefined, values: { nps: 5 } })).toEqual({
      band: 'unknown',
      at: 5,
      values: { nps: 5 },
    });
    const override: HealthOverride = {
      id: 'o',
      account: 'a',
      band: 'at-risk',
      reason: 'why',
      until: '2026-12-31',
      by: 'me',
      createdAt: 0,
      updatedAt: 0,
    };
    expect(earlier({ band: { band: 'at-risk', computed: 'watch', override } })?.band).toBe('unknown');
  });
});
