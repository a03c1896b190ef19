/** Lines of the table by name: which row or group stands where, and where a name stands now. */

import type { AccountRow } from '#renderer/data/book.ts';
import type { Arranged, Lines } from '#shared/domain/table/arrange.ts';
import type { RowGroup } from '#shared/domain/table/group-rows.ts';

export interface Grid {
  readonly arranged: Arranged<AccountRow>;
  readonly lines: Lines;
}

export type GridLine =
  | { readonly type: 'row'; readonly row: AccountRow }
  | { readonly type: 'group'; readonly group: RowGroup };

const GROUP_KEY = 'group:';

export function lineAt({ arranged, lines }: Grid, index: number): GridLine | undefined {
  const line = lines[index];
  if (line === undefined) return undefined;
  if (line < 0) {
    const group = arranged.groups?.[-1 - line];
    return group === undefined ? undefined : { type: 'group', group };
  }
  const row = arranged.rows[line];
  return row === undefined ? undefined : { type: 'row', row };
}

/** A name that stays with the line while the order changes. */
export function lineKey(line: GridLine): string {
  return line.type === 'row' ? line.row.account.id : `${GROUP_KEY}${line.group.value ?? ''}`;
}

export function rowIdAt(grid: Grid, index: number): string | undefined {
  const line = lineAt(grid, index);
  return line?.type === 'row' ? line.row.account.id : undefined;
}

/** −1 when the line is not shown. */
export function indexOfKey(grid: Grid, key: string | undefined): number {
  if (key === undefined) return -1;
  for (let index = 0; index < grid.lines.length; index++) {
    const line = lineAt(grid, index);
    if (line !== undefined && lineKey(line) === key) return index;
  }
  return -1;
}

/** Ids of all rows that passed, those of closed groups too. */
export function shownIds({ arranged }: Grid): readonly string[] {
  return Array.from(arranged.order, (index) => arranged.rows[index]!.account.id);
}

/** Ids of the rows between two lines, both included, whichever comes first. */
export function idsBetween(grid: Grid, a: number, b: number): readonly string[] {
  const ids: string[] = [];
  for (let index = Math.max(0, Math.min(a, b)); index <= Math.max(a, b); index++) {
    const id = rowIdAt(grid, index);
    if (id !== undefined) ids.push(id);
  }
  return ids;
}
