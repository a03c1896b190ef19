/** A field's text as a person typed it, as the value that is stored; or what is wrong with it. Pure. */
import { readNumber } from '#renderer/ui/number-field.tsx';
import { readMoney } from '#renderer/ui/read-money.ts';
import { minorDigits } from '#shared/base/money.ts';
import type { FieldSpec } from '#shared/model/field.ts';

type ReadField =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: 'number' | 'money' | 'required' };

/** The text that the editor starts with: plain digits, so that it can be read back. */
export function textToEdit(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'object' && 'minor' in value && 'currency' in value) {
    const currency = String(value.currency);
    const digits = minorDigits(currency);
    return `${(Number(value.minor) / 10 ** digits).toFixed(digits)} ${currency}`;
  }
  return String(value);
}

function currencyOf(value: unknown): string | undefined {
  const money = typeof value === 'object' && value !== null && 'currency' in value;
  return money ? String(value.currency) : undefined;
}

/** `before` is the value that the field has; a custom column (no spec) keeps its kind of value. */
export function readField(spec: FieldSpec | undefined, text: string, before: unknown): ReadField {
  const plain = text.trim();
  if (plain === '')
    return spec?.required === true ? { ok: false, problem: 'required' } : { ok: true, value: null };
  const kind = spec?.kind ?? (typeof before === 'number' ? 'number' : 'text');
  switch (kind) {
    case 'integer':
    case 'number':
    case 'percent': {
      const number = readNumber(plain.replace(/[%％]$/, ''));
      const whole = kind !== 'integer' || Number.isInteger(number);
      const fits = kind !== 'percent' || (typeof number === 'number' && number >= 0 && number <= 100);
      return typeof number === 'number' && whole && fits
        ? { ok: true, value: number }
        : { ok: false, problem: 'number' };
    }
    case 'money': {
      const money = readMoney(plain, currencyOf(before));
      return money === undefined ? { ok: false, problem: 'money' } : { ok: true, value: money };
    }
    default:
      return { ok: true, value: plain };
  }
}
