/** One weight: a slider, a number and a lock. The others give or take, so that the sum stays 100. */
import { Lock, LockOpen } from 'lucide-react';
import { useId, useState } from 'react';
import { useText } from '#renderer/i18n/locale.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import { isCommitKey } from '#renderer/ui/ime.ts';
import { readNumber } from '#renderer/ui/number-field.tsx';

interface WeightControlProps {
  readonly name: string;
  readonly weight: number;
  readonly locked: boolean;
  /** Somebody else can give or take. */
  readonly canMove: boolean;
  readonly most: number;
  /** `gesture`: the moves of one drag are one step. */
  readonly onChange: (weight: number, gesture?: string) => void;
  readonly onSettle: () => void;
  readonly onLock: () => void;
}

/** What a person may type is checked before it moves anything. */
function problemOf(text: string, most: number): 'bad' | 'most' | undefined {
  const value = readNumber(text);
  if (value === undefined || value === null || value < 0 || value > 100) return 'bad';
  return value > most ? 'most' : undefined;
}

export function WeightControl(props: WeightControlProps) {
  const { name, weight, locked, canMove, most, onChange, onSettle, onLock } = props;
  const texts = useText('scorecards');
  const id = useId();
  const [draft, setDraft] = useState<string | undefined>(undefined);
  const problem = draft === undefined ? undefined : problemOf(draft, most);
  const commit = () => {
    if (draft === undefined || problem !== undefined) return;
    setDraft(undefined);
    const value = readNumber(draft);
    if (typeof value === 'number' && value !== weight) onChange(value);
  };
  return (
    <div className="kz-sc-weight">
      <input
        type="range"
        min={0}
        max={100}
        step={1}
        value={weight}
        disabled={locked || !canMove}
        aria-label={texts.weightOf(name)}
        aria-valuetext={`${weight}%`}
        style={{ backgroundSize: `${weight}% 100%` }}
        onChange={(event) => {
          setDraft(undefined);
          onChange(Number(event.target.value), `weight ${name}`);
        }}
        onPointerUp={onSettle}
        onBlur={onSettle}
      />
      <span className="kz-sc-number">
        <input
          type="text"
          inputMode="decimal"
          className="kz-input kz-input-right"
          aria-label={texts.weightOf(name)}
          aria-invalid={problem === undefined ? undefined : true}
          aria-describedby={problem === undefined ? undefined : id}
          disabled={locked || !canMove}
          value={draft ?? String(weight)}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={commit}
          onKeyDown={(event) => {
            if (isCommitKey(event)) commit();
            if (event.key === 'Escape' && draft !== undefined) setDraft(undefined);
          }}
        />
        <span aria-hidden="true">%</span>
      </span>
      <IconButton
        icon={locked ? Lock : LockOpen}
        size="small"
        aria-pressed={locked}
        label={locked ? texts.unlock(name) : texts.lock(name)}
        onClick={onLock}
      />
      {problem !== undefined && (
        <p id={id} className="kz-field-error kz-sc-weight-error" role="alert">
          {problem === 'bad' ? texts.weightBad : texts.weightMost(most)}
        </p>
      )}
    </div>
  );
}
