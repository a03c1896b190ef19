/** Checks a table's column plans before anything is read: two columns on one field, required fields without one. */
import type { NounName } from '../model/field.ts';
import type { ColumnPlan } from '../model/import-plan.ts';
import { nounFields } from '../model/nouns.ts';

export type ColumnProblem =
  | {
      readonly type: 'two-on-one';
      readonly field: string;
      readonly custom: boolean;
      readonly indexes: readonly number[];
    }
  | { readonly type: 'required-missing'; readonly field: string }
  /** A relation field whose column does not say how it finds its record. */
  | { readonly type: 'link-missing'; readonly field: string; readonly index: number };

function slotOf(column: ColumnPlan): string | undefined {
  const { target } = column;
  if (target.type === 'skip') return undefined;
  if (target.type === 'custom') return `custom:${target.name}`;
  return target.part === undefined ? `field:${target.field}` : `field:${target.field}/${target.part}`;
}

/** Empty = the plans can be used. */
export function validateColumns(noun: NounName | 'skip', columns: readonly ColumnPlan[]): ColumnProblem[] {
  if (noun === 'skip') return [];
  const problems: ColumnProblem[] = [];
  const slots = new Map<string, number[]>();
  for (const column of columns) {
    const slot = slotOf(column);
    if (slot === undefined) continue;
    const list = slots.get(slot);
    if (list === undefined) slots.set(slot, [column.index]);
    else list.push(column.index);
  }
  // A whole name beside its halves is two columns on one field as well.
  for (const part of ['given', 'family']) {
    const halves = slots.get(`field:name/${part}`);
    const whole = slots.get('field:name');
    if (whole !== undefined && halves !== undefined) whole.push(...halves);
  }
  for (const [slot, indexes] of slots) {
    if (indexes.length < 2) continue;
    const field = slot.slice(slot.indexOf(':') + 1).replace(/\/.*$/, '');
    problems.push({ type: 'two-on-one', field, custom: slot.startsWith('custom:'), indexes });
  }
  for (const [field, spec] of Object.entries(nounFields[noun])) {
    const own = columns.filter((c) => c.target.type === 'field' && c.target.field === field);
    if ('required' in spec && own.length === 0) problems.push({ type: 'required-missing', field });
    for (const column of own) {
      if (spec.kind === 'relation' && column.link === undefined)
        problems.push({ type: 'link-missing', field, index: column.index });
    }
  }
  return problems;
}
