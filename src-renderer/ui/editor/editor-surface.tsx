/** The editor itself: a ProseMirror view over one note, its menus, and the way of every change to whoever keeps it. */
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import type { EditorTexts } from './editor-input.ts';
import { FormatBar } from './format-bar.tsx';
import { type EditorControl, mountEditor } from './mount-editor.ts';
import type { NoteEditorProps } from './note-editor.tsx';
import './note-editor.css';
import { createSuggestControl, type SuggestControl } from './suggest-control.ts';
import { SuggestMenu } from './suggest-menu.tsx';

const MIN_ROWS = 6;

export function EditorSurface(props: NoteEditorProps) {
  const { docKey, label, placeholder, rows = MIN_ROWS } = props;
  const texts: EditorTexts = useText('editor');
  const { language } = useLocale();
  const place = useRef<HTMLDivElement>(null);
  const menuId = useId();
  const latest = useRef({ props, texts, language });
  const [suggest] = useState<SuggestControl>(() => createSuggestControl(() => latest.current));
  const control = useRef<EditorControl>(undefined);

  // Between the end of the old note and the start of the new one: what is flushed goes to the note that it was written in.
  useLayoutEffect(() => {
    latest.current = { props, texts, language };
  });
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return;
    const mounted = mountEditor({ element, docKey, latest: () => latest.current, suggest, menuId });
    control.current = mounted;
    return () => {
      control.current = undefined;
      mounted.destroy();
    };
  }, [docKey, suggest, menuId]);

  useEffect(() => control.current?.rename(label), [label]);

  return (
    <>
      <FormatBar run={(command) => control.current?.run(command)} />
      <div
        ref={place}
        className="kz-note-edit"
        data-rows={rows}
        style={{ minHeight: `calc(${rows} * var(--kz-leading) * 1em + 16px)` }}
        data-placeholder={placeholder}
      >
        <SuggestMenu control={suggest} id={menuId} />
      </div>
    </>
  );
}
