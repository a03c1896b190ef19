/** Where the cursor is and which accounts are selected; pure steps, so that every way in (mouse, keys) agrees. */
import { type Grid, idsBetween, indexOfKey, lineAt, lineKey, rowIdAt, shownIds } from './grid-lines.ts';

export interface GridSelection {
  /** Key of the line that the keyboard acts on. */
  readonly cursor: string | undefined;
  /** Row from which a range is stretched. */
  readonly anchor: string | undefined;
  readonly selected: ReadonlySet<string>;
}

export const NOTHING_SELECTED: GridSelection = { cursor: undefined, anchor: undefined, selected: new Set() };

export function cursorIndex(grid: Grid, { cursor }: GridSelection): number {
  return indexOfKey(grid, cursor);
}

function withCursor(grid: Grid, selection: GridSelection, index: number): GridSelection {
  const line = lineAt(grid, index);
  return line === undefined ? selection : { ...selection, cursor: lineKey(line) };
}

/** Moves the cursor; the anchor of a later range goes along. */
export function moveTo(grid: Grid, selection: GridSelection, index: number): GridSelection {
  const last = grid.lines.length - 1;
  const to = Math.max(0, Math.min(last, index));
  return { ...withCursor(grid, selection, to), anchor: undefined };
}

/** Moves the cursor and stretches or shrinks the selected range with it. */
export function extendTo(grid: Grid, selection: GridSelection, index: number): GridSelection {
  const last = grid.lines.length - 1;
  const to = Math.max(0, Math.min(last, index));
  const from = cursorIndex(grid, selection);
  const start = from === -1 ? to : from;
  const anchor = selection.anchor ?? rowIdAt(grid, start) ?? rowIdAt(grid, to);
  const anchorAt = anchor === undefined ? start : indexOfKey(grid, anchor);
  const selected = new Set(selection.selected);
  for (const id of idsBetween(grid, anchorAt, start)) selected.delete(id);
  for (const id of idsBetween(grid, anchorAt, to)) selected.add(id);
  return { ...withCursor(grid, selection, to), anchor, selected };
}

export function toggle(grid: Grid, selection: GridSelection, index: number): GridSelection {
  const line = lineAt(grid, index);
  if (line === undefined) return selection;
  const selected = new Set(selection.selected);
  if (line.type === 'row') {
    const { id } = line.row.account;
    if (!selected.delete(id)) selected.add(id);
    return { cursor: id, anchor: id, selected };
  }
  const ids = Array.from(line.group.rows, (row) => grid.arranged.rows[row]!.account.id);
  const all = ids.every((id) => selected.has(id));
  for (const id of ids) {
    if (all) selected.delete(id);
    else selected.add(id);
  }
  return { cursor: lineKey(line), anchor: undefined, selected };
}

/** Shift-click: everything from the anchor to here. */
export function selectRange(grid: Grid, selection: GridSelection, index: number): GridSelection {
  const from = indexOfKey(grid, selection.anchor ?? selection.cursor);
  const ids = idsBetween(grid, from === -1 ? index : from, index);
  const selected = new Set([...selection.selected, ...ids]);
  const anchor = selection.anchor ?? rowIdAt(grid, from === -1 ? index : from);
  return { ...withCursor(grid, selection, index), anchor, selected };
}

export function selectAll(grid: Grid, selection: GridSelection): GridSelection {
  return { ...selection, anchor: undefined, selected: new Set(shownIds(grid)) };
}

export function clearSelection(selection: GridSelection): GridSelection {
  return { ...selection, anchor: undefined, selected: new Set() };
}
