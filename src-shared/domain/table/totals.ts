/** What rows add up to: money per currency, sums, and ratios from their parts. */
import { assertNever } from '../../base/assert-never.ts';
import type { Money } from '../../base/money.ts';
import type { Column, Columns, MoneyColumn, NumberColumn } from './column.ts';
import { SLICE_ROWS, type Sliced } from './sliced.ts';

export type ColumnTotal =
  | { readonly type: 'money'; readonly sums: readonly Money[] }
  | { readonly type: 'sum'; readonly value: number }
  | { readonly type: 'ratio'; readonly value: number };

export interface Totals {
  readonly count: number;
  /** By column id; a column without any value among the rows has none. */
  readonly columns: ReadonlyMap<string, ColumnTotal>;
}

interface Adder<R> {
  readonly id: string;
  add(row: R): void;
  result(): ColumnTotal | undefined;
}

function moneyAdder<R>(column: MoneyColumn<R>): Adder<R> {
  const sums = new Map<string, number>();
  return {
    id: column.id,
    add(row) {
      const amounts = column.value(row);
      for (let i = 0; i < amounts.length; i++) {
        const { currency, minor } = amounts[i]!;
        sums.set(currency, (sums.get(currency) ?? 0) + minor);
      }
    },
    result() {
      if (sums.size === 0) return undefined;
      const all = [...sums].sort(([a], [b]) => (a < b ? -1 : 1));
      return { type: 'money', sums: all.map(([currency, minor]) => ({ currency, minor })) };
    },
  };
}

function numberAdder<R>(column: NumberColumn<R>): Adder<R> | undefined {
  const { total, id } = column;
  let part = 0;
  let whole = 0;
  switch (total.type) {
    case 'none':
      return undefined;
    case 'sum':
      return {
        id,
        add(row) {
          const value = column.value(row);
          if (value === undefined) return;
          part += value;
          whole++;
        },
        result: () => (whole === 0 ? undefined : { type: 'sum', value: part }),
      };
    case 'ratio':
      return {
        id,
        add(row) {
          const parts = total.of(row);
          if (parts === undefined) return;
          part += parts[0];
          whole += parts[1];
        },
        result: () => (whole === 0 ? undefined : { type: 'ratio', value: (part / whole) * total.times }),
      };
    default:
      return assertNever(total);
  }
}

function adderOf<R>(column: Column<R> | undefined): Adder<R> | undefined {
  if (column?.kind === 'money') return moneyAdder(column);
  return column?.kind === 'number' ? numberAdder(column) : undefined;
}

/** Adds up the rows at `indexes` for the columns named. */
export function* totalRows<R>(
  rows: readonly R[],
  indexes: Uint32Array,
  columns: Columns<R>,
  wanted: readonly string[],
): Sliced<Totals> {
  const adders = wanted.map((id) => adderOf(columns.get(id))).filter((adder) => adder !== undefined);
  for (let from = 0; from < indexes.length; from += SLICE_ROWS) {
    const to = Math.min(indexes.length, from + SLICE_ROWS);
    for (const adder of adders) for (let i = from; i < to; i++) adder.add(rows[indexes[i]!]!);
    yield;
  }
  const results = new Map<string, ColumnTotal>();
  for (const adder of adders) {
    const result = adder.result();
    if (result !== undefined) results.set(adder.id, result);
  }
  return { count: indexes.length, columns: results };
}
