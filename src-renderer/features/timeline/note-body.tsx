/** The text of a written note, drawn from its Markdown; what draws it is fetched with the first note that is opened. */
import { lazy, Suspense, useMemo } from 'react';
import { useData } from '#renderer/data/data-context.ts';

const NoteView = lazy(() =>
  import('#renderer/ui/editor/note-view.tsx').then((file) => ({ default: file.NoteView })),
);

export function NoteBody({ markdown }: { readonly markdown: string }) {
  const { db } = useData();
  const images = useMemo(() => ({ load: async (id: string) => (await db.images.get(id))?.data }), [db]);
  return (
    <Suspense fallback={<p className="kz-tl-body">{markdown}</p>}>
      <div className="kz-tl-note">
        <NoteView markdown={markdown} images={images} />
      </div>
    </Suspense>
  );
}
