/** Why the score moved: parts that add up to the change, against a week, a month or a quarter ago. */
import { useState } from 'react';
import { useText } from '#renderer/i18n/locale.ts';
import { explainChange } from '#shared/domain/health/explain-change.ts';
import type { HealthScore, HealthSnapshot } from '#shared/model/health.ts';

interface ChangePartsProps {
  readonly score: HealthScore;
  /** Earlier scores by how many days ago. */
  readonly ago: ReadonlyMap<number, HealthSnapshot>;
}

/** Less than this would be said as ±0. */
const WORTH_SAYING = 0.05;
const SPANS = [7, 30, 90] as const;

export function ChangeParts({ score, ago }: ChangePartsProps) {
  const texts = useText('health');
  const words = useText('healthWords');
  const [days, setDays] = useState<(typeof SPANS)[number]>(30);
  const before = ago.get(days);
  const change = before === undefined ? undefined : explainChange(before, score);
  const parts = change?.parts.filter(({ points }) => Math.abs(points) >= WORTH_SAYING) ?? [];
  return (
    <section className="kz-health-section" aria-label={texts.changes}>
      <div className="kz-health-section-head">
        <h3>{texts.changes}</h3>
        <fieldset className="kz-health-spans" aria-label={texts.changes}>
          {SPANS.map((span) => (
            <button key={span} type="button" aria-pressed={span === days} onClick={() => setDays(span)}>
              {texts.against(span)}
            </button>
          ))}
        </fieldset>
      </div>
      {/* Below the floor there is no figure, and so nothing that could have changed. */}
      {score.value === undefined || score.band === 'unknown' ? (
        <p className="kz-health-faint">{texts.noScore}</p>
      ) : change === undefined || before?.value === undefined || before.band === 'unknown' ? (
        <p className="kz-health-faint">{texts.noCompare(days)}</p>
      ) : (
        <>
          <p className="kz-figure">
            {texts.changesTotal(String(Math.round(before.value)), String(Math.round(score.value)))}{' '}
            <span className="kz-health-faint">{texts.changesSince(days)}</span>
          </p>
          {parts.length === 0 && <p className="kz-health-faint">{texts.noChange}</p>}
          <ul className="kz-health-parts">
            {parts.map((part) => (
              <li key={`${part.measure} ${part.cause}`} data-way={part.points < 0 ? 'down' : 'up'}>
                <span className="kz-figure">{words.points(part.points)}</span>
                <span>{words.measures[part.measure].name}</span>
                <span className="kz-health-faint">
                  {part.before !== undefined && part.after !== undefined && part.cause === 'value'
                    ? texts.partFrom(
                        words.causes[part.cause],
                        words.measures[part.measure].raw(part.before),
                        words.measures[part.measure].raw(part.after),
                      )
                    : words.causes[part.cause]}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
