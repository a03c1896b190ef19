import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typicalPair } from './typical-pair.ts';

const percent = (now: number, before: number) => {
  const share = now / before - 1;
  // A fall that rounds to nothing is nothing: −0 is 0.
  return Math.sign(share) * Math.round(Math.abs(share) * 100) || 0;
};

describe('two medians beside each other', () => {
  it('are whole where they are many, and keep the half where they are few', () => {
    expect(typicalPair(1069.5, 1174.5, 'en')).toEqual(['1,070', '1,175']);
    expect(typicalPair(2.5, 4, 'en')).toEqual(['2.5', '4']);
  });

  it('never contradict the change beside them', () => {
    // Whole ones would be 11 against 12: −8 %, where it is −4 %.
    expect(typicalPair(11, 11.5, 'en')).toEqual(['11', '11.5']);
    const median = fc.integer({ min: 4, max: 4000 }).map((quarters) => quarters / 4);
    fc.assert(
      fc.property(median, median, (now, before) => {
        const [a, b] = typicalPair(now, before, 'en').map((text) => Number(text.replaceAll(',', '')));
        expect(percent(a ?? 0, b ?? 0)).toBe(percent(now, before));
      }),
    );
  });
});
