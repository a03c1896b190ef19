/** The backups: make one now, see what there is, restore one after seeing what that would change. */
import { Archive } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DateTimeText } from '#renderer/ui/figures.tsx';
import { Skeleton } from '#renderer/ui/states.tsx';
import type { SnapshotInfo } from '#shared/model/manifest.ts';
import { RestoreDialog } from './restore-dialog.tsx';
import type { SettingsPort } from './settings-port.ts';
import { SettingsSection } from './settings-section.tsx';
import { useAnswer } from './use-answer.ts';
import { totalRows, useBackedUp, useBackUp } from './use-backup.ts';

interface BackupTableProps {
  readonly backups: readonly SnapshotInfo[];
  readonly onRestore: (backup: SnapshotInfo) => void;
}

function BackupTable({ backups, onRestore }: BackupTableProps) {
  const texts = useText('settings');
  const { format } = useLocale();
  if (backups.length === 0) {
    return (
      <p>
        <strong>{texts.noBackups}</strong> {texts.noBackupsHint}
      </p>
    );
  }
  return (
    <div className="kz-settings-backups kz-scroll">
      <table className="kz-settings-table">
        <thead>
          <tr>
            <th scope="col">{texts.backupWhen}</th>
            <th scope="col">{texts.backupReason}</th>
            <th scope="col" className="kz-settings-number">
              {texts.backupRows}
            </th>
            <th scope="col" className="kz-settings-number">
              {texts.backupSize}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {backups.map((backup) => (
            <tr key={backup.id}>
              <th scope="row">
                <DateTimeText value={backup.at} />
              </th>
              <td className="kz-settings-word">{texts.reasons[backup.reason]}</td>
              <td>{format.number(totalRows(backup.counts))}</td>
              <td>{format.bytes(backup.bytes)}</td>
              <td>
                <Button
                  size="small"
                  aria-label={texts.restoreFrom(format.dateTime(backup.at))}
                  onClick={() => onRestore(backup)}
                >
                  {texts.restore}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface BackupSettingsProps {
  readonly port: SettingsPort;
  readonly onChanged: () => void;
}

export function BackupSettings({ port, onChanged }: BackupSettingsProps) {
  const texts = useText('settings');
  const [backups, askBackups] = useAnswer(port.listBackups);
  const again = useCallback(() => {
    askBackups();
    onChanged();
  }, [askBackups, onChanged]);
  useBackedUp(again);
  const { busy, backUp } = useBackUp(port);
  const [chosen, setChosen] = useState<SnapshotInfo | undefined>(undefined);
  return (
    <SettingsSection title={texts.backups}>
      <p>{texts.backupsHint}</p>
      <Button icon={Archive} disabled={busy} onClick={() => void backUp()}>
        {busy ? texts.backingUp : texts.backupNow}
      </Button>
      {backups.state === 'waiting' && <Skeleton lines={4} />}
      {backups.state === 'here' && <BackupTable backups={backups.value} onRestore={setChosen} />}
      {backups.state === 'failed' && <p role="alert">{texts.readFailed}</p>}
      {chosen !== undefined && (
        <RestoreDialog port={port} backup={chosen} onClose={() => setChosen(undefined)} onRestored={again} />
      )}
    </SettingsSection>
  );
}
