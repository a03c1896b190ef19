/** A day to go to. */
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';

interface JumpPanelProps {
  readonly today: string;
  readonly onJump: (day: string) => void;
}

/** The first part of the date takes the focus as soon as the field has been fetched: one types the day at once. */
function useFirstPart() {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const { current } = form;
    if (current === null) return undefined;
    const look = () => {
      const part = current.querySelector<HTMLElement>('[role=spinbutton]');
      if (part === null) return;
      observer.disconnect();
      part.focus();
    };
    const observer = new MutationObserver(look);
    observer.observe(current, { childList: true, subtree: true });
    look();
    return () => observer.disconnect();
  }, []);
  return form;
}

export function JumpPanel({ today, onJump }: JumpPanelProps) {
  const texts = useText('timeline');
  const [day, setDay] = useState<string | undefined>(today);
  const form = useFirstPart();
  const go = (event: FormEvent) => {
    event.preventDefault();
    if (day !== undefined) onJump(day);
  };
  return (
    <form ref={form} className="kz-tl-jump" onSubmit={go}>
      <DateField label={texts.jumpDay} value={day} onChange={setDay} />
      <Button type="submit" variant="primary" disabled={day === undefined}>
        {texts.jumpGo}
      </Button>
    </form>
  );
}
