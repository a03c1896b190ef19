/** The frame around every field: label above, hint or error below, tied together for assistive technology. */
import { type ReactNode, useId } from 'react';
import { useText } from '#renderer/i18n/locale.ts';
import './field.css';
import { VisuallyHidden } from './visually-hidden.tsx';

export interface FieldLook {
  readonly label: string;
  /** Keeps the label for assistive technology only (a search box beside a table). */
  readonly hideLabel?: boolean;
  readonly hint?: ReactNode;
  /** What is wrong and what to do; replaces the hint. */
  readonly error?: string | undefined;
  readonly required?: boolean;
}

interface FieldParts {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly required: boolean;
}

interface FieldProps extends FieldLook {
  readonly children: (parts: FieldParts) => ReactNode;
}

export function Field({ label, hideLabel = false, hint, error, required = false, children }: FieldProps) {
  const texts = useText('ui');
  const id = useId();
  const noteId = `${id}-note`;
  const hasNote = error !== undefined || hint !== undefined;
  return (
    <div className="kz-field">
      <label htmlFor={id} className="kz-label">
        {hideLabel ? <VisuallyHidden>{label}</VisuallyHidden> : label}
        {required && !hideLabel && <span className="kz-label-mark">{texts.required}</span>}
      </label>
      {children({
        id,
        'aria-describedby': hasNote ? noteId : undefined,
        'aria-invalid': error === undefined ? undefined : true,
        required,
      })}
      {error !== undefined && (
        <p id={noteId} className="kz-field-error">
          {error}
        </p>
      )}
      {error === undefined && hint !== undefined && (
        <p id={noteId} className="kz-hint">
          {hint}
        </p>
      )}
    </div>
  );
}
