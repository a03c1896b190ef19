import { describe, expect, it } from 'vitest';
import { startRoute } from './start-route.ts';

describe('a start', () => {
  const last = { lastRoute: '/sources', lastDay: '2026-11-21' };

  it('goes to Today when a new day has begun, and back to where one was otherwise', () => {
    expect(startRoute(last, '2026-11-22', true)).toBe('/today');
    expect(startRoute(last, '2026-11-21', true)).toBe('/sources');
  });

  it('has nothing to show on Today before there are accounts, or on the very first day', () => {
    expect(startRoute(last, '2026-11-22', false)).toBe('/sources');
    expect(startRoute({ ...last, lastDay: '' }, '2026-11-22', true)).toBe('/sources');
  });
});
