/** The settings screen. */
import { SettingsPage } from '#renderer/features/settings/settings-page.tsx';

export function SettingsScreen() {
  return <SettingsPage />;
}
