/** Which task the keyboard is on and which are chosen; pure steps, so that mouse and keys agree. */

export interface TaskSelection {
  readonly cursor: string | undefined;
  /** Where a range is stretched from. */
  readonly anchor: string | undefined;
  readonly chosen: ReadonlySet<string>;
  /** Where the cursor stood last: when its task leaves the list, the next one takes its place. */
  readonly place: number;
}

export const NOTHING_CHOSEN: TaskSelection = {
  cursor: undefined,
  anchor: undefined,
  chosen: new Set(),
  place: 0,
};

/** -1 in an empty list. */
export function placeOf(ids: readonly string[], selection: TaskSelection): number {
  const found = selection.cursor === undefined ? -1 : ids.indexOf(selection.cursor);
  return found === -1 ? Math.min(selection.place, ids.length - 1) : found;
}

export function moveTo(ids: readonly string[], selection: TaskSelection, place: number): TaskSelection {
  const to = Math.max(0, Math.min(ids.length - 1, place));
  return { ...selection, cursor: ids[to], anchor: undefined, place: to };
}

function between(ids: readonly string[], a: number, b: number): readonly string[] {
  return ids.slice(Math.min(a, b), Math.max(a, b) + 1);
}

/** Stretches or shrinks the chosen range from its anchor to the place. */
export function extendTo(ids: readonly string[], selection: TaskSelection, place: number): TaskSelection {
  const to = Math.max(0, Math.min(ids.length - 1, place));
  const from = placeOf(ids, selection);
  const anchor = selection.anchor ?? ids[from];
  const start = anchor === undefined ? from : Math.max(0, ids.indexOf(anchor));
  const chosen = new Set(selection.chosen);
  for (const id of between(ids, start, from)) chosen.delete(id);
  for (const id of between(ids, start, to)) chosen.add(id);
  return { cursor: ids[to], anchor, chosen, place: to };
}

export function toggle(ids: readonly string[], selection: TaskSelection, place: number): TaskSelection {
  const id = ids[place];
  if (id === undefined) return selection;
  const chosen = new Set(selection.chosen);
  if (!chosen.delete(id)) chosen.add(id);
  return { cursor: id, anchor: id, chosen, place };
}

export function chooseAll(ids: readonly string[], selection: TaskSelection): TaskSelection {
  return { ...selection, anchor: undefined, chosen: new Set(ids) };
}

export function chooseNone(selection: TaskSelection): TaskSelection {
  return { ...selection, anchor: undefined, chosen: new Set() };
}
