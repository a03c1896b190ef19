/** Reads dates and date-times in the shapes that files hold; common ones by hand, without allocation. */
import type { DateOrder } from '../model/import-plan.ts';

/** What the last successful {@link parseDate} read; reused so that the import loop allocates nothing. */
export interface DateParts {
  year: number;
  month: number;
  day: number;
  /** Milliseconds of the day. */
  time: number;
  hasTime: boolean;
  /** Minutes east of UTC; undefined when the text names no zone. */
  offset: number | undefined;
}

const DAY = 86_400_000;
const parts: DateParts = { year: 0, month: 0, day: 0, time: 0, hasTime: false, offset: undefined };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** The year before the first year of each era. */
const ERAS: Readonly<Record<string, number>> = {
  令和: 2018,
  R: 2018,
  平成: 1988,
  H: 1988,
  昭和: 1925,
  S: 1925,
};

const YMD = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)(.*)$/s;
const THREE = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})(?!\d)(.*)$/s;
const KANJI = /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日(.*)$/s;
const ERA =
  /^(令和|平成|昭和|[RHS])\s*(\d{1,2}|元)\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})(?!\d)\s*日?(.*)$/is;
const DAY_WORD = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?[\s,-]+(\d{4}|\d{2})(?!\d)(.*)$/is;
const WORD_DAY = /^([a-z]{3,9})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s-]+(\d{4})(?!\d)(.*)$/is;
const WEEKDAY_BEFORE = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i;
const WEEKDAY_AFTER = /^\s*\(?(?:[月火水木金土日](?:曜日?)?\)|[月火水木金土日]曜日?)/;
const TIME =
  /^[T\s,]+(?:at\s+)?(午前|午後)?\s*(\d{1,2})(?::|時)(\d{2})(?:分)?(?:(?::)?(\d{2})(?:秒)?(?:[.,](\d{1,9}))?)?\s*(am|pm|a\.m\.|p\.m\.)?\s*(.*)$/is;
const ZONE = /^(?:(Z|UTC|GMT)?\s*(?:([+-])(\d{1,2}):?(\d{2})?)?|(JST))$/i;

function daysIn(year: number, month: number): number {
  if (month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) return 29;
  return MONTH_DAYS[month - 1]!;
}

function setDay(year: number, month: number, day: number): boolean {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month))
    return false;
  parts.year = year;
  parts.month = month;
  parts.day = day;
  parts.time = 0;
  parts.hasTime = false;
  parts.offset = undefined;
  return true;
}

function two(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -10_000;
}

/** `YYYY-MM-DD` and `YYYY-MM-DD HH:MM:SS`, the latter with T, fraction and Z too. */
function parseIso(text: string): boolean {
  const length = text.length;
  if (length < 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false;
  const year = two(text, 0) * 100 + two(text, 2);
  if (!setDay(year, two(text, 5), two(text, 8))) return false;
  if (length === 10) return true;
  const between = text.charCodeAt(10);
  if (
    length < 19 ||
    (between !== 32 && between !== 84) ||
    text.charCodeAt(13) !== 58 ||
    text.charCodeAt(16) !== 58
  )
    return false;
  const hours = two(text, 11);
  const minutes = two(text, 14);
  const seconds = two(text, 17);
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59) return false;
  let time = ((hours * 60 + minutes) * 60 + seconds) * 1000;
  let at = 19;
  if (text.charCodeAt(at) === 46) {
    for (let scale = 100; ++at < length; scale /= 10) {
      const digit = text.charCodeAt(at) - 48;
      if (digit < 0 || digit > 9) break;
      if (scale >= 1) time += digit * scale;
    }
  }
  if (at < length) {
    if (at !== length - 1 || text.charCodeAt(at) !== 90) return false;
    parts.offset = 0;
  }
  parts.time = time;
  parts.hasTime = true;
  return true;
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function parseZone(text: string): boolean {
  if (text === '') return true;
  const zone = ZONE.exec(text);
  if (zone === null) return false;
  if (zone[5] !== undefined) parts.offset = 540;
  else if (zone[2] === undefined) parts.offset = 0;
  else {
    // "Z-0300", as the Data Loader writes it, is the offset behind the Z.
    const minutes = Number(zone[3]) * 60 + Number(zone[4] ?? '0');
    parts.offset = zone[2] === '-' ? -minutes : minutes;
  }
  return true;
}

function parseTime(rest: string): boolean {
  const text = rest.replace(WEEKDAY_AFTER, '').trimEnd();
  if (text === '') return true;
  const time = TIME.exec(text);
  // A zone straight behind a date (2026-04-01Z, as XML writes it) changes nothing about the day.
  if (time === null) return /^(?:Z|[+-]\d{2}:\d{2})$/.test(text);
  let hours = Number(time[2]);
  const half =
    time[6]?.toLowerCase().replaceAll('.', '') ??
    (time[1] === '午後' ? 'pm' : time[1] === '午前' ? 'am' : '');
  if (half !== '') {
    if (hours > 12) return false;
    hours = (hours % 12) + (half === 'pm' ? 12 : 0);
  }
  const minutes = Number(time[3]);
  const seconds = Number(time[4] ?? '0');
  if (hours > 23 || minutes > 59 || seconds > 59) return false;
  const fraction = time[5] === undefined ? 0 : Math.floor(Number(`0.${time[5]}`) * 1000 + 1e-6);
  parts.time = ((hours * 60 + minutes) * 60 + seconds) * 1000 + fraction;
  parts.hasTime = true;
  return parseZone(time[7]!);
}

function fromEpoch(ms: number, offset: number | undefined): boolean {
  const date = new Date(ms);
  if (!setDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())) return false;
  parts.time = ((ms % DAY) + DAY) % DAY;
  parts.hasTime = parts.time !== 0 || offset !== undefined;
  parts.offset = offset;
  return true;
}

/** YYYYMMDD, an Excel serial number (1900 system), or a Unix time in seconds or milliseconds. */
function parseDigits(text: string): boolean {
  const value = Number(text);
  if (/^\d{8}$/.test(text))
    return setDay(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)));
  if (/^\d{14}$/.test(text))
    return (
      parseDigits(text.slice(0, 8)) &&
      parseTime(` ${text.slice(8, 10)}:${text.slice(10, 12)}:${text.slice(12)}`)
    );
  if (/^\d{13}$/.test(text)) return fromEpoch(value, 0);
  if (/^\d{10}$/.test(text)) return fromEpoch(value * 1000, 0);
  if (value < 1 || value >= 2_958_466) return false;
  // Excel believes in 29 February 1900 (serial 60): days before it count one more.
  if (Math.floor(value) === 60) return false;
  const days = value < 60 ? value - 25_568 : value - 25_569;
  return fromEpoch(Math.round(days * 86_400) * 1000, undefined);
}

function ordered(a: string, b: string, c: string, order: DateOrder): boolean {
  if (order === 'ymd') return c.length === 2 && setDay(fullYear(a), Number(b), Number(c));
  if (order === 'mdy') return setDay(fullYear(c), Number(a), Number(b));
  return setDay(fullYear(c), Number(b), Number(a));
}

function monthOf(word: string): number {
  const month = MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
  return month;
}

function parseWords(text: string): boolean {
  const dayFirst = DAY_WORD.exec(text);
  if (dayFirst !== null) {
    return (
      setDay(fullYear(dayFirst[3]!), monthOf(dayFirst[2]!), Number(dayFirst[1])) && parseTime(dayFirst[4]!)
    );
  }
  const monthFirst = WORD_DAY.exec(text);
  return (
    monthFirst !== null &&
    setDay(Number(monthFirst[3]), monthOf(monthFirst[1]!), Number(monthFirst[2])) &&
    parseTime(monthFirst[4]!)
  );
}

function parseOther(raw: string, order: DateOrder): boolean {
  const text = raw.normalize('NFKC').trim().replace(WEEKDAY_BEFORE, '');
  if (/^\d+(?:\.\d+)?$/.test(text) && !/^\d{1,2}\.\d{1,2}$/.test(text)) return parseDigits(text);
  const ymd = YMD.exec(text);
  if (ymd !== null) return setDay(Number(ymd[1]), Number(ymd[3]), Number(ymd[4])) && parseTime(ymd[5]!);
  const three = THREE.exec(text);
  if (three !== null) return ordered(three[1]!, three[3]!, three[4]!, order) && parseTime(three[5]!);
  const kanji = KANJI.exec(text);
  if (kanji !== null)
    return setDay(Number(kanji[1]), Number(kanji[2]), Number(kanji[3])) && parseTime(kanji[4]!);
  const era = ERA.exec(text);
  if (era !== null) {
    const year = ERAS[era[1]!.toUpperCase()]! + (era[2] === '元' ? 1 : Number(era[2]));
    return Number(era[2]) !== 0 && setDay(year, Number(era[3]), Number(era[4])) && parseTime(era[5]!);
  }
  return parseWords(text);
}

/** The date in the text, or undefined; the returned object is overwritten by the next call. */
export function parseDate(text: string, order: DateOrder): DateParts | undefined {
  return parseIso(text) || parseOther(text, order) ? parts : undefined;
}

/** Days from 1970-01-01 to a date of the Gregorian calendar. */
function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}

/** Milliseconds since 1970 of the parts as if they were UTC. */
export function localMillis(date: DateParts): number {
  return daysFromCivil(date.year, date.month, date.day) * DAY + date.time;
}

export function isoDay(date: DateParts): string {
  const month = date.month < 10 ? `0${date.month}` : `${date.month}`;
  return `${date.year}-${month}-${date.day < 10 ? `0${date.day}` : date.day}`;
}
