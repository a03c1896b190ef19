/** How one measure is judged: its curve over the book, the same in numbers, and how long its data count. */
import { Plus, RotateCcw } from 'lucide-react';
import { useMemo } from 'react';
import { useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { RadioGroup } from '#renderer/ui/choice.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { addPoint, movePoint, removePoint, wayOf } from '#shared/domain/health/edit-scorecard.ts';
import { STANDARD_RULES } from '#shared/domain/health/standard-scorecards.ts';
import type { Curve, MeasureRule, Scorecard } from '#shared/model/health.ts';
import { CurveChart } from './curve-chart.tsx';
import { CurvePoints } from './curve-points.tsx';
import { distributionOf } from './distribution.ts';
import { RAW_SCALES } from './raw-scale.ts';
import './curve-panel.css';

interface CurvePanelProps {
  readonly rule: MeasureRule;
  readonly bands: Scorecard['bands'];
  /** Raw values over the book. */
  readonly values: readonly number[];
  readonly total: number;
  readonly onChange: (patch: Partial<Pick<MeasureRule, 'curve' | 'shelfDays'>>, gesture?: string) => void;
  /** Of a drag: the curve as it was when it began is what each move starts from. */
  readonly onMove: (move: (curve: Curve) => Curve, gesture: string) => void;
  readonly onSettle: () => void;
}

export function CurvePanel({ rule, bands, values, total, onChange, onMove, onSettle }: CurvePanelProps) {
  const texts = useText('scorecards');
  const { measures } = useText('healthWords');
  const { measure, curve, shelfDays } = rule;
  const words = measures[measure];
  const scale = RAW_SCALES[measure];
  const distribution = useMemo(() => distributionOf(values, curve), [values, curve]);
  const standard = STANDARD_RULES[measure];
  return (
    <section className="kz-sc-curve" aria-label={texts.openMeasure(words.name)}>
      <p className="kz-hint">{words.about}</p>
      <CurveChart
        name={words.name}
        curve={curve}
        distribution={distribution}
        scale={scale}
        bands={bands}
        value={words.value}
        onMove={(place, raw, gives) =>
          onMove(
            (from) => movePoint(from, place, [raw, gives], wayOf(measure, from), scale.step),
            `${measure} ${place}`,
          )
        }
        onSettle={onSettle}
      />
      <p className="kz-hint">
        {distribution.median === undefined
          ? texts.distributionNone
          : texts.distribution(distribution.count, total, words.value(distribution.median))}{' '}
        {texts.curveHint}
      </p>
      <div className="kz-sc-curve-fields">
        <CurvePoints
          curve={curve}
          unit={words.unit}
          scale={scale}
          onChange={(changed) => onChange({ curve: changed })}
          onRemove={(place) => onChange({ curve: removePoint(curve, place) })}
        />
        <div className="kz-sc-curve-more">
          <RadioGroup
            label={texts.curveType}
            value={curve.type}
            options={[
              { value: 'line', label: texts.curveTypes.line },
              { value: 'steps', label: texts.curveTypes.steps },
            ]}
            onChange={(type) => onChange({ curve: { ...curve, type } })}
          />
          <NumberField
            label={texts.shelf}
            value={shelfDays}
            unreadable={texts.shelfBad}
            onChange={(days) => {
              if (days !== null && days >= 1) onChange({ shelfDays: Math.round(days) });
            }}
          />
          <Button size="small" icon={Plus} onClick={() => onChange({ curve: addPoint(curve, scale.step) })}>
            {texts.addPoint}
          </Button>
          <Button
            size="small"
            variant="quiet"
            icon={RotateCcw}
            disabled={curve === standard.curve}
            onClick={() => onChange(standard)}
          >
            {texts.resetCurve}
          </Button>
        </div>
      </div>
    </section>
  );
}
