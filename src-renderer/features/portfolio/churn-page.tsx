/** "What goes with churn here": how lost accounts stood weeks before, against those that stayed, measure by measure. */
import { useEffect, useMemo } from 'react';
import { PAST_MEASURES } from '#renderer/data/past/read-past.ts';
import { toldApart } from '#renderer/i18n/finer.ts';
import { isoDateOf } from '#renderer/i18n/format.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DateText } from '#renderer/ui/figures.tsx';
import { ProgressBar } from '#renderer/ui/progress.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { changePortfolio, usePortfolioView } from '#renderer/ui-state/portfolio-view.ts';
import {
  fateOf,
  LEAST_CHURN,
  type Look,
  looksOf,
  WEEKS_BEFORE,
  wasPaying,
} from '#shared/domain/correlation/churn.ts';
import type { GroupDifference } from '#shared/domain/correlation/compare-groups.ts';
import type { MeasureId } from '#shared/model/health.ts';
import { clearness, type RankedMeasure, rankMeasures } from './churn-ranking.ts';
import type { PortfolioParts } from './portfolio-parts.ts';
import { ScopeChoice } from './scope-choice.tsx';
import { type Past, usePast } from './use-past.ts';

const WEEK = 7 * 86_400_000;

function useLooks({ table, scope, today }: PortfolioParts): readonly Look[] {
  const { rows } = table;
  return useMemo(
    () =>
      looksOf(
        Array.from(scope.indexes).flatMap((index) => {
          const row = rows[index];
          if (row === undefined) return [];
          const { account, summary } = row;
          return [
            {
              id: account.id,
              fate: fateOf(summary, today, isoDateOf),
              paidOn: (day: string) => wasPaying(summary, day),
            },
          ];
        }),
      ),
    [rows, scope, today],
  );
}

/** Lost once and paying today: won back, or never as lost as the source said. */
function payingAgain({ table, today }: PortfolioParts, looks: readonly Look[]): number {
  const lost = new Set(looks.flatMap(({ account, group }) => (group === 'lost' ? [account] : [])));
  return table.rows.filter(({ account, summary }) => lost.has(account.id) && wasPaying(summary, today))
    .length;
}

function countOf(looks: readonly Look[], group: Look['group']): number {
  return looks.filter((look) => look.group === group).length;
}

interface DifferenceProps {
  readonly difference: GroupDifference;
}

/** The share of pairs with its interval, as a bar around one half and in words. */
function Difference({ difference }: DifferenceProps) {
  const texts = useText('portfolio');
  const { format } = useLocale();
  if (difference.type === 'too-few')
    return (
      <span className="kz-portfolio-faint">{texts.fewOn(difference.nA, difference.nB, difference.need)}</span>
    );
  if (difference.type === 'constant') return <span className="kz-portfolio-faint">{texts.sameAll}</span>;
  const { delta, interval } = difference;
  const isLower = delta <= 0;
  // Share of pairs, ties counted half; for "lower" the interval turns round with the sign.
  const share = (value: number) => (1 + (isLower ? -value : value)) / 2;
  const [from, to] = isLower
    ? [share(interval.to), share(interval.from)]
    : [share(interval.from), share(interval.to)];
  const say = isLower ? texts.lower : texts.higher;
  // One half is where nothing differs: what lies beside it does not read like it.
  const percent = (value: number) =>
    toldApart((each, finer) => format.percent(each * 100, finer), value, 0.5)[0];
  return (
    <span className="kz-portfolio-difference">
      <span className="kz-portfolio-track" aria-hidden="true">
        <span style={{ left: `${from * 100}%`, width: `${Math.max(1, (to - from) * 100)}%` }} />
        <i style={{ left: `${share(delta) * 100}%` }} />
      </span>
      <span>{say(percent(share(delta)), percent(from), percent(to))}</span>
    </span>
  );
}

function Ranking({ ranked }: { readonly ranked: readonly RankedMeasure[] }) {
  const texts = useText('portfolio');
  const { measures } = useText('healthWords');
  /** Two medians that differ read differently, or the row would contradict its own difference. */
  const middles = (measure: MeasureId, difference: GroupDifference) => {
    if (difference.type !== 'found') return [null, null] as const;
    const { medianA, nA, medianB, nB } = difference;
    const [a, b] = toldApart(measures[measure].value, medianA, medianB);
    const middle = (said: string, n: number) => (
      <>
        {said} <span className="kz-portfolio-faint">{texts.ofN(n)}</span>
      </>
    );
    return [middle(a, nA), middle(b, nB)] as const;
  };
  return (
    <table className="kz-portfolio-table">
      <caption>{texts.churnTable}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.measure}</th>
          <th scope="col" className="kz-portfolio-right">
            {texts.lost}
          </th>
          <th scope="col" className="kz-portfolio-right">
            {texts.stayed}
          </th>
          <th scope="col">{texts.difference}</th>
          <th scope="col">
            <span className="kz-visually-hidden">{texts.clear}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {ranked.map(({ measure, difference }) => {
          const [lost, stayed] = middles(measure, difference);
          return (
            <tr key={measure}>
              <th scope="row">{measures[measure].name}</th>
              <td className="kz-portfolio-right kz-figure">{lost}</td>
              <td className="kz-portfolio-right kz-figure">{stayed}</td>
              <td>
                <Difference difference={difference} />
              </td>
              <td>
                {difference.type === 'found'
                  ? clearness(difference) > 0
                    ? texts.clear
                    : texts.unclear
                  : texts.noFigure}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface AnswerProps {
  readonly past: Past<readonly RankedMeasure[]>;
  readonly onBegin: () => void;
}

function Answer({ past, onBegin }: AnswerProps) {
  const texts = useText('portfolio');
  const { format } = useLocale();
  const { state, stop } = past;
  switch (state.type) {
    case 'reading':
      return (
        <div className="kz-portfolio-progress">
          <ProgressBar
            label={texts.churnReading}
            value={state.share}
            valueText={format.percent(state.share * 100)}
          />
          <Button size="small" onClick={stop}>
            {texts.cancel}
          </Button>
        </div>
      );
    case 'ready':
      return <Ranking ranked={state.value} />;
    case 'idle':
      return null;
    default:
      return (
        <p role="status">
          {state.type === 'failed' ? texts.churnFailed : texts.churnStopped}{' '}
          <Button size="small" onClick={onBegin}>
            {texts.churnStart}
          </Button>
        </p>
      );
  }
}

function Compared({ looks, weeks }: { readonly looks: readonly Look[]; readonly weeks: number }) {
  const texts = useText('portfolio');
  const past = usePast<readonly RankedMeasure[]>();
  const { ask } = past;
  const begin = useMemo(
    () => () =>
      ask({
        // Noon, so that the day is the same one in every zone.
        questions: looks.map(({ account, on }) => ({
          account,
          moments: [Date.parse(`${on}T12:00:00Z`) - weeks * WEEK],
        })),
        measures: PAST_MEASURES,
        conclude: (answer) => rankMeasures(looks, PAST_MEASURES, (measure) => answer.at(measure, 0)),
      }),
    [ask, looks, weeks],
  );
  useEffect(() => begin(), [begin]);
  return (
    <>
      <p>
        {texts.churnIntro(weeks)} <strong className="kz-portfolio-not-cause">{texts.notCause}</strong>{' '}
        {texts.notCauseWhy}
      </p>
      <Answer past={past} onBegin={begin} />
      <p className="kz-portfolio-faint">{texts.churnMethod}</p>
    </>
  );
}

/** Few enough to be read one by one. */
function LostAccounts({ looks, parts }: { readonly looks: readonly Look[]; readonly parts: PortfolioParts }) {
  const texts = useText('portfolio');
  const lost = looks.filter(({ group }) => group === 'lost').sort((a, b) => (a.on < b.on ? 1 : -1));
  if (lost.length === 0) return null;
  const names = new Map(parts.table.rows.map(({ account }) => [account.id, account.name]));
  return (
    <table className="kz-portfolio-table kz-portfolio-lost">
      <caption>{texts.lostAccounts}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.account}</th>
          <th scope="col">{texts.lostOn}</th>
        </tr>
      </thead>
      <tbody>
        {lost.map(({ account, on }) => (
          <tr key={account}>
            <th scope="row">
              <button type="button" className="kz-portfolio-name" onClick={() => parts.onOpen(account)}>
                {names.get(account)}
              </button>
            </th>
            <td>
              <DateText value={on} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function ChurnPage(parts: PortfolioParts) {
  const texts = useText('portfolio');
  const { everyone } = useText('segments');
  const { weeksBefore } = usePortfolioView();
  const looks = useLooks(parts);
  const lost = countOf(looks, 'lost');
  const stayed = countOf(looks, 'stayed');
  const again = useMemo(() => payingAgain(parts, looks), [parts, looks]);
  return (
    <div className="kz-portfolio-page">
      <div className="kz-portfolio-bar">
        <Select
          label={texts.weeksBefore}
          value={String(weeksBefore)}
          options={WEEKS_BEFORE.map((weeks) => ({ value: String(weeks), label: texts.weeks(weeks) }))}
          onChange={(weeks) => changePortfolio({ weeksBefore: Number(weeks) })}
        />
        <ScopeChoice {...parts} everyone={everyone} />
        <p className="kz-portfolio-counts kz-figure">
          {texts.churnCounts(lost, stayed)}
          {again > 0 && texts.payAgain(again)}
        </p>
      </div>
      {lost < LEAST_CHURN ? (
        <>
          <EmptyState title={texts.churnFew(lost, LEAST_CHURN)}>{texts.churnFewBody}</EmptyState>
          <LostAccounts looks={looks} parts={parts} />
        </>
      ) : stayed < LEAST_CHURN ? (
        <EmptyState title={texts.stayedFew(stayed, LEAST_CHURN)} />
      ) : (
        <Compared looks={looks} weeks={weeksBefore} />
      )}
    </div>
  );
}
