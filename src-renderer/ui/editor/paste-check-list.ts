/** A pasted check list keeps its first box, which would leave where its text flows into the line of the caret. */
import type { Node, ResolvedPos, Slice } from 'prosemirror-model';
import { type EditorState, Selection, type Transaction } from 'prosemirror-state';
import { nodeTypes } from './schema.ts';

/** The list that the slice begins with, where its first item has a box. */
function firstCheckList({ content }: Slice): Node | undefined {
  const list = content.firstChild;
  const item = list?.firstChild;
  if (list == null || item?.type !== nodeTypes.list_item || item.attrs.checked === null) return undefined;
  return list;
}

/** The caret is in the line of an item that begins with it. */
function inItemLine($from: ResolvedPos): boolean {
  return $from.depth > 1 && $from.node(-1).type === nodeTypes.list_item && $from.index(-1) === 0;
}

/** Undefined where the usual way of pasting does well. */
export function checkListPasted(state: EditorState, slice: Slice): Transaction | undefined {
  const list = firstCheckList(slice);
  const { $from, empty } = state.selection;
  if (list === undefined || !empty || $from.parent.type !== nodeTypes.paragraph) return undefined;
  const { tr } = state;
  const inItem = inItemLine($from);
  if ($from.parent.content.size === 0) {
    if (!inItem) return undefined;
    return tr
      .setNodeAttribute($from.before(-1), 'checked', list.firstChild?.attrs.checked === true)
      .replaceSelection(slice);
  }
  // After what stands there already; text behind the caret goes on in a line of its own.
  const atEnd = $from.parentOffset === $from.parent.content.size;
  if ($from.depth > 1 && (!inItem || slice.content.childCount > 1)) return undefined;
  const depth = inItem ? 2 : 1;
  const whole = inItem ? list.content : slice.content;
  const at = atEnd ? $from.after(inItem ? -1 : undefined) : $from.pos + depth;
  if (!atEnd) tr.split($from.pos, depth);
  tr.insert(at, whole);
  return tr.setSelection(Selection.near(tr.doc.resolve(at + whole.size), -1));
}
