/** A filter while it is being put together: every input keeps its value when the condition changes. */

import type { AccountRow } from '#renderer/data/book.ts';
import { assertNever } from '#shared/base/assert-never.ts';
import type { Filter, FilterOp, Period } from '#shared/domain/table/view-definition.ts';
import type { AccountColumn } from './account-columns.ts';
import { opsFor } from './filter-words.ts';

export interface FilterDraft {
  readonly op: FilterOp;
  readonly text: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly currency: string | undefined;
  readonly fromDay: string | undefined;
  readonly toDay: string | undefined;
  readonly days: number | null;
  readonly period: Period;
  readonly values: readonly string[];
}

export function draftOf(column: AccountColumn, filter: Filter | undefined): FilterDraft {
  const blank: FilterDraft = {
    op: filter?.op ?? opsFor(column)[0]!,
    text: '',
    from: null,
    to: null,
    currency: undefined,
    fromDay: undefined,
    toDay: undefined,
    days: column.column.kind === 'date' ? 90 : 30,
    period: 'thisQuarter',
    values: [],
  };
  if (filter === undefined) return blank;
  if ('text' in filter) return { ...blank, text: filter.text };
  if ('values' in filter) return { ...blank, values: filter.values };
  if ('period' in filter) return { ...blank, period: filter.period };
  if (filter.op === 'range') {
    return { ...blank, from: filter.from, to: filter.to, currency: filter.currency };
  }
  if (filter.op === 'days') {
    return { ...blank, fromDay: filter.from ?? undefined, toDay: filter.to ?? undefined };
  }
  return 'days' in filter ? { ...blank, days: filter.days } : blank;
}

/** Undefined while something that the condition needs is missing. */
export function filterOf(column: AccountColumn, draft: FilterDraft): Filter | undefined {
  const { op } = draft;
  const id = column.id;
  switch (op) {
    case 'contains':
    case 'lacks':
    case 'is':
    case 'isNot':
    case 'starts':
      return draft.text.trim() === '' ? undefined : { op, column: id, text: draft.text.trim() };
    case 'empty':
    case 'filled':
    case 'yes':
    case 'no':
    case 'beforeToday':
      return { op, column: id };
    case 'range': {
      const { from, to, currency } = draft;
      if (from === null && to === null) return undefined;
      return { op, column: id, from, to, ...(currency === undefined ? {} : { currency }) };
    }
    case 'days': {
      const { fromDay = null, toDay = null } = draft;
      return fromDay === null && toDay === null ? undefined : { op, column: id, from: fromDay, to: toDay };
    }
    case 'nextDays':
    case 'pastDays':
    case 'notPastDays': {
      const days = draft.days === null ? undefined : Math.round(draft.days);
      return days === undefined || days < 0 || days > 36_500 ? undefined : { op, column: id, days };
    }
    case 'period':
      return { op, column: id, period: draft.period };
    case 'anyOf':
    case 'noneOf':
    case 'allOf':
      return draft.values.length === 0 ? undefined : { op, column: id, values: [...draft.values] };
    default:
      return assertNever(op);
  }
}

export interface ValueCount {
  readonly value: string;
  /** Undefined while nobody has counted. */
  readonly count: number | undefined;
}

/** The different values of a column with the number of rows that have them: known choices in order, else the most frequent first. */
export function valuesOf(
  { column, choices: named }: AccountColumn,
  rows: readonly AccountRow[],
): readonly ValueCount[] {
  if (named?.counted === false) return named.ids.map((value) => ({ value, count: undefined }));
  const counts = new Map<string, number>();
  const choices = column.kind === 'choice' ? column.choices : (named?.ids ?? []);
  for (const choice of choices) counts.set(choice, 0);
  const add = (value: string) => counts.set(value, (counts.get(value) ?? 0) + 1);
  for (const row of rows) {
    if (column.kind === 'tags') for (const tag of column.value(row) ?? []) add(tag);
    else if (column.kind === 'text' || column.kind === 'choice') {
      const value = column.value(row);
      if (value !== undefined && value !== '') add(value);
    }
  }
  const all = [...counts].map(([value, count]) => ({ value, count }));
  const known = all.slice(0, choices.length);
  return [
    ...known,
    ...all.slice(choices.length).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
  ];
}

/** Currencies met in a money column, the most frequent first. */
export function currenciesOf({ column }: AccountColumn, rows: readonly AccountRow[]): readonly string[] {
  if (column.kind !== 'money') return [];
  const counts = new Map<string, number>();
  for (const row of rows) {
    for (const { currency } of column.value(row)) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([currency]) => currency);
}
