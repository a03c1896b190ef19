/** Compiles how a column's cells become values: one closure per column, called for each of millions of cells. */
import { moneyFromDecimal } from '../base/money.ts';
import type { FieldKind, FieldValue } from '../model/field.ts';
import type { ColumnReading } from '../model/import-plan.ts';
import { ownText } from './own-text.ts';
import { isoDay, localMillis, parseDate } from './read-date.ts';
import { currencyNamed, parseAmount, parseNumber } from './read-number.ts';
import {
  isBlankWord,
  parseBoolean,
  readChoice,
  readDomain,
  readEmail,
  readPhone,
  readTags,
  scoreOf,
} from './read-text.ts';

/** The cell holds something that its column's reading cannot make a value of. */
export const BAD: unique symbol = Symbol('bad cell');
type Bad = typeof BAD;
/** undefined = blank, which is another thing than 0 or false. */
export type CellReader = (text: string) => FieldValue | undefined | Bad;

export interface ReaderEnv {
  /** Minutes east of UTC of the machine's zone at a moment (ms since 1970 UTC); without it `local` is UTC. */
  readonly zoneOffsetMinutes?: (utcMs: number) => number;
  /** ISO 4217, for money whose column names no currency. */
  readonly currency?: string;
}

const BROKEN_ID = /^\d(?:[.,]\d+)?E\+\d{2,}$/i;
/** How Salesforce exports write "no record". */
const NULL_IDS = new Set(['000000000000000', '000000000000000AAA']);

/** ASCII at both ends needs no look at Unicode's blanks. */
function trimmed(text: string): string {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  return first > 32 && first < 128 && last > 32 && last < 128 ? text : text.trim();
}

function isBlank(text: string): boolean {
  return text === '' || (text.charCodeAt(0) <= 32 && text.trim() === '') || text === '\u3000';
}

/** For a cell that is not what its column holds: a word for "nothing", or bad. */
function blankOrBad(text: string): undefined | Bad {
  return isBlank(text) || text.trim() === '' || isBlankWord(text) ? undefined : BAD;
}

function readId(text: string): FieldValue | undefined | Bad {
  const id = trimmed(text);
  const length = id.length;
  if (length === 0 || ((length === 15 || length === 18) && NULL_IDS.has(id))) return undefined;
  // Cheap first: a broken id is short and its second character is a mark or the E.
  const second = id.charCodeAt(1);
  const mayBeBroken = length < 24 && (second === 46 || second === 44 || second === 69 || second === 101);
  return mayBeBroken && BROKEN_ID.test(id) ? BAD : id;
}

function readText(text: string): FieldValue | undefined {
  const value = trimmed(text);
  return value === '' || value === '\\N' ? undefined : value;
}

function numberReader(reading: ColumnReading, whole: boolean): CellReader {
  const { decimalMark, factor = 1 } = reading;
  return (text) => {
    if (text === '') return undefined;
    const value = parseNumber(text, decimalMark) * factor;
    if (!Number.isFinite(value)) return blankOrBad(text);
    return whole && !Number.isInteger(value) ? BAD : value;
  };
}

function percentReader(reading: ColumnReading): CellReader {
  const { decimalMark, scale } = reading;
  return (text) => {
    if (text === '') return undefined;
    const value = scale?.type === 'words' ? 0 : parseNumber(text, decimalMark);
    if (scale !== undefined && !text.endsWith('%')) {
      const score = scoreOf(text, value, scale);
      return Number.isNaN(score) ? blankOrBad(text) : score;
    }
    return value >= 0 && value <= 100 ? value : blankOrBad(text);
  };
}

function moneyReader(reading: ColumnReading, env: ReaderEnv): CellReader {
  const { decimalMark, factor = 1, currency } = reading;
  const fallback = currency ?? env.currency ?? 'USD';
  return (text) => {
    if (text === '') return undefined;
    const amount = parseAmount(text, decimalMark, currency);
    if (amount === undefined || !Number.isFinite(amount.value)) return blankOrBad(text);
    const money = moneyFromDecimal(amount.value * factor, amount.currency ?? fallback);
    return Number.isSafeInteger(money.minor) ? money : BAD;
  };
}

/** Of the cell that names the row's currency, and of the amount. */
export type MoneyReader = (code: string, text: string) => FieldValue | undefined | Bad;

/** Spellings of currencies that are remembered. */
const MOST_SPELLINGS = 500;

/**
 * Amounts whose currency another cell of the row names. A blank one leaves it to the column's currency; where there is
 * none, and where no currency is called so, only a cell that names its own can be read.
 */
export function compileMoneyReader(reading: ColumnReading, env: ReaderEnv = {}): MoneyReader {
  const readers = new Map<string, CellReader>();
  const readerOf = (code: string): CellReader => {
    const currency = blankOrBad(code) === undefined ? reading.currency : currencyNamed(code);
    return currency === undefined ? ownCurrency : moneyReader({ ...reading, currency }, env);
  };
  const { currency: _, ...withoutCurrency } = reading;
  const readOwn = moneyReader(withoutCurrency, env);
  const ownCurrency: CellReader = (text) => {
    const value = readOwn(text);
    if (value === undefined || value === BAD) return value;
    return parseAmount(text, reading.decimalMark, undefined)?.currency === undefined ? BAD : value;
  };
  return (code, text) => {
    if (text === '') return undefined;
    let read = readers.get(code);
    if (read === undefined) {
      read = readerOf(code);
      if (readers.size < MOST_SPELLINGS) readers.set(ownText(code), read);
    }
    return read(text);
  };
}

function isZeroDate(text: string): boolean {
  return text.startsWith('0000-00-00');
}

function dateReader(reading: ColumnReading): CellReader {
  const order = reading.dateOrder ?? 'ymd';
  return (text) => {
    if (text === '') return undefined;
    const date = parseDate(text, order);
    if (date === undefined) return isZeroDate(text) ? undefined : blankOrBad(text);
    return text.length === 10 && text.charCodeAt(4) === 45 ? text : isoDay(date);
  };
}

function dateTimeReader(reading: ColumnReading, env: ReaderEnv): CellReader {
  const order = reading.dateOrder ?? 'ymd';
  const offsetAt = reading.zone === 'local' ? env.zoneOffsetMinutes : undefined;
  return (text) => {
    if (text === '') return undefined;
    const date = parseDate(text, order);
    if (date === undefined) return isZeroDate(text) ? undefined : blankOrBad(text);
    const local = localMillis(date);
    if (date.offset !== undefined) return local - date.offset * 60_000;
    if (offsetAt === undefined) return local;
    const first = local - offsetAt(local) * 60_000;
    return local - offsetAt(first) * 60_000;
  };
}

function readBoolean(text: string): FieldValue | undefined | Bad {
  if (text === '') return undefined;
  return parseBoolean(text) ?? blankOrBad(text);
}

/** A reader of cells that are never bad; blank ones are skipped before `read` is asked. */
function lenient(read: (text: string) => FieldValue): CellReader {
  return (text) => {
    if (isBlank(text)) return undefined;
    const value = read(text);
    return value === '' || (Array.isArray(value) && value.length === 0) ? undefined : value;
  };
}

/**
 * `choices`: for `choice` fields, the words that Kizuna knows; a source's own word is kept when it fits none of them.
 */
export function compileReader(
  kind: FieldKind,
  reading: ColumnReading,
  env: ReaderEnv = {},
  choices: readonly string[] = [],
): CellReader {
  switch (kind) {
    case 'id':
    case 'relation':
      return readId;
    case 'integer':
      return numberReader(reading, true);
    case 'number':
      return reading.scale === undefined ? numberReader(reading, false) : percentReader(reading);
    case 'percent':
      return percentReader(reading);
    case 'money':
      return moneyReader(reading, env);
    case 'date':
      return dateReader(reading);
    case 'dateTime':
      return dateTimeReader(reading, env);
    case 'boolean':
      return readBoolean;
    case 'choice':
      return lenient((text) => readChoice(text, choices));
    case 'tags':
      return lenient((text) => readTags(text, reading.separator));
    case 'email':
      return lenient(readEmail);
    case 'phone':
      return lenient(readPhone);
    case 'url':
      return lenient(readDomain);
    case 'text':
    case 'longText':
    case 'person':
      return readText;
  }
}
