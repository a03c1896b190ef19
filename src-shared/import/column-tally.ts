/** What one column holds, seen over every value of every row; cheap enough for millions of rows. */
import { hashBytes, newByteHash } from '../base/hash-bytes.ts';
import { HashNumbers } from '../base/hash-numbers.ts';
import type { ColumnStats, ValueShape } from '../model/import-plan.ts';
import { TextHashSet } from './hash-set.ts';
import { ownText } from './own-text.ts';
import { DECISIVE_BITS, NUMBER_BITS, numberOf, SHAPES, shapeBit, shapesOf } from './value-shapes.ts';

/** UTF-8 bytes with cells in them; `text` makes a text of one, which costs more than all else that is done with it. */
export interface ByteCells {
  readonly bytes: Uint8Array;
  /** Over the same bytes. */
  readonly view: DataView;
  text(start: number, end: number): string;
}

/** A value seen before: what it is need not be found out again. */
interface Known {
  readonly text: string;
  count: number;
  readonly bits: number;
  readonly number: number;
}

const MAX_DISTINCT = 1_000;
const MAX_VALUES = 50;
const MAX_SAMPLES = 20;
const FIRST_SAMPLES = 10;
/** Longer values are texts: not remembered, never ids. */
const MAX_KNOWN_LENGTH = 64;
/** After so many values without any shape, a column is plain text and is looked at no further. */
const SETTLED_AFTER = 2_000;
/** After so many values of the same shapes, columns of addresses and the like are looked at one value in sixteen. */
const SAME_FOR_SAMPLING = 4_096;
const SAMPLING = 16;
/** Values with one of these shapes are no ids, however unique. */
const NOT_ID = ['time', 'dateYmd', 'dateDmy', 'dateMdy', 'decimalPoint', 'decimalComma'] as const;
const NOT_ID_BITS = NOT_ID.reduce((bits, shape) => bits | shapeBit(shape), 0);

/** Blank, or beginning with a blank: also the full-width one. */
function mayBeBlank(bytes: Uint8Array, start: number): boolean {
  const first = bytes[start] as number;
  return first <= 32 || (first === 0xe3 && bytes[start + 1] === 0x80 && bytes[start + 2] === 0x80);
}

export class ColumnTally {
  private blank = 0;
  private filled = 0;
  private longest = 0;
  private unique = true;
  private min = Number.POSITIVE_INFINITY;
  private max = Number.NEGATIVE_INFINITY;
  private readonly known = new Map<string, Known>();
  /** By the hash of their bytes, places in `knownBytes`. */
  private readonly byHash = new HashNumbers();
  private readonly knownBytes: Known[] = [];
  private overflow = false;
  private ids: TextHashSet | undefined;
  private readonly counts = new Uint32Array(SHAPES.length);
  private shapeless = 0;
  private anyShape = false;
  private lookups = 0;
  private hits = 0;
  private lookingUp = true;
  private sameBits = 0;
  private sameRun = 0;
  private nextSample = 1_024;
  private readonly later: string[] = [];
  private readonly hash = newByteHash();

  constructor(
    private readonly index: number,
    private readonly header: string,
  ) {}

  /** What is known of the text from now on, unless there is no more room for it. */
  add(text: string): Known | undefined {
    const length = text.length;
    const first = text.charCodeAt(0);
    if (length === 0 || ((first <= 32 || first === 0x3000) && text.trim() === '')) {
      this.blank++;
      return undefined;
    }
    if (++this.filled === this.nextSample) this.sample(text);
    if (length > this.longest) this.longest = length;
    if (length > MAX_KNOWN_LENGTH) {
      this.noIds();
      this.overflow = true;
    } else if (this.lookingUp) {
      const known = this.known.get(text);
      this.lookups++;
      if (known !== undefined) {
        this.hit(known);
        return known;
      }
      const remembered = this.remember(text);
      if (remembered !== undefined) return remembered;
    }
    if (this.unique) this.trackId(text);
    if (this.hasShapes) this.classify(text);
    return undefined;
  }

  private hit(known: Known): void {
    known.count++;
    this.hits++;
    this.noIds();
  }

  /** False for a column that has settled as plain text. */
  private get hasShapes(): boolean {
    return this.anyShape || this.shapeless < SETTLED_AFTER;
  }

  /** The same as `add` of the cell's text, which is only made where nothing else will do. */
  addBytes(cells: ByteCells, start: number, end: number): void {
    if (start === end) this.blank++;
    else if (!this.addKnown(cells, start, end) && !this.addUnread(cells, start, end))
      this.add(cells.text(start, end));
  }

  /** Where texts are looked up: false for one that is not. */
  private addKnown({ view, text }: ByteCells, start: number, end: number): boolean {
    // In UTF-16 units a text is never longer than in bytes.
    if (!this.lookingUp || end - start > MAX_KNOWN_LENGTH) return false;
    hashBytes(view, start, end, this.hash);
    const { hi, lo } = this.hash;
    const number = this.byHash.find(hi, lo);
    if (number === -1) {
      const known = this.add(text(start, end));
      if (known !== undefined) this.knownBytes[this.byHash.add(hi, lo)] = known;
      return true;
    }
    const known = this.knownBytes[number]!;
    if (++this.filled === this.nextSample) this.sample(known.text);
    this.lookups++;
    this.hit(known);
    return true;
  }

  /** One of many different texts, of which only the length, the shape of those before it, or the hash matters. */
  private addUnread({ bytes }: ByteCells, start: number, end: number): boolean {
    const length = end - start;
    const next = this.filled + 1;
    if (length > this.longest || next === this.nextSample || mayBeBlank(bytes, start)) return false;
    if (length > MAX_KNOWN_LENGTH ? !this.isLong(bytes, start, end) : this.lookingUp) return false;
    if (this.hasShapes && !this.skipsShape(next)) return false;
    if (this.unique && length <= MAX_KNOWN_LENGTH) {
      const added = this.ids?.addAscii(bytes, start, end);
      if (added === undefined) return false;
      if (!added) this.noIds();
    }
    if (length > MAX_KNOWN_LENGTH) {
      this.noIds();
      this.overflow = true;
    }
    this.filled = next;
    if (this.hasShapes) this.count(this.sameBits, 1);
    return true;
  }

  /** Surely longer than what is looked up, also in UTF-16 units. */
  private isLong(bytes: Uint8Array, start: number, end: number): boolean {
    if (end - start > MAX_KNOWN_LENGTH * 3 || (!this.lookingUp && !this.unique)) return true;
    for (let at = start; at < end; at++) if ((bytes[at] as number) > 127) return false;
    return true;
  }

  private noIds(): void {
    this.unique = false;
    this.forgetIds();
  }

  private forgetIds(): void {
    this.ids?.release();
    this.ids = undefined;
  }

  private remember(text: string): Known | undefined {
    if (this.known.size < MAX_DISTINCT) {
      const bits = shapesOf(text);
      const number = (bits & NUMBER_BITS) === 0 ? Number.NaN : numberOf(text, bits);
      const own = ownText(text);
      const known = { text: own, count: 1, bits, number };
      this.known.set(own, known);
      if (bits !== 0) this.anyShape = true;
      return known;
    }
    this.overflow = true;
    // Few repeats: looking up costs more than it saves.
    if (this.lookups > 4_096) {
      if (this.hits < this.lookups * 0.5) this.lookingUp = false;
      this.lookups = 0;
      this.hits = 0;
    }
    return undefined;
  }

  private trackId(text: string): void {
    if (this.ids === undefined) {
      let notIds = 0;
      for (const { bits } of this.known.values()) if ((bits & NOT_ID_BITS) !== 0) notIds++;
      if (notIds > this.known.size / 2) {
        this.unique = false;
        return;
      }
      this.ids = new TextHashSet();
      for (const key of this.known.keys()) this.ids.add(key);
    }
    if (!this.ids.add(text)) this.noIds();
  }

  /** Whether the value in this place counts as having the shapes of those before it. */
  private skipsShape(place: number): boolean {
    return this.sameRun >= SAME_FOR_SAMPLING && (place & (SAMPLING - 1)) !== 0;
  }

  private classify(text: string): void {
    if (this.skipsShape(this.filled)) {
      this.count(this.sameBits, 1);
      return;
    }
    const bits = shapesOf(text);
    if (bits !== this.sameBits || (bits & DECISIVE_BITS) !== 0) {
      this.sameBits = bits;
      this.sameRun = 0;
    } else this.sameRun++;
    if (bits === 0) {
      this.shapeless++;
      return;
    }
    this.anyShape = true;
    this.count(bits, 1);
    if ((bits & NUMBER_BITS) !== 0) this.bound(numberOf(text, bits));
  }

  private count(bits: number, times: number): void {
    for (let rest = bits; rest !== 0; rest &= rest - 1) {
      const shape = 31 - Math.clz32(rest & -rest);
      this.counts[shape] = this.counts[shape]! + times;
    }
  }

  private bound(value: number): void {
    if (value < this.min) this.min = value;
    if (value > this.max) this.max = value;
  }

  private sample(text: string): void {
    this.nextSample *= 2;
    this.later.push(ownText(text));
  }

  finish(): ColumnStats {
    this.forgetIds();
    for (const { bits, count, number } of this.known.values()) {
      this.count(bits, count);
      this.bound(number);
    }
    const shapes: Partial<Record<ValueShape, number>> = {};
    SHAPES.forEach((shape, i) => {
      if (this.counts[i]! > 0) shapes[shape] = this.counts[i]!;
    });
    const distinct = this.overflow ? Math.min(MAX_DISTINCT, this.known.size + this.filled) : this.known.size;
    return {
      index: this.index,
      header: this.header,
      blank: this.blank,
      filled: this.filled,
      distinct,
      unique: this.unique && this.filled > 0,
      longest: this.longest,
      samples: this.samples(),
      values:
        this.overflow || this.known.size > MAX_VALUES
          ? undefined
          : [...this.known].map(([value, { count }]) => [value, count] as const),
      shapes,
      min: this.min <= this.max ? this.min : undefined,
      max: this.min <= this.max ? this.max : undefined,
    };
  }

  private samples(): string[] {
    const first = [...this.known.keys()];
    const later = this.later.filter((text) => !first.slice(0, FIRST_SAMPLES).includes(text));
    const chosen = new Set([
      ...first.slice(0, FIRST_SAMPLES),
      ...later,
      ...first.slice(FIRST_SAMPLES, MAX_SAMPLES),
    ]);
    return [...chosen].slice(0, MAX_SAMPLES);
  }
}
