/** Modal dialog and drawer; the code behind them is fetched when the first one opens. */
import { lazy, type ReactNode, Suspense } from 'react';

const ModalDialog = lazy(() =>
  import('./overlays/modal-dialog.tsx').then((file) => ({ default: file.ModalDialog })),
);

export interface DialogProps {
  readonly isOpen: boolean;
  /** Escape, a press outside or the close button. The caller sets `isOpen` to false. */
  readonly onClose: () => void;
  readonly title: string;
  /** Keeps the title for assistive technology only; the content then has the whole surface. */
  readonly hideTitle?: boolean;
  readonly children: ReactNode;
  /** Buttons at the foot, the primary one last. */
  readonly actions?: ReactNode;
  readonly width?: 'normal' | 'wide';
  /** `alertdialog` for what must be answered: a press outside then does not close it. */
  readonly role?: 'dialog' | 'alertdialog';
}

export function Dialog({ isOpen, ...rest }: DialogProps) {
  if (!isOpen) return null;
  return (
    <Suspense fallback={null}>
      <ModalDialog shape="dialog" {...rest} />
    </Suspense>
  );
}

/** Slides in at the right edge, over the screen; for what is edited beside a list. @public Part of the kit. */
export function Drawer({ isOpen, ...rest }: DialogProps) {
  if (!isOpen) return null;
  return (
    <Suspense fallback={null}>
      <ModalDialog shape="drawer" {...rest} />
    </Suspense>
  );
}
