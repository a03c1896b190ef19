/** Columns that name the currency of each row, and which amounts they are about. */
import type { ColumnStats } from '../model/import-plan.ts';
import { squash } from './aliases.ts';
import { isIsoCurrency, isUsualCurrency } from './read-number.ts';

const HEADER = /currency|通貨|^(?:ccy|curr)$/i;
/** Nearly all: a typing mistake is no reason to mix currencies in silence, its row is rejected. */
const NEARLY_ALL = 0.95;

function share(column: ColumnStats, isCode: (text: string) => boolean): number {
  const values = column.values ?? column.samples.map((sample) => [sample, 1] as const);
  let all = 0;
  let codes = 0;
  for (const [value, count] of values) {
    all += count;
    if (isCode(value)) codes += count;
  }
  return all === 0 ? 0 : codes / all;
}

/** By its name any code of ISO 4217 counts; without one only the usual codes, since some are words. */
export function isCurrencyColumn(column: ColumnStats): boolean {
  const isCode = HEADER.test(column.header) ? isIsoCurrency : isUsualCurrency;
  return column.filled > 0 && share(column, isCode) >= NEARLY_ALL;
}

/** The column that names the currency of this column's amounts: the one called after it, else the nearest. */
export function currencyColumnOf(
  amounts: ColumnStats,
  columns: readonly ColumnStats[],
): ColumnStats | undefined {
  const found = columns.filter((column) => column.index !== amounts.index && isCurrencyColumn(column));
  const called = [`${squash(amounts.header)}currency`, `${squash(amounts.header)}currencycode`];
  const distance = (column: ColumnStats) => Math.abs(column.index - amounts.index);
  return (
    found.find((column) => called.includes(squash(column.header))) ??
    found.toSorted((a, b) => distance(a) - distance(b))[0]
  );
}
