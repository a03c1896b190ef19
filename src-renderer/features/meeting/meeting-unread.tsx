/** The account, or the note that waits on it, could not be read. */
import { useText } from '#renderer/i18n/locale.ts';
import { ReadFailed } from '#renderer/ui/read-failed.tsx';

export function MeetingUnread({ error }: { readonly error: unknown }) {
  const texts = useText('meeting');
  const notes = useText('notes');
  return (
    <ReadFailed title={texts.unreadTitle} details={notes.unreadDetails} error={error}>
      {notes.unreadBody}
    </ReadFailed>
  );
}
