/** JSON objects as rows of text: their keys are the columns, objects inside them are opened one level. */
import { type Limits, ParseFailed, type TableBatch } from './file-source.ts';
import { MAX_PROBLEM_TEXT, type RowProblem } from './row-batch.ts';

type Cells = Map<string, string>;
const MAX_KEYS = 2_000;
const BATCH_TEXT = 1024 * 1024;

function scalarText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function arrayText(values: readonly unknown[]): string {
  const simple = values.every((value) => typeof value !== 'object' || value === null);
  return simple ? values.map(scalarText).join(';') : JSON.stringify(values);
}

/** An element's cells; objects inside it are opened one level, as `Account.Name`. */
function flatten(element: object): Cells {
  const cells: Cells = new Map();
  for (const [key, value] of Object.entries(element)) {
    if (Array.isArray(value)) cells.set(key, arrayText(value));
    else if (!isPlainObject(value)) cells.set(key, scalarText(value));
    else {
      for (const [inner, nested] of Object.entries(value)) {
        cells.set(`${key}.${inner}`, Array.isArray(nested) ? arrayText(nested) : scalarText(nested));
      }
    }
  }
  return cells;
}

/** By the mark at the file's start; JSON is UTF-8 without one. */
export function jsonEncoding(start: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  return start[0] === 0xff ? 'utf-16le' : start[0] === 0xfe ? 'utf-16be' : 'utf-8';
}

export function tooLarge(what: 'bytes' | 'rows', limit: number): ParseFailed {
  return new ParseFailed({ type: 'too-large', what, limit });
}

/** The keys of all objects, in the order in which they come up. */
export class KeyFinder {
  readonly #keys = new Set<string>();

  add(element: object): void {
    if (this.#keys.size < MAX_KEYS) for (const key of flatten(element).keys()) this.#keys.add(key);
  }

  list(): string[] {
    return [...this.#keys].slice(0, MAX_KEYS);
  }
}

/** Gathers elements as rows, and what is no row with its reason, in batches. */
export class RowCollector {
  #rows: string[][] = [];
  #numbers: number[] = [];
  #problems: RowProblem[] = [];
  #text = 0;
  #count = 0;
  #next = 1;
  /** Of the file, so far. */
  bytesRead = 0;

  constructor(
    readonly header: readonly string[],
    readonly limits: Limits,
  ) {}

  get isFull(): boolean {
    return this.#text >= BATCH_TEXT;
  }

  /** `number`: where the element stands, as a person counts. */
  add(number: number, element: unknown): void {
    if (!isPlainObject(element)) {
      this.reject(number, 'no-record', Array.isArray(element) ? arrayText(element) : scalarText(element));
      return;
    }
    this.#next = number + 1;
    this.#count++;
    const cells = flatten(element);
    const row = this.header.map((key) => cells.get(key) ?? '');
    for (const cell of row) this.#text += cell.length;
    this.#rows.push(row);
    this.#numbers.push(number);
  }

  reject(number: number, reason: RowProblem['reason'], text: string): void {
    this.#next = number + 1;
    this.#count++;
    this.#text += Math.min(text.length, MAX_PROBLEM_TEXT);
    this.#problems.push({ row: number, reason, text: text.slice(0, MAX_PROBLEM_TEXT) });
  }

  take(): TableBatch {
    if (this.#count > this.limits.rows) throw tooLarge('rows', this.limits.rows);
    const batch = {
      header: this.header,
      rows: this.#rows,
      firstRow: this.#numbers[0] ?? this.#next,
      rowNumbers: this.#numbers,
      problems: this.#problems,
      bytesRead: this.bytesRead,
    };
    this.#rows = [];
    this.#numbers = [];
    this.#problems = [];
    this.#text = 0;
    return batch;
  }
}
