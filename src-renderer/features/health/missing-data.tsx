/** What a score lacks, the heaviest first, with what would have to come in. */
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { whatIsMissing } from '#shared/domain/health/what-would-help.ts';
import { wholeShares } from '#shared/domain/health/whole-shares.ts';
import type { HealthScore } from '#shared/model/health.ts';

export function MissingData({ score }: { readonly score: HealthScore }) {
  const texts = useText('health');
  const words = useText('healthWords');
  const { format } = useLocale();
  const missing = whatIsMissing(score).filter(({ weight }) => weight > 0);
  if (missing.length === 0) return null;
  const shares = wholeShares(score);
  const weights = new Map([...shares.measures].map(([each, percent]) => [each.measure, percent]));
  return (
    <section className="kz-health-section" aria-label={texts.missingTitle}>
      <h3>{texts.missingTitle}</h3>
      <p className="kz-health-faint">{texts.missingBody(format.percent(100 - shares.coverage))}</p>
      <ul className="kz-health-needs">
        {missing.map(({ measure, state }) => (
          <li key={measure}>
            <strong>{words.measures[measure].name}</strong>{' '}
            <span className="kz-health-faint">
              {texts.weighs(format.percent(weights.get(measure) ?? 0))}
              {state === 'stale' && ` · ${texts.staleMark}`}
            </span>
            <p>{words.measures[measure].need}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
