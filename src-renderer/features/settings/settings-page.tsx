/** The settings: how the app looks and speaks, where the data lies, backups, wiping, keyboard, version. */
import { useText } from '#renderer/i18n/locale.ts';
import { DisplaySettings } from './settings-display.tsx';
import './settings.css';

export function SettingsPage() {
  const texts = useText('settings');
  return (
    <div className="kz-settings">
      <h1>{texts.title}</h1>
      <DisplaySettings />
    </div>
  );
}
