/** Money, dates, numbers and sizes as a reader of the locale writes them; formatters are made once and kept. */
import { decimalFromMoney, type Money, minorDigits } from '#shared/base/money.ts';

const DAY = 86_400_000;

/** 'YYYY-MM-DD' as UTC midnight; NaN for anything else. */
function utcOf(isoDate: string): number {
  return Date.parse(`${isoDate.slice(0, 10)}T00:00:00Z`);
}

/** Whole days from one calendar day to another: positive when `isoDate` lies after `today`. */
export function daysBetween(today: string, isoDate: string): number {
  return Math.round((utcOf(isoDate) - utcOf(today)) / DAY);
}

/** The calendar day of an instant on this machine, as 'YYYY-MM-DD'. */
export function isoDateOf(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

export interface FiscalQuarter {
  /** The calendar year in which the fiscal year begins. */
  readonly year: number;
  readonly quarter: 1 | 2 | 3 | 4;
}

/** `startMonth` 1 to 12. A fiscal year is named after the calendar year in which it begins. */
export function fiscalQuarterOf(isoDate: string, startMonth: number): FiscalQuarter {
  const year = Number(isoDate.slice(0, 4));
  const month = Number(isoDate.slice(5, 7));
  const offset = (month - startMonth + 12) % 12;
  const quarter = (Math.floor(offset / 3) + 1) as FiscalQuarter['quarter'];
  return { year: month < startMonth ? year - 1 : year, quarter };
}

export interface Formats {
  /** ¥12.4M, 1,240万円; the full value belongs in title and copy. */
  moneyShort(money: Money): string;
  money(money: Money): string;
  number(value: number): string;
  /** At most three digits: 12.4K, 1.2万. */
  numberShort(value: number): string;
  /** `value` is 0 to 100. */
  percent(value: number, digits?: number): string;
  bytes(value: number): string;
  /** A calendar day: 12 Nov 2026, 2026年11月12日. */
  date(isoDate: string): string;
  /** For table columns: 11/12/2026, 2026/11/12. */
  dateNumeric(isoDate: string): string;
  /** Without the year: 12 Nov, 11月12日. */
  dateShort(isoDate: string): string;
  month(isoDate: string): string;
  /** An instant in this machine's time zone. */
  dateTime(at: number): string;
  time(at: number): string;
  /** today, tomorrow, in 41 days, 41日後, 3日前. */
  relativeDays(days: number): string;
  list(items: readonly string[]): string;
  fiscalQuarter(quarter: FiscalQuarter): string;
  fiscalYear(year: number, startMonth: number): string;
}

function memo<A extends string, T>(make: (key: A) => T): (key: A) => T {
  const made = new Map<A, T>();
  return (key) => {
    let value = made.get(key);
    if (value === undefined) {
      value = make(key);
      made.set(key, value);
    }
    return value;
  };
}

const WRITTEN_OUT = 100_000;

/** Japanese writes the currency behind the number, with 万 and 億 before it: 1,240万円, 36.8万米ドル. */
function moneyFormats(locale: string, japanese: boolean): Pick<Formats, 'money' | 'moneyShort'> {
  const currencyDisplay = japanese ? 'name' : 'narrowSymbol';
  const full = memo((currency: string) => {
    const digits = minorDigits(currency);
    return new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  });
  const short = memo(
    (currency: string) =>
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        currencyDisplay,
        notation: 'compact',
        useGrouping: true,
        minimumFractionDigits: 0,
        maximumSignificantDigits: japanese && currency === 'JPY' ? 4 : 3,
      }),
  );
  const whole = memo(
    (currency: string) =>
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        currencyDisplay,
        minimumFractionDigits: 0,
        maximumFractionDigits: 0,
      }),
  );
  // Nobody writes 3.18万米ドル: below 10万 the figure itself is short enough.
  const isSmall = (amount: number) => japanese && Math.abs(amount) < WRITTEN_OUT;
  // スイス フラン: within an amount the space would look like the end of it.
  const closed = (text: string) => (japanese ? text.replaceAll(/\s/g, '') : text);
  return {
    money: (money) => closed(full(money.currency).format(decimalFromMoney(money))),
    moneyShort(money) {
      const amount = decimalFromMoney(money);
      const format = isSmall(Number(amount)) ? whole : short;
      return closed(format(money.currency).format(amount));
    },
  };
}

function dateFormats(
  locale: string,
  japanese: boolean,
): Pick<Formats, 'date' | 'dateNumeric' | 'dateShort' | 'month' | 'dateTime' | 'time' | 'relativeDays'> {
  const utc = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
    return (isoDate: string) => {
      const at = utcOf(isoDate);
      // A source's own text that is no date is shown as it is, not as "Invalid Date".
      return Number.isNaN(at) ? isoDate : format.format(at);
    };
  };
  const month = japanese ? 'long' : 'short';
  const dateTime = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: japanese ? 'numeric' : 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  });
  const time = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return {
    date: utc({ year: 'numeric', month, day: 'numeric' }),
    dateNumeric: utc({ year: 'numeric', month: '2-digit', day: '2-digit' }),
    dateShort: utc({ month, day: 'numeric' }),
    month: utc({ year: 'numeric', month }),
    dateTime: (at) => dateTime.format(at),
    time: (at) => time.format(at),
    relativeDays: (days) => {
      const text = relative.format(days, 'day');
      return japanese ? text.replaceAll(' ', '') : text;
    },
  };
}

function bytesFormat(locale: string): Formats['bytes'] {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
  const formats = units.map(
    (unit) =>
      new Intl.NumberFormat(locale, {
        style: 'unit',
        unit,
        // "0 byte" is what the short form makes of no bytes at all.
        unitDisplay: unit === 'byte' ? 'long' : 'short',
        maximumSignificantDigits: 3,
      }),
  );
  return (value) => {
    const step = value < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(value) / 3));
    return formats[step]!.format(value / 1000 ** step);
  };
}

function makeFormats(locale: string): Formats {
  const japanese = locale.toLowerCase().startsWith('ja');
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const numberShort = new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 });
  const percent = memo(
    (digits: string) =>
      new Intl.NumberFormat(locale, {
        style: 'percent',
        minimumFractionDigits: Number(digits),
        maximumFractionDigits: Number(digits),
      }),
  );
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    ...moneyFormats(locale, japanese),
    ...dateFormats(locale, japanese),
    number: (value) => number.format(value),
    numberShort: (value) => numberShort.format(value),
    percent: (value, digits = 0) => percent(String(digits)).format(value / 100),
    bytes: bytesFormat(locale),
    list: (items) => list.format(items),
    fiscalQuarter: ({ year, quarter }) =>
      japanese ? `${year}年度 第${quarter}四半期` : `FY${year} Q${quarter}`,
    fiscalYear: (year, startMonth) => {
      if (japanese) return `${year}年度`;
      return startMonth === 1 ? `FY${year}` : `FY${year}/${String((year + 1) % 100).padStart(2, '0')}`;
    },
  };
}

export const formatsFor = memo(makeFormats);
