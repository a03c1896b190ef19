/** Says that this machine's clock is behind what was kept already: every age and due day on the page follows that clock. */
import { useData } from '#renderer/data/data-context.ts';
import { newestKeptDay } from '#renderer/data/health/newest-kept-day.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Banner } from '#renderer/ui/states.tsx';
import { isClockBehind } from '#shared/domain/today/clock-behind.ts';

/** `today`: 'YYYY-MM-DD'. */
export function ClockNotice({ today }: { readonly today: string }) {
  const { db } = useData();
  const texts = useText('today');
  const { format } = useLocale();
  const live = useLive(() => newestKeptDay(db), [db]);
  const newest = live.state === 'ready' ? live.value : undefined;
  if (newest === undefined || !isClockBehind(newest, today)) return null;
  return (
    <Banner tone="warning" title={texts.clockTitle}>
      {texts.clockBody(format.date(today), format.date(newest))}
    </Banner>
  );
}
