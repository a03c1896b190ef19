/** The table's engine once more, slow and obviously right. */
import type { ArrangeRequest } from '#shared/domain/table/arrange.ts';
import { periodRange } from '#shared/domain/table/day-ranges.ts';
import { addDays } from '#shared/domain/table/days.ts';
import { foldText, searchTerms } from '#shared/domain/table/fold-text.ts';
import type { Filter, SortKey } from '#shared/domain/table/view-definition.ts';
import {
  calendar,
  collator,
  columns,
  type Row,
  STAGES,
  searchText,
  TODAY,
} from '#test/factories/table-rows.ts';

/** A cell as something to compare; undefined = empty. */
export function plain(one: Row, column: string): string | number | undefined {
  switch (column) {
    case 'name':
      return one.name === '' ? undefined : one.name;
    case 'stage':
      return one.stage;
    case 'seats':
    case 'mean':
      return one.seats;
    case 'renewal':
      return one.renewal;
    case 'touch':
      return one.touch;
    case 'beta':
      return one.beta === undefined ? undefined : Number(one.beta);
    case 'tags':
      return one.tags === undefined || one.tags.length === 0 ? undefined : one.tags.length;
    case 'arr':
      return one.arr.length === 0 ? undefined : one.arr.length;
    default:
      return undefined;
  }
}

function slowDay(one: Row, column: string): string | undefined {
  if (column === 'renewal') return one.renewal;
  return one.touch === undefined ? undefined : new Date(one.touch).toISOString().slice(0, 10);
}

function inDays(found: string | undefined, from: string | null, to: string | null): boolean {
  return found !== undefined && (from === null || found >= from) && (to === null || found <= to);
}

function slowPasses(one: Row, asked: Filter): boolean {
  const value = plain(one, asked.column);
  switch (asked.op) {
    case 'contains':
    case 'lacks':
    case 'is':
    case 'isNot':
    case 'starts': {
      const negative = asked.op === 'lacks' || asked.op === 'isNot';
      if (typeof value !== 'string') return negative;
      const [has, wanted] = [foldText(value), foldText(asked.text.trim())];
      const positive =
        asked.op === 'starts'
          ? has.startsWith(wanted)
          : asked.op === 'is' || asked.op === 'isNot'
            ? has === wanted
            : has.includes(wanted);
      return positive !== negative;
    }
    case 'empty':
      return value === undefined;
    case 'filled':
      return value !== undefined;
    case 'range': {
      const fits = (n: number) =>
        (asked.from === null || n >= asked.from) && (asked.to === null || n <= asked.to);
      if (asked.column === 'seats') return typeof value === 'number' && fits(value);
      const units = asked.currency === 'JPY' ? 1 : 100;
      return one.arr.some((m) => m.currency === asked.currency && fits(m.minor / units));
    }
    case 'days':
      return inDays(slowDay(one, asked.column), asked.from, asked.to);
    case 'nextDays':
      return inDays(slowDay(one, asked.column), TODAY, addDays(TODAY, asked.days));
    case 'pastDays':
      return inDays(slowDay(one, asked.column), addDays(TODAY, -asked.days), TODAY);
    case 'notPastDays':
      return !inDays(slowDay(one, asked.column), addDays(TODAY, -asked.days), null);
    case 'beforeToday':
      return inDays(slowDay(one, asked.column), null, addDays(TODAY, -1));
    case 'period': {
      const { from, to } = periodRange(asked.period, calendar);
      return inDays(slowDay(one, asked.column), from, to);
    }
    case 'anyOf':
    case 'noneOf':
    case 'allOf': {
      const held = asked.column === 'tags' ? (one.tags ?? []) : one.stage === undefined ? [] : [one.stage];
      if (asked.op === 'allOf') return asked.values.every((wanted) => held.includes(wanted));
      return held.some((each) => asked.values.includes(each)) === (asked.op === 'anyOf');
    }
    case 'yes':
      return one.beta === true;
    case 'no':
      return one.beta === false;
  }
}

/** Currencies by how many of all rows have them, then by code. */
function slowCurrencies(all: readonly Row[]): string[] {
  const count = (currency: string) => all.filter((r) => r.arr.some((m) => m.currency === currency)).length;
  return ['EUR', 'JPY', 'USD'].sort((a, b) => count(b) - count(a) || (a < b ? -1 : 1));
}

function slowCompare(all: readonly Row[], a: Row, b: Row, { column, descending }: SortKey): number {
  const turn = descending ? -1 : 1;
  const [x, y] = [plain(a, column), plain(b, column)];
  if (x === undefined || y === undefined) {
    if (column !== 'name') return Number(x === undefined) - Number(y === undefined);
  }
  if (column === 'name') {
    const [m, n] = [a.kana ?? plain(a, 'name'), b.kana ?? plain(b, 'name')];
    if (m === undefined || n === undefined) return Number(m === undefined) - Number(n === undefined);
    return turn * collator.compare(String(m), String(n));
  }
  if (column === 'stage') {
    const rank = (stage: string) => (STAGES.includes(stage) ? STAGES.indexOf(stage) : STAGES.length);
    const [m, n] = [String(x), String(y)];
    return turn * (rank(m) - rank(n) || (rank(m) === STAGES.length ? collator.compare(m, n) : 0));
  }
  if (column === 'arr') {
    const order = slowCurrencies(all);
    const lead = (r: Row) =>
      [...r.arr].sort((m, n) => order.indexOf(m.currency) - order.indexOf(n.currency))[0]!;
    const [m, n] = [lead(a), lead(b)];
    return order.indexOf(m.currency) - order.indexOf(n.currency) || turn * (m.minor - n.minor);
  }
  return turn * (x! < y! ? -1 : x! > y! ? 1 : 0);
}

export function slowArrange(all: readonly Row[], request: ArrangeRequest<Row>): readonly Row[] {
  const terms = searchTerms(request.search);
  const kept = all.filter(
    (one) =>
      request.filters.every((asked) => slowPasses(one, asked)) &&
      terms.every((term) => foldText(searchText(one)).includes(term)),
  );
  const known = request.sort.filter(({ column }) => columns.has(column));
  return kept.toSorted((a, b) => {
    for (const key of known) {
      const order = slowCompare(all, a, b, key);
      if (order !== 0) return order;
    }
    return a.id - b.id;
  });
}

export function slowSums(some: readonly Row[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const one of some) for (const m of one.arr) sums[m.currency] = (sums[m.currency] ?? 0) + m.minor;
  return sums;
}
