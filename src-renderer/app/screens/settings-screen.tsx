/** The settings screen, joined with who the user is. */
import { SettingsPage } from '#renderer/features/settings/settings-page.tsx';
import { WhoAmI } from '#renderer/features/tasks/who-am-i.tsx';

export function SettingsScreen() {
  return <SettingsPage whoAmI={<WhoAmI />} />;
}
