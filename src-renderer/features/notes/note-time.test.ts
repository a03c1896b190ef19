/** Times of day as people write them. */
import { describe, expect, it } from 'vitest';
import { instantOf, readTime, timeOf } from './note-time.ts';

describe('the time of a note', () => {
  it('reads a time of day as people write it', () => {
    expect(['9:30', '0930', '９：３０', '9時30分', '9時', '23:59', '９時５分'].map(readTime)).toEqual([
      '09:30',
      '09:30',
      '09:30',
      '09:30',
      '09:00',
      '23:59',
      '09:05',
    ]);
    expect(['', '25:00', '9:75', 'noon', '9:5'].map(readTime)).toEqual(Array(5).fill(undefined));
  });

  it('goes with its day to an instant of this machine and back', () => {
    const at = instantOf('2026-03-15', '9:05') ?? 0;
    expect(timeOf(at)).toBe('09:05');
    expect(instantOf('2026-03-15', 'noon')).toBeUndefined();
    expect(instantOf(undefined, '9:05')).toBeUndefined();
  });
});
