/** One of many values, found by typing; optionally a value that is not in the list. */
import { lazy, Suspense } from 'react';
import type { FieldLook } from './field.tsx';
import { FieldWait } from './field-wait.tsx';
import type { SelectOption } from './select.tsx';

const ComboField = lazy(() =>
  import('./overlays/combo-field.tsx').then((file) => ({ default: file.ComboField })),
);

export interface ComboBoxProps extends FieldLook {
  readonly value: string | undefined;
  readonly options: readonly SelectOption[];
  readonly onChange: (value: string) => void;
  /** What was typed counts even when no option is called so; given to `onChange` when the field is left. */
  readonly allowsOther?: boolean;
  readonly placeholder?: string;
  readonly disabled?: boolean;
}

export function ComboBox(props: ComboBoxProps) {
  return (
    <Suspense fallback={<FieldWait label={props.label} hideLabel={props.hideLabel ?? false} />}>
      <ComboField {...props} />
    </Suspense>
  );
}
