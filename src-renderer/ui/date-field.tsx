/** A calendar day, 'YYYY-MM-DD', typed or picked in the reader's own order of year, month and day. */
import { lazy, Suspense } from 'react';
import type { FieldLook } from './field.tsx';
import { FieldWait } from './field-wait.tsx';

const DatePickerField = lazy(() =>
  import('./overlays/date-picker-field.tsx').then((file) => ({ default: file.DatePickerField })),
);

export interface DateFieldProps extends FieldLook {
  readonly value: string | undefined;
  /** Undefined when the field was emptied. */
  readonly onChange: (value: string | undefined) => void;
  readonly min?: string;
  readonly max?: string;
  readonly disabled?: boolean;
}

export function DateField(props: DateFieldProps) {
  return (
    <Suspense fallback={<FieldWait label={props.label} hideLabel={props.hideLabel ?? false} />}>
      <DatePickerField {...props} />
    </Suspense>
  );
}
