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

/** The first millisecond of 'YYYY-MM-DD' in this machine's time zone. */
export function startOfLocalDay(day: string): number {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date).getTime();
}
