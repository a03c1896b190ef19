/** The door to the note editor: light itself, it fetches the editor when the first one is shown. */
import { lazy, Suspense } from 'react';
import type { ImageDoor } from './node-views.ts';
import './note-text.css';

export interface Mention {
  readonly id: string;
  readonly label: string;
  readonly kind: 'contact' | 'person';
  /** Beside the name in the menu: a role, a department. */
  readonly hint?: string;
}

export interface SlashCommand {
  readonly id: string;
  readonly label: string;
  readonly run: () => void;
}

/** `value` has come from elsewhere than the keyboard: it is one step of the same document, which undo takes back. */
export interface Arrival {
  readonly number: number;
  /** Whoever writes goes on in what came. */
  readonly takesCaret: boolean;
}

export interface NoteEditorProps {
  readonly label: string;
  readonly placeholder?: string;
  /** Markdown, read when the editor mounts, when `docKey` changes, and with each new `arrival`. */
  readonly value: string;
  readonly docKey: string;
  readonly arrival?: Arrival;
  /** After each change, at most some 20 ms later; nothing is dropped when the editor or the page goes away. */
  readonly onChange: (markdown: string) => void;
  /** In the very change that `onChange` will tell of; the answer is called once it has: nothing is called saved meanwhile. */
  readonly onPending?: () => () => void;
  readonly findMentions: (query: string) => readonly Mention[] | Promise<readonly Mention[]>;
  readonly tags: readonly string[];
  /** Beside the built-in blocks of the / menu. */
  readonly slashCommands?: readonly SlashCommand[];
  /** Where pictures are kept: an id in, a data: or blob: address out. Without it pictures are not taken. */
  readonly images?: ImageDoor;
  readonly autoFocus?: boolean;
  /** Lowest height, in lines. */
  readonly rows?: number;
}

const EditorSurface = lazy(() =>
  import('./editor-surface.tsx').then((file) => ({ default: file.EditorSurface })),
);

function NoteEditorWait({ rows }: { readonly rows: number }) {
  return (
    <>
      <div className="kz-format-bar" />
      <div className="kz-note-edit" data-rows={rows} aria-busy="true" />
    </>
  );
}

export function NoteEditor(props: NoteEditorProps) {
  return (
    <Suspense fallback={<NoteEditorWait rows={props.rows ?? 6} />}>
      <EditorSurface {...props} />
    </Suspense>
  );
}
