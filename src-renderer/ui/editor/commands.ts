/** What keys and the / menu do to a note. */
import {
  baseKeymap,
  chainCommands,
  exitCode,
  lift,
  newlineInCode,
  setBlockType,
  toggleMark,
  wrapIn,
} from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import type { NodeType } from 'prosemirror-model';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import { type Command, type Plugin, Selection } from 'prosemirror-state';
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToNextCell,
  isInTable,
} from 'prosemirror-tables';
import { markTypes, nodeTypes } from './schema.ts';

const { list_item: listItem } = nodeTypes;

/** The depth of the innermost list item around the caret, or undefined. */
function itemDepth(state: Parameters<Command>[0]): number | undefined {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) if ($from.node(depth).type === listItem) return depth;
  return undefined;
}

const insertBreak: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if (!$from.parent.contentMatchAt($from.index()).matchType(nodeTypes.hard_break)) return false;
  dispatch?.(state.tr.replaceSelectionWith(nodeTypes.hard_break.create(), false).scrollIntoView());
  return true;
};

/** In a cell Enter makes a line: a row of a Markdown table is one line and cannot be split. */
const breakInCell: Command = (state, dispatch) => isInTable(state) && insertBreak(state, dispatch);

const splitItem: Command = (state, dispatch) => {
  const depth = itemDepth(state);
  if (depth === undefined) return false;
  const { checked } = state.selection.$from.node(depth).attrs;
  // What follows a done task is a task to do.
  return splitListItem(listItem, { checked: checked === null ? null : false })(state, dispatch);
};

/** At the end of the last row a new one begins. */
const nextCell: Command = (state, dispatch, view) => {
  if (!isInTable(state)) return false;
  if (goToNextCell(1)(state, dispatch)) return true;
  if (dispatch === undefined || view === undefined) return true;
  addRowAfter(state, dispatch);
  return goToNextCell(1)(view.state, view.dispatch);
};

const previousCell: Command = (state, dispatch) => {
  if (!isInTable(state)) return false;
  goToNextCell(-1)(state, dispatch);
  return true;
};

/** Backspace at the beginning of a task takes the box away before it takes the item away. */
const uncheck: Command = (state, dispatch) => {
  const depth = itemDepth(state);
  const { $from, empty } = state.selection;
  if (depth === undefined || !empty || $from.parentOffset > 0 || $from.index(depth) > 0) return false;
  if ($from.node(depth).attrs.checked === null) return false;
  dispatch?.(state.tr.setNodeAttribute($from.before(depth), 'checked', null));
  return true;
};

const outOfHeading: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset > 0 || $from.parent.type !== nodeTypes.heading) return false;
  return setBlockType(nodeTypes.paragraph)(state, dispatch);
};

const liftAtStart: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  const depth = itemDepth(state);
  if (!empty || $from.parentOffset > 0 || depth === undefined || $from.index(depth) > 0) return false;
  return liftListItem(listItem)(state, dispatch);
};

const toggleTask: Command = (state, dispatch) => {
  const depth = itemDepth(state);
  if (depth === undefined) return false;
  const { $from } = state.selection;
  const { checked } = $from.node(depth).attrs;
  if (checked === null) return false;
  dispatch?.(state.tr.setNodeAttribute($from.before(depth), 'checked', !checked));
  return true;
};

export const strong: Command = toggleMark(markTypes.strong);
export const emphasis: Command = toggleMark(markTypes.em);
export const paragraph: Command = setBlockType(nodeTypes.paragraph);

/** What is a heading of that level already becomes a paragraph again. */
export const heading =
  (level: number): Command =>
  (state, dispatch) => {
    const { parent } = state.selection.$from;
    const same = parent.type === nodeTypes.heading && parent.attrs.level === level;
    return same ? paragraph(state, dispatch) : setBlockType(nodeTypes.heading, { level })(state, dispatch);
  };

/** An item of such a list leaves it, a list of the other sort becomes one of this. */
const listOf =
  (type: NodeType): Command =>
  (state, dispatch) => {
    const depth = itemDepth(state);
    if (depth === undefined) return wrapInList(type)(state, dispatch);
    const { $from } = state.selection;
    if ($from.node(depth - 1).type === type && $from.node(depth).attrs.checked === null)
      return liftListItem(listItem)(state, dispatch);
    const { tr } = state;
    if ($from.node(depth - 1).type !== type) tr.setNodeMarkup($from.before(depth - 1), type);
    dispatch?.(tr.setNodeAttribute($from.before(depth), 'checked', null));
    return true;
  };

export const bulletList: Command = listOf(nodeTypes.bullet_list);
export const orderedList: Command = listOf(nodeTypes.ordered_list);
export const codeBlock: Command = setBlockType(nodeTypes.code_block);

export const quote: Command = (state, dispatch) => {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1)
    if ($from.node(depth).type === nodeTypes.quote) return lift(state, dispatch);
  return wrapIn(nodeTypes.quote)(state, dispatch);
};

/** An item gets its box, or loses it again. */
export const taskList: Command = (state, dispatch, view) => {
  const depth = itemDepth(state);
  if (depth !== undefined) {
    const { $from } = state.selection;
    const checked = $from.node(depth).attrs.checked === null ? false : null;
    dispatch?.(state.tr.setNodeAttribute($from.before(depth), 'checked', checked));
    return true;
  }
  if (dispatch === undefined || view === undefined) return bulletList(state);
  if (!bulletList(state, dispatch)) return false;
  return taskList(view.state, view.dispatch, view);
};

export const rule: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodeTypes.rule.create()).scrollIntoView());
  return true;
};

const TABLE_ROWS = 3;
const TABLE_COLUMNS = 3;

export const insertTable: Command = (state, dispatch) => {
  if (isInTable(state)) return false;
  const row = (type: typeof nodeTypes.table_cell) =>
    nodeTypes.table_row.create(
      null,
      Array.from({ length: TABLE_COLUMNS }, () => type.create(null, nodeTypes.paragraph.create())),
    );
  const rows = Array.from({ length: TABLE_ROWS }, (_, i) =>
    row(i === 0 ? nodeTypes.table_header : nodeTypes.table_cell),
  );
  const tr = state.tr.replaceSelectionWith(nodeTypes.table.create(null, rows));
  const start = tr.mapping.map(state.selection.from, -1);
  // Into the first cell: past the borders of table, row and cell.
  tr.setSelection(Selection.near(tr.doc.resolve(Math.min(start + 1, tr.doc.content.size)), 1));
  dispatch?.(tr.scrollIntoView());
  return true;
};

export const inTable = isInTable;
export const tableCommands = { addRowAfter, addColumnAfter, deleteRow, deleteColumn, deleteTable };

/** Keys of the editor. Mod-Enter and Escape are left to the form around it. */
export function noteKeys(): Plugin[] {
  const { Enter = exitCode, Backspace = exitCode, 'Mod-Enter': _left, ...base } = baseKeymap;
  return [
    keymap({
      'Mod-z': undo,
      'Mod-y': redo,
      'Shift-Mod-z': redo,
      'Mod-b': strong,
      'Mod-i': emphasis,
      'Mod-e': toggleMark(markTypes.code),
      'Mod-Shift-s': toggleMark(markTypes.strike),
      'Mod-Alt-1': heading(1),
      'Mod-Alt-2': heading(2),
      'Mod-Alt-3': heading(3),
      'Mod-Alt-0': paragraph,
      'Mod-Shift-7': orderedList,
      'Mod-Shift-8': bulletList,
      'Mod-Shift-9': taskList,
      'Alt-Enter': toggleTask,
      Tab: chainCommands(nextCell, sinkListItem(listItem)),
      'Shift-Tab': chainCommands(previousCell, liftListItem(listItem)),
      'Shift-Enter': chainCommands(newlineInCode, insertBreak),
      Enter: chainCommands(breakInCell, splitItem, Enter),
      Backspace: chainCommands(uncheck, liftAtStart, outOfHeading, Backspace),
    }),
    keymap(base),
  ];
}
