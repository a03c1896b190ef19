/** How a score reads: the ends of its range and which is good, or what each letter or colour counts; all changeable. */
import { useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import type { ColumnPlan } from '#shared/model/import-plan.ts';
import { withDirection, withEnds, withWord, withWordsTurned } from './column-edit.ts';

interface ScaleProps {
  readonly column: ColumnPlan;
  readonly onChange: (column: ColumnPlan) => void;
}

/** Nothing for letters and colours. */
export function ScaleEnds({ column, onChange }: ScaleProps) {
  const texts = useText('sources');
  const { scale } = column.reading;
  if (scale?.type !== 'range') return null;
  const { min, max } = scale;
  return (
    <span className="kz-scale-ends">
      <NumberField
        hideLabel
        label={texts.scaleLowest(column.header)}
        value={min}
        unreadable={texts.notANumber}
        onChange={(value) => onChange(withEnds(column, value ?? min, max))}
      />
      <span aria-hidden>–</span>
      <NumberField
        hideLabel
        label={texts.scaleHighest(column.header)}
        value={max}
        unreadable={texts.notANumber}
        onChange={(value) => onChange(withEnds(column, min, value ?? max))}
      />
    </span>
  );
}

function Words({ column, onChange }: ScaleProps) {
  const texts = useText('sources');
  const { scale } = column.reading;
  if (scale?.type !== 'words') return null;
  const words = Object.entries(scale.words).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return (
    <>
      {words.map(([word, score]) => (
        <span key={word} className="kz-scale-word">
          <span aria-hidden>{word} =</span>
          <NumberField
            hideLabel
            label={texts.scaleWord(column.header, word)}
            value={score}
            unreadable={texts.notANumber}
            onChange={(value) => onChange(withWord(column, word, value ?? score))}
          />
        </span>
      ))}
      <Button size="small" variant="quiet" onClick={() => onChange(withWordsTurned(column))}>
        {texts.turnWords}
      </Button>
    </>
  );
}

export function ScaleReading({ column, onChange }: ScaleProps) {
  const texts = useText('sources');
  const { scale } = column.reading;
  if (scale === undefined) return null;
  if (scale.type === 'words') return <Words column={column} onChange={onChange} />;
  return (
    <>
      <ScaleEnds column={column} onChange={onChange} />
      <Select
        quiet
        hideLabel
        label={`${texts.direction}: ${column.header}`}
        value={scale.higherIsBetter ? 'up' : 'down'}
        options={[
          { value: 'up', label: texts.higherBetter },
          { value: 'down', label: texts.lowerBetter },
        ]}
        onChange={(value) => onChange(withDirection(column, value === 'up'))}
      />
    </>
  );
}
