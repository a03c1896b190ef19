/** The whole way from rows to what a table shows: filter, sort, group, add up; in slices that can be given up. */
import { canGroup } from './column.ts';
import { type FilterRequest, filterRows } from './filter-rows.ts';
import { groupRows, type RowGroup } from './group-rows.ts';
import type { Sliced } from './sliced.ts';
import { sortRows } from './sort-rows.ts';
import type { TableData } from './table-data.ts';
import { type Totals, totalRows } from './totals.ts';
import type { SortKey } from './view-definition.ts';

export interface ArrangeRequest<R> extends FilterRequest<R> {
  readonly sort: readonly SortKey[];
  readonly groupBy: string | null;
  /** Columns whose totals are shown. */
  readonly totals: readonly string[];
}

export interface Arranged<R> {
  /** The rows that the indexes point into. */
  readonly rows: readonly R[];
  /** Indexes of the rows that passed, in order. */
  readonly order: Uint32Array;
  readonly groups: readonly RowGroup[] | undefined;
  readonly totals: Totals;
}

export function* arrange<R extends object>(
  data: TableData<R>,
  request: ArrangeRequest<R>,
): Sliced<Arranged<R>> {
  const { rows, columns } = data;
  const kept = yield* filterRows(data, request);
  const order = yield* sortRows(data, kept, request.sort);
  const totals = yield* totalRows(rows, order, columns, request.totals);
  const by = request.groupBy === null ? undefined : columns.get(request.groupBy);
  if (by === undefined || !canGroup(by.kind)) return { rows, order, groups: undefined, totals };
  const descending = request.sort.find((key) => key.column === by.id)?.descending ?? false;
  return { rows, order, groups: yield* groupRows(data, order, by, descending, request.totals), totals };
}

/** One line of the table: a row's index, or −1 − the place of a group whose heading it is. */
export type Lines = Int32Array;

/** Headings and the rows of the groups that are open. `collapsed` holds group values, '' for the blank one. */
export function linesOf<R>(arranged: Arranged<R>, collapsed: ReadonlySet<string>): Lines {
  const { groups, order } = arranged;
  if (groups === undefined) return Int32Array.from(order);
  const open = groups.map((group) => !collapsed.has(group.value ?? ''));
  const length = groups.reduce((sum, group, i) => sum + 1 + (open[i] ? group.rows.length : 0), 0);
  const lines = new Int32Array(length);
  let at = 0;
  for (const [place, group] of groups.entries()) {
    lines[at++] = -1 - place;
    if (!open[place]) continue;
    lines.set(group.rows, at);
    at += group.rows.length;
  }
  return lines;
}
