/** A part of the notes that could not be read. */
import { useText } from '#renderer/i18n/locale.ts';
import { ReadFailed } from '#renderer/ui/read-failed.tsx';

export function NotesUnread({ error }: { readonly error: unknown }) {
  const texts = useText('notes');
  return (
    <ReadFailed title={texts.unreadTitle} details={texts.unreadDetails} error={error}>
      {texts.unreadBody}
    </ReadFailed>
  );
}
