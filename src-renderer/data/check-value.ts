/** Whether a value that a person gave is of its field's kind, and how it is stored: the form's border. */
import { assertNever } from '#shared/base/assert-never.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { FieldKind, FieldSpec } from '#shared/model/field.ts';
import type { Json } from '#shared/model/operation.ts';

export type ValueError =
  | { readonly type: 'read-only-field'; readonly field: string }
  | { readonly type: 'unknown-field'; readonly field: string }
  | { readonly type: 'required'; readonly field: string }
  | { readonly type: 'wrong-kind'; readonly field: string; readonly kind: FieldKind }
  | { readonly type: 'not-a-choice'; readonly field: string; readonly choices: readonly string[] };

function isDate(value: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (parts === null) return false;
  const time = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  return new Date(time).toISOString().startsWith(value);
}

function isMoney(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('minor' in value) || !('currency' in value))
    return false;
  return (
    Number.isSafeInteger(value.minor) &&
    typeof value.currency === 'string' &&
    /^[A-Z]{3}$/.test(value.currency)
  );
}

function isTags(value: unknown): boolean {
  return Array.isArray(value) && value.every((tag) => typeof tag === 'string' && tag !== '');
}

function fits(kind: FieldKind, value: unknown): boolean {
  switch (kind) {
    case 'id':
    case 'text':
    case 'longText':
    case 'choice':
    case 'email':
    case 'phone':
    case 'url':
    case 'person':
    case 'relation':
      return typeof value === 'string';
    case 'integer':
      return Number.isSafeInteger(value);
    case 'number':
    case 'dateTime':
      return typeof value === 'number' && Number.isFinite(value);
    case 'percent':
      return typeof value === 'number' && value >= 0 && value <= 100;
    case 'money':
      return isMoney(value);
    case 'date':
      return typeof value === 'string' && isDate(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'tags':
      return isTags(value);
    default:
      return assertNever(kind);
  }
}

function isBlank(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    (typeof value === 'string' && value.trim() === '') ||
    (Array.isArray(value) && value.length === 0)
  );
}

function stored(value: unknown): Json {
  if (Array.isArray(value)) return [...new Set(value.map(String))];
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'object' && value !== null && 'minor' in value && 'currency' in value) {
    return { minor: Number(value.minor), currency: String(value.currency) };
  }
  return null;
}

/** The value as it is stored, null for none; blank text and no tags are no value. */
export function checkValue(
  field: string,
  spec: FieldSpec | undefined,
  value: unknown,
): Result<Json, ValueError> {
  if (spec === undefined) return err({ type: 'unknown-field', field });
  if (spec.readOnly === true) return err({ type: 'read-only-field', field });
  if (isBlank(value)) return spec.required === true ? err({ type: 'required', field }) : ok(null);
  if (!fits(spec.kind, value)) return err({ type: 'wrong-kind', field, kind: spec.kind });
  if (spec.choices !== undefined && typeof value === 'string' && !spec.choices.includes(value)) {
    return err({ type: 'not-a-choice', field, choices: spec.choices });
  }
  return ok(stored(value));
}
