/** What a single cell looks like, told in one pass over its characters: the evidence that guesses rest on. */
import type { ValueShape } from '../model/import-plan.ts';

/** Shapes that every single value is asked for: one odd date or number decides how its column is read. */
const DECISIVE = [
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

export const SHAPES = [
  ...DECISIVE,
  'excelSerial',
  'zoned',
  'boolean',
  'email',
  'url',
  'phone',
  'salesforceId15',
  'salesforceId18',
  'uuid',
  'letterGrade',
  'colourWord',
  'multiSemicolon',
  'multiComma',
] as const satisfies readonly ValueShape[];

const BIT = Object.fromEntries(SHAPES.map((shape, i) => [shape, 1 << i])) as Record<ValueShape, number>;

export const shapeBit = (shape: ValueShape): number => BIT[shape];

export const DECISIVE_BITS = DECISIVE.reduce((bits, shape) => bits | BIT[shape], 0);

/** Numbers in any spelling; `min` and `max` of a column are taken over these. */
export const NUMBER_BITS = BIT.integer | BIT.decimalPoint | BIT.decimalComma | BIT.decimalEither;

// Classes of characters.
const DIGIT = 1;
const LETTER = 2;
const DOT = 4;
const COMMA = 8;
const DASH = 16;
const SLASH = 32;
const COLON = 64;
const SPACE = 128;
const AT = 256;
const SIGN = 512; // + ( ) '
const PERCENT = 1024;
const SEMICOLON = 2048;
const MONEY = 4096; // $ and what stands for it
const WIDE = 8192; // beyond ASCII
const OTHER = 16384;

const CLASS = new Uint16Array(128).fill(OTHER);
for (let code = 48; code < 58; code++) CLASS[code] = DIGIT;
for (let code = 65; code < 91; code++) CLASS[code] = CLASS[code + 32] = LETTER;
for (const [chars, cls] of [
  ['.', DOT],
  [',', COMMA],
  ['-', DASH],
  ['/', SLASH],
  [':', COLON],
  [' \t', SPACE],
  ['@', AT],
  ["+()'", SIGN],
  ['%', PERCENT],
  [';', SEMICOLON],
  ['$', MONEY],
] as const) {
  for (const char of chars) CLASS[char.charCodeAt(0)] = cls;
}

const NUMERIC = DIGIT | DOT | COMMA | DASH | SIGN | SPACE;
const WORDS: ReadonlyMap<string, number> = new Map([
  ...['true', 'false', 'yes', 'no', 'y', 'n', 't', 'f'].map((w) => [w, BIT.boolean] as const),
  ...['はい', 'いいえ', '○', '×', '〇', '✕', '有', '無', 'あり', 'なし', '✓', '☑', '☐'].map(
    (w) => [w, BIT.boolean] as const,
  ),
  ...['red', 'yellow', 'amber', 'orange', 'green', 'grey', 'gray', 'blue', '赤', '黄', '緑', '青', '橙'].map(
    (w) => [w, BIT.colourWord] as const,
  ),
]);

const LONGEST_WORD = Math.max(...[...WORDS.keys()].map((word) => word.length));

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const EMAIL = /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;.<>]{2,}$/;
const URL_LIKE = /^(https?:\/\/\S+|(www\.)?[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)*\.[a-z]{2,}(\/\S*)?)$/i;
const PHONE = /^\+?[\d(][\d\s().\-/]{7,22}\d(\s*(x|ext\.?)\s*\d{1,6})?$/i;
const BROKEN_ID = /^\d(\.\d+)?E\+?\d{2}$/i;
const MONEY_TEXT =
  /^[(\-−▲△]*\s*(?:[A-Z]{0,3}[$€£¥￥₩₹]|[A-Z]{3}\s?)\s*[-−]?[\d.,'\s]+\)?$|^[(\-−▲△]*\s*[\d.,'\s]+(?:[$€£¥￥₩₹円]|[千百万億]+円?|\s?[A-Z]{3}|\s?yen)\)?$/i;
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const DATE_WORDS = new RegExp(
  `^(?:\\d{1,2}(?:st|nd|rd|th)?[\\s-]+${MONTH}[\\s,-]+\\d{2,4}|${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4})\\b`,
  'i',
);
const DATE_ERA =
  /^(?:(?:令和|平成|昭和|[RHS])\s?(?:\d{1,2}|元)[年./-]\d{1,2}[月./-]\d{1,2}日?|\d{4}年\d{1,2}月\d{1,2}日)/i;
const DATE_YMD = /^\d{4}([-/.])(\d{1,2})\1(\d{1,2})(?=$|[T\s])/;
const DATE_PARTS = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?=$|[T\s,])/;
const TIME = /\d{1,2}:\d{2}/;
const ZONE = /\d\s?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})$|Z[+-]\d{4}$/i;

function classesOf(text: string): number {
  let mask = 0;
  const length = Math.min(text.length, 80);
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    mask |= code < 128 ? CLASS[code]! : WIDE;
  }
  return mask;
}

function integerShapes(text: string): number {
  const value = Number(text);
  let bits = BIT.integer;
  if (value >= 20_000 && value <= 80_000) bits |= BIT.excelSerial;
  else if (text.length === 1 && value <= 1) bits |= BIT.boolean;
  else if (text.length === 8) {
    const month = Number(text.slice(4, 6));
    const day = Number(text.slice(6));
    const year = Number(text.slice(0, 4));
    if (year >= 1950 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31)
      bits |= BIT.dateYmd;
  } else if ((text.length === 10 || text.length === 11) && text[0] === '0') bits |= BIT.phone;
  return bits;
}

/** Signs, points and commas told apart: which of them can be the decimal mark. */
function numberShapes(raw: string): number {
  const text = raw.replace(/^[-+(\s]+|[)\s]+$/g, '').replace(/(?<=\d)[' ](?=\d{3}(\D|$))/g, '');
  if (/^\d+$/.test(text))
    return BIT.integer | (Number(text) >= 20_000 && Number(text) <= 80_000 ? BIT.excelSerial : 0);
  const point = /^(?:\d{1,3}(?:,\d{3})+|\d+)?\.\d+$/.test(text);
  const comma = /^(?:\d{1,3}(?:\.\d{3})+|\d+)?,\d+$/.test(text);
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(text)) return BIT.decimalEither;
  if (point) {
    const serial = Number(text) >= 20_000 && Number(text) <= 80_000 ? BIT.excelSerial : 0;
    return BIT.decimalPoint | serial;
  }
  if (comma) return BIT.decimalComma;
  if (/^\d{1,3}(?:,\d{3}){2,}$/.test(text)) return BIT.decimalPoint;
  return /^\d{1,3}(?:\.\d{3}){2,}$/.test(text) ? BIT.decimalComma : 0;
}

function dateShapes(text: string, mask: number): number {
  let bits = 0;
  const ymd = DATE_YMD.exec(text);
  if (ymd !== null) {
    if (Number(ymd[2]) <= 12 && Number(ymd[3]) <= 31) bits = BIT.dateYmd;
  } else {
    const parts = DATE_PARTS.exec(text);
    if (parts !== null) {
      const a = Number(parts[1]);
      const b = Number(parts[3]);
      if (a >= 1 && a <= 31 && b >= 1 && b <= 12) bits |= BIT.dateDmy;
      if (a >= 1 && a <= 12 && b >= 1 && b <= 31) bits |= BIT.dateMdy;
    }
  }
  if (bits !== 0 && (mask & COLON) !== 0 && TIME.test(text)) {
    bits |= BIT.time;
    if (ZONE.test(text)) bits |= BIT.zoned;
  }
  return bits;
}

function letterShapes(text: string, mask: number): number {
  const length = text.length;
  const word = length > LONGEST_WORD ? undefined : WORDS.get(text.toLowerCase());
  if (word !== undefined) return word | (/^[FN]$/i.test(text) ? BIT.letterGrade : 0);
  if (length <= 2 && /^[A-F][+-]?$/.test(text)) return BIT.letterGrade;
  if ((mask & DIGIT) !== 0) {
    if (mask === (DIGIT | LETTER)) {
      if (length === 18) return BIT.salesforceId18;
      if (length === 15) return BIT.salesforceId15;
    }
    if (length === 36 && UUID.test(text)) return BIT.uuid;
    if ((mask & ~(DIGIT | LETTER | DOT | SIGN)) === 0 && BROKEN_ID.test(text)) return BIT.brokenId;
  }
  return 0;
}

function mixedShapes(text: string, mask: number): number {
  let bits = 0;
  if ((mask & SEMICOLON) !== 0 && /[^;\s]\s*;\s*[^;\s]/.test(text)) bits |= BIT.multiSemicolon;
  if ((mask & COMMA) !== 0 && (mask & (LETTER | WIDE)) !== 0 && /[^,\s]\s*,\s*[^,\s]/.test(text))
    bits |= BIT.multiComma;
  if ((mask & AT) !== 0) return EMAIL.test(text) ? BIT.email : bits;
  if ((mask & DIGIT) !== 0) {
    bits |= dateShapes(text, mask);
    if ((mask & (LETTER | WIDE)) !== 0) {
      if (DATE_WORDS.test(text)) bits |= BIT.dateWords;
      else if (DATE_ERA.test(text)) bits |= BIT.dateEra;
      if ((bits & (BIT.dateWords | BIT.dateEra)) !== 0 && TIME.test(text)) bits |= BIT.time;
    }
    if ((bits & ~(BIT.multiComma | BIT.multiSemicolon)) !== 0) return bits;
    if ((mask & PERCENT) !== 0 && numberShapes(text.replace('%', '').trim()) !== 0) return BIT.percent;
    if ((mask & (MONEY | WIDE | LETTER)) !== 0 && MONEY_TEXT.test(text)) return BIT.currency;
    if ((mask & (DASH | SIGN | SPACE | DOT)) !== 0 && PHONE.test(text)) bits |= BIT.phone;
  }
  if ((mask & DOT) !== 0 && (mask & LETTER) !== 0 && (mask & SPACE) === 0 && URL_LIKE.test(text))
    bits |= BIT.url;
  return bits;
}

function digitAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

const UTC = 'Z'.charCodeAt(0);

/** `YYYY-MM-DD` and `YYYY-MM-DD HH:MM:SS`, with or without `Z` or `.sssZ`: what most dates are. 0 = look closer. */
function isoShapes(text: string): number {
  const length = text.length;
  const zoned = length === 20 || length === 24;
  if ((length !== 10 && length !== 19 && !zoned) || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45)
    return 0;
  if (!digitAt(text, 0) || !digitAt(text, 3) || !digitAt(text, 5) || !digitAt(text, 6)) return 0;
  if (!digitAt(text, 8) || !digitAt(text, 9)) return 0;
  const month = (text.charCodeAt(5) - 48) * 10 + text.charCodeAt(6) - 48;
  const day = (text.charCodeAt(8) - 48) * 10 + text.charCodeAt(9) - 48;
  if (month > 12 || day > 31) return 0;
  if (length === 10) return BIT.dateYmd;
  const between = text.charCodeAt(10);
  if ((between !== 32 && between !== 84) || text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58)
    return 0;
  if (!zoned) return BIT.dateYmd | BIT.time;
  const ended = text.charCodeAt(length - 1) === UTC && digitAt(text, length - 2);
  return ended ? BIT.dateYmd | BIT.time | BIT.zoned : 0;
}

/** The shapes of a cell as bits of {@link shapeBit}; 0 for plain words. */
export function shapesOf(cell: string): number {
  const iso = isoShapes(cell);
  if (iso !== 0) return iso;
  const text = cell.charCodeAt(0) <= 32 || cell.charCodeAt(cell.length - 1) <= 32 ? cell.trim() : cell;
  let mask = classesOf(text);
  if (mask === DIGIT) return integerShapes(text);
  if ((mask & WIDE) !== 0) {
    const folded = text.normalize('NFKC').replaceAll('−', '-');
    if (folded !== text) mask = classesOf(folded);
    if ((mask & WIDE) === 0 && folded !== text) return shapesOf(folded);
    const word = WORDS.get(folded.toLowerCase());
    return word ?? mixedShapes(folded, mask);
  }
  if ((mask & ~NUMERIC) === 0 && (mask & DIGIT) !== 0) {
    const bits = (mask & (DASH | SPACE | DOT)) === 0 ? 0 : dateShapes(text, mask);
    if (bits !== 0) return bits;
    const number = numberShapes(text);
    return number !== 0 ? number : PHONE.test(text) ? BIT.phone : 0;
  }
  const letters = (mask & LETTER) === 0 ? 0 : letterShapes(text, mask);
  if (letters !== 0 || (mask & ~LETTER) === 0) return letters;
  return mixedShapes(text, mask);
}

/** The number that a cell with one of these shapes spells. */
export function numberOf(text: string, bits: number): number {
  const direct = Number(text);
  if (!Number.isNaN(direct) && (bits & (BIT.integer | BIT.decimalPoint)) !== 0) return direct;
  const plain = text.replace(/[^\d.,-]/g, '');
  if ((bits & BIT.decimalComma) !== 0) return Number(plain.replaceAll('.', '').replace(',', '.'));
  return Number(plain.replaceAll(',', ''));
}
