/** Checkbox, switch and radio group: native inputs, styled. */
import { type ReactNode, useEffect, useId, useRef } from 'react';
import './choice.css';
import './field.css';
import { classNames } from './class-names.ts';

interface CheckboxProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** Some but not all of what it stands for. */
  readonly indeterminate?: boolean;
  readonly disabled?: boolean;
  /** Visible label; without one give `label`. */
  readonly children?: ReactNode;
  readonly label?: string;
  /** Called with the mouse event for shift-click ranges. */
  readonly onClick?: (event: React.MouseEvent<HTMLInputElement>) => void;
  readonly tabIndex?: number;
}

export function Checkbox({
  checked,
  onChange,
  indeterminate = false,
  disabled,
  children,
  label,
  onClick,
  tabIndex,
}: CheckboxProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current !== null) input.current.indeterminate = indeterminate;
  }, [indeterminate]);
  return (
    <label className="kz-choice">
      <input
        ref={input}
        type="checkbox"
        aria-label={label}
        checked={checked}
        disabled={disabled}
        tabIndex={tabIndex}
        onClick={onClick}
        onChange={(event) => onChange(event.target.checked)}
      />
      {children}
    </label>
  );
}

/** For what takes effect at once. @public Part of the kit. */
export function Switch({ checked, onChange, disabled, children }: Omit<CheckboxProps, 'indeterminate'>) {
  return (
    <label className="kz-choice">
      <input
        type="checkbox"
        role="switch"
        className="kz-switch"
        checked={checked}
        aria-checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      {children}
    </label>
  );
}

export interface RadioGroupProps<T extends string> {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

export function RadioGroup<T extends string>({
  label,
  hideLabel,
  value,
  options,
  onChange,
}: RadioGroupProps<T>) {
  const name = useId();
  return (
    <fieldset className="kz-radio-group">
      <legend className={classNames('kz-label', hideLabel === true && 'kz-visually-hidden')}>{label}</legend>
      <div className="kz-radio-options">
        {options.map((option) => (
          <label key={option.value} className="kz-choice">
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
