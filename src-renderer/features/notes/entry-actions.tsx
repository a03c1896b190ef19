/** What can be done with a logged note on the timeline: edit it, see its versions, delete it into the bin. */
import { History, Pencil, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useCommands } from '#renderer/ui/keys.ts';
import { firstWords } from '#shared/domain/notes/plain-text.ts';
import type { Activity } from '#shared/model/activity.ts';
import { useNoteActions } from './use-note-actions.ts';

const VersionsDialog = lazy(() =>
  import('./versions-dialog.tsx').then((file) => ({ default: file.VersionsDialog })),
);

interface NoteEntryActionsProps {
  readonly activity: Pick<Activity, 'id' | 'subject' | 'body'>;
  readonly onEdit: (activityId: string) => void;
}

export function NoteEntryActions({ activity, onEdit }: NoteEntryActionsProps) {
  const activityId = activity.id;
  const texts = useText('notes');
  const { store } = useData();
  const actions = useNoteActions();
  const [versions, setVersions] = useState(false);
  const remove = async () => {
    const done = await store.removeRecord('activity', activityId);
    if (!done.ok) actions.refuse(done.error);
    else actions.did(texts.removed);
  };
  // Several entries may be open: the palette says which one is meant.
  const name = activity.subject || firstWords(activity.body ?? '') || texts.untitled;
  const { editEntry, versionsOf, removeEntry } = texts.commands;
  useCommands({
    id: `note.${activityId}`,
    title: texts.note,
    commands: [
      { id: `note.edit.${activityId}`, label: editEntry(name), run: () => onEdit(activityId) },
      { id: `note.versions.${activityId}`, label: versionsOf(name), run: () => setVersions(true) },
      { id: `note.remove.${activityId}`, label: removeEntry(name), run: () => void remove() },
    ],
  });
  return (
    <>
      <Button variant="quiet" size="small" icon={Pencil} onClick={() => onEdit(activityId)}>
        {texts.edit}
      </Button>
      <Button variant="quiet" size="small" icon={History} onClick={() => setVersions(true)}>
        {texts.versions}
      </Button>
      <Button variant="quiet" size="small" icon={Trash2} onClick={() => void remove()}>
        {texts.remove}
      </Button>
      {versions && (
        <Suspense fallback={null}>
          <VersionsDialog activityId={activityId} onClose={() => setVersions(false)} />
        </Suspense>
      )}
    </>
  );
}
