/** What stands inside is shown when the data is open; until then the screen's skeleton is. */
import { type ReactNode, use } from 'react';
import { DataContext } from '#renderer/data/data-context.ts';
import { SettingsPortContext } from '#renderer/features/settings/settings-port-context.ts';
import { useStartedData } from './start-data.ts';

export function Opened({ children }: { readonly children: ReactNode }) {
  const { data, settings } = use(useStartedData().whenOpened);
  return (
    <DataContext value={data}>
      <SettingsPortContext value={settings}>{children}</SettingsPortContext>
    </DataContext>
  );
}
