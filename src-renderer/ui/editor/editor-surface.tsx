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
  const { docKey, label, placeholder, arrival, images, rows = MIN_ROWS } = props;
  const texts: EditorTexts = useText('editor');
  const { language } = useLocale();
  const place = useRef<HTMLDivElement>(null);
  const menuId = useId();
  const files = useRef<HTMLInputElement>(null);
  const pickPictures = images === undefined ? undefined : () => files.current?.click();
  const latest = useRef({ props, texts, language, pickPictures });
  const [suggest] = useState<SuggestControl>(() => createSuggestControl(() => latest.current));
  const control = useRef<EditorControl>(undefined);
  const arrived = useRef(arrival?.number);

  // Between the end of the old note and the start of the new one: what is flushed goes to the note that it was written in.
  useLayoutEffect(() => {
    latest.current = { props, texts, language, pickPictures };
  });
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return;
    const mounted = mountEditor({ element, docKey, latest: () => latest.current, suggest, menuId });
    control.current = mounted;
    arrived.current = latest.current.props.arrival?.number;
    return () => {
      control.current = undefined;
      mounted.destroy();
    };
  }, [docKey, suggest, menuId]);

  useLayoutEffect(() => {
    if (arrival === undefined || arrival.number === arrived.current) return;
    arrived.current = arrival.number;
    control.current?.follow(latest.current.props.value, arrival.takesCaret);
  }, [arrival]);

  useEffect(() => control.current?.rename(label), [label]);

  return (
    <>
      <FormatBar run={(command) => control.current?.run(command)} onPicture={pickPictures} />
      <input
        ref={files}
        type="file"
        accept="image/*"
        multiple
        hidden
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          event.target.value = '';
          control.current?.insertPictures(chosen);
        }}
      />
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
