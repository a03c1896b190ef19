/** How far a long task has come, and which step of several one is at. */
import { Check } from 'lucide-react';
import { useId } from 'react';
import { useText } from '#renderer/i18n/locale.ts';
import './progress.css';
import { VisuallyHidden } from './visually-hidden.tsx';

export interface ProgressBarProps {
  readonly label: string;
  /** 0 to 1; undefined while nothing can be said yet. */
  readonly value: number | undefined;
  /** In words: "41,200 of 100,000 rows · 18 MB of 44 MB". Read out instead of the bare percentage. */
  readonly valueText: string;
}

export function ProgressBar({ label, value, valueText }: ProgressBarProps) {
  const id = useId();
  const percent = value === undefined ? undefined : Math.round(Math.min(1, Math.max(0, value)) * 1000) / 10;
  return (
    <div>
      <div className="kz-progress-head">
        <span id={id}>{label}</span>
        <span className="kz-progress-value">{valueText}</span>
      </div>
      <div
        className="kz-progress-track"
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={valueText}
      >
        {percent === undefined ? (
          <div className="kz-progress-fill kz-progress-unsaid" />
        ) : (
          <div className="kz-progress-fill" style={{ width: `${percent}%` }} />
        )}
      </div>
    </div>
  );
}

export interface StepperProps {
  /** What the steps lead to, e.g. "Import". */
  readonly label: string;
  readonly steps: readonly string[];
  /** 0-based. */
  readonly current: number;
  /** When given, steps before the current one can be gone back to. */
  readonly onGoTo?: (step: number) => void;
}

/** 1 Files ─ 2 Columns ─ 3 Links ─ 4 Preview ─ 5 Done */
export function Stepper({ label, steps, current, onGoTo }: StepperProps) {
  const { stepState } = useText('ui');
  return (
    <nav className="kz-stepper" aria-label={label}>
      <ol>
        {steps.map((name, index) => {
          const state = index < current ? 'done' : index === current ? 'current' : 'ahead';
          const inside = (
            <>
              <span className="kz-step-number" aria-hidden="true">
                {state === 'done' ? <Check size={12} strokeWidth={2.5} /> : index + 1}
              </span>
              {name}
              <VisuallyHidden>{`(${stepState[state]})`}</VisuallyHidden>
            </>
          );
          return (
            <li
              key={name}
              className={`kz-step kz-step-${state}`}
              aria-current={state === 'current' ? 'step' : undefined}
            >
              {state === 'done' && onGoTo !== undefined ? (
                <button type="button" onClick={() => onGoTo(index)}>
                  {inside}
                </button>
              ) : (
                <span>{inside}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
