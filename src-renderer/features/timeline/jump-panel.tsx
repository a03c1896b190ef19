/** A day to go to. */
import { type FormEvent, useState } from 'react';
import { useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';

interface JumpPanelProps {
  readonly today: string;
  readonly onJump: (day: string) => void;
}

export function JumpPanel({ today, onJump }: JumpPanelProps) {
  const texts = useText('timeline');
  const [day, setDay] = useState<string | undefined>(today);
  const go = (event: FormEvent) => {
    event.preventDefault();
    if (day !== undefined) onJump(day);
  };
  return (
    <form className="kz-tl-jump" onSubmit={go}>
      <DateField label={texts.jumpDay} value={day} onChange={setDay} />
      <Button type="submit" variant="primary" disabled={day === undefined}>
        {texts.jumpGo}
      </Button>
    </form>
  );
}
