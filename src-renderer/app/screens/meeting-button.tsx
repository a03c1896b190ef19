/** The button of the account's head that begins a meeting; the key for it is the one that works from anywhere. */
import { Users } from 'lucide-react';
import { useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { runCommand } from '#renderer/ui/keys.ts';

export function MeetingButton() {
  const texts = useText('meeting');
  return (
    <Button
      icon={Users}
      data-tip={texts.start}
      data-tip-keys="mod+shift+m"
      aria-keyshortcuts="Control+Shift+M"
      onClick={() => runCommand('meeting.start')}
    >
      {texts.title}
    </Button>
  );
}
