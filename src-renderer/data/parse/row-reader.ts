/** Turns delimited text that arrives in pieces into rows, losing none: the same rows wherever the pieces are cut. */
import Papa from 'papaparse';
import { BatchBuilder, type RowBatch } from './row-batch.ts';

export interface RowReader {
  /** `final` on the last piece (which may be empty). */
  push(text: string, final: boolean): RowBatch;
  /** No row is half read, and lines end with LF: others may read the lines that follow. */
  readonly atLineStart: boolean;
  /** Number of the row that comes next. */
  readonly nextRow: number;
  /** Somebody else has read so many lines. */
  passOver(lines: number): void;
}

export interface RowReaderOptions {
  readonly delimiter: string;
  /** Characters that may wait for the end of a row before a quote counts as never closed. */
  readonly maxCarry?: number;
}

type Newline = '\n' | '\r';
interface Parsed {
  /** Characters of the input that became rows. */
  readonly cursor: number;
  /** `open`: where in the input the quote stands that swallowed line ends. */
  readonly fault: { readonly open: number } | 'again' | undefined;
}
interface Step {
  cursor: number;
  open: number | undefined;
}

const MAX_CARRY = 4 * 1024 * 1024;
const CAREFUL_WINDOW = 1024;
const CARRIAGE_RETURN = 13;

/** Which character ends lines: looks at the first line end outside quotes. Undefined = not to be told yet. */
function findNewline(text: string, final: boolean): Newline | undefined {
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 34) quoted = !quoted;
    else if (quoted) continue;
    else if (code === 10) return '\n';
    else if (code === CARRIAGE_RETURN) {
      if (i + 1 < text.length) return text.charCodeAt(i + 1) === 10 ? '\n' : '\r';
      return final ? '\r' : undefined;
    }
  }
  return final ? '\n' : undefined;
}

/** In a file of CRLF lines each row is split at LF: takes the CR off the last cell. */
function chop(row: string[]): void {
  const last = row.length - 1;
  const cell = row[last]!;
  if (cell.charCodeAt(cell.length - 1) === CARRIAGE_RETURN) row[last] = cell.slice(0, -1);
}

/** The same where a quoted last cell may itself end in CR: the text before the line end decides. */
function chopByText(row: string[], input: string, lineEnd: number): void {
  const cell = row[row.length - 1]!;
  if (cell.charCodeAt(cell.length - 1) !== CARRIAGE_RETURN) return;
  if (input.charCodeAt(lineEnd - 2) !== CARRIAGE_RETURN) return;
  if (input.charCodeAt(lineEnd - 3) === 34 && input.charCodeAt(lineEnd - 4) === CARRIAGE_RETURN) return;
  chop(row);
}

/** Whether a cell holds a line end. */
function spans(row: readonly string[], newline: Newline): boolean {
  return row.some((cell) => cell.includes(newline));
}

class Reader implements RowReader {
  private carry = '';
  private newline: Newline | undefined;
  nextRow = 1;
  /** Inside a line too long to be a row: everything up to its end is left out, the start was reported. */
  private skippingLine = false;
  private readonly maxCarry: number;

  constructor(private readonly options: RowReaderOptions) {
    this.maxCarry = options.maxCarry ?? MAX_CARRY;
  }

  get atLineStart(): boolean {
    return this.newline === '\n' && this.carry === '' && !this.skippingLine;
  }

  passOver(lines: number): void {
    this.nextRow += lines;
  }

  push(text: string, final: boolean): RowBatch {
    const batch = new BatchBuilder(this.nextRow);
    let input = this.carry === '' ? text : this.carry + text;
    this.carry = '';
    this.newline ??= findNewline(input, final || input.length > this.maxCarry);
    if (this.newline === undefined) this.carry = input;
    else {
      input = this.skipLongLine(input);
      this.readAll(input, final, this.newline, batch);
    }
    this.nextRow = batch.nextRow;
    return batch.done();
  }

  private skipLongLine(input: string): string {
    if (!this.skippingLine) return input;
    const end = input.indexOf(this.newline!);
    if (end === -1) return '';
    this.skippingLine = false;
    return input.slice(end + 1);
  }

  private readAll(start: string, final: boolean, newline: Newline, batch: BatchBuilder): void {
    let input = start;
    let careful = newline === '\n' && input.includes('\r"');
    for (;;) {
      const { cursor, fault } = careful
        ? this.parseCarefully(input, newline, batch)
        : this.parseFast(input, newline, batch);
      if (fault === 'again') {
        careful = true;
        continue;
      }
      const rest = cursor === 0 ? input : input.slice(cursor);
      const open = fault === undefined ? this.finishRest(rest, final, newline, batch) : fault.open - cursor;
      if (open === undefined) return;
      input = this.setAside(rest, open, final, newline, batch);
      careful = true;
    }
  }

  private config(newline: Newline): Papa.ParseConfig {
    return { delimiter: this.options.delimiter, newline };
  }

  /** All complete rows in one go; 'again' when a quoted cell swallowed line ends: then rows are walked one by one. */
  private parseFast(input: string, newline: Newline, batch: BatchBuilder): Parsed {
    const result: Papa.ParseResult<string[]> = new Papa.Parser(this.config(newline)).parse(input, 0, true);
    const { data, errors, meta } = result;
    for (const error of errors) {
      const row = data[error.row!];
      if (row === undefined || spans(row, newline)) return { cursor: 0, fault: 'again' };
    }
    const crlf = newline === '\n';
    for (let i = 0; i < data.length; i++) {
      const row = data[i]!;
      if (crlf) chop(row);
      batch.add(row);
    }
    return { cursor: meta.cursor, fault: undefined };
  }

  /** Row by row, so that each row's place in the text is known; stops at the first faulty one. */
  private parseCarefully(input: string, newline: Newline, batch: BatchBuilder): Parsed {
    let cursor = 0;
    let window = CAREFUL_WINDOW;
    while (cursor < input.length) {
      const end = Math.min(input.length, cursor + window);
      const step = this.parseWindow(input.slice(cursor, end), newline, batch);
      const start = cursor;
      cursor += step.cursor;
      if (step.open !== undefined) return { cursor, fault: { open: start + step.open } };
      if (step.cursor > 0) window = CAREFUL_WINDOW;
      else if (end === input.length) break;
      else window *= 2;
    }
    return { cursor, fault: undefined };
  }

  private parseWindow(input: string, newline: Newline, batch: BatchBuilder): Step {
    const done: Step = { cursor: 0, open: undefined };
    const parser = new Papa.Parser({
      ...this.config(newline),
      step: ({ data, errors, meta }: Papa.ParseStepResult<string[][]>) => {
        const row = data[0]!;
        const first = errors[0];
        if (first !== undefined && spans(row, newline)) {
          done.open = first.index! - 1;
          parser.abort();
          return;
        }
        if (newline === '\n') chopByText(row, input, meta.cursor);
        batch.add(row);
        done.cursor = meta.cursor;
      },
    });
    const tail: Papa.ParseResult<string[]> = parser.parse(input, 0, true);
    const first = tail.errors[0];
    // Two bad quotes in a row that goes on over a line end: certain even before the row's end is seen.
    if (done.open === undefined && tail.errors.length > 1 && input.indexOf(newline, first!.index!) !== -1) {
      done.open = first!.index! - 1;
    }
    return done;
  }

  /** Keeps an unfinished row for the next piece, or ends it: gives where a quote opened that never closes. */
  private finishRest(
    text: string,
    final: boolean,
    newline: Newline,
    batch: BatchBuilder,
  ): number | undefined {
    if (!final && text.length <= this.maxCarry) {
      this.carry = text;
      return undefined;
    }
    const rest = final && newline === '\n' && text.endsWith('\r') ? text.slice(0, -1) : text;
    if (rest === '') return undefined;
    const result: Papa.ParseResult<string[]> = new Papa.Parser(this.config(newline)).parse(rest, 0, false);
    const first = result.errors[0];
    const row = result.data[0]!;
    if (
      first !== undefined &&
      (spans(row, newline) || result.errors.some((e) => e.code === 'MissingQuotes'))
    ) {
      return first.index! - 1;
    }
    if (final) batch.add(row);
    else this.dropLongLine(rest, batch);
    return undefined;
  }

  private dropLongLine(text: string, batch: BatchBuilder): void {
    batch.problem('unclosed-quote', text);
    this.skippingLine = true;
  }

  /** The line where the quote opened becomes a problem; gives the text after it. */
  private setAside(
    text: string,
    open: number,
    final: boolean,
    newline: Newline,
    batch: BatchBuilder,
  ): string {
    const end = text.indexOf(newline, open);
    if (end === -1) {
      if (final) batch.problem('unclosed-quote', text);
      else this.dropLongLine(text, batch);
      return '';
    }
    batch.problem(
      'unclosed-quote',
      newline === '\n' && text.charCodeAt(end - 1) === CARRIAGE_RETURN
        ? text.slice(0, end - 1)
        : text.slice(0, end),
    );
    return text.slice(end + 1);
  }
}

export function createRowReader(options: RowReaderOptions): RowReader {
  return new Reader(options);
}
