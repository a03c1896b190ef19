/** Holds the place of a field whose code is still on its way, at the same height, so that nothing jumps. */
import './field.css';
import type { FieldLook } from './field.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';

export function FieldWait({ label, hideLabel = false }: Pick<FieldLook, 'label' | 'hideLabel'>) {
  return (
    <div className="kz-field" aria-busy="true">
      <span className="kz-label">{hideLabel ? <VisuallyHidden>{label}</VisuallyHidden> : label}</span>
      <div className="kz-input" />
    </div>
  );
}
