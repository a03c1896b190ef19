/** An account's score in one line, for its head: the band's mark, the pair "72, from 60% of the weight", and where it is going. */
import { useAccountHealth } from '#renderer/data/health/use-health.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { BandMark } from './band-mark.tsx';
import { Trend } from './trend.tsx';
import './health.css';

interface HealthPairProps {
  readonly accountId: string;
  readonly onOpen: () => void;
}

export function HealthPair({ accountId, onOpen }: HealthPairProps) {
  const texts = useText('health');
  const { format } = useLocale();
  const { state, figure, band } = useAccountHealth(accountId);
  if (figure === undefined) {
    if (state !== 'starting') return null;
    return <span className="kz-health-wait" aria-hidden="true" />;
  }
  const isScored = figure.value !== undefined && band.computed !== 'unknown';
  return (
    <button type="button" className="kz-health-pair" aria-label={texts.tab} onClick={onOpen}>
      <BandMark band={band.band} hideWord={isScored && band.override === undefined}>
        {isScored && figure.value !== undefined && (
          <strong className="kz-figure">{Math.round(figure.value)}</strong>
        )}
      </BandMark>
      {isScored && (
        <>
          <span className="kz-health-faint">{texts.from(format.percent(figure.coverage * 100))}</span>
          <Trend change={figure.trend.days30} days={30} />
        </>
      )}
    </button>
  );
}
