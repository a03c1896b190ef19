/** A chunk of a query (what stands between spaces): by which terms its documents are found, and where a text has it. */
import { beginsWord, isKana, runsOf, searchText, WORD_LETTERS } from './search-text.ts';

export interface Chunk {
  /** Normalised. */
  readonly text: string;
  /** Words that are nearly the same and count as well. */
  readonly near?: readonly string[];
}

/** One list, or all lists of terms that begin so. */
export interface Need {
  readonly term: string;
  readonly prefix: boolean;
}

interface Plan {
  /** Every document with the chunk is in the lists of each of these. */
  readonly needs: readonly Need[];
  /** Every document that is in all of them has the chunk. */
  readonly exact: boolean;
}

const OUTER = /^[^\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+$/gu;

/** The chunks of what was typed; marks around words mean nothing. */
export function chunksOf(words: string): Chunk[] {
  const texts = searchText(words)
    .split(/\s+/)
    .map((part) => part.replace(OUTER, ''))
    .filter((part) => runsOf(part).length > 0);
  return [...new Set(texts)].map((text) => ({ text }));
}

function pairsOf(run: string): string[] {
  const pairs = Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2));
  // Pairs that begin with kana are in nearly every text: reading them costs more than it rules out.
  const telling = pairs.filter((pair) => !isKana(pair));
  return run.length > 2 && telling.length > 0 ? telling : pairs;
}

export function planChunk({ text }: Chunk): Plan {
  const runs = runsOf(text);
  const alone = runs.length === 1 && runs[0]?.text.length === text.length;
  const needs = runs.flatMap((run, i): Need[] => {
    if (!run.japanese) {
      const prefix = i === runs.length - 1 && run.text.length < WORD_LETTERS;
      return [{ term: run.text.slice(0, WORD_LETTERS), prefix }];
    }
    if (run.text.length > 1) return pairsOf(run.text).map((term) => ({ term, prefix: false }));
    return alone || !isKana(run.text) ? [{ term: run.text, prefix: true }] : [];
  });
  const longest = runs[0]?.japanese === true ? 2 : WORD_LETTERS - 1;
  return { needs, exact: alone && text.length <= longest };
}

export interface Place {
  readonly at: number;
  readonly length: number;
}

function placeOf(text: string, wanted: string, whole: boolean, from: number): Place | undefined {
  for (let at = text.indexOf(wanted, from); at !== -1; at = text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    if (beginsWord(text, at) && (!whole || end === text.length || beginsWord(text, end)))
      return { at, length: wanted.length };
  }
  return undefined;
}

/** The first place of the chunk in a normalised text: Japanese anywhere, other words from their beginning. */
export function findChunk(text: string, chunk: Chunk, from = 0): Place | undefined {
  const exact = placeOf(text, chunk.text, false, from);
  if (exact !== undefined || chunk.near === undefined) return exact;
  for (const word of chunk.near) {
    const place = placeOf(text, word, true, from);
    if (place !== undefined) return place;
  }
  return undefined;
}

export function hasAll(text: string, chunks: readonly Chunk[]): boolean {
  return chunks.every((chunk) => findChunk(text, chunk) !== undefined);
}
