/** The note as the customer sees it on a shared screen: without what is internal, and without what nobody filled in. */
import { lazy, Suspense, useMemo } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { loadPicture } from '#renderer/data/notes.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { Skeleton } from '#renderer/ui/states.tsx';
import type { IsPrompt } from '#shared/domain/notes/template-prompts.ts';
import { answeredPart } from './answered-part.ts';
import { customerPart } from './customer-part.ts';
import type { MeetingNote } from './meeting-note.ts';

const NoteView = lazy(() =>
  import('#renderer/ui/editor/note-view.tsx').then((file) => ({ default: file.NoteView })),
);

/** What the customer may see: read only, so that nothing hidden is a key away. */
interface PresentedProps {
  readonly note: MeetingNote;
  readonly name: string;
  readonly isPrompt: IsPrompt | undefined;
}

export function Presented({ note, name, isPrompt }: PresentedProps) {
  const texts = useText('meeting');
  const { db } = useData();
  const images = useMemo(() => ({ load: (id: string) => loadPicture(db, id) }), [db]);
  const shown = isPrompt === undefined ? undefined : answeredPart(customerPart(note.fields), isPrompt);
  return (
    <section className="kz-meeting-present kz-scroll" aria-label={texts.presenting}>
      <h2>{name}</h2>
      {shown === undefined && <Skeleton />}
      {shown === '' && <p className="kz-meeting-faint">{texts.presentEmpty}</p>}
      {shown !== undefined && shown !== '' && (
        <Suspense fallback={<Skeleton />}>
          <NoteView markdown={shown} images={images} />
        </Suspense>
      )}
    </section>
  );
}
