/** The settings screen, joined with who the user is. */
import { SettingsPage } from '#renderer/features/settings/settings-page.tsx';
import { WhoAmI } from '#renderer/features/tasks/who-am-i.tsx';
import { NotesLinks } from '#renderer/features/templates/notes-links.tsx';

export function SettingsScreen() {
  return <SettingsPage whoAmI={<WhoAmI />} notes={<NotesLinks />} />;
}
