/** An amount of money as people type it: "1200 USD", "¥1,200", "12万円". Pure. */
import { type Money, moneyFromDecimal } from '#shared/base/money.ts';
import { readNumber } from './number-field.tsx';

const SYMBOLS: Readonly<Record<string, string>> = { '¥': 'JPY', 円: 'JPY', $: 'USD', '€': 'EUR', '£': 'GBP' };

/** Without a currency in the text, `before` is meant. Undefined where the text is no amount. */
export function readMoney(text: string, before: string | undefined): Money | undefined {
  const plain = text.normalize('NFKC').trim();
  const code = /[A-Za-z]{3}/.exec(plain)?.[0].toUpperCase();
  const symbol = Object.keys(SYMBOLS).find((each) => plain.includes(each));
  const currency = code ?? (symbol === undefined ? before : SYMBOLS[symbol]);
  const factor = plain.includes('億') ? 1e8 : plain.includes('万') ? 1e4 : 1;
  const number = readNumber(plain.replace(/[A-Za-z¥円$€£万億]/g, ''));
  if (currency === undefined || number === undefined || number === null) return undefined;
  return moneyFromDecimal(number * factor, currency);
}
