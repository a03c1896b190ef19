/** What the whole window offers once the data is open: files dropped anywhere are imported, a backup is one command. */
import { useCallback } from 'react';
import { useLocation } from 'wouter';
import { type AppData, DataContext, useData } from '#renderer/data/data-context.ts';
import { mayWrite } from '#renderer/data/database-state.ts';
import type { SettingsPort } from '#renderer/features/settings/settings-port.ts';
import { useBackUp } from '#renderer/features/settings/use-backup.ts';
import { useImportRunner } from '#renderer/features/sources/use-import.ts';
import { WindowDrop } from '#renderer/features/sources/window-drop.tsx';
import { useText } from '#renderer/i18n/locale.ts';
import { useCommands } from '#renderer/ui/keys.ts';
import { toast } from '#renderer/ui/toast.tsx';

export interface EverywhereProps {
  readonly data: AppData;
  readonly settings: Pick<SettingsPort, 'backupNow'>;
}

const SOURCES = '/sources';
const IMPORT = '/sources/import';

/** Files join an import that has been begun; on the list of sources, and after one is done, another one begins. */
function DropEverywhere() {
  const { refused } = useText('ui');
  const { store } = useData();
  const runner = useImportRunner();
  const [path, navigate] = useLocation();
  const onFiles = useCallback(
    (files: readonly File[]) => {
      if (!mayWrite(store.databaseState.get())) {
        toast({ message: refused.readOnly, tone: 'danger' });
        return;
      }
      if (path === SOURCES) runner.startOver();
      void runner.addFiles(files);
      if (path !== IMPORT) navigate(IMPORT);
    },
    [store, refused, runner, path, navigate],
  );
  return <WindowDrop onFiles={onFiles} />;
}

function BackupCommand({ settings }: Pick<EverywhereProps, 'settings'>) {
  const app = useText('app');
  const texts = useText('settings');
  const { backUp } = useBackUp(settings);
  useCommands({
    id: 'backup',
    title: app.everywhere,
    commands: [{ id: 'app.backup', label: texts.backupNow, menu: ['backup'], run: () => void backUp() }],
  });
  return null;
}

export function Everywhere({ data, settings }: EverywhereProps) {
  return (
    <DataContext value={data}>
      <DropEverywhere />
      <BackupCommand settings={settings} />
    </DataContext>
  );
}
