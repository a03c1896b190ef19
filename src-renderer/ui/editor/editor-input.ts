/** What the mounted editor and its menus are given, anew with each render. */
import type { Texts } from '#renderer/i18n/dictionaries.ts';
import type { Language } from '#renderer/ui-state/preferences.ts';
import type { NoteEditorProps } from './note-editor.tsx';

export type EditorTexts = Texts['editor'];

export interface EditorInput {
  readonly props: NoteEditorProps;
  readonly texts: EditorTexts;
  readonly language: Language;
  /** Asks for files; undefined where pictures are not taken. */
  readonly pickPictures: (() => void) | undefined;
}
