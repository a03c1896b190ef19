/**
 * Posting lists: for each term the numbers of the documents that hold it.
 * Long lists are a record each; the short ones of terms that begin alike share one, so that few records are written,
 * and all words with a beginning come in one read.
 */
import { packGaps } from './gap-list.ts';
import { eachTerm, pairText } from './search-text.ts';

/** Terms whose lists are short, by what they begin with. */
export interface Group {
  readonly beginning: string;
  /** What follows the common beginning, joined by line breaks, in the order of the lists. */
  readonly rests: string;
  /** How many of the `bytes` each list has. */
  readonly lengths: Uint16Array | Uint32Array;
  readonly bytes: Uint8Array;
}

export type ListRecord = readonly [name: string, value: Uint8Array | Group];

/** A list of this many bytes is a record of its own. */
const LONG = 1024;
/** Before the names of people: they stay together, because they are searched for by any part. */
export const PERSON = '@';
const GROUP = '#';
const OWN = '=';

/** The common beginning: one Japanese letter, or three of a word. */
export function beginningOf(term: string): string {
  if (term.startsWith(PERSON)) return PERSON;
  return term.slice(0, term >= '\u3000' ? 1 : 3);
}

/** Names of records, from `from` to `to`, both included. */
export interface NameRange {
  readonly from: string;
  readonly to: string;
}

export interface TermRanges {
  readonly groups: NameRange;
  readonly own: NameRange;
}

/** Where the lists of a term, or of all terms that begin with it, are found. */
export function rangesOf(term: string, prefix: boolean): TermRanges {
  const beginning = beginningOf(term);
  const open = prefix && term.length < 3 && term < '\u3000' && !term.startsWith(PERSON);
  return {
    groups: { from: GROUP + beginning, to: GROUP + beginning + (open ? '\uffff' : '') },
    own: { from: OWN + term, to: OWN + term + (prefix ? '\uffff' : '') },
  };
}

/** The lists of a group whose term fits. */
export function listsIn(group: Group, fits: (term: string) => boolean): Uint8Array[] {
  let end = 0;
  return termsOf(group).flatMap((term, i) => {
    const start = end;
    end += group.lengths[i] as number;
    return fits(term) ? [group.bytes.subarray(start, end)] : [];
  });
}

export function termsOf({ beginning, rests }: Group): string[] {
  return rests.split('\n').map((rest) => beginning + rest);
}

/** Names of the records of single terms, Latin ones and all others. */
export const OWN_RECORDS: NameRange = { from: OWN, to: `${OWN}\uffff` };

export function termOfOwn(name: string): string {
  return name.slice(OWN.length);
}

const FIRST_PIECE = 8;
const LONGEST_PIECE = 512;
const POINTER = 4;

/** Gathers lists in one growing array: each list is a chain of pieces that double in length. */
export class Postings {
  #bytes = new Uint8Array(1 << 16);
  #view = new DataView(this.#bytes.buffer);
  #top = 0;
  readonly #pairs = new Map<number, number>();
  readonly #words = new Map<string, number>();
  // By list: the last document, the first byte, the next byte, the end of the present piece and its length.
  readonly #last: number[] = [];
  readonly #head: number[] = [];
  readonly #next: number[] = [];
  readonly #end: number[] = [];
  readonly #piece: number[] = [];
  #doc = 0;
  readonly #terms = {
    pair: (pair: number) => this.#note(this.#pairs.get(pair) ?? this.#start(this.#pairs, pair)),
    word: (word: string) => this.#note(this.#words.get(word) ?? this.#start(this.#words, word)),
  };

  /** Roughly what is held in memory. */
  get size(): number {
    return this.#top + (this.#pairs.size + this.#words.size) * 64;
  }

  /** Documents come in rising order. `text` is normalised, as are the names of people. */
  add(doc: number, text: string, people: readonly string[]): void {
    this.#doc = doc;
    eachTerm(text, this.#terms);
    for (const name of people) this.#terms.word(PERSON + name.replaceAll('\n', ' '));
  }

  /** The records of all lists, in the order of their names. */
  *records(): Generator<ListRecord> {
    const terms: [string, number][] = [...this.#words];
    for (const [pair, list] of this.#pairs) terms.push([pairText(pair), list]);
    terms.sort(([a], [b]) => (a < b ? -1 : 1));
    let group: OpenGroup | undefined;
    for (const [term, list] of terms) {
      const bytes = this.#read(list);
      const beginning = beginningOf(term);
      if (bytes.length >= LONG && beginning !== PERSON) {
        yield [OWN + term, bytes];
        continue;
      }
      if (group?.beginning !== beginning) {
        if (group !== undefined) yield closed(group);
        group = { beginning, rests: [], lists: [] };
      }
      group.rests.push(term.slice(beginning.length));
      group.lists.push(bytes);
    }
    if (group !== undefined) yield closed(group);
  }

  #start<K>(lists: Map<K, number>, term: K): number {
    const list = this.#last.push(-1) - 1;
    lists.set(term, list);
    this.#head.push(this.#top);
    this.#openPiece(list, FIRST_PIECE);
    return list;
  }

  #openPiece(list: number, length: number): void {
    while (this.#top + length + POINTER > this.#bytes.length) this.#grow();
    this.#next[list] = this.#top;
    this.#end[list] = this.#top + length;
    this.#piece[list] = length;
    this.#top += length + POINTER;
  }

  #grow(): void {
    const more = new Uint8Array(Math.floor(this.#bytes.length * 1.25));
    more.set(this.#bytes);
    this.#bytes = more;
    this.#view = new DataView(more.buffer);
  }

  #note(list: number): void {
    let gap = this.#doc - (this.#last[list] as number);
    if (gap === 0) return;
    this.#last[list] = this.#doc;
    for (; gap > 127; gap >>>= 7) this.#put(list, (gap & 127) | 128);
    this.#put(list, gap);
  }

  #put(list: number, byte: number): void {
    if (this.#next[list] === this.#end[list]) {
      const pointer = this.#end[list] as number;
      this.#openPiece(list, Math.min(LONGEST_PIECE, (this.#piece[list] as number) * 2));
      this.#view.setUint32(pointer, this.#next[list] as number);
    }
    const at = this.#next[list] as number;
    this.#bytes[at] = byte;
    this.#next[list] = at + 1;
  }

  #read(list: number): Uint8Array {
    const gaps: number[] = [];
    const last = this.#next[list] as number;
    let length = FIRST_PIECE;
    let at = this.#head[list] as number;
    let end = at + length;
    let gap = 0;
    let shift = 0;
    while (at !== last) {
      if (at === end) {
        at = this.#view.getUint32(end);
        length = Math.min(LONGEST_PIECE, length * 2);
        end = at + length;
      }
      const byte = this.#bytes[at++] as number;
      gap |= (byte & 127) << shift;
      shift += 7;
      if (byte > 127) continue;
      gaps.push(gap);
      gap = 0;
      shift = 0;
    }
    return packGaps(gaps);
  }
}

interface OpenGroup {
  readonly beginning: string;
  readonly rests: string[];
  readonly lists: Uint8Array[];
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function closed({ beginning, rests, lists }: OpenGroup): ListRecord {
  const all = lists.map((list) => list.length);
  const total = all.reduce((sum, length) => sum + length, 0);
  const lengths = Math.max(...all) < 65_536 ? Uint16Array.from(all) : Uint32Array.from(all);
  return [GROUP + beginning, { beginning, rests: rests.join('\n'), lengths, bytes: joined(lists, total) }];
}
