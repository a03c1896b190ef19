/** Asks before a restore, with both states side by side; the present one is backed up first. */
import { useCallback, useState } from 'react';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Skeleton } from '#renderer/ui/states.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import type { SnapshotInfo } from '#shared/model/manifest.ts';
import type { RestorePreview, SettingsPort } from './settings-port.ts';
import { useAnswer } from './use-answer.ts';

function PreviewTable({ preview }: { readonly preview: RestorePreview }) {
  const texts = useText('settings');
  const { format } = useLocale();
  // What has no name is bookkeeping that goes with the rest; nobody decides by it.
  const tables = Object.entries(texts.tables).filter(
    ([table]) => (preview.now[table] ?? 0) > 0 || (preview.atBackup[table] ?? 0) > 0,
  );
  return (
    <table className="kz-settings-table">
      <thead>
        <tr>
          <td />
          <th scope="col" className="kz-settings-number">
            {texts.restoreNow}
          </th>
          <th scope="col" className="kz-settings-number">
            {texts.restoreThen}
          </th>
        </tr>
      </thead>
      <tbody>
        {tables.map(([table, name]) => (
          <tr key={table}>
            <th scope="row">{name}</th>
            <td>{format.number(preview.now[table] ?? 0)}</td>
            <td>{format.number(preview.atBackup[table] ?? 0)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface RestoreDialogProps {
  readonly port: SettingsPort;
  readonly backup: SnapshotInfo;
  readonly onClose: () => void;
  readonly onRestored: () => void;
}

export function RestoreDialog({ port, backup, onClose, onRestored }: RestoreDialogProps) {
  const texts = useText('settings');
  const ui = useText('ui');
  const { format } = useLocale();
  const [busy, setBusy] = useState(false);
  const [preview] = useAnswer(useCallback(() => port.previewRestore(backup.id), [port, backup.id]));
  const restore = async () => {
    setBusy(true);
    const result = await port.restore(backup.id);
    onClose();
    if (!result.ok) {
      const busy = result.error.type === 'busy';
      toast({ message: busy ? texts.restoreBusy : texts.restoreFailed, tone: 'danger' });
      return;
    }
    toast({ message: texts.restored(result.value.rows) });
    onRestored();
  };
  return (
    <Dialog
      isOpen
      role="alertdialog"
      title={texts.restoreTitle(format.dateTime(backup.at))}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button
            variant="primary"
            disabled={busy || preview.state !== 'here'}
            onClick={() => void restore()}
          >
            {busy ? texts.restoring : texts.restoreConfirm}
          </Button>
        </>
      }
    >
      <p>{texts.restoreBody}</p>
      <p>{texts.restoreScores}</p>
      {preview.state === 'waiting' && <Skeleton lines={4} />}
      {preview.state === 'failed' && <p role="alert">{texts.readFailed}</p>}
      {preview.state === 'here' && (
        <>
          <PreviewTable preview={preview.value} />
          {preview.value.editsSince > 0 && <p>{texts.restoreEdits(preview.value.editsSince)}</p>}
        </>
      )}
    </Dialog>
  );
}
