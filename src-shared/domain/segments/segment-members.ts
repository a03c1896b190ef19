/** Who belongs to a segment, and which of its conditions cannot be judged: over the same flat columns as the table. */
import type { ColumnKind } from '../table/column.ts';
import type { Calendar } from '../table/day-ranges.ts';
import { filterRows } from '../table/filter-rows.ts';
import type { Sliced } from '../table/sliced.ts';
import type { TableData } from '../table/table-data.ts';
import type { Filter, FilterOp } from '../table/view-definition.ts';
import type { SegmentRule } from './segment-rule.ts';

/** Why a condition does not say what its author meant. */
export interface ConditionProblem {
  /** Place of the condition in the rule. */
  readonly at: number;
  /**
   * 'no-column': nothing is called so (any more). 'no-data': no account has a value there. 'wrong-kind': the column now
   * holds another kind of value. In each case every account counts as having none.
   */
  readonly type: 'no-column' | 'no-data' | 'wrong-kind';
  readonly column: string;
}

export interface SegmentMembers {
  /** Indexes of the rows that belong, in their order. */
  readonly indexes: Uint32Array;
  readonly problems: readonly ConditionProblem[];
}

const TEXT: readonly FilterOp[] = ['contains', 'lacks', 'is', 'isNot', 'starts'];
const DAY: readonly FilterOp[] = ['days', 'nextDays', 'pastDays', 'notPastDays', 'beforeToday', 'period'];

/** Conditions that each kind of column can answer, besides whether it is empty. */
const FITS: Readonly<Record<ColumnKind, readonly FilterOp[]>> = {
  text: [...TEXT, 'anyOf', 'noneOf'],
  choice: [...TEXT, 'anyOf', 'noneOf'],
  tags: ['anyOf', 'allOf', 'noneOf'],
  number: ['range'],
  money: ['range'],
  date: DAY,
  instant: DAY,
  boolean: ['yes', 'no'],
};

function isAboutBlanks({ op }: Filter): boolean {
  return op === 'empty' || op === 'filled';
}

function* problemOf<R extends object>(
  data: TableData<R>,
  filter: Filter,
  at: number,
  calendar: Calendar,
): Sliced<ConditionProblem | undefined> {
  const column = data.columns.get(filter.column);
  if (column === undefined) return { at, type: 'no-column', column: filter.column };
  if (!isAboutBlanks(filter) && !FITS[column.kind].includes(filter.op))
    return { at, type: 'wrong-kind', column: filter.column };
  if (data.rows.length === 0) return undefined;
  const filled: Filter = { op: 'filled', column: filter.column };
  const some = yield* filterRows(data, { filters: [filled], search: '', searchText: () => '', calendar });
  return some.length === 0 ? { at, type: 'no-data', column: filter.column } : undefined;
}

function* passing<R extends object>(
  data: TableData<R>,
  filters: readonly Filter[],
  calendar: Calendar,
): Sliced<Uint32Array> {
  return yield* filterRows(data, { filters, search: '', searchText: () => '', calendar });
}

/** A condition of the wrong kind is asked as one that nobody has a value for. */
function asAsked(filter: Filter, problem: ConditionProblem | undefined): Filter {
  return problem?.type === 'wrong-kind' ? { ...filter, column: '\u0000' } : filter;
}

export function* membersOf<R extends object>(
  data: TableData<R>,
  { match, filters }: SegmentRule,
  calendar: Calendar,
): Sliced<SegmentMembers> {
  const problems: ConditionProblem[] = [];
  const asked: Filter[] = [];
  for (const [at, filter] of filters.entries()) {
    const problem = yield* problemOf(data, filter, at, calendar);
    if (problem !== undefined) problems.push(problem);
    asked.push(asAsked(filter, problem));
  }
  if (match === 'all' || asked.length === 0)
    return { indexes: yield* passing(data, asked, calendar), problems };
  const isIn = new Uint8Array(data.rows.length);
  for (const filter of asked) for (const index of yield* passing(data, [filter], calendar)) isIn[index] = 1;
  const indexes: number[] = [];
  for (let i = 0; i < isIn.length; i++) if (isIn[i] === 1) indexes.push(i);
  return { indexes: Uint32Array.from(indexes), problems };
}
