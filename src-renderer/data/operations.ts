/** What an operation does to a row, how it is taken back, and whether it still can be: pure. */
import { assertNever } from '#shared/base/assert-never.ts';
import { sameValue } from '#shared/base/same-value.ts';
import type { Change, Json, Operation } from '#shared/model/operation.ts';

export type Row = Readonly<Record<string, unknown>>;

/** A `set` on a field whose name starts so is about the record's own column of that name, not a field of its noun. */
export const CUSTOM_PREFIX = 'custom.';

export type Applied =
  | { readonly type: 'put'; readonly row: Row }
  | { readonly type: 'remove' }
  /** The record is not here (yet): it came from a source and waits to be imported again. */
  | { readonly type: 'missing' }
  /** A splice does not fit the text that is here. */
  | { readonly type: 'mismatch' };

/** Own property even for names like `__proto__`. */
function withValue(row: Row, name: string, value: unknown): Row {
  return { ...row, [name]: value };
}

function without(row: Row, name: string): Row {
  return Object.fromEntries(Object.entries(row).filter(([key]) => key !== name));
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of a field or custom column as JSON; null when there is none. */
export function valueAt(row: Row | undefined, field: string): Json {
  if (row === undefined) return null;
  if (!field.startsWith(CUSTOM_PREFIX)) return Object.hasOwn(row, field) ? toJson(row[field]) : null;
  const name = field.slice(CUSTOM_PREFIX.length);
  const custom = row['custom'];
  return isRow(custom) && Object.hasOwn(custom, name) ? toJson(custom[name]) : null;
}

/** JSON of a stored value: properties without a value are left out. */
export function toJson(value: unknown): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return value.map(toJson);
  return isRow(value) ? toJsonRecord(value) : null;
}

export function toJsonRecord(row: Row): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, toJson(value)]),
  );
}

function setField(row: Row, field: string, value: Json): Row {
  if (!field.startsWith(CUSTOM_PREFIX))
    return value === null ? without(row, field) : withValue(row, field, value);
  const name = field.slice(CUSTOM_PREFIX.length);
  const custom = isRow(row['custom']) ? row['custom'] : {};
  const next = value === null ? without(custom, name) : withValue(custom, name, value);
  return Object.keys(next).length === 0 ? without(row, 'custom') : withValue(row, 'custom', next);
}

function touched(row: Row, at: number): Row {
  return Object.hasOwn(row, 'updatedAt') ? withValue(row, 'updatedAt', at) : row;
}

function textAt(row: Row, field: string): string {
  const value = row[field];
  return typeof value === 'string' ? value : '';
}

/** The row after the change; `at` is when the operation was done and becomes the row's `updatedAt`. */
export function applyChange(row: Row | undefined, change: Change, at: number): Applied {
  switch (change.type) {
    case 'add':
      return { type: 'put', row: change.record };
    case 'remove':
      return { type: 'remove' };
    case 'set': {
      if (row === undefined) return { type: 'missing' };
      let next = row;
      for (const [field, [, to]] of Object.entries(change.fields)) next = setField(next, field, to);
      return { type: 'put', row: touched(next, at) };
    }
    case 'text': {
      if (row === undefined) return { type: 'missing' };
      const text = textAt(row, change.field);
      if (text.slice(change.at, change.at + change.remove.length) !== change.remove)
        return { type: 'mismatch' };
      if (change.at > text.length) return { type: 'mismatch' };
      const after = text.slice(0, change.at) + change.insert + text.slice(change.at + change.remove.length);
      return { type: 'put', row: touched(withValue(row, change.field, after), at) };
    }
    default:
      return assertNever(change);
  }
}

function invertChange(change: Change): Change {
  switch (change.type) {
    case 'add':
      return { ...change, type: 'remove' };
    case 'remove':
      return { ...change, type: 'add' };
    case 'set': {
      const swapped = Object.entries(change.fields).map(([field, [from, to]]): [string, [Json, Json]] => [
        field,
        [to, from],
      ]);
      return { ...change, fields: Object.fromEntries(swapped) };
    }
    case 'text':
      return { ...change, remove: change.insert, insert: change.remove };
    default:
      return assertNever(change);
  }
}

/** The changes that take an operation back, in the order in which they must be done. */
export function invertChanges(changes: readonly Change[]): Change[] {
  return changes.map(invertChange).reverse();
}

/** The operation that takes `operation` back. */
export function invert(operation: Operation, id: string, at: number): Operation {
  return {
    id,
    at,
    intent: operation.intent,
    undoes: operation.id,
    changes: invertChanges(operation.changes),
  };
}

/** Fields that follow from a change and say nothing about who made it. */
const FOLLOWING = new Set(['updatedAt', 'createdAt']);

function sameRecord(a: Row, b: Row): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)].filter((name) => !FOLLOWING.has(name)));
  return [...names].every((name) => sameValue(toJson(a[name] ?? null), toJson(b[name] ?? null)));
}

/** The first field that is no longer as the change expects it; undefined = the change fits. */
export function misfit(row: Row | undefined, change: Change): string | undefined {
  switch (change.type) {
    case 'add':
      return row === undefined ? undefined : '';
    case 'remove':
      return row !== undefined && sameRecord(row, change.record) ? undefined : '';
    case 'set':
      if (row === undefined) return '';
      return Object.entries(change.fields).find(
        ([field, [from]]) => !sameValue(valueAt(row, field), from),
      )?.[0];
    case 'text':
      return applyChange(row, change, 0).type === 'put' ? undefined : change.field;
    default:
      return assertNever(change);
  }
}

export interface Splice {
  readonly at: number;
  readonly remove: string;
  readonly insert: string;
}

/** The one splice that turns `before` into `after` (what lies between their common ends); undefined when equal. */
export function spliceBetween(before: string, after: string): Splice | undefined {
  if (before === after) return undefined;
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before[start] === after[start]) start++;
  let end = 0;
  while (end < shortest - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return {
    at: start,
    remove: before.slice(start, before.length - end),
    insert: after.slice(start, after.length - end),
  };
}
