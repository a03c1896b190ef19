/** Puts an editor into an element: state, plugins, and the flush that loses nothing. */
import { history } from 'prosemirror-history';
import { type Command, EditorState, Plugin, Selection, type Transaction } from 'prosemirror-state';
import { tableEditing } from 'prosemirror-tables';
import { EditorView } from 'prosemirror-view';
import { takeKeys } from '../caught-keys.ts';
import { toast } from '../toast.tsx';
import { noteKeys } from './commands.ts';
import { docFromMarkdown } from './doc-from-markdown.ts';
import type { EditorInput, EditorTexts } from './editor-input.ts';
import { followText } from './follow-text.ts';
import { noteInputRules } from './input-rules.ts';
import { insertPictures } from './insert-pictures.ts';
import { markdownFromDoc } from './markdown-from-doc.ts';
import { type ImageDoor, noteNodeViews } from './node-views.ts';
import { pastePlugin } from './paste.ts';
import { plainTyping, typeKeys } from './plain-typing.ts';
import { nodeTypes } from './schema.ts';
import { suggestPlugin } from './suggest.ts';
import type { SuggestControl } from './suggest-control.ts';
import { tagMarks } from './tag-marks.ts';

export interface EditorControl {
  rename(label: string): void;
  /** Does it where the caret is, and gives the keyboard back to the text. */
  run(command: Command): void;
  /** The text came from elsewhere; `takesCaret`: whoever writes goes on in it. */
  follow(markdown: string, takesCaret: boolean): void;
  /** At the caret. */
  insertPictures(files: readonly File[]): void;
  /** Hands over what is not handed over yet, and goes away. */
  destroy(): void;
}

interface Mount {
  readonly element: HTMLElement;
  readonly docKey: string;
  readonly latest: () => EditorInput;
  readonly suggest: SuggestControl;
  readonly menuId: string;
}

/** Long enough to stay out of the frame of a key press, short against what a person types meanwhile. */
const FLUSH_MS = 20;

/** Below a table, a code block or a rule at the end there is always a line to go on. */
const lastLine = new Plugin({
  appendTransaction(transactions, _before, state) {
    if (!transactions.some((tr) => tr.docChanged) || state.doc.lastChild?.type === nodeTypes.paragraph)
      return null;
    const last = state.doc.lastChild?.type;
    if (last !== nodeTypes.table && last !== nodeTypes.code_block && last !== nodeTypes.rule) return null;
    return state.tr.insert(state.doc.content.size, nodeTypes.paragraph.create());
  },
});

function isEmpty(state: EditorState): boolean {
  const { doc } = state;
  return (
    doc.childCount === 1 && doc.firstChild?.type === nodeTypes.paragraph && doc.firstChild.content.size === 0
  );
}

/** Hands the Markdown over soon after a change, and at once when the page may end. */
function createFlusher(
  markdown: () => string,
  start: string,
  hand: (markdown: string) => void,
  pending: () => (() => void) | undefined,
) {
  let handed = start;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over: (() => void) | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const now = markdown();
    if (now !== handed) {
      handed = now;
      hand(now);
    }
    over?.();
    over = undefined;
  };
  const soon = () => {
    if (timer !== undefined) return;
    timer = setTimeout(flush, FLUSH_MS);
    over = pending();
  };
  const stop = new AbortController();
  globalThis.addEventListener('pagehide', flush, { signal: stop.signal });
  document.addEventListener('visibilitychange', flush, { signal: stop.signal });
  return {
    soon,
    /** Whoever keeps the note has this already. */
    known(markdown: string) {
      handed = markdown;
    },
    end() {
      stop.abort();
      flush();
    },
  };
}

/** A click beside the text is meant for the text. */
function focusBeside(event: MouseEvent, view: EditorView): void {
  if (event.target !== event.currentTarget) return;
  event.preventDefault();
  view.focus();
}

/** Says which of the files are none. */
async function takePictures(
  view: EditorView,
  files: readonly File[],
  images: ImageDoor,
  texts: EditorTexts,
): Promise<void> {
  const refused = await insertPictures(view, files, images);
  for (const name of refused) toast({ message: texts.noPicture(name), tone: 'danger' });
}

/** At the end; in a template that waits to be filled in, at its first empty line. */
function startSelection(doc: EditorState['doc']): Selection {
  const end = Selection.atEnd(doc);
  if (end.$from.parent.content.size > 0) return end;
  let first: number | undefined;
  doc.descendants((node, pos) => {
    if (first === undefined && node.isTextblock && node.content.size === 0) first = pos + 1;
    return first === undefined && !node.isTextblock;
  });
  return first === undefined ? end : Selection.near(doc.resolve(first));
}

export function mountEditor({ element, latest, suggest, menuId }: Mount): EditorControl {
  const { props, texts } = latest();
  const { images } = props;
  const state = EditorState.create({
    doc: docFromMarkdown(props.value),
    plugins: [
      suggestPlugin(suggest),
      noteInputRules(),
      plainTyping(),
      ...noteKeys(),
      history(),
      tagMarks(),
      pastePlugin(
        images === undefined
          ? undefined
          : (to, files) => void takePictures(to, files, images, latest().texts),
      ),
      tableEditing(),
      lastLine,
    ],
  });
  const flusher = createFlusher(
    () => markdownFromDoc(view.state.doc),
    markdownFromDoc(state.doc),
    (markdown) => latest().props.onChange(markdown),
    () => latest().props.onPending?.(),
  );
  const view: EditorView = new EditorView(element, {
    state: state.apply(state.tr.setSelection(startSelection(state.doc))),
    nodeViews: noteNodeViews(images, texts.task),
    attributes: {
      class: 'kz-note-text kz-note-surface',
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-autocomplete': 'list',
      'aria-label': props.label,
      translate: 'no',
    },
    dispatchTransaction(transaction: Transaction) {
      const next = view.state.apply(transaction);
      view.updateState(next);
      if (!transaction.docChanged) return;
      element.toggleAttribute('data-empty', isEmpty(next));
      flusher.soon();
    },
  });
  element.toggleAttribute('data-empty', isEmpty(state));
  const stop = new AbortController();
  element.addEventListener('mousedown', (event) => focusBeside(event, view), { signal: stop.signal });
  suggest.attach(view, menuId);
  if (props.autoFocus === true) {
    view.focus();
    // An editor that is taken away again at once (React tries each effect out) must not take them along.
    queueMicrotask(() => {
      if (!view.isDestroyed) typeKeys(view, takeKeys());
    });
  }
  return {
    rename: (label) => view.dom.setAttribute('aria-label', label),
    run(command) {
      command(view.state, view.dispatch, view);
      view.focus();
    },
    follow(markdown, takesCaret) {
      followText(view, docFromMarkdown(markdown), takesCaret);
      flusher.known(markdownFromDoc(view.state.doc));
      if (!takesCaret) return;
      view.focus();
      typeKeys(view, takeKeys());
    },
    insertPictures(files) {
      view.focus();
      if (images !== undefined) void takePictures(view, files, images, latest().texts);
    },
    destroy() {
      stop.abort();
      flusher.end();
      suggest.detach();
      view.destroy();
    },
  };
}
