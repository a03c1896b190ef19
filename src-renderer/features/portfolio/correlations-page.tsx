/** Two measures of the same accounts side by side: the scatter with names, ρ with all that belongs to it, and a table. */
import { ArrowLeftRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { Chart } from '#renderer/ui/chart.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Skeleton } from '#renderer/ui/states.tsx';
import { changePortfolio, usePortfolioView } from '#renderer/ui-state/portfolio-view.ts';
import { LEAST_PAIRS } from '#shared/domain/correlation/spearman.ts';
import { pairOption } from './correlation-option.ts';
import { correlationText, meaningText } from './correlation-words.ts';
import { LagPanel } from './lag-panel.tsx';
import { type NumericMeasure, numericMeasures } from './numeric-measures.ts';
import { currenciesOf } from './picture-points.ts';
import type { PortfolioParts } from './portfolio-parts.ts';
import { ScopeChoice } from './scope-choice.tsx';
import { type Pair, usePair } from './use-pair.ts';

const HEIGHT = 360;
const STEP = 50;

interface MeasureChoiceProps {
  readonly label: string;
  readonly measures: readonly NumericMeasure[];
  readonly chosen: NumericMeasure | undefined;
  readonly onChoose: (id: string) => void;
}

function MeasureChoice({ label, measures, chosen, onChoose }: MeasureChoiceProps) {
  const { groups } = useText('portfolio');
  return (
    <Select
      label={label}
      value={chosen?.id}
      options={measures.map((each) => ({ value: each.id, label: each.label, group: groups[each.kind] }))}
      onChange={onChoose}
    />
  );
}

function Finding({ pair }: { readonly pair: Pair }) {
  const texts = useText('portfolio');
  const { format } = useLocale();
  const labels = { a: pair.a.label, b: pair.b.label };
  const meaning = meaningText(pair.correlation, labels, texts);
  const isSame = pair.a.id === pair.b.id;
  return (
    <div className="kz-portfolio-finding" role="status">
      <p>
        <strong>{isSame ? texts.same : correlationText(pair.correlation, labels, texts)}</strong>{' '}
        {!isSame && meaning}
      </p>
      <p>
        <strong className="kz-portfolio-not-cause">{texts.notCause}</strong> {texts.notCauseWhy}
      </p>
      {!isSame && pair.outliers.length > 0 && <p>{texts.outliers(format.list(pair.outliers))}</p>}
      <p className="kz-portfolio-faint">{texts.method(LEAST_PAIRS)}</p>
    </div>
  );
}

interface PairTableProps {
  readonly pair: Pair;
  readonly onPoint: (place: number | undefined) => void;
  readonly onOpen: (id: string) => void;
}

function PairTable({ pair, onPoint, onOpen }: PairTableProps) {
  const texts = useText('portfolio');
  const [shown, setShown] = useState(STEP);
  const { a, b, points } = pair;
  return (
    <>
      <table className="kz-portfolio-table">
        <caption>{texts.pairTable}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.account}</th>
            <th scope="col" className="kz-portfolio-right">
              {a.label}
            </th>
            <th scope="col" className="kz-portfolio-right">
              {b.label}
            </th>
          </tr>
        </thead>
        <tbody>
          {points.slice(0, shown).map((point, place) => (
            <tr key={point.id}>
              <th scope="row">
                <button
                  type="button"
                  className="kz-portfolio-name"
                  onFocus={() => onPoint(place)}
                  onBlur={() => onPoint(undefined)}
                  onClick={() => onOpen(point.id)}
                >
                  {point.name}
                </button>
              </th>
              <td className="kz-portfolio-right kz-figure">{a.text(point.a)}</td>
              <td className="kz-portfolio-right kz-figure">{b.text(point.b)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {points.length > shown && (
        <Button size="small" onClick={() => setShown(shown + STEP)}>
          {texts.showMore(Math.min(STEP, points.length - shown), points.length - shown)}
        </Button>
      )}
    </>
  );
}

function useMeasures({ table, labelOf }: PortfolioParts): readonly NumericMeasure[] {
  const { measures } = useText('healthWords');
  const { format } = useLocale();
  const { rows, columns } = table;
  const currencies = useMemo(() => currenciesOf(rows), [rows]);
  return useMemo(
    () => numericMeasures(columns.values(), currencies, { labelOf, measures, format }),
    [columns, currencies, labelOf, measures, format],
  );
}

export function CorrelationsPage(parts: PortfolioParts) {
  const texts = useText('portfolio');
  const { everyone } = useText('segments');
  const { table, scope, onOpen } = parts;
  const view = usePortfolioView();
  const measures = useMeasures(parts);
  const [idA, idB] = view.pair;
  const a = measures.find(({ id }) => id === idA) ?? measures[0];
  const b = measures.find(({ id }) => id === idB) ?? measures[1];
  const pair = usePair(table, scope, a, b);
  const [place, setPlace] = useState<number>();
  const pointed = useMemo(() => (place === undefined ? undefined : { series: 0, place }), [place]);
  const option = useMemo(
    () => (pair === undefined ? undefined : pairOption(pair.points, pair.a, pair.b)),
    [pair],
  );
  return (
    <div className="kz-portfolio-page">
      <div className="kz-portfolio-bar">
        <MeasureChoice
          label={texts.first}
          measures={measures}
          chosen={a}
          onChoose={(id) => changePortfolio({ pair: [id, b?.id ?? idB] })}
        />
        <IconButton
          icon={ArrowLeftRight}
          label={texts.swap}
          onClick={() => changePortfolio({ pair: [b?.id ?? idB, a?.id ?? idA] })}
        />
        <MeasureChoice
          label={texts.second}
          measures={measures}
          chosen={b}
          onChoose={(id) => changePortfolio({ pair: [a?.id ?? idA, id] })}
        />
        <ScopeChoice {...parts} everyone={everyone} />
      </div>
      {pair === undefined || option === undefined ? (
        <Skeleton lines={10} />
      ) : (
        <>
          <Finding pair={pair} />
          {pair.points.length > 0 && (
            <Chart
              label={texts.pairLabel(pair.a.label, pair.b.label, pair.points.length)}
              option={option}
              height={HEIGHT}
              pointed={pointed}
            />
          )}
          <LagPanel pair={pair} parts={parts} />
          {pair.points.length > 0 && <PairTable pair={pair} onPoint={setPlace} onOpen={onOpen} />}
        </>
      )}
    </div>
  );
}
