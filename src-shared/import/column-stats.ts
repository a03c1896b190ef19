/** What a table's columns hold, seen over every value of every row; cheap enough for millions of rows. */
import type { ColumnStats, ValueShape } from '../model/import-plan.ts';
import { TextHashSet } from './hash-set.ts';
import { ownText } from './own-text.ts';
import { NUMBER_BITS, SHAPES, shapeBit, shapesOf } from './value-shapes.ts';

export interface ColumnStatsBuilder {
  add(row: readonly string[]): void;
  finish(): ColumnStats[];
}

/** A value seen before: what it is need not be found out again. */
interface Known {
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
/** Shapes that every single value is asked for: one odd date or number decides how the column is read. */
const ALWAYS = [
  'integer',
  'decimalPoint',
  'decimalComma',
  'decimalEither',
  'currency',
  'percent',
  'dateYmd',
  'dateDmy',
  'dateMdy',
  'dateWords',
  'dateEra',
  'time',
  'brokenId',
] as const;
const ALWAYS_BITS = ALWAYS.reduce((bits, shape) => bits | shapeBit(shape), 0);
/** Values with one of these shapes are no ids, however unique. */
const NOT_ID = ['time', 'dateYmd', 'dateDmy', 'dateMdy', 'decimalPoint', 'decimalComma'] as const;
const NOT_ID_BITS = NOT_ID.reduce((bits, shape) => bits | shapeBit(shape), 0);

function numberOf(text: string, bits: number): number {
  const direct = Number(text);
  if (!Number.isNaN(direct) && (bits & (shapeBit('integer') | shapeBit('decimalPoint'))) !== 0) return direct;
  const plain = text.replace(/[^\d.,-]/g, '');
  if ((bits & shapeBit('decimalComma')) !== 0) return Number(plain.replaceAll('.', '').replace(',', '.'));
  return Number(plain.replaceAll(',', ''));
}

class Column {
  private blank = 0;
  private filled = 0;
  private longest = 0;
  private unique = true;
  private min = Number.POSITIVE_INFINITY;
  private max = Number.NEGATIVE_INFINITY;
  private readonly known = new Map<string, Known>();
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

  constructor(
    private readonly index: number,
    private readonly header: string,
  ) {}

  add(text: string): void {
    const length = text.length;
    const first = text.charCodeAt(0);
    if (length === 0 || ((first <= 32 || first === 0x3000) && text.trim() === '')) {
      this.blank++;
      return;
    }
    if (++this.filled === this.nextSample) this.sample(text);
    if (length > this.longest) this.longest = length;
    if (length > MAX_KNOWN_LENGTH) {
      this.unique = false;
      this.ids = undefined;
      this.overflow = true;
    } else if (this.lookingUp) {
      const known = this.known.get(text);
      this.lookups++;
      if (known !== undefined) {
        known.count++;
        this.hits++;
        this.unique = false;
        this.ids = undefined;
        return;
      }
      if (this.remember(text)) return;
    }
    if (this.unique) this.trackId(text);
    if (this.anyShape || this.shapeless < SETTLED_AFTER) this.classify(text);
  }

  private remember(text: string): boolean {
    if (this.known.size < MAX_DISTINCT) {
      const bits = shapesOf(text);
      const number = (bits & NUMBER_BITS) === 0 ? Number.NaN : numberOf(text, bits);
      this.known.set(ownText(text), { count: 1, bits, number });
      if (bits !== 0) this.anyShape = true;
      return true;
    }
    this.overflow = true;
    // Few repeats: looking up costs more than it saves.
    if (this.lookups > 4_096) {
      if (this.hits < this.lookups * 0.5) this.lookingUp = false;
      this.lookups = 0;
      this.hits = 0;
    }
    return false;
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
    if (!this.ids.add(text)) {
      this.unique = false;
      this.ids = undefined;
    }
  }

  private classify(text: string): void {
    const settled = this.sameRun >= SAME_FOR_SAMPLING;
    if (settled && (this.filled & (SAMPLING - 1)) !== 0) {
      this.count(this.sameBits, 1);
      return;
    }
    const bits = shapesOf(text);
    if (bits !== this.sameBits || (bits & ALWAYS_BITS) !== 0) {
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

export function createColumnStats(header: readonly string[]): ColumnStatsBuilder {
  const columns = header.map((name, index) => new Column(index, name));
  return {
    add(row) {
      for (let i = 0; i < columns.length; i++) columns[i]!.add(row[i]!);
    },
    finish: () => columns.map((column) => column.finish()),
  };
}
