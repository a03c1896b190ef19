/** A text that comes from elsewhere than the keyboard, made in the open document as one step that undo takes back. */
import { closeHistory } from 'prosemirror-history';
import { type Node, Slice } from 'prosemirror-model';
import { Selection, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

/** The first empty line from here on that waits to be filled in; otherwise the end of what came. */
function placeFor(doc: Node, from: number, to: number): Selection {
  let first: number | undefined;
  doc.nodesBetween(from, to, (node, pos) => {
    if (first === undefined && node.isTextblock && node.content.size === 0 && pos >= from) first = pos + 1;
    return first === undefined && !node.isTextblock;
  });
  return Selection.near(doc.resolve(first ?? to), -1);
}

/** Only what differs is replaced, so that the caret and the steps before stay what they are. */
function difference(tr: Transaction, next: Node): { readonly from: number; readonly to: number } | undefined {
  const { doc } = tr;
  const from = doc.content.findDiffStart(next.content);
  const end = doc.content.findDiffEnd(next.content);
  if (from === null || end === null) return undefined;
  // A repeated letter can belong to either side.
  const overlap = Math.max(0, from - Math.min(end.a, end.b));
  const [before, after] = [end.a + overlap, end.b + overlap];
  tr.replace(from, before, next.slice(from, after));
  if (!tr.doc.eq(next)) {
    // Places of different depth do not always fit one another: then all of it is put in place of all.
    tr.replace(0, tr.doc.content.size, new Slice(next.content, 0, 0));
  }
  return { from, to: after };
}

/** `takesCaret`: the keyboard goes on in what came. False: nothing differed. */
export function followText(view: EditorView, next: Node, takesCaret: boolean): boolean {
  const tr = closeHistory(view.state.tr);
  const place = difference(tr, next);
  if (place === undefined) return false;
  if (takesCaret) tr.setSelection(placeFor(tr.doc, place.from, Math.min(place.to, tr.doc.content.size)));
  view.dispatch(tr.scrollIntoView());
  // What is typed at once is a step of its own.
  view.dispatch(closeHistory(view.state.tr));
  return true;
}
