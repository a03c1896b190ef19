/** Typed characters go into the document directly: the browser's own editing takes longer the longer the note is. */
import { Plugin, TextSelection, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

interface Target {
  readonly from: number;
  readonly to: number;
}

/**
 * Where the character goes. The document learns of a moved caret a moment later, the browser knows it now; beside a box
 * or in an empty line the browser's place may be no place for text, and then the document knows better.
 */
function targetOf(view: EditorView, event: InputEvent): Target {
  const { doc, selection } = view.state;
  const [range] = event.getTargetRanges();
  if (range === undefined) return selection;
  const from = view.posAtDOM(range.startContainer, range.startOffset);
  const to = range.collapsed ? from : view.posAtDOM(range.endContainer, range.endOffset);
  const isText = from <= to && doc.resolve(from).parent.isTextblock && doc.resolve(to).parent.isTextblock;
  return isText ? { from, to } : selection;
}

/**
 * The browser moves the caret at once and tells the document a moment later: End and Enter in one breath would break
 * the line where the caret was. So each key starts from where the caret is.
 */
function takeCaret(view: EditorView): void {
  const moved = view.dom.ownerDocument.getSelection();
  const { doc, selection, tr } = view.state;
  if (moved === null || view.composing || !(selection instanceof TextSelection)) return;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = moved;
  if (!view.dom.contains(anchorNode) || anchorNode === null || focusNode === null) return;
  const anchor = view.posAtDOM(anchorNode, anchorOffset);
  const head = view.posAtDOM(focusNode, focusOffset);
  if (anchor === selection.anchor && head === selection.head) return;
  if (!doc.resolve(anchor).parent.isTextblock || !doc.resolve(head).parent.isTextblock) return;
  view.dispatch(tr.setSelection(TextSelection.create(doc, anchor, head)));
}

function insert(view: EditorView, text: string, { from, to }: Target): void {
  const typed = (): Transaction => {
    const tr = view.state.tr.insertText(text, from, to);
    return tr.setSelection(TextSelection.create(tr.doc, from + text.length));
  };
  // Input rules come first: "# " is a heading.
  const taken = view.someProp('handleTextInput', (handle) => handle(view, from, to, text, typed));
  if (taken !== true) view.dispatch(typed().scrollIntoView());
}

/** What was typed before the editor was there, as if it were typed now. */
export function typeKeys(view: EditorView, keys: readonly string[]): void {
  for (const key of keys) {
    if (key.length === 1) {
      insert(view, key, view.state.selection);
      continue;
    }
    const event = new KeyboardEvent('keydown', { key });
    if (view.someProp('handleKeyDown', (handle) => handle(view, event)) === true) continue;
    const { $from, empty } = view.state.selection;
    // Within a line the browser itself would take the character away.
    if (key === 'Backspace' && empty && $from.parentOffset > 0)
      view.dispatch(view.state.tr.delete($from.pos - 1, $from.pos));
  }
}

export function plainTyping(): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        keydown(view) {
          takeCaret(view);
          return false;
        },
        beforeinput(view, event) {
          const { inputType, data } = event;
          if (inputType !== 'insertText' || data === null || event.isComposing || view.composing)
            return false;
          if (!(view.state.selection instanceof TextSelection)) return false;
          event.preventDefault();
          insert(view, data, targetOf(view, event));
          return true;
        },
      },
    },
  });
}
