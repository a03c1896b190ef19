/** One line or many lines of text, and a search box; all of them controlled. */
import { Search, X } from 'lucide-react';
import { type ComponentProps, useRef } from 'react';
import { useText } from '#renderer/i18n/locale.ts';
import { IconButton } from './button.tsx';
import { Field, type FieldLook } from './field.tsx';
import { isCancelKey, isCommitKey } from './ime.ts';

interface Controlled {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

type Native<T extends 'input' | 'textarea'> = Omit<
  ComponentProps<T>,
  'value' | 'onChange' | 'id' | 'required' | 'className'
>;

export interface TextFieldProps extends FieldLook, Controlled, Native<'input'> {
  /** Enter, but never the Enter that accepts a Japanese conversion. */
  readonly onCommit?: () => void;
}

export function TextField({
  label,
  hideLabel,
  hint,
  error,
  required,
  value,
  onChange,
  onCommit,
  ...rest
}: TextFieldProps) {
  const look = { label, hideLabel: hideLabel ?? false, hint, error, required: required ?? false };
  return (
    <Field {...look}>
      {(parts) => (
        <input
          type="text"
          {...rest}
          {...parts}
          className="kz-input"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => {
            rest.onKeyDown?.(event);
            if (onCommit !== undefined && isCommitKey(event)) onCommit();
          }}
        />
      )}
    </Field>
  );
}

export interface TextAreaProps extends FieldLook, Controlled, Native<'textarea'> {}

export function TextArea({
  label,
  hideLabel,
  hint,
  error,
  required,
  value,
  onChange,
  ...rest
}: TextAreaProps) {
  const look = { label, hideLabel: hideLabel ?? false, hint, error, required: required ?? false };
  return (
    <Field {...look}>
      {(parts) => (
        <textarea
          rows={4}
          {...rest}
          {...parts}
          className="kz-input kz-scroll"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

export interface SearchFieldProps extends Controlled, Native<'input'> {
  /** Its accessible name; shown as the placeholder too unless one is given. */
  readonly label: string;
}

/** Escape clears it first and only then leaves it. */
export function SearchField({ label, value, onChange, placeholder, ...rest }: SearchFieldProps) {
  const texts = useText('ui');
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="kz-search">
      <Search size={14} strokeWidth={1.75} aria-hidden />
      <input
        {...rest}
        ref={input}
        type="search"
        className="kz-input"
        aria-label={label}
        placeholder={placeholder ?? label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          rest.onKeyDown?.(event);
          if (!isCancelKey(event)) return;
          if (value === '') event.currentTarget.blur();
          else onChange('');
          event.preventDefault();
        }}
      />
      {value !== '' && (
        <IconButton
          icon={X}
          size="small"
          label={texts.clear}
          onClick={() => {
            onChange('');
            input.current?.focus();
          }}
        />
      )}
    </div>
  );
}
