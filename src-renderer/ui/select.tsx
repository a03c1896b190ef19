/** One of several values: a button that shows the value and opens a list. */
import { ChevronDown } from 'lucide-react';
import { lazy, useId } from 'react';
import { useText } from '#renderer/i18n/locale.ts';
import { classNames } from './class-names.ts';
import './field.css';
import type { FieldLook } from './field.tsx';
import './select.css';
import { Trigger } from './trigger.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';

const load = () => import('./overlays/list-popup.tsx');
const ListPopup = lazy(() => load().then((file) => ({ default: file.ListPopup })));

export interface SelectOption<T extends string = string> {
  readonly value: T;
  readonly label: string;
  /** A second, smaller line. */
  readonly hint?: string;
  readonly disabled?: boolean;
  /** Heading above it and its neighbours of the same group. */
  readonly group?: string;
}

export interface SelectProps<T extends string> extends FieldLook {
  /** Undefined shows the placeholder. */
  readonly value: T | undefined;
  readonly options: readonly SelectOption<T>[];
  readonly onChange: (value: T) => void;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  /** Without a border, for a filter in a toolbar or a cell of a table. */
  readonly quiet?: boolean;
}

export function Select<T extends string>({
  label,
  hideLabel = false,
  hint,
  error,
  value,
  options,
  onChange,
  placeholder,
  disabled,
  quiet = false,
}: SelectProps<T>) {
  const texts = useText('ui');
  const id = useId();
  const chosen = options.find((option) => option.value === value);
  return (
    <div className="kz-field">
      <span id={`${id}-label`} className="kz-label">
        {hideLabel ? <VisuallyHidden>{label}</VisuallyHidden> : label}
      </span>
      <Trigger
        look="button"
        popupType="listbox"
        preload={() => void load()}
        id={`${id}-button`}
        className={classNames('kz-select', quiet && 'kz-select-quiet')}
        disabled={disabled}
        aria-labelledby={`${id}-label ${id}-button`}
        aria-describedby={error === undefined && hint === undefined ? undefined : `${id}-note`}
        popup={(parts) => (
          <ListPopup
            {...parts}
            label={label}
            options={options}
            selected={value}
            onSelect={(selected) => {
              const option = options.find((candidate) => candidate.value === selected);
              if (option !== undefined && option.value !== value) onChange(option.value);
            }}
          />
        )}
      >
        <span className={chosen === undefined ? 'kz-select-placeholder' : undefined}>
          {chosen?.label ?? placeholder ?? texts.empty}
        </span>
        <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
      </Trigger>
      {(error ?? hint) !== undefined && (
        <p id={`${id}-note`} className={error === undefined ? 'kz-hint' : 'kz-field-error'}>
          {error ?? hint}
        </p>
      )}
    </div>
  );
}
