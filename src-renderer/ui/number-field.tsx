/** A number as people type it: full-width digits, grouping and a unit are read; the text is kept while it is edited. */
import { useState } from 'react';
import { useLocale } from '#renderer/i18n/locale.ts';
import { Field, type FieldLook } from './field.tsx';
import { isCommitKey } from './ime.ts';

/** Undefined when the text is no number; null when it is blank. Grouping commas and full-width digits are fine. */
export function readNumber(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '');
  if (plain === '') return null;
  if (!/^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain)) return undefined;
  return Number(plain);
}

export interface NumberFieldProps extends FieldLook {
  readonly value: number | null;
  /** Called when the field is left or Enter pressed, with a readable number or null for blank. */
  readonly onChange: (value: number | null) => void;
  readonly unreadable: string;
  readonly disabled?: boolean;
}

export function NumberField({ value, onChange, unreadable, disabled, error, ...look }: NumberFieldProps) {
  const { format } = useLocale();
  const [draft, setDraft] = useState<string | undefined>(undefined);
  const bad = draft !== undefined && readNumber(draft) === undefined;
  const commit = () => {
    if (draft === undefined) return;
    const number = readNumber(draft);
    if (number === undefined) return;
    setDraft(undefined);
    if (number !== value) onChange(number);
  };
  return (
    <Field {...look} error={error ?? (bad ? unreadable : undefined)}>
      {(parts) => (
        <input
          {...parts}
          type="text"
          inputMode="decimal"
          className="kz-input kz-input-right"
          disabled={disabled}
          value={draft ?? (value === null ? '' : format.number(value))}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={commit}
          onKeyDown={(event) => {
            if (isCommitKey(event)) commit();
          }}
        />
      )}
    </Field>
  );
}
