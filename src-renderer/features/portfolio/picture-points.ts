/** Where each account stands in the picture, and which cannot be placed and why. Pure. */
import type { AccountRow } from '#renderer/data/book.ts';
import type { PortfolioViewState, Range } from '#renderer/ui-state/portfolio-view.ts';
import { decimalFromMoney } from '#shared/base/money.ts';
import { addDays, dayNumber } from '#shared/domain/table/days.ts';
import type { Filter } from '#shared/domain/table/view-definition.ts';
import type { Band } from '#shared/model/health.ts';

export type PictureView = Pick<PortfolioViewState, 'axes' | 'reach' | 'health' | 'days' | 'arr'>;

export interface Point {
  /** Place among the book's rows. */
  readonly index: number;
  readonly x: number;
  readonly y: number;
  /** In the currency's major unit. */
  readonly arr: number;
  readonly band: Band;
}

/** Accounts that are not in the picture, by why. */
export interface LeftOut {
  readonly noScore: number;
  readonly noRenewal: number;
  readonly otherCurrency: number;
  readonly outside: number;
}

export interface Picture {
  readonly points: readonly Point[];
  readonly left: LeftOut;
}

/** Days before and after today that the picture shows. */
const REACH = { quarter: [-30, 90], year: [-30, 365], all: [-Infinity, Infinity] } as const;

export function daysToRenewal({ renewalDate }: AccountRow, today: string): number | undefined {
  const days = renewalDate === undefined ? Number.NaN : dayNumber(renewalDate) - dayNumber(today);
  return Number.isNaN(days) ? undefined : days;
}

/** Major units in the currency; undefined when its revenue is in others only. Without any revenue it is 0. */
export function revenueIn({ arr }: AccountRow, currency: string): number | undefined {
  const money = arr.find((each) => each.currency === currency);
  if (money !== undefined) return decimalFromMoney(money);
  return arr.length === 0 ? 0 : undefined;
}

export function placeAccounts(
  rows: readonly AccountRow[],
  indexes: Iterable<number>,
  { axes, reach }: Pick<PictureView, 'axes' | 'reach'>,
  currency: string,
  today: string,
): Picture {
  const points: Point[] = [];
  const left = { noScore: 0, noRenewal: 0, otherCurrency: 0, outside: 0 };
  const [first, last] = REACH[reach];
  for (const index of indexes) {
    const row = rows[index];
    if (row === undefined) continue;
    const health = row.health?.value;
    const arr = revenueIn(row, currency);
    const days = daysToRenewal(row, today);
    if (health === undefined) left.noScore++;
    else if (arr === undefined) left.otherCurrency++;
    else if (axes === 'renewal' && days === undefined) left.noRenewal++;
    else if (axes === 'renewal' && (days! < first || days! > last)) left.outside++;
    else {
      const [x, y] = axes === 'renewal' ? [days!, health] : [health, arr];
      points.push({ index, x, y, arr, band: row.health?.band ?? 'unknown' });
    }
  }
  return { points, left };
}

/** Every currency that the rows have, the most frequent first. */
export function currenciesOf(rows: readonly AccountRow[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { arr } of rows)
    for (const { currency } of arr) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([currency]) => currency);
}

function isOpen({ from, to }: Range): boolean {
  return from === null && to === null;
}

function within(value: number | undefined, range: Range): boolean {
  if (isOpen(range)) return true;
  if (value === undefined) return false;
  return value >= (range.from ?? Number.NEGATIVE_INFINITY) && value <= (range.to ?? Number.POSITIVE_INFINITY);
}

type Ranges = Pick<PictureView, 'axes' | 'health' | 'days' | 'arr'>;

/** The range of the axis that is not shown does not count. */
export function passes(row: AccountRow, view: Ranges, currency: string, today: string): boolean {
  if (!within(row.health?.value, view.health)) return false;
  return view.axes === 'renewal'
    ? within(daysToRenewal(row, today), view.days)
    : within(isOpen(view.arr) ? 0 : revenueIn(row, currency), view.arr);
}

export function isNarrowed({ axes, health, days, arr }: Ranges): boolean {
  return !isOpen(health) || !isOpen(axes === 'renewal' ? days : arr);
}

function daysFilter({ from, to }: Range, today: string): Filter {
  // "In the next 90 days" stays true tomorrow; what begins elsewhere can only be said by its days.
  if (from === 0 && to !== null && to >= 0)
    return { column: 'renewalDate', op: 'nextDays', days: Math.round(to) };
  const day = (value: number | null) => (value === null ? null : addDays(today, Math.round(value)));
  return { column: 'renewalDate', op: 'days', from: day(from), to: day(to) };
}

/** The same as conditions of the accounts table. */
export function filtersOf(view: Ranges, currency: string, today: string): readonly Filter[] {
  const filters: Filter[] = [];
  if (!isOpen(view.health)) filters.push({ column: 'health', op: 'range', ...view.health });
  if (view.axes === 'renewal' && !isOpen(view.days)) filters.push(daysFilter(view.days, today));
  if (view.axes === 'revenue' && !isOpen(view.arr))
    filters.push({ column: 'arr', op: 'range', ...view.arr, currency });
  return filters;
}
