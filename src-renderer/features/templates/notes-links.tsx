/** The way from the settings to templates, kinds of activity and the bin. */
import { Link } from 'wouter';
import { useText } from '#renderer/i18n/locale.ts';
import './notes-links.css';

export function NotesLinks() {
  const texts = useText('templates');
  const notes = useText('notes');
  return (
    <>
      <p>{texts.settingsHint}</p>
      <p className="kz-tpl-links">
        <Link href="/settings/notes/templates">{texts.templates}</Link>
        <Link href="/settings/notes/kinds">{notes.kinds}</Link>
        <Link href="/settings/notes/bin">{notes.bin}</Link>
      </p>
    </>
  );
}
