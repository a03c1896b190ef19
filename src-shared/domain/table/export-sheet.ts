/** A table as it leaves the app: cells with their kinds, text that no spreadsheet takes for a formula, and CSV. */
import { decimalFromMoney, minorDigits } from '../../base/money.ts';
import type { Column } from './column.ts';

export type SheetCell =
  | { readonly type: 'blank' }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'number'; readonly value: number; readonly digits: number }
  /** 'YYYY-MM-DD'. */
  | { readonly type: 'date'; readonly day: string }
  /** Milliseconds since 1970 UTC. */
  | { readonly type: 'instant'; readonly at: number };

export interface SheetColumn<R> {
  readonly title: string;
  readonly cell: (row: R) => SheetCell;
}

const BLANK: SheetCell = { type: 'blank' };

/**
 * What a spreadsheet could take for the beginning of a formula: the signs themselves, white space that it skips before
 * them, and their full-width twins, which Japanese Excel reads alike.
 */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;

/** A leading apostrophe makes the cell plain text; Excel and LibreOffice do not count it as part of the value. */
export function neutralised(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}

/** Takes the guard off again. A text of the user's own that begins so keeps its apostrophe on the way out and back. */
export function withoutGuard(text: string): string {
  return text.startsWith("'") && FORMULA_START.test(text.slice(1)) ? text.slice(1) : text;
}

function text(value: string | undefined): SheetCell {
  return value === undefined || value === '' ? BLANK : { type: 'text', text: value };
}

/** The cell of a column with one value; money has a column per currency, see `sheetColumns`. */
function cellOf<R>(column: Column<R>, row: R, say: (value: string) => string): SheetCell {
  switch (column.kind) {
    case 'text':
    case 'choice': {
      const value = column.value(row);
      return text(value === undefined ? undefined : say(value));
    }
    case 'boolean': {
      const value = column.value(row);
      return text(value === undefined ? undefined : say(String(value)));
    }
    case 'tags':
      return text(column.value(row)?.join(', '));
    case 'number': {
      const value = column.value(row);
      return value === undefined ? BLANK : { type: 'number', value, digits: Number.isInteger(value) ? 0 : 2 };
    }
    case 'date': {
      const value = column.value(row);
      return value === undefined ? BLANK : { type: 'date', day: value };
    }
    case 'instant': {
      const value = column.value(row);
      return value === undefined ? BLANK : { type: 'instant', at: value };
    }
    case 'money':
      return BLANK;
  }
}

function currenciesOf<R>(
  column: Extract<Column<R>, { kind: 'money' }>,
  rows: readonly R[],
): readonly string[] {
  const met = new Set<string>();
  for (const row of rows) for (const { currency } of column.value(row)) met.add(currency);
  return [...met].sort();
}

/** Columns of the sheet: amounts of each currency stand in a column of their own, as plain numbers. */
export function sheetColumns<R>(
  column: Column<R>,
  title: string,
  rows: readonly R[],
  say: (value: string) => string,
): readonly SheetColumn<R>[] {
  if (column.kind !== 'money') return [{ title, cell: (row) => cellOf(column, row, say) }];
  return currenciesOf(column, rows).map((currency) => ({
    title: `${title} (${currency})`,
    cell: (row): SheetCell => {
      const money = column.value(row).find((amount) => amount.currency === currency);
      if (money === undefined) return BLANK;
      return { type: 'number', value: decimalFromMoney(money), digits: minorDigits(currency) };
    },
  }));
}

/** Local date and time as `instantText` writes it; the time zone is this machine's and comes from outside. */
export type InstantText = (at: number) => string;

function csvText(cell: SheetCell, instantText: InstantText): string {
  switch (cell.type) {
    case 'blank':
      return '';
    case 'text':
      return neutralised(cell.text);
    case 'number':
      return String(cell.value);
    case 'date':
      // A source's own text may stand where a day should.
      return neutralised(cell.day);
    case 'instant':
      return instantText(cell.at);
  }
}

function quoted(value: string): string {
  return /[",\r\n]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** U+FEFF in front tells Excel that it is UTF-8; lines end as RFC 4180 says. */
export function csvOf<R>(
  columns: readonly SheetColumn<R>[],
  rows: Iterable<R>,
  instantText: InstantText,
): string {
  const lines = [columns.map(({ title }) => quoted(neutralised(title))).join(',')];
  for (const row of rows) {
    lines.push(columns.map(({ cell }) => quoted(csvText(cell(row), instantText))).join(','));
  }
  return `\ufeff${lines.join('\r\n')}\r\n`;
}
