/** The calendar day on this machine, followed over midnight and sleep. */
import { useEffect, useState } from 'react';
import { isoDateOf } from '#renderer/i18n/format.ts';
import type { Clock } from '#shared/base/clock.ts';

const LOOK_EVERY = 60_000;

export function useToday(clock: Clock): string {
  const [today, setToday] = useState(() => isoDateOf(clock.now()));
  useEffect(() => {
    const timer = setInterval(() => setToday(isoDateOf(clock.now())), LOOK_EVERY);
    return () => clearInterval(timer);
  }, [clock]);
  return today;
}
