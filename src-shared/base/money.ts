/** Money is integer minor units plus an ISO 4217 currency; amounts of two currencies never mix in silence. */
export interface Money {
  /** Minor units (cents, yen): an integer. */
  readonly minor: number;
  /** ISO 4217 code, upper case. */
  readonly currency: string;
}

const ZERO_DECIMALS = new Set([
  'JPY',
  'KRW',
  'VND',
  'CLP',
  'ISK',
  'PYG',
  'UGX',
  'XAF',
  'XOF',
  'XPF',
  'RWF',
  'KMF',
  'GNF',
  'DJF',
  'BIF',
  'VUV',
]);
const THREE_DECIMALS = new Set(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND']);

/** Digits after the decimal mark in the currency (ISO 4217 exponent). */
export function minorDigits(currency: string): number {
  if (ZERO_DECIMALS.has(currency)) return 0;
  return THREE_DECIMALS.has(currency) ? 3 : 2;
}

/** A decimal amount as money, rounded half away from zero to the minor unit. */
export function moneyFromDecimal(amount: number, currency: string): Money {
  const scaled = amount * 10 ** minorDigits(currency);
  const minor = Math.sign(scaled) * Math.round(Math.abs(scaled) + Number.EPSILON * Math.abs(scaled));
  return { minor: minor === 0 ? 0 : minor, currency };
}

export function decimalFromMoney(money: Money): number {
  return money.minor / 10 ** minorDigits(money.currency);
}
