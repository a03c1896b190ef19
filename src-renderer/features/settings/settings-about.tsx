/** Version, where the app runs, and the licences of what it is made of. */
import { useState } from 'react';
import { useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import type { AppInfo, SettingsPort } from './settings-port.ts';
import { SettingsSection } from './settings-section.tsx';
import { useAnswer } from './use-answer.ts';

function Licences({ info }: { readonly info: AppInfo }) {
  const texts = useText('settings');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{texts.licencesShow(info.licences.length)}</Button>
      <Dialog isOpen={open} width="wide" title={texts.licences} onClose={() => setOpen(false)}>
        <table className="kz-settings-table">
          <tbody>
            {info.licences.map((entry) => (
              <tr key={`${entry.name} ${entry.version}`}>
                <th scope="row">{entry.name}</th>
                <td>{entry.version}</td>
                <td className="kz-settings-word">{entry.licence}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Dialog>
    </>
  );
}

export function AboutSettings({ port }: { readonly port: SettingsPort }) {
  const texts = useText('settings');
  const [info] = useAnswer(port.appInfo);
  if (info.state !== 'here') return null;
  return (
    <SettingsSection title={texts.about}>
      <dl className="kz-settings-facts">
        <dt>{texts.version}</dt>
        <dd>{info.value.version}</dd>
        <dt>{texts.shell}</dt>
        <dd>{texts.shells[info.value.shell]}</dd>
      </dl>
      <Licences info={info.value} />
    </SettingsSection>
  );
}
