/** Whether the note is on disk: said beside its title, and never sooner than it is true. */
import { Check, CircleAlert, LoaderCircle } from 'lucide-react';
import { useObserved } from '#renderer/data/use-store.ts';
import { useText } from '#renderer/i18n/locale.ts';
import type { NoteWriter } from './note-writer.ts';

export function NoteSaveState({ writer }: { readonly writer: NoteWriter }) {
  const texts = useText('notes');
  const saved = useObserved(writer.saved);
  const views = {
    none: undefined,
    saved: { icon: Check, word: texts.draftSaved },
    saving: { icon: LoaderCircle, word: texts.draftSaving },
    failed: { icon: CircleAlert, word: texts.draftFailed },
  } as const;
  const view = views[saved];
  const Icon = view?.icon;
  return (
    <span className="kz-note-save" data-state={saved} role="status">
      {Icon !== undefined && <Icon size={13} strokeWidth={2} aria-hidden />}
      {view?.word}
    </span>
  );
}
