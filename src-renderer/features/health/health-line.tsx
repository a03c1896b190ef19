/** An account's health where there is little room: the pair, and the sentence that sums it up. */
import { useAccountHealth } from '#renderer/data/health/use-health.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { summarySentence } from '#shared/domain/health/summary-sentence.ts';
import { BandMark } from './band-mark.tsx';
import './health.css';
import { Trend } from './trend.tsx';

export function HealthLine({ accountId }: { readonly accountId: string }) {
  const texts = useText('health');
  const words = useText('healthWords');
  const { format } = useLocale();
  const { score, figure, band } = useAccountHealth(accountId);
  if (score === undefined) return null;
  const isScored = score.value !== undefined && band.computed !== 'unknown';
  return (
    <div className="kz-health-line">
      <p>
        <BandMark band={band.band} />{' '}
        {isScored && score.value !== undefined && (
          <>
            <strong className="kz-figure">{Math.round(score.value)}</strong>{' '}
            <span className="kz-health-faint">{texts.from(format.percent(score.coverage * 100))}</span>{' '}
            <Trend change={figure?.trend.days30} days={30} />
          </>
        )}
      </p>
      <p className="kz-health-faint">{words.sentence(summarySentence(score))}</p>
    </div>
  );
}
