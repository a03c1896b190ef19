/** Whether one of two measures runs ahead of the other, over the book's own past weeks. */
import { useMemo } from 'react';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Chart } from '#renderer/ui/chart.tsx';
import { ProgressBar } from '#renderer/ui/progress.tsx';
import { systemClock } from '#shared/base/clock.ts';
import { type Lag, lagsOf, MOST_LAG, strongestLag } from '#shared/domain/correlation/lags.ts';
import type { MeasureId } from '#shared/model/health.ts';
import { lagOption } from './correlation-option.ts';
import { correlationText, rhoText } from './correlation-words.ts';
import type { PortfolioParts } from './portfolio-parts.ts';
import type { Pair } from './use-pair.ts';
import { usePast } from './use-past.ts';

const WEEK = 7 * 86_400_000;
const WEEKS = Array.from({ length: MOST_LAG + 1 }, (_, week) => week);

interface LagPanelProps {
  readonly pair: Pair;
  readonly parts: PortfolioParts;
}

function LagAnswer({ lags, pair }: { readonly lags: readonly Lag[]; readonly pair: Pair }) {
  const texts = useText('portfolio');
  const labels = useMemo(() => ({ a: pair.a.label, b: pair.b.label }), [pair]);
  const option = useMemo(
    () =>
      lagOption(
        lags,
        texts.lagWeeks,
        ({ weeks, correlation }) =>
          `${texts.lagWeeks(weeks)}\n${correlationText(correlation, labels, texts)}`,
      ),
    [lags, texts, labels],
  );
  const best = strongestLag(lags);
  if (best === undefined) return <p>{texts.lagNone}</p>;
  return (
    <>
      <p>
        <strong>{texts.lagBest(labels.a, labels.b, best.weeks)}</strong>{' '}
        {texts.sentences([
          texts.sentence(correlationText(best.correlation, labels, texts)),
          texts.lagCaution(lags.length),
          texts.notCause,
        ])}
      </p>
      <Chart label={texts.lagLabel(labels.a, labels.b)} option={option} height={160} />
      <p className="kz-portfolio-faint" aria-hidden>
        {texts.lagLabel(labels.a, labels.b)}
      </p>
      <details>
        <summary>{texts.lagTable}</summary>
        <table className="kz-portfolio-table kz-portfolio-narrow">
          <thead>
            <tr>
              <th scope="col">{texts.lagColumn}</th>
              <th scope="col" className="kz-portfolio-right">
                ρ
              </th>
              <th scope="col" className="kz-portfolio-right">
                n
              </th>
            </tr>
          </thead>
          <tbody>
            {lags.map(({ weeks, correlation }) => (
              <tr key={weeks}>
                <th scope="row">{texts.lagWeeks(weeks)}</th>
                <td className="kz-portfolio-right kz-figure">
                  {correlation.type === 'found' ? rhoText(correlation.rho) : '–'}
                </td>
                <td className="kz-portfolio-right kz-figure">{correlation.n}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

function LagQuestion({ pair, parts }: LagPanelProps) {
  const texts = useText('portfolio');
  const { format } = useLocale();
  const { state, ask, stop } = usePast<readonly Lag[]>();
  const { table, scope } = parts;
  const [a, b] = [pair.a.measure, pair.b.measure];
  const canAsk = pair.a.weekly && pair.b.weekly && a !== undefined && b !== undefined && a !== b;
  const begin = (first: MeasureId, second: MeasureId) => {
    const now = systemClock.now();
    const moments = WEEKS.map((week) => now - week * WEEK);
    const questions = Array.from(scope.indexes).flatMap((index) => {
      const account = table.rows[index]?.account.id;
      return account === undefined ? [] : [{ account, moments }];
    });
    ask({
      questions,
      measures: [first, second],
      conclude: (answer) =>
        lagsOf(
          WEEKS.map((week) => answer.at(first, week)),
          WEEKS.map((week) => answer.at(second, week)),
        ),
    });
  };
  return (
    <section className="kz-portfolio-lag" aria-label={texts.lagTitle}>
      <h2>{texts.lagTitle}</h2>
      <p className="kz-portfolio-faint">{canAsk ? texts.lagHint(MOST_LAG) : texts.lagNot}</p>
      {state.type === 'reading' ? (
        <div className="kz-portfolio-progress">
          <ProgressBar
            label={texts.lagReading}
            value={state.share}
            valueText={format.percent(state.share * 100)}
          />
          <Button size="small" onClick={stop}>
            {texts.cancel}
          </Button>
        </div>
      ) : (
        canAsk &&
        state.type !== 'ready' && (
          <Button size="small" onClick={() => begin(a, b)}>
            {texts.lagStart}
          </Button>
        )
      )}
      {state.type === 'failed' && <p role="alert">{texts.lagFailed}</p>}
      {state.type === 'ready' && canAsk && <LagAnswer lags={state.value} pair={pair} />}
    </section>
  );
}

/** Of another pair, or of other accounts, it is another question: the answer before is not about them. */
export function LagPanel({ pair, parts }: LagPanelProps) {
  const about = JSON.stringify([pair.a.measure, pair.b.measure, parts.scope.id]);
  return <LagQuestion key={about} pair={pair} parts={parts} />;
}
