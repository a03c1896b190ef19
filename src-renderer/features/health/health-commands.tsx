/** What a person sets against a score, by the palette from every tab of the account: their judgement, or a band for a time. */
import { useState } from 'react';
import { useText } from '#renderer/i18n/locale.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useCommands } from '#renderer/ui/keys.ts';
import { useToday } from '#renderer/ui/use-today.ts';
import { type Clock, systemClock } from '#shared/base/clock.ts';
import './health.css';
import { OverrideForm } from './override-form.tsx';
import { SentimentForm } from './sentiment-form.tsx';

interface HealthCommandsProps {
  readonly accountId: string;
  readonly clock?: Clock;
}

export function HealthCommands({ accountId, clock = systemClock }: HealthCommandsProps) {
  const texts = useText('health');
  const today = useToday(clock);
  const [asked, setAsked] = useState<'judge' | 'band'>();
  useCommands({
    id: 'account-health',
    title: texts.tab,
    commands: [
      { id: 'account.judge', label: texts.judge, run: () => setAsked('judge') },
      { id: 'account.band', label: texts.setBand, run: () => setAsked('band') },
    ],
  });
  const close = () => setAsked(undefined);
  return (
    <Dialog
      isOpen={asked !== undefined}
      onClose={close}
      title={asked === 'band' ? texts.setBand : texts.judge}
    >
      {asked === 'band' ? (
        <OverrideForm accountId={accountId} today={today} onDone={close} />
      ) : (
        <SentimentForm accountId={accountId} today={today} onDone={close} />
      )}
    </Dialog>
  );
}
