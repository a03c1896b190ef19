/** Says that this machine's clock is behind what was kept already: every age and due day on the page follows that clock. */
import { useData } from '#renderer/data/data-context.ts';
import { newestKeptDay } from '#renderer/data/health/newest-kept-day.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { Banner } from '#renderer/ui/states.tsx';
import { isClockBehind } from '#shared/domain/today/clock-behind.ts';
import type { TodayWords } from './today-words.ts';

export function ClockNotice({ words: { texts, format, today } }: { readonly words: TodayWords }) {
  const { db } = useData();
  const live = useLive(() => newestKeptDay(db), [db]);
  const newest = live.state === 'ready' ? live.value : undefined;
  if (newest === undefined || !isClockBehind(newest, today)) return null;
  return (
    <Banner tone="warning" title={texts.clockTitle}>
      {texts.clockBody(format.date(today), format.date(newest))}
    </Banner>
  );
}
