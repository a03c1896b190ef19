/** The form of a note on an account, joined with the plan's values and with the choice of another account. */
import { lazy, Suspense } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { NotePanel } from '#renderer/features/notes/note-panel.tsx';
import { useReviewedChanges } from '#renderer/features/plans/use-reviewed-changes.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { AccountChooser } from '../account-chooser.tsx';

/** Only a draft of a meeting brings them. */
const SaidInMeeting = lazy(() =>
  import('./said-in-meeting.tsx').then((file) => ({ default: file.SaidInMeeting })),
);

type AccountNoteProps = Omit<Parameters<typeof NotePanel>[0], 'askAccount' | 'said'>;

export function AccountNote(parts: AccountNoteProps) {
  const texts = useText('app');
  const { book } = useData();
  const changes = useReviewedChanges();
  return (
    <NotePanel
      {...parts}
      said={{
        show: (shown) => (
          <Suspense fallback={null}>
            <SaidInMeeting accountId={parts.accountId} {...shown} />
          </Suspense>
        ),
        changes,
      }}
      askAccount={(asked) => <AccountChooser title={texts.noteWith} book={book} {...asked} />}
    />
  );
}
