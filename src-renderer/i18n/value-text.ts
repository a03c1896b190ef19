/** A stored value of any field as a line of text in the reader's language. */
import type { FieldSpec } from '#shared/model/field.ts';
import type { FieldTexts } from './en/fields.ts';
import { choiceLabel } from './field-label.ts';
import type { Formats } from './format.ts';

export interface ValueWords {
  readonly fields: FieldTexts;
  readonly format: Formats;
  readonly yes: string;
  readonly no: string;
}

function isMoney(value: unknown): value is { readonly minor: number; readonly currency: string } {
  return typeof value === 'object' && value !== null && 'minor' in value && 'currency' in value;
}

function numberText(spec: FieldSpec | undefined, value: number, format: Formats): string {
  if (spec?.kind === 'dateTime') return format.dateTime(value);
  return spec?.kind === 'percent'
    ? format.percent(value, Number.isInteger(value) ? 0 : 1)
    : format.number(value);
}

/** '' for no value. `spec` is undefined for a custom column, whose text is shown as the source wrote it. */
export function valueText(
  field: string,
  spec: FieldSpec | undefined,
  value: unknown,
  words: ValueWords,
): string {
  const { format } = words;
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return numberText(spec, value, format);
  if (Array.isArray(value)) return format.list(value.map(String));
  if (isMoney(value)) return format.money(value);
  const text = String(value);
  if (spec?.kind === 'date') return format.date(text);
  return spec?.kind === 'choice' ? choiceLabel(words.fields, field, text) : text;
}
