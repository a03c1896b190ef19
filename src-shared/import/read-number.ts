/** Reads numbers and amounts of money as people and tools of several countries write them. */

/** ISO 4217 codes that a cell may carry. */
const CODES = new Set(
  (
    'USD EUR GBP JPY CNY KRW INR AUD CAD NZD SGD HKD TWD CHF SEK NOK DKK PLN CZK HUF RON BGN TRY ILS AED SAR QAR KWD ' +
    'BHD OMR JOD ZAR NGN KES EGP BRL MXN ARS CLP COP PEN THB VND IDR MYR PHP PKR BDT LKR UAH RUB ISK'
  ).split(' '),
);
/** The others of ISO 4217: where a column is one of currencies, and not beside digits, where they may be words. */
const RARE_CODES = new Set(
  (
    'AFN ALL AMD AOA AWG AZN BAM BBD BIF BMD BND BOB BSD BTN BWP BYN BZD CDF CRC CUP CVE DJF DOP DZD ERN ETB FJD FKP ' +
    'GEL GHS GIP GMD GNF GTQ GYD HNL HTG IQD IRR JMD KGS KHR KMF KPW KYD KZT LAK LRD LSL LYD MAD MDL MGA MKD MMK MNT ' +
    'MOP MRU MUR MVR MWK MZN NAD NIO NPR PAB PGK PYG RSD RWF SBD SCR SDG SHP SLE SOS SRD SSP STN SVC SYP SZL TJS TMT ' +
    'TND TOP TTD TZS UGX UYU UZS VES VUV WST XAF XCD XOF XPF YER ZMW ZWG'
  ).split(' '),
);
const SIGNS: Readonly<Record<string, string>> = {
  US$: 'USD',
  A$: 'AUD',
  AU$: 'AUD',
  C$: 'CAD',
  CA$: 'CAD',
  NZ$: 'NZD',
  HK$: 'HKD',
  NT$: 'TWD',
  S$: 'SGD',
  R$: 'BRL',
  MX$: 'MXN',
  'CN¥': 'CNY',
  元: 'CNY',
  RMB: 'CNY',
  'JP¥': 'JPY',
  '¥': 'JPY',
  円: 'JPY',
  YEN: 'JPY',
  '€': 'EUR',
  '£': 'GBP',
  '₩': 'KRW',
  '₹': 'INR',
  '₽': 'RUB',
  '₺': 'TRY',
  '฿': 'THB',
  '₫': 'VND',
  '₪': 'ILS',
};
const DOLLARS = new Set(['USD', 'AUD', 'CAD', 'NZD', 'HKD', 'TWD', 'SGD', 'MXN']);
const CURRENCY = /(?:[A-Z]{1,2})?\$|(?:CN|JP)?¥|[€£₩₹₽₺฿₫₪円元]|\b[A-Z]{3}(?![A-Z])|(?<=\d)\s*yen\b/i;
const UNITS: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4, 百万: 1e6, 億: 1e8, 兆: 1e12 };
const UNIT_PART = /([\d.]+)(百万|[千万億兆])/g;
const LETTER_UNITS: Readonly<Record<string, number>> = { K: 1e3, M: 1e6, MM: 1e6, B: 1e9, BN: 1e9, MIO: 1e6 };

const POINT = /^(?:\d+|\d{1,3}(?:[,' ]\d{2,3})*[,' ]\d{3})?(?:\.\d*)?$/;
const COMMA = /^(?:\d+|\d{1,3}(?:[.' ]\d{2,3})*[.' ]\d{3})?(?:,\d*)?$/;

/** Which mark a text without a given one uses: the last of two kinds; a lone one before three digits groups. */
function guessMark(text: string): '.' | ',' {
  const point = text.lastIndexOf('.');
  const comma = text.lastIndexOf(',');
  if (point !== -1 && comma !== -1) return point > comma ? '.' : ',';
  if (comma === -1) return text.indexOf('.') === point ? '.' : ',';
  return text.indexOf(',') !== comma || /^\d{1,3},\d{3}$/.test(text) ? '.' : ',';
}

/** Digits with group and decimal marks, no sign. NaN when it is none. */
function unsigned(text: string, mark: '.' | ',' | undefined): number {
  const decimal = mark ?? guessMark(text);
  if (text === '' || !/\d/.test(text) || !(decimal === '.' ? POINT : COMMA).test(text)) return Number.NaN;
  const plain = text.replaceAll(decimal === '.' ? ',' : '.', '').replace(/[' ]/g, '');
  return Number(decimal === ',' ? plain.replace(',', '.') : plain);
}

function withUnits(text: string, mark: '.' | ',' | undefined): number {
  if (/[千万億兆]/.test(text)) {
    let sum = 0;
    const rest = text.replaceAll(',', '').replace(UNIT_PART, (_, digits: string, unit: string) => {
      sum += Number(digits) * UNITS[unit]!;
      return '';
    });
    return rest === '' ? sum : sum + unsigned(rest, '.');
  }
  const letters = /^(.*\d)\s?(K|MM?|B|BN|MIO)\.?$/i.exec(text);
  if (letters !== null) return unsigned(letters[1]!, mark) * LETTER_UNITS[letters[2]!.toUpperCase()]!;
  if (/^\d(?:\.\d+)?E[+-]?\d+$/i.test(text)) return Number(text);
  return unsigned(text, mark);
}

/** A number in text that was already brought to plain characters (NFKC) and trimmed. NaN = not a number. */
function signed(folded: string, mark: '.' | ',' | undefined): number {
  let text = folded;
  let negative = false;
  const bracketed = /^[-−]?\((.*)\)$/.exec(text);
  if (bracketed !== null) {
    negative = true;
    text = bracketed[1]!.trim();
  }
  const sign = /^[-−–‐▲△▼+]\s*/.exec(text);
  if (sign !== null) {
    if (sign[0][0] !== '+') negative = true;
    text = text.slice(sign[0].length);
  } else if (/\d[-−]$/.test(text)) {
    negative = true;
    text = text.slice(0, -1);
  }
  const value = withUnits(
    text
      .replace(/[\u2019`]/g, "'")
      .replace(/[\s\u00a0\u202f]+/g, ' ')
      .trim(),
    mark,
  );
  return negative && value !== 0 ? -value : value;
}

/** Digits with at most a minus before and a point inside: what most cells are. NaN = look closer. */
function plain(text: string): number {
  const length = text.length;
  if (length === 0 || length > 15) return Number.NaN;
  let value = 0;
  let at = 0;
  const negative = text.charCodeAt(0) === 45;
  if (negative) at++;
  if (at === length) return Number.NaN;
  for (; at < length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) {
      if (digit !== -2 || at === length - 1) return Number.NaN;
      for (let i = at + 1; i < length; i++) {
        const fraction = text.charCodeAt(i) - 48;
        if (fraction < 0 || fraction > 9) return Number.NaN;
      }
      return Number(text);
    }
    value = value * 10 + digit;
  }
  return negative && value !== 0 ? -value : value;
}

const GROUPED = /\.\d{3}$/;

/** NaN when the text is no number. A percent sign is let go: 12 % is 12. */
export function parseNumber(text: string, mark: '.' | ',' | undefined): number {
  const quick = plain(text);
  // 1.234 is 1,234 where the comma is the decimal mark.
  if (!Number.isNaN(quick) && (mark !== ',' || !text.includes('.'))) return quick;
  const folded = text.normalize('NFKC').trim();
  if (mark === ',' && /^\d{1,3}\.\d{1,2}$/.test(folded) && !GROUPED.test(folded)) return Number.NaN;
  return signed(folded.endsWith('%') ? folded.slice(0, -1).trim() : folded, mark);
}

export interface Amount {
  value: number;
  /** The currency that the cell names, if it does. */
  currency: string | undefined;
}

const amount: Amount = { value: 0, currency: undefined };

function currencyOf(sign: string, column: string | undefined): string | undefined {
  const key = sign.trim().toUpperCase();
  if (key === '$') return column !== undefined && DOLLARS.has(column) ? column : 'USD';
  if (key === '¥' && column === 'CNY') return 'CNY';
  return SIGNS[key] ?? (CODES.has(key) ? key : undefined);
}

/** One of those that need no heading to be known. */
export function isUsualCurrency(text: string): boolean {
  return CODES.has(text.trim());
}

export function isIsoCurrency(text: string): boolean {
  const code = text.normalize('NFKC').trim().toUpperCase();
  return CODES.has(code) || RARE_CODES.has(code);
}

/** The currency that a cell of nothing else names: a code, or a sign. */
export function currencyNamed(text: string): string | undefined {
  const code = text.normalize('NFKC').trim().toUpperCase();
  return CODES.has(code) || RARE_CODES.has(code) ? code : currencyOf(code, undefined);
}

/** The amount in the text, or undefined; the returned object is overwritten by the next call. */
export function parseAmount(
  text: string,
  mark: '.' | ',' | undefined,
  columnCurrency: string | undefined,
): Amount | undefined {
  amount.currency = undefined;
  amount.value = mark === ',' ? Number.NaN : plain(text);
  if (!Number.isNaN(amount.value)) return amount;
  const folded = text.normalize('NFKC').trim();
  const found = CURRENCY.exec(folded);
  if (found === null) amount.value = signed(folded, mark);
  else {
    amount.currency = currencyOf(found[0], columnCurrency);
    if (amount.currency === undefined) return undefined;
    amount.value = signed(withoutCurrency(folded, found), mark);
  }
  return Number.isFinite(amount.value) ? amount : undefined;
}

/** Takes the sign out, and a second naming of the same currency ("$5 USD"). */
function withoutCurrency(text: string, found: RegExpExecArray): string {
  const rest = `${text.slice(0, found.index)}${text.slice(found.index + found[0].length)}`.trim();
  return rest.replace(CURRENCY, '').trim();
}
