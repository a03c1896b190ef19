/** Words that differ from a typed one by one slip: a letter too many, too few, wrong, or two that changed places. */
import { runsOf, WORD_LETTERS } from './search-text.ts';

/** Shorter words are too much alike. */
const SHORTEST = 4;

/** Whether a slip in this chunk can be forgiven: one word of letters. */
export function mayHaveSlip(text: string): boolean {
  return text.length >= SHORTEST && text.length < WORD_LETTERS && /^\p{L}+$/u.test(text) && !isJapanese(text);
}

function isJapanese(text: string): boolean {
  return runsOf(text)[0]?.japanese === true;
}

export function oneSlipApart(a: string, b: string): boolean {
  const step = b.length - a.length;
  if (Math.abs(step) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  if (step === 1) return a.slice(at) === b.slice(at + 1);
  if (step === -1) return a.slice(at + 1) === b.slice(at);
  if (at === a.length) return false;
  if (a.slice(at + 1) === b.slice(at + 1)) return true;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';

/** The first three letters that a word one slip away can have: where in the index such words stand. */
export function nearBeginnings(word: string): string[] {
  const four = word.slice(0, 4);
  const found = new Set([four.slice(0, 3)]);
  for (let at = 0; at < 3; at++) {
    const before = four.slice(0, at);
    found.add((before + four.slice(at + 1)).slice(0, 3));
    found.add((before + (four[at + 1] ?? '') + (four[at] ?? '') + four.slice(at + 2)).slice(0, 3));
    for (const letter of ALPHABET) {
      found.add((before + letter + four.slice(at + 1)).slice(0, 3));
      found.add((before + letter + four.slice(at)).slice(0, 3));
    }
  }
  return [...found];
}
