/** The comparison of versions, in both scripts and for every pair of texts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWords } from './compare-words.ts';

const join = (before: string, after: string, without: 'added' | 'taken') =>
  compareWords(before, after)
    .filter((passage) => passage.change !== without)
    .map((passage) => passage.text)
    .join('');

describe('comparing versions', () => {
  it('shows the words that changed', () => {
    expect(compareWords('send the plan', 'send a plan')).toEqual([
      { text: 'send ', change: 'same' },
      { text: 'the', change: 'taken' },
      { text: 'a', change: 'added' },
      { text: ' plan', change: 'same' },
    ]);
    // Where a Japanese word ends is the segmenter's affair; that nothing else is marked is ours.
    const japanese = compareWords('研修計画を金曜までに送る', '研修計画を月曜までに送る');
    expect(japanese[0]).toEqual({ text: '研修計画を', change: 'same' });
    expect(japanese.find((passage) => passage.change === 'added')?.text).toMatch(/^月曜?$/);
    expect(compareWords('', '')).toEqual([]);
  });

  it('loses nothing of either text', () => {
    const text = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(join(before, after, 'added')).toBe(before);
        expect(join(before, after, 'taken')).toBe(after);
      }),
    );
  });
});
