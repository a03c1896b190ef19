/** Why the score moved: parts that add up to the change, since it last moved or against a week, a month or a quarter ago. */
import { useState } from 'react';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import type { ChangePart } from '#shared/domain/health/health-terms.ts';
import type { HealthScore } from '#shared/model/health.ts';
import { type ChangeView, changeView, type Earlier, SPANS, type Span } from './change-view.ts';

interface ChangePartsProps {
  readonly score: HealthScore;
  readonly earlier: Earlier;
}

function Part({ part }: { readonly part: ChangePart }) {
  const texts = useText('health');
  const words = useText('healthWords');
  const { name, raw } = words.measures[part.measure];
  const { before, after, cause, points } = part;
  return (
    <li data-way={points < 0 ? 'down' : 'up'}>
      <span className="kz-figure">{words.tenths(points)}</span>
      <span>{name}</span>
      <span className="kz-health-faint">
        {before !== undefined && after !== undefined && cause === 'value'
          ? texts.partFrom(words.causes[cause], raw(before), raw(after))
          : words.causes[cause]}
      </span>
    </li>
  );
}

interface ChangeProps {
  readonly view: Extract<ChangeView, { type: 'change' }>;
  readonly span: Span;
}

/** The parts sum to the difference of the figures in tenths; where whole ones differ by something else, both are said. */
function Change({ view: { before, shown }, span }: ChangeProps) {
  const texts = useText('health');
  const words = useText('healthWords');
  const { format } = useLocale();
  const against = format.date(before.day);
  return (
    <>
      <p className="kz-health-changed">
        <span className="kz-figure">
          {texts.changesTotal(String(shown.whole.before), String(shown.whole.after))}
        </span>{' '}
        <span className="kz-health-faint">
          {texts.changesExactly(shown.before.toFixed(1), shown.after.toFixed(1), words.tenths(shown.total))}{' '}
          {span === 'last' ? texts.changesSinceDay(against) : texts.changesSince(span)}
        </span>
      </p>
      {shown.parts.length === 0 && <p className="kz-health-faint">{texts.noChange}</p>}
      <ul className="kz-health-parts">
        {shown.parts.map((part) => (
          <Part key={`${part.group} ${part.measure} ${part.cause}`} part={part} />
        ))}
      </ul>
    </>
  );
}

export function ChangeParts({ score, earlier }: ChangePartsProps) {
  const texts = useText('health');
  const [span, setSpan] = useState<Span>(30);
  const view = changeView(score, span, earlier);
  return (
    <section className="kz-health-section" aria-label={texts.changes}>
      <div className="kz-health-section-head">
        <h3>{texts.changes}</h3>
        <fieldset className="kz-health-spans" aria-label={texts.changes}>
          {SPANS.map((each) => (
            <button key={each} type="button" aria-pressed={each === span} onClick={() => setSpan(each)}>
              {each === 'last' ? texts.lastChange : texts.against(each)}
            </button>
          ))}
        </fieldset>
      </div>
      {view.type === 'change' ? (
        <Change view={view} span={span} />
      ) : (
        <p className="kz-health-faint">
          {view.type === 'no-score'
            ? texts.noScore
            : span === 'last'
              ? texts.noEarlier
              : texts.noCompare(span)}
        </p>
      )}
    </section>
  );
}
