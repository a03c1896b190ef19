/** Which conditions a kind of column offers, and how a filter reads on its chip. */
import { assertNever } from '#shared/base/assert-never.ts';
import { moneyFromDecimal } from '#shared/base/money.ts';
import type { ColumnKind } from '#shared/domain/table/column.ts';
import type { Filter, FilterOp } from '#shared/domain/table/view-definition.ts';
import type { AccountColumn } from './account-columns.ts';
import { type CellWords, valueLabel } from './cell-words.ts';

const DAY_OPS = ['period', 'days', 'beforeToday', 'empty', 'filled'] as const;

/** The likeliest first: it is what the editor opens with. */
const OPS: Readonly<Record<ColumnKind, readonly FilterOp[]>> = {
  text: ['anyOf', 'noneOf', 'contains', 'lacks', 'is', 'isNot', 'starts', 'empty', 'filled'],
  choice: ['anyOf', 'noneOf', 'empty', 'filled'],
  tags: ['anyOf', 'allOf', 'noneOf', 'empty', 'filled'],
  number: ['range', 'empty', 'filled'],
  money: ['range', 'empty', 'filled'],
  date: ['nextDays', 'pastDays', ...DAY_OPS],
  instant: ['notPastDays', 'pastDays', ...DAY_OPS],
  boolean: ['yes', 'no', 'empty'],
};

/** Of what is chosen by name. */
const NAMED: readonly FilterOp[] = ['anyOf', 'allOf', 'noneOf'];

/** Names and other texts that hardly repeat are searched for, not picked from a list. */
const TYPED = new Set(['name', 'nameKana', 'externalId', 'domain', 'phone', 'address', 'description']);

export function opsFor(column: AccountColumn): readonly FilterOp[] {
  if (column.choices !== undefined) return NAMED;
  const ops = OPS[column.column.kind];
  return TYPED.has(column.id) ? ['contains', ...ops.filter((op) => op !== 'contains')] : ops;
}

function between(from: string | undefined, to: string | undefined, { texts }: CellWords): string {
  if (from !== undefined && to !== undefined) return texts.fromTo(from, to);
  if (from !== undefined) return texts.atLeast(from);
  return to === undefined ? texts.anyValue : texts.atMost(to);
}

function rangeText(filter: Extract<Filter, { op: 'range' }>, words: CellWords): string {
  const { currency } = filter;
  const say = (value: number | null) => {
    if (value === null) return undefined;
    if (currency === undefined) return words.format.number(value);
    return words.format.moneyShort(moneyFromDecimal(value, currency));
  };
  return between(say(filter.from), say(filter.to), words);
}

const MOST_VALUES = 3;

function valuesText(values: readonly string[], column: AccountColumn, words: CellWords): string {
  const labels = values.slice(0, MOST_VALUES).map((value) => valueLabel(column, value, words));
  const more = values.length - labels.length;
  return [...labels, ...(more > 0 ? [words.texts.moreValues(more)] : [])].join(', ');
}

/** What follows the column's name on the chip. */
export function filterText(filter: Filter, column: AccountColumn, words: CellWords): string {
  const { texts, format } = words;
  switch (filter.op) {
    case 'contains':
    case 'lacks':
    case 'is':
    case 'isNot':
    case 'starts':
      return `${texts.ops[filter.op]} “${filter.text}”`;
    case 'empty':
    case 'filled':
    case 'yes':
    case 'no':
    case 'beforeToday':
      return texts.ops[filter.op];
    case 'range':
      return rangeText(filter, words);
    case 'days':
      return between(
        filter.from === null ? undefined : format.date(filter.from),
        filter.to === null ? undefined : format.date(filter.to),
        words,
      );
    case 'nextDays':
      return texts.inNextDays(filter.days);
    case 'pastDays':
      return texts.inPastDays(filter.days);
    case 'notPastDays':
      return texts.notInPastDays(filter.days);
    case 'period':
      return texts.periods[filter.period];
    case 'anyOf':
      return valuesText(filter.values, column, words);
    case 'noneOf':
    case 'allOf':
      return `${texts.ops[filter.op]} ${valuesText(filter.values, column, words)}`;
    default:
      return assertNever(filter);
  }
}
