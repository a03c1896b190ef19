/** Text as search sees it: one form for all widths, cases and kana, and the runs of letters that can be found in it. */
import { foldText } from '../table/fold-text.ts';

/** What only chooses a glyph (葛 and its variants) is no letter. */
const SELECTORS = /[\ufe00-\ufe0f]|\udb40[\udd00-\uddef]/g;
const UNUSUAL = /[\ufe00-\ufe0f\udb40]/;

export function searchText(text: string): string {
  const folded = foldText(text);
  return UNUSUAL.test(folded) ? folded.replace(SELECTORS, '') : folded;
}

/** Ranges whose letters are searched without word limits: kana, kanji, and the halves of rare kanji. */
const JAPANESE = [
  [0x3005, 0x3007],
  [0x3041, 0x309f],
  [0x30a0, 0x30fa],
  [0x30fc, 0x30ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xf900, 0xfaff],
  [0xd840, 0xd88b],
  [0xdc00, 0xdfff],
] as const;

/** Two numbers below this fit together into one small integer. */
export const PAIR = 32_768;
const WORD = PAIR + 1;
const WORD_LETTER = /[\p{L}\p{N}\p{M}]/u;

/** By code unit: a number of its own for a Japanese letter, WORD for other letters and digits, 0 for the rest. */
const classes = new Uint16Array(65_536);
/** The letter of each number. */
export const LETTERS: string[] = [''];

for (const [first, last] of JAPANESE) {
  for (let code = first; code <= last; code++) {
    classes[code] = LETTERS.length;
    LETTERS.push(String.fromCharCode(code));
  }
}
for (let code = 0; code < 0xd800; code++) {
  if (classes[code] === 0 && WORD_LETTER.test(String.fromCharCode(code))) classes[code] = WORD;
}

/** Words are indexed by this many letters; the rest is checked against the text. */
export const WORD_LETTERS = 12;

export interface Run {
  readonly text: string;
  readonly at: number;
  readonly japanese: boolean;
}

/** The runs of a normalised text, in order. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let at = 0;
  while (at < text.length) {
    const start = at;
    const first = classes[text.charCodeAt(at++)] as number;
    if (first === 0) continue;
    const japanese = first !== WORD;
    for (; at < text.length; at++) {
      const next = classes[text.charCodeAt(at)] as number;
      if (next === 0 || (next !== WORD) !== japanese) break;
    }
    runs.push({ text: text.slice(start, at), at: start, japanese });
  }
  return runs;
}

export function isKana(letter: string): boolean {
  return letter < '\u3100';
}

/** Whether a word begins here: no other letter of the same kind stands before it. */
export function beginsWord(text: string, at: number): boolean {
  return classes[text.charCodeAt(at)] !== WORD || at === 0 || classes[text.charCodeAt(at - 1)] !== WORD;
}

export interface Terms {
  /** Two Japanese letters that follow each other, as one number; a single one (the second is 0) at the end of a run. */
  pair(pair: number): void;
  word(word: string): void;
}

/** Everything by which a normalised text is found. Written for speed: it sees every letter that is indexed. */
export function eachTerm(text: string, terms: Terms): void {
  let before = 0;
  let alone = true;
  let wordStart = -1;
  for (let i = 0; i <= text.length; i++) {
    const letter = i === text.length ? 0 : (classes[text.charCodeAt(i)] as number);
    const japanese = letter !== 0 && letter !== WORD;
    if (before !== 0) {
      if (japanese) terms.pair(before * PAIR + letter);
      // The last letter of a run begins no pair: kanji are found by one letter, kana only where they stand alone.
      else if (alone || !isKana(LETTERS[before] as string)) terms.pair(before * PAIR);
      alone = false;
    }
    if (letter === WORD) {
      if (wordStart === -1) wordStart = i;
    } else if (wordStart !== -1) {
      terms.word(text.slice(wordStart, Math.min(i, wordStart + WORD_LETTERS)));
      wordStart = -1;
    }
    before = japanese ? letter : 0;
    if (before === 0) alone = true;
  }
}

export function pairText(pair: number): string {
  return (LETTERS[Math.floor(pair / PAIR)] as string) + (LETTERS[pair % PAIR] as string);
}
