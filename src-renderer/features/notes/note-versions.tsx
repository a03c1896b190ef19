/** Earlier versions of a note: looked at, compared with now word by word, brought back. */
import type { LucideIcon } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useText } from '#renderer/i18n/locale.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import { useCommands } from '#renderer/ui/keys.ts';

const VersionsDialog = lazy(() =>
  import('./versions-dialog.tsx').then((file) => ({ default: file.VersionsDialog })),
);

interface NoteVersionsProps {
  readonly activityId: string;
  readonly icon: LucideIcon;
}

export function NoteVersions({ activityId, icon }: NoteVersionsProps) {
  const texts = useText('notes');
  const [open, setOpen] = useState(false);
  useCommands({
    id: 'note-versions',
    title: texts.note,
    commands: [{ id: 'note.versions', label: texts.versionsTitle, run: () => setOpen(true) }],
  });
  return (
    <>
      <IconButton icon={icon} size="small" label={texts.versions} onClick={() => setOpen(true)} />
      {open && (
        <Suspense fallback={null}>
          <VersionsDialog activityId={activityId} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
