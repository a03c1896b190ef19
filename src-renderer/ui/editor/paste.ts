/** What happens to pasted and dropped things: HTML is cleaned, plain text is read as Markdown, pictures are kept here. */
import { Slice } from 'prosemirror-model';
import { Plugin, Selection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { withCheckItems } from './check-boxes.ts';
import { cleanHtml } from './clean-html.ts';
import { docFromMarkdown } from './doc-from-markdown.ts';
import { isSafeHref } from './markdown/targets.ts';
import { markdownFromDoc } from './markdown-from-doc.ts';
import { checkListPasted } from './paste-check-list.ts';
import { markTypes, nodeTypes } from './schema.ts';

function picturesOf(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])].filter((file) => file.type.startsWith('image/'));
}

/** An address pasted over a selection makes it a link. */
function linkSelection(view: EditorView, text: string): boolean {
  const { from, to, empty } = view.state.selection;
  const href = text.trim();
  if (empty || !isSafeHref(href)) return false;
  view.dispatch(view.state.tr.addMark(from, to, markTypes.link.create({ href })));
  return true;
}

/** A Markdown file is copied from VS Code with its colours, line by line: its text says more. */
function isMarkdownFile(data: DataTransfer | null): boolean {
  return /"mode":\s*"(?:markdown|plaintext)"/.test(data?.getData('vscode-editor-data') ?? '');
}

/** `take`: where pictures go; undefined where they are not taken. */
export function pastePlugin(take: ((view: EditorView, files: readonly File[]) => void) | undefined): Plugin {
  const takePictures = (view: EditorView, data: DataTransfer | null) => {
    const files = picturesOf(data);
    if (files.length === 0) return false;
    take?.(view, files);
    return true;
  };
  return new Plugin({
    props: {
      transformPastedHTML: cleanHtml,
      clipboardTextParser: (text) => Slice.maxOpen(docFromMarkdown(withCheckItems(text)).content),
      clipboardTextSerializer: (slice) => {
        const doc = nodeTypes.doc.createAndFill(null, slice.content);
        return doc === null
          ? slice.content.textBetween(0, slice.content.size, '\n\n', ' ')
          : markdownFromDoc(doc);
      },
      handlePaste(view, event, slice) {
        const data = event.clipboardData;
        // Excel and Word bring a picture of the text beside the text: the text is wanted.
        const words = data?.getData('text/plain') ?? '';
        if (words.trim() === '' && takePictures(view, data)) return true;
        if (linkSelection(view, words)) return true;
        if (isMarkdownFile(data)) return view.pasteText(words);
        // What was copied here carries its own marks of where it begins.
        if (data?.getData('text/html').includes('data-pm-slice') === true) return false;
        const tr = checkListPasted(view.state, slice);
        if (tr === undefined) return false;
        view.dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'));
        return true;
      },
      handleDrop(view, event) {
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
        if (picturesOf(event.dataTransfer).length === 0) return false;
        event.preventDefault();
        if (at !== null) {
          const { tr } = view.state;
          view.dispatch(tr.setSelection(Selection.near(tr.doc.resolve(at.pos))));
        }
        return takePictures(view, event.dataTransfer);
      },
    },
  });
}
