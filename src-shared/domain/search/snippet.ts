/** The piece of a text that shows a match, with the match marked. */
import { type Chunk, findChunk } from './find-chunk.ts';
import { searchText } from './search-text.ts';

export interface Snippet {
  readonly text: string;
  /** [from, to) of each match in `text`, in order, not overlapping. */
  readonly marks: readonly (readonly [number, number])[];
}

/** A letter with the marks that belong to it. */
const LETTER = /[^\p{M}\uff9e\uff9f][\p{M}\uff9e\uff9f]*|[\p{M}\uff9e\uff9f]+/gu;

/** Texts of these alone are normalised letter for letter: most are, and going through them one by one takes long. */
const PLAIN = /^[\n\x20-\x7e\u3001\u3002\u300c\u300d\u3041-\u3096\u30a1-\u30fa\u30fc\u4e00-\u9fff]*$/;

/** The normalised text and, for each of its units, where in the given one it comes from. */
function withOrigins(text: string): { readonly normal: string; readonly origins: readonly number[] } {
  if (PLAIN.test(text))
    return { normal: searchText(text), origins: Array.from({ length: text.length + 1 }, (_, i) => i) };
  let normal = '';
  const origins: number[] = [];
  for (const found of text.matchAll(LETTER)) {
    const piece = searchText(found[0]);
    for (let i = 0; i < piece.length; i++) origins.push(found.index);
    normal += piece;
  }
  origins.push(text.length);
  return { normal, origins };
}

/** Letters of the text before and after the first match. */
const BEFORE = 24;
const AFTER = 96;

/** The beginning of the next word, where one begins soon: half a word at the start reads badly. */
function wordAfter(text: string, from: number, before: number): number {
  const space = text.slice(from, before).search(/\s\S/);
  return space === -1 ? from : from + space + 1;
}

function merged(marks: [number, number][]): [number, number][] {
  const result: [number, number][] = [];
  for (const [from, to] of marks.sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}

/** All places of the chunks in a text, as places of the text as it is written. */
export function marksIn(text: string, chunks: readonly Chunk[]): [number, number][] {
  const { normal, origins } = withOrigins(text);
  const marks: [number, number][] = [];
  for (const chunk of chunks) {
    let place = findChunk(normal, chunk);
    for (let count = 0; place !== undefined && count < 20; count++) {
      const end = place.at + place.length;
      // The next letter's origin is this letter's end; letters that became several share one origin.
      let after = end;
      while (after < normal.length && origins[after] === origins[end - 1]) after++;
      marks.push([origins[place.at] as number, origins[after] as number]);
      place = findChunk(normal, chunk, end);
    }
  }
  return merged(marks);
}

/** Undefined where the text has none of the chunks. Line breaks become spaces. */
export function snippetOf(text: string, chunks: readonly Chunk[]): Snippet | undefined {
  const all = marksIn(text, chunks);
  const first = all[0];
  if (first === undefined) return undefined;
  const from = first[0] <= BEFORE ? 0 : wordAfter(text, first[0] - BEFORE, first[0]);
  const to = Math.min(text.length, first[0] + AFTER);
  const shown = text.slice(from, to).replace(/\s/g, ' ');
  const head = from > 0 ? '…' : '';
  const shift = head.length - from;
  const marks = all
    .filter(([start]) => start < to)
    .map(([start, end]) => [start + shift, Math.min(end, to) + shift] as const);
  return { text: head + shown + (to < text.length ? '…' : ''), marks };
}
