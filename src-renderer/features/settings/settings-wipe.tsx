/** Wiping everything: the one thing that cannot be undone, so the word must be typed. */
import { useState } from 'react';
import { useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { SettingsPort } from './settings-port.ts';
import { SettingsSection } from './settings-section.tsx';

/** Width and case do not matter: full-width ｗｉｐｅ counts too. */
function confirms(typed: string, word: string): boolean {
  return typed.normalize('NFKC').trim().toLowerCase() === word;
}

function WipeDialog({ port, onClose }: { readonly port: SettingsPort; readonly onClose: () => void }) {
  const texts = useText('settings');
  const ui = useText('ui');
  const [typed, setTyped] = useState('');
  const [state, setState] = useState<'asking' | 'wiping' | 'failed'>('asking');
  const ready = confirms(typed, texts.wipeWord) && state !== 'wiping';
  const wipe = async () => {
    if (!ready) return;
    setState('wiping');
    const result = await port.wipe();
    if (!result.ok) {
      setState('failed');
      return;
    }
    // Views, filters and drafts of scorecards are kept beside the database.
    localStorage.clear();
    // To the first screen: what was open is gone.
    location.hash = '#/accounts';
    location.reload();
  };
  return (
    <Dialog
      isOpen
      role="alertdialog"
      title={texts.wipeTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button variant="danger" disabled={!ready} onClick={() => void wipe()}>
            {state === 'wiping' ? texts.wiping : texts.wipeConfirm}
          </Button>
        </>
      }
    >
      <p>{texts.wipeBody}</p>
      <TextField
        label={texts.wipeType(texts.wipeWord)}
        value={typed}
        onChange={setTyped}
        onCommit={() => void wipe()}
        error={state === 'failed' ? texts.wipeFailed : undefined}
        autoComplete="off"
        spellCheck={false}
      />
    </Dialog>
  );
}

export function WipeSettings({ port }: { readonly port: SettingsPort }) {
  const texts = useText('settings');
  const [asking, setAsking] = useState(false);
  return (
    <SettingsSection title={texts.danger}>
      <p>{texts.dangerHint}</p>
      <Button className="kz-settings-wipe" onClick={() => setAsking(true)}>
        {texts.wipe}
      </Button>
      {asking && <WipeDialog port={port} onClose={() => setAsking(false)} />}
    </SettingsSection>
  );
}
