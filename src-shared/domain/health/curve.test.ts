/** The curve of a measure: straight or by steps, on the scale whatever its points, and its direction. */
import { describe, expect, it } from 'vitest';
import { STRAIGHT } from '#test/factories/health.ts';
import { compileCurve, directionOf } from './curve.ts';

describe('curve', () => {
  it('is straight between its points and level beyond them', () => {
    const pointsOf = compileCurve({
      type: 'line',
      points: [
        [0, 0],
        [10, 50],
        [20, 100],
      ],
    });
    expect([-5, 0, 5, 10, 15, 20, 99].map(pointsOf)).toEqual([0, 0, 25, 50, 75, 100, 100]);
  });
  it('by steps holds the points of the last one reached', () => {
    const pointsOf = compileCurve({
      type: 'steps',
      points: [
        [0, 10],
        [10, 60],
      ],
    });
    expect([-1, 0, 9.99, 10, 50].map(pointsOf)).toEqual([10, 10, 10, 60, 60]);
  });
  it('without points pulls to neither side, and nonsense stays on the scale', () => {
    expect(compileCurve({ type: 'line', points: [] })(5)).toBe(50);
    expect(
      compileCurve({
        type: 'line',
        points: [
          [0, Number.NaN],
          [1, 900],
        ],
      })(3),
    ).toBe(100);
    expect(compileCurve({ type: 'line', points: [[0, -40]] })(3)).toBe(0);
  });
  it('knows its direction', () => {
    expect(directionOf(STRAIGHT)).toBe('up');
    expect(
      directionOf({
        type: 'line',
        points: [
          [0, 100],
          [1, 0],
        ],
      }),
    ).toBe('down');
    expect(
      directionOf({
        type: 'line',
        points: [
          [0, 0],
          [1, 100],
          [2, 0],
        ],
      }),
    ).toBe('both');
    expect(
      directionOf({
        type: 'line',
        points: [
          [0, 7],
          [1, 7],
        ],
      }),
    ).toBe('flat');
  });
});
