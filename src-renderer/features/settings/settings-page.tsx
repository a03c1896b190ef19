/** The settings: how the app looks and speaks, where the data lies, backups, wiping, keyboard, version. */
import { type ReactNode, useReducer } from 'react';
import { useText } from '#renderer/i18n/locale.ts';
import { KeyboardList } from '#renderer/ui/keyboard-list.tsx';
import './settings.css';
import { AboutSettings } from './settings-about.tsx';
import { BackupSettings } from './settings-backups.tsx';
import { DataSettings } from './settings-data.tsx';
import { DisplaySettings } from './settings-display.tsx';
import { useSettingsPort } from './settings-port-context.ts';
import { SettingsSection } from './settings-section.tsx';
import { WipeSettings } from './settings-wipe.tsx';

interface SettingsPageProps {
  /** Other features; the screen joins them. */
  readonly whoAmI: ReactNode;
  readonly notes: ReactNode;
  readonly health: { readonly title: string; readonly content: ReactNode };
}

export function SettingsPage({ whoAmI, notes, health }: SettingsPageProps) {
  const texts = useText('settings');
  const port = useSettingsPort();
  const [changes, noteChange] = useReducer((count: number) => count + 1, 0);
  return (
    <div className="kz-settings">
      <DisplaySettings />
      <SettingsSection title={texts.whoAmI}>{whoAmI}</SettingsSection>
      <SettingsSection title={texts.notes}>{notes}</SettingsSection>
      <SettingsSection title={health.title}>{health.content}</SettingsSection>
      {port === undefined ? (
        <SettingsSection title={texts.data}>
          <p role="alert">
            <strong>{texts.notConnected}</strong> {texts.notConnectedHint}
          </p>
        </SettingsSection>
      ) : (
        <>
          <DataSettings port={port} changes={changes} />
          <BackupSettings port={port} onChanged={noteChange} />
        </>
      )}
      <SettingsSection title={texts.keyboard}>
        <KeyboardList />
      </SettingsSection>
      {port !== undefined && (
        <>
          <AboutSettings port={port} />
          <WipeSettings port={port} />
        </>
      )}
    </div>
  );
}
