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

export function plainTyping(): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        beforeinput(view, event) {
          const { inputType, data } = event;
          if (inputType !== 'insertText' || data === null || event.isComposing || view.composing)
            return false;
          if (!(view.state.selection instanceof TextSelection)) return false;
          event.preventDefault();
          insert(view, data);
          return true;
        },
      },
    },
  });
}
