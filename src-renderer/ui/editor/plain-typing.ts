/** Typed characters go into the document directly: the browser's own editing takes longer the longer the note is. */
import { Plugin, TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

function insert(view: EditorView, text: string): void {
  const { from, to } = view.state.selection;
  const typed = () => view.state.tr.insertText(text, from, to);
  // Input rules come first: "# " is a heading.
  const taken = view.someProp('handleTextInput', (handle) => handle(view, from, to, text, typed));
  if (taken !== true) view.dispatch(typed().scrollIntoView());
}

/** The document learns of a moved caret a moment later; a key in between is the browser's, which knows. */
function caretIsKnown(view: EditorView, event: InputEvent): boolean {
  const [range] = event.getTargetRanges();
  if (range === undefined) return false;
  const { from, to } = view.state.selection;
  const start = view.posAtDOM(range.startContainer, range.startOffset);
  return (
    start === from &&
    (range.collapsed ? from === to : view.posAtDOM(range.endContainer, range.endOffset) === to)
  );
}

export function plainTyping(): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        beforeinput(view, event) {
          const { inputType, data } = event;
          if (inputType !== 'insertText' || data === null || event.isComposing || view.composing)
            return false;
          if (!(view.state.selection instanceof TextSelection)) return false;
          if (!caretIsKnown(view, event)) return false;
          event.preventDefault();
          insert(view, data);
          return true;
        },
      },
    },
  });
}
