/** The different texts of one column, each with a small number: compared, folded and ranked once, however often it occurs. */
import { foldText } from './fold-text.ts';
import { mergeSort } from './merge-sort.ts';
import type { Sliced } from './sliced.ts';

export type CompareText = (a: string, b: string) => number;

/** Kept over versions of the rows: a word that was met once keeps its code. */
export interface WordList {
  readonly words: readonly string[];
  codeOf(word: string): number;
  /** The code of a word that may never have been met: then −1. */
  find(word: string): number;
  folded(code: number): string;
  /** The place of each code in the order of the language; equal where the language calls two words equal. */
  ranks(): Sliced<Int32Array>;
}

function* merged(
  words: readonly string[],
  old: Uint32Array,
  fresh: Uint32Array<ArrayBuffer>,
  compare: CompareText,
): Sliced<Uint32Array<ArrayBuffer>> {
  const sorted = yield* mergeSort(fresh, (a, b) => compare(words[a]!, words[b]!));
  const all = new Uint32Array(old.length + sorted.length);
  let i = 0;
  let j = 0;
  for (let out = 0; out < all.length; out++) {
    const takeOld =
      j === sorted.length || (i < old.length && compare(words[old[i]!]!, words[sorted[j]!]!) <= 0);
    all[out] = takeOld ? old[i++]! : sorted[j++]!;
    if (out % 256 === 255) yield;
  }
  return all;
}

export function createWordList(compare: CompareText): WordList {
  const words: string[] = [];
  const codes = new Map<string, number>();
  const folded: string[] = [];
  let sorted = new Uint32Array(0);
  let ranks = new Int32Array(0);
  return {
    words,
    codeOf(word) {
      let code = codes.get(word);
      if (code === undefined) {
        code = words.length;
        codes.set(word, code);
        words.push(word);
      }
      return code;
    },
    find: (word) => codes.get(word) ?? -1,
    folded(code) {
      const known = folded[code];
      if (known !== undefined) return known;
      const text = foldText(words[code]!);
      folded[code] = text;
      return text;
    },
    *ranks() {
      const count = words.length;
      if (ranks.length === count) return ranks;
      const fresh = Uint32Array.from({ length: count - sorted.length }, (_, i) => sorted.length + i);
      const order = yield* merged(words, sorted, fresh, compare);
      const next = new Int32Array(count);
      let rank = 0;
      for (let place = 0; place < count; place++) {
        if (place > 0 && compare(words[order[place - 1]!]!, words[order[place]!]!) !== 0) rank++;
        next[order[place]!] = rank;
        if (place % 256 === 255) yield;
      }
      sorted = order;
      ranks = next;
      return next;
    },
  };
}
