/** Days as people write them in a note, in English and Japanese, resolved from today. Pure; ASCII digits expected. */

const DAY = 86_400_000;

/** Days since 1970; a day that the calendar does not have is undefined. */
function dayOf(year: number, month: number, day: number): number | undefined {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? time / DAY : undefined;
}

function isoOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** What a phrase is resolved against. */
interface Today {
  readonly day: number;
  readonly year: number;
  readonly month: number;
  /** Monday = 0. */
  readonly weekday: number;
}

function todayOf(iso: string): Today {
  const day = Date.parse(`${iso}T00:00:00Z`) / DAY;
  const date = new Date(day * DAY);
  return {
    day,
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    weekday: (date.getUTCDay() + 6) % 7,
  };
}

/** The weekday of the week that lies `weeks` after this one; weeks begin on Monday. */
function inWeek(today: Today, weekday: number, weeks: number): number {
  return today.day - today.weekday + weekday + weeks * 7;
}

/** The first such weekday after today. */
function upcoming(today: Today, weekday: number): number {
  const ahead = (weekday - today.weekday + 7) % 7;
  return today.day + (ahead === 0 ? 7 : ahead);
}

/** "Within this week" means its Friday, and on a weekend the Sunday. */
function endOfWeek(today: Today, weeks: number): number {
  return weeks === 0 && today.weekday > 4 ? inWeek(today, 6, 0) : inWeek(today, 4, weeks);
}

function endOfMonth(year: number, month: number): number {
  return Date.UTC(year, month, 0) / DAY;
}

/** The same day of the month so many months later, or that month's last day. */
function addMonths(today: Today, months: number): number {
  const day = new Date(today.day * DAY).getUTCDate();
  const last = endOfMonth(today.year, today.month + months);
  return Math.min(last, Date.UTC(today.year, today.month - 1 + months, 1) / DAY + day - 1);
}

/** Without a year a day is the next one of that name, today included. */
function dated(today: Today, month: number, day: number, year?: number): number | undefined {
  if (year !== undefined) return dayOf(year < 100 ? 2000 + year : year, month, day);
  for (let later = 0; later <= 8; later++) {
    const found = dayOf(today.year + later, month, day);
    if (found !== undefined && found >= today.day) return found;
  }
  return undefined;
}

/** The next day with this number, in this month or one after. */
function nextDayNumber(today: Today, day: number): number | undefined {
  for (let months = 0; months <= 2; months++) {
    const first = new Date(Date.UTC(today.year, today.month - 1 + months, 1));
    const found = dayOf(first.getUTCFullYear(), first.getUTCMonth() + 1, day);
    if (found !== undefined && found >= today.day) return found;
  }
  return undefined;
}

function inMonth(today: Today, months: number, day: number): number | undefined {
  const first = new Date(Date.UTC(today.year, today.month - 1 + months, 1));
  return dayOf(first.getUTCFullYear(), first.getUTCMonth() + 1, day);
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const WEEKDAYS_JA = '月火水木金土日';
const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function countOf(word: string): number {
  const lower = word.toLowerCase();
  if (lower === 'a' || lower === 'an') return 1;
  const named = WORDS.indexOf(lower);
  return named === -1 ? Number(word) : named;
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function weekdayOf(name: string): number {
  return WEEKDAYS.indexOf(name.slice(0, 3).toLowerCase());
}

const WEEKDAY =
  '(mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)';
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const COUNT = `(\\d{1,3}|an?|${WORDS.slice(1).join('|')})`;
const YOBI = `([${WEEKDAYS_JA}])曜日?`;

type Groups = readonly (string | undefined)[];

interface Phrase {
  readonly pattern: RegExp;
  readonly read: (groups: Groups, today: Today) => number | undefined;
}

function phrase(source: string, read: Phrase['read']): Phrase {
  return { pattern: new RegExp(source, 'iy'), read };
}

const num = (text: string | undefined): number => Number(text);
const optional = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text);
const week = (word: string | undefined): number => (word?.toLowerCase() === 'next' ? 1 : 0);

/** English words end where a word ends. */
const english: readonly Phrase[] = [
  phrase('the day after tomorrow\\b|day after tomorrow\\b', (_, t) => t.day + 2),
  phrase('(?:today|tonight|eod|end of (?:the )?day)\\b', (_, t) => t.day),
  phrase('tomorrow\\b|tmrw\\b', (_, t) => t.day + 1),
  phrase(`(this|next|coming)\\s+${WEEKDAY}\\b\\.?`, ([, which, name = ''], t) =>
    which?.toLowerCase() === 'coming'
      ? upcoming(t, weekdayOf(name))
      : inWeek(t, weekdayOf(name), week(which)),
  ),
  phrase(`${WEEKDAY}\\s+(next|this)\\s+week\\b`, ([, name = '', which], t) =>
    inWeek(t, weekdayOf(name), week(which)),
  ),
  phrase(`(?:in|within)\\s+${COUNT}\\s+(day|week|month)s?\\b`, ([, count = '', unit], t) => {
    const many = countOf(count);
    if (unit?.toLowerCase() === 'month') return addMonths(t, many);
    return t.day + many * (unit?.toLowerCase() === 'week' ? 7 : 1);
  }),
  phrase('(?:the )?end of (?:the |this )?week\\b|eow\\b|this week\\b', (_, t) => endOfWeek(t, 0)),
  phrase('(?:the )?end of next week\\b|next week\\b', (_, t) => endOfWeek(t, 1)),
  phrase('(?:the )?end of (?:the |this )?month\\b|eom\\b|month[- ]end\\b|this month\\b', (_, t) =>
    endOfMonth(t.year, t.month),
  ),
  phrase('(?:the )?end of next month\\b|next month\\b', (_, t) => endOfMonth(t.year, t.month + 1)),
  phrase('(?:the )?end of (?:the |this )?quarter\\b|eoq\\b', (_, t) =>
    endOfMonth(t.year, Math.ceil(t.month / 3) * 3),
  ),
  phrase('(?:the )?end of (?:the |this )?year\\b|eoy\\b|year[- ]end\\b', (_, t) => endOfMonth(t.year, 12)),
  phrase(`(?:the )?end of ${MONTH}\\b`, ([, name = ''], t) => {
    const month = monthOf(name);
    return endOfMonth(month < t.month ? t.year + 1 : t.year, month);
  }),
  phrase(
    `(?:the )?(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}\\b\\.?(?:,?\\s+(\\d{4})\\b)?`,
    ([, day, name = '', year], t) => dated(t, monthOf(name), num(day), optional(year)),
  ),
  phrase(
    `${MONTH}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b(?:,?\\s+(\\d{4})\\b)?`,
    ([, name = '', day, year], t) => dated(t, monthOf(name), num(day), optional(year)),
  ),
  phrase('the (\\d{1,2})(?:st|nd|rd|th)\\b', ([, day], t) => nextDayNumber(t, num(day))),
  phrase(`${WEEKDAY}\\b\\.?`, ([, name = ''], t) => upcoming(t, weekdayOf(name))),
];

/** After a date its weekday may stand in brackets. */
const IN_BRACKETS = `(?:\\s*\\(\\s*(?:[${WEEKDAYS_JA}]|${WEEKDAY.replace('(', '(?:')})\\s*\\))?`;

const figures: readonly Phrase[] = [
  phrase(`(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)${IN_BRACKETS}`, ([, year, month, day], t) =>
    dated(t, num(month), num(day), num(year)),
  ),
  phrase(`(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}|\\d{2}))?(?![\\d/])${IN_BRACKETS}`, ([, a, b, year], t) =>
    num(a) > 12 ? dated(t, num(b), num(a), optional(year)) : dated(t, num(a), num(b), optional(year)),
  ),
];

const MONTH_WORDS: Readonly<Record<string, number>> = { 今月: 0, 当月: 0, 来月: 1, 翌月: 1, 再来月: 2 };
const WEEK_WORDS: Readonly<Record<string, number>> = { 今週: 0, 来週: 1, 翌週: 1, 再来週: 2 };
const MONTH_JA = '(再来月|来月|翌月|今月|当月)';
const WEEK_JA = '(再来週|来週|翌週|今週)';

const japanese: readonly Phrase[] = [
  phrase('本日(?:中)?|今日(?:中)?', (_, t) => t.day),
  phrase('明後日|あさって|明々後日', ([whole], t) => t.day + (whole === '明々後日' ? 3 : 2)),
  phrase('明日(?:中)?|あした|翌日', (_, t) => t.day + 1),
  phrase(`${WEEK_JA}の?(?:${YOBI}|\\(([${WEEKDAYS_JA}])\\))`, ([, weeks = '', a, b], t) =>
    inWeek(t, WEEKDAYS_JA.indexOf(a ?? b ?? ''), WEEK_WORDS[weeks] ?? 0),
  ),
  phrase(`${WEEK_JA}末`, ([, weeks = ''], t) => inWeek(t, 6, WEEK_WORDS[weeks] ?? 0)),
  phrase(`${WEEK_JA}中?`, ([, weeks = ''], t) => endOfWeek(t, WEEK_WORDS[weeks] ?? 0)),
  phrase('(\\d{1,3})日(?:後|以内)', ([, count], t) => t.day + num(count)),
  phrase('(\\d{1,2})週間?(?:後|以内)', ([, count], t) => t.day + num(count) * 7),
  phrase('(\\d{1,2})[かヶカケ箇]月(?:後|以内)', ([, count], t) => addMonths(t, num(count))),
  phrase(`${MONTH_JA}の?(\\d{1,2})日${IN_BRACKETS}`, ([, months = '', day], t) =>
    inMonth(t, MONTH_WORDS[months] ?? 0, num(day)),
  ),
  phrase(`${MONTH_JA}(?:の?(?:初め|頭)|初|上旬)`, ([, months = ''], t) =>
    inMonth(t, MONTH_WORDS[months] ?? 0, 1),
  ),
  phrase(`${MONTH_JA}(?:末|中)?`, ([, months = ''], t) =>
    endOfMonth(t.year, t.month + (MONTH_WORDS[months] ?? 0)),
  ),
  phrase('月末', (_, t) => endOfMonth(t.year, t.month)),
  phrase('年度末', (_, t) => endOfMonth(t.month > 3 ? t.year + 1 : t.year, 3)),
  phrase('年末|年内', (_, t) => endOfMonth(t.year, 12)),
  phrase(`令和(\\d{1,2}|元)年(\\d{1,2})月(\\d{1,2})日${IN_BRACKETS}`, ([, era, month, day], t) =>
    dated(t, num(month), num(day), 2018 + (era === '元' ? 1 : num(era))),
  ),
  phrase(`(\\d{4})年(\\d{1,2})月(\\d{1,2})日${IN_BRACKETS}`, ([, year, month, day], t) =>
    dated(t, num(month), num(day), num(year)),
  ),
  phrase(`(\\d{1,2})月(\\d{1,2})日${IN_BRACKETS}`, ([, month, day], t) => dated(t, num(month), num(day))),
  phrase('(\\d{1,2})月末', ([, month], t) => {
    const wanted = num(month);
    if (wanted < 1 || wanted > 12) return undefined;
    return endOfMonth(wanted < t.month ? t.year + 1 : t.year, wanted);
  }),
  phrase(`(\\d{1,2})日${IN_BRACKETS}`, ([, day], t) => nextDayNumber(t, num(day))),
  phrase(YOBI, ([, name = ''], t) => upcoming(t, WEEKDAYS_JA.indexOf(name))),
];

const PHRASES: readonly Phrase[] = [...figures, ...japanese, ...english];

export interface FoundDay {
  /** 'YYYY-MM-DD'. */
  readonly iso: string;
  /** Where the phrase ends. */
  readonly end: number;
}

/** The longest phrase that begins exactly at `start`, or undefined. `today` is 'YYYY-MM-DD'. */
export function readDayAt(text: string, start: number, today: string): FoundDay | undefined {
  const now = todayOf(today);
  let best: FoundDay | undefined;
  for (const { pattern, read } of PHRASES) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (match === null || match[0] === '') continue;
    const end = start + match[0].length;
    if (best !== undefined && end <= best.end) continue;
    const day = read(match, now);
    if (day !== undefined && Number.isFinite(day)) best = { iso: isoOf(day), end };
  }
  return best;
}
