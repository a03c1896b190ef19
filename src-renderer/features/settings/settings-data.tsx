/** Where the data lies, how much it is, and the way to show it. */
import { FolderOpen } from 'lucide-react';
import { useEffect } from 'react';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Skeleton } from '#renderer/ui/states.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import type { SettingsPort, StorageSize } from './settings-port.ts';
import { SettingsSection } from './settings-section.tsx';
import { useAnswer } from './use-answer.ts';

function SizeTable({ size }: { readonly size: StorageSize }) {
  const texts = useText('settings');
  const { format } = useLocale();
  const rows = [
    { label: texts.sizeDatabase, bytes: size.databaseBytes },
    { label: texts.sizeJournal, bytes: size.journalBytes },
    { label: texts.sizeSnapshots, bytes: size.snapshotBytes },
    { label: texts.sizeInbox, bytes: size.inboxBytes },
  ];
  const total = rows.reduce((sum, row) => sum + row.bytes, 0);
  return (
    <table className="kz-settings-table">
      <tbody>
        {rows.map((row) => (
          <tr key={row.label}>
            <th scope="row">{row.label}</th>
            <td>{format.bytes(row.bytes)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{texts.sizeTotal}</th>
          <td>{format.bytes(total)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

interface DataSettingsProps {
  readonly port: SettingsPort;
  /** Grows with each backup and restore: the sizes are then asked for again. */
  readonly changes: number;
}

export function DataSettings({ port, changes }: DataSettingsProps) {
  const texts = useText('settings');
  const [size, askSize] = useAnswer(port.storageSize);
  useEffect(() => {
    if (changes > 0) askSize();
  }, [changes, askSize]);
  const [info] = useAnswer(port.appInfo);
  const show = async () => {
    const result = await port.showFolder();
    if (!result.ok) toast({ message: texts.readFailed, tone: 'danger' });
    else if (result.value.shown) toast({ message: texts.shown });
    else toast({ message: texts.notShown(result.value.path) });
  };
  return (
    <SettingsSection title={texts.data}>
      {info.state === 'here' && <p>{texts.dataHint[info.value.shell]}</p>}
      <div className="kz-settings-row">
        {info.state === 'here' && <code className="kz-settings-path">{info.value.dataDir}</code>}
        <Button icon={FolderOpen} onClick={() => void show()}>
          {texts.show}
        </Button>
      </div>
      {size.state === 'waiting' && <Skeleton lines={3} />}
      {size.state === 'here' && <SizeTable size={size.value} />}
      {size.state === 'failed' && <p role="alert">{texts.readFailed}</p>}
    </SettingsSection>
  );
}
