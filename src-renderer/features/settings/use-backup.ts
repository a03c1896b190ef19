/** Backing up by hand: the button of the settings and the command from anywhere say the same about it. */
import { useEffect, useState } from 'react';
import type { Texts } from '#renderer/i18n/dictionaries.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { toast } from '#renderer/ui/toast.tsx';
import type { SettingsFailure, SettingsPort } from './settings-port.ts';

export function totalRows(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function backupProblem(texts: Texts['settings'], { type }: SettingsFailure): string {
  if (type === 'busy') return texts.backupBusy;
  if (type === 'newer-version') return texts.backupReadOnly;
  return type === 'disk-full' ? texts.backupDiskFull : texts.backupFailed;
}

const listeners = new Set<() => void>();

/** Called after each try, wherever it was asked for: a list that is on screen follows. */
export function useBackedUp(again: () => void): void {
  useEffect(() => {
    listeners.add(again);
    return () => void listeners.delete(again);
  }, [again]);
}

export interface BackUp {
  readonly busy: boolean;
  readonly backUp: () => Promise<void>;
}

export function useBackUp(port: Pick<SettingsPort, 'backupNow'>): BackUp {
  const texts = useText('settings');
  const [busy, setBusy] = useState(false);
  const backUp = async () => {
    setBusy(true);
    const result = await port.backupNow();
    setBusy(false);
    if (result.ok) toast({ message: texts.backedUp(totalRows(result.value.counts)) });
    else toast({ message: backupProblem(texts, result.error), tone: 'danger' });
    for (const listener of [...listeners]) listener();
  };
  return { busy, backUp };
}
