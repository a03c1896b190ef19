/** What stands between a plan and its preview, and what a person should look at: derived, never stored. */

import { type ColumnProblem, validateColumns } from '#shared/import/validate-columns.ts';
import type { FieldKind, NounName } from '#shared/model/field.ts';
import type { ColumnPlan, ColumnStats, TablePlan, ValueShape } from '#shared/model/import-plan.ts';
import { fieldSpec, isHistoryNoun } from '#shared/model/nouns.ts';
import type { FlowState, FlowTable } from './flow-state.ts';

/** Blocks the preview until it is solved. */
export type Problem = { readonly tableKey: string } & (
  | ColumnProblem
  | { readonly type: 'no-link' }
  | { readonly type: 'custom-unnamed'; readonly index: number }
);

/** Something that the values cannot decide. `must`: the preview waits for the answer. */
export interface Question {
  readonly type: 'score-direction' | 'date-order' | 'currency' | 'nrr' | 'unsure';
  readonly tableKey: string;
  readonly column: number;
  readonly must: boolean;
}

export const SURE = 0.85;
export const LIKELY = 0.6;

export function targetKind(noun: TablePlan['noun'], column: ColumnPlan): FieldKind | undefined {
  const { target } = column;
  if (target.type === 'custom') return target.valueKind;
  return noun === 'skip' || target.type === 'skip' ? undefined : fieldSpec(noun, target.field)?.kind;
}

function isRelation(noun: NounName, column: ColumnPlan): boolean {
  return column.target.type === 'field' && fieldSpec(noun, column.target.field)?.kind === 'relation';
}

export function tableProblems(tableKey: string, plan: TablePlan): readonly Problem[] {
  const { noun } = plan;
  if (noun === 'skip') return [];
  const problems: Problem[] = validateColumns(noun, plan.columns).map((problem) => ({
    ...problem,
    tableKey,
  }));
  // An event without an account has no place on any timeline.
  if (isHistoryNoun(noun) && !plan.columns.some((column) => isRelation(noun, column))) {
    problems.push({ type: 'no-link', tableKey });
  }
  for (const column of plan.columns) {
    if (column.target.type === 'custom' && column.target.name.trim() === '') {
      problems.push({ type: 'custom-unnamed', tableKey, index: column.index });
    }
  }
  return problems;
}

export function problemsOf(state: FlowState): readonly Problem[] {
  return state.tables.flatMap((table) =>
    table.plan === undefined ? [] : tableProblems(table.key, table.plan),
  );
}

function count(stats: ColumnStats, shape: ValueShape): number {
  return stats.shapes[shape] ?? 0;
}

/** True when every date that leaves the order open reads both ways: nothing in the column decides. */
export function dateOrderOpen(stats: ColumnStats): boolean {
  const dayFirst = count(stats, 'dateDmy');
  return dayFirst > 0 && dayFirst === count(stats, 'dateMdy');
}

/** True when amounts stand without a currency, in the cells and in everything around them. */
export function currencyOpen(noun: TablePlan['noun'], column: ColumnPlan, stats: ColumnStats): boolean {
  const { currency, currencyFrom } = column.reading;
  if (targetKind(noun, column) !== 'money' || currency !== undefined || currencyFrom !== undefined)
    return false;
  return count(stats, 'currency') < stats.filled;
}

function isDate(kind: FieldKind | undefined): boolean {
  return kind === 'date' || kind === 'dateTime';
}

function questionOf(table: FlowTable, plan: TablePlan, column: ColumnPlan): Question | undefined {
  const stats = table.inspection.columns[column.index];
  if (stats === undefined || stats.filled === 0) return undefined;
  const kind = targetKind(plan.noun, column);
  const ask = (type: Question['type'], must: boolean): Question => ({
    type,
    tableKey: table.key,
    column: column.index,
    must,
  });
  if (kind === 'percent' && column.reading.scale?.type === 'range') return ask('score-direction', true);
  if (isDate(kind) && dateOrderOpen(stats)) return ask('date-order', true);
  if (currencyOpen(plan.noun, column, stats)) return ask('currency', true);
  if (column.target.type !== 'skip' && /^nrr\b/i.test(column.header.normalize('NFKC').trim()))
    return ask('nrr', false);
  if (column.target.type === 'field' && column.confidence < LIKELY) return ask('unsure', false);
  return undefined;
}

/** What needs a person's eye in one table: what must be answered first, then what is merely unsure. */
export function tableQuestions(table: FlowTable): readonly Question[] {
  const { plan } = table;
  if (plan === undefined || plan.noun === 'skip') return [];
  const touched = new Set(table.touched);
  const questions = plan.columns
    .filter((column) => !touched.has(column.index) && column.confidence < 1)
    .flatMap((column) => questionOf(table, plan, column) ?? []);
  return questions.sort((a, b) => Number(b.must) - Number(a.must));
}

/** Over all tables; open dates of one file, and amounts without a currency, are asked about once: one answer counts. */
export function questionsOf(state: FlowState): readonly Question[] {
  const asked = new Set<string>();
  const questions = state.tables.flatMap((table) =>
    tableQuestions(table).filter((question) => {
      if (question.type !== 'date-order' && question.type !== 'currency') return true;
      const about = question.type === 'currency' ? 'currency' : `dates ${table.fileKey}`;
      const first = !asked.has(about);
      asked.add(about);
      return first;
    }),
  );
  return questions.sort((a, b) => Number(b.must) - Number(a.must));
}

/** Tables that will be imported. */
export function chosenTables(state: FlowState): readonly FlowTable[] {
  return state.tables.filter((table) => table.plan !== undefined && table.plan.noun !== 'skip');
}

/** Files are all settled, plans are there, and at least one table is to be imported. */
export function filesSettled(state: FlowState): boolean {
  const moving = state.files.some(({ state: file }) => file.type !== 'read' && file.type !== 'failed');
  return !moving && !state.guessing && chosenTables(state).length > 0;
}

/** Nothing is open that would make a preview untrue. */
export function readyForPreview(state: FlowState): boolean {
  return (
    filesSettled(state) &&
    problemsOf(state).length === 0 &&
    !questionsOf(state).some((question) => question.must)
  );
}
