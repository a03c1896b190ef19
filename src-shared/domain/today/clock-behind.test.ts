/** A clock that was set back is told from a traveller's. */
import { expect, it } from 'vitest';
import { isClockBehind } from './clock-behind.ts';

it('is behind when something was kept on a day that lies ahead', () => {
  expect(isClockBehind('2026-11-22', '2025-11-22')).toBe(true);
  expect(isClockBehind('2026-11-24', '2026-11-22')).toBe(true);
  // A day's difference is a flight to the east and back.
  expect(isClockBehind('2026-11-23', '2026-11-22')).toBe(false);
  expect(isClockBehind('2026-11-22', '2026-11-22')).toBe(false);
  expect(isClockBehind('2026-01-01', '2026-11-22')).toBe(false);
  expect(isClockBehind(undefined, '2026-11-22')).toBe(false);
  expect(isClockBehind('nonsense', '2026-11-22')).toBe(false);
});
