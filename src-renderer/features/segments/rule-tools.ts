/** What segments borrow from the accounts table: how a condition is made, changed and said. Given by the screen. */
import type { ReactNode } from 'react';
import type { AccountRow } from '#renderer/data/book.ts';
import type { Texts } from '#renderer/i18n/dictionaries.ts';
import type { ConditionProblem } from '#shared/domain/segments/segment-members.ts';
import type { SegmentRule } from '#shared/domain/segments/segment-rule.ts';
import type { Filter } from '#shared/domain/table/view-definition.ts';

export interface RuleTools {
  readonly rows: readonly AccountRow[];
  /** A column's name; undefined for one that does not exist. */
  readonly labelOf: (column: string) => string | undefined;
  /** What follows the column's name. */
  readonly filterText: (filter: Filter) => string;
  /** Asks for a column and its condition. */
  readonly builder: (onAdd: (filter: Filter) => void) => ReactNode;
  /** Changes a condition whose column exists. */
  readonly editor: (filter: Filter, onDone: (filter: Filter) => void) => ReactNode;
}

const CUSTOM = 'custom.';

/** A column that is gone is called as it was. */
export function columnName(column: string, { labelOf }: Pick<RuleTools, 'labelOf'>): string {
  return labelOf(column) ?? (column.startsWith(CUSTOM) ? column.slice(CUSTOM.length) : column);
}

export function conditionText(filter: Filter, tools: RuleTools, texts: Texts['segments']): string {
  if (filter.column === 'id' && 'values' in filter) return texts.exactly(filter.values.length);
  const name = columnName(filter.column, tools);
  return tools.labelOf(filter.column) === undefined ? name : `${name} ${tools.filterText(filter)}`;
}

export function ruleText(rule: SegmentRule, tools: RuleTools, texts: Texts['segments']): string {
  if (rule.filters.length === 0) return texts.everyone;
  const parts = rule.filters.map((filter) => conditionText(filter, tools, texts));
  return parts.join(rule.match === 'all' ? texts.and : texts.or);
}

export function problemText(
  { type, column }: ConditionProblem,
  tools: RuleTools,
  texts: Texts['segments'],
): string {
  return texts.problems[type](columnName(column, tools));
}
