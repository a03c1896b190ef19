/** The points of a curve as numbers; what makes no sense is said at once and moves nothing. */
import { X } from 'lucide-react';
import { useState } from 'react';
import { useText } from '#renderer/i18n/locale.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import { isCommitKey } from '#renderer/ui/ime.ts';
import { readNumber } from '#renderer/ui/number-field.tsx';
import { checkCurve } from '#shared/domain/health/check-scorecard.ts';
import type { Curve } from '#shared/model/health.ts';
import { fromTyped, type RawScale, typed } from './raw-scale.ts';

interface CellProps {
  readonly label: string;
  readonly value: number;
  /** What is wrong with a number, in words. */
  readonly check: (value: number) => string | undefined;
  readonly onChange: (value: number) => void;
}

function Cell({ label, value, check, onChange }: CellProps) {
  const texts = useText('scorecards');
  const [draft, setDraft] = useState<string | undefined>(undefined);
  const read = draft === undefined ? value : readNumber(draft);
  const problem = typeof read === 'number' ? check(read) : texts.noNumber;
  const shown = draft === undefined ? undefined : problem;
  const commit = () => {
    if (draft === undefined || typeof read !== 'number' || problem !== undefined) return;
    setDraft(undefined);
    if (read !== value) onChange(read);
  };
  return (
    <td>
      <input
        type="text"
        inputMode="decimal"
        className="kz-input kz-input-right"
        aria-label={label}
        aria-invalid={shown === undefined ? undefined : true}
        value={draft ?? String(value)}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (isCommitKey(event)) commit();
          if (event.key === 'Escape') setDraft(undefined);
        }}
      />
      {shown !== undefined && (
        <p className="kz-field-error" role="alert">
          {shown}
        </p>
      )}
    </td>
  );
}

interface CurvePointsProps {
  readonly curve: Curve;
  readonly unit: string;
  readonly scale: RawScale;
  readonly onChange: (curve: Curve) => void;
  readonly onRemove: (place: number) => void;
}

export function CurvePoints({ curve, unit, scale, onChange, onRemove }: CurvePointsProps) {
  const texts = useText('scorecards');
  const rawLabel = scale.factor === 100 ? texts.rawPercent(unit) : texts.raw(unit);
  const withPoint = (place: number, point: readonly [number, number]): Curve => ({
    ...curve,
    points: curve.points.map((each, i) => (i === place ? point : each)),
  });
  const check = (changed: Curve): string | undefined => {
    switch (checkCurve(changed)) {
      case 'curve-order':
        return texts.curveOrder;
      case 'curve-points':
        return texts.curveRange;
      case 'curve-both-ways':
        return texts.curveWay;
      default:
        return undefined;
    }
  };
  return (
    <table className="kz-sc-points">
      <thead>
        <tr>
          <th scope="col">{rawLabel}</th>
          <th scope="col">{texts.gives}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {curve.points.map(([raw, gives], place) => {
          const name = texts.pointLabel(place + 1);
          const raws = (value: number) => withPoint(place, [fromTyped(value, scale), gives]);
          const given = (value: number) => withPoint(place, [raw, value]);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: points keep their order; a point is its place
            <tr key={place}>
              <Cell
                label={`${name}: ${rawLabel}`}
                value={typed(raw, scale)}
                check={(value) => check(raws(value))}
                onChange={(value) => onChange(raws(value))}
              />
              <Cell
                label={`${name}: ${texts.gives}`}
                value={gives}
                check={(value) => check(given(value))}
                onChange={(value) => onChange(given(value))}
              />
              <td>
                <IconButton
                  icon={X}
                  size="small"
                  label={texts.removePoint(place + 1)}
                  disabled={curve.points.length <= 1}
                  onClick={() => onRemove(place)}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
