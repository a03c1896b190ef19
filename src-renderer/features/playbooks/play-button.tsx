/** The button of the account's head that starts a playbook, with its key and its place in the palette. */
import { ListChecks } from 'lucide-react';
import { useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { useCommands } from '#renderer/ui/keys.ts';

export function PlayButton({ onPlay }: { readonly onPlay: () => void }) {
  const texts = useText('playbooks');
  useCommands({
    id: 'account-play',
    title: texts.title,
    commands: [{ id: 'account.play', label: texts.command, keys: ['p'], run: onPlay }],
  });
  return (
    <Button icon={ListChecks} aria-keyshortcuts="p" onClick={onPlay}>
      {texts.play}
      <Kbd keys="p" />
    </Button>
  );
}
