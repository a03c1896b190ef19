/** What changed between two texts, by words; Japanese words are found by the browser's own segmenter. */
import { diffWordsWithSpace } from 'diff';

export interface Passage {
  readonly text: string;
  readonly change: 'same' | 'added' | 'taken';
}

/** Beyond this a comparison by words takes too long; whole texts are then shown one after the other. */
const LONGEST = 200_000;
const PATIENCE_MS = 1_500;

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

export function compareWords(before: string, after: string): Passage[] {
  if (before === after) return before === '' ? [] : [{ text: before, change: 'same' }];
  const whole: Passage[] = [
    { text: before, change: 'taken' },
    { text: after, change: 'added' },
  ];
  if (before.length + after.length > LONGEST) return whole;
  const japanese = JAPANESE.test(before) || JAPANESE.test(after);
  const changes = diffWordsWithSpace(before, after, {
    timeout: PATIENCE_MS,
    ...(japanese ? { intlSegmenter: new Intl.Segmenter('ja', { granularity: 'word' }) } : {}),
  });
  if (changes === undefined) return whole;
  return changes.map(({ value, added, removed }) => ({
    text: value,
    change: added ? 'added' : removed ? 'taken' : 'same',
  }));
}
