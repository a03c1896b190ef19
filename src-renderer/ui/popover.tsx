/** A button that opens a small panel beside it: filters, columns, where a figure comes from. */
import { lazy, type ReactNode } from 'react';
import type { ButtonProps, IconButtonProps } from './button.tsx';
import { Trigger } from './trigger.tsx';

const load = () => import('./overlays/popover-panel.tsx');
const PopoverPanel = lazy(() => load().then((file) => ({ default: file.PopoverPanel })));

interface Panel {
  readonly panelLabel: string;
  /** Gets the way to close, for a button inside. */
  readonly panel: (close: () => void) => ReactNode;
}

export interface PopoverButtonProps extends Omit<ButtonProps, 'onClick'>, Panel {}

export function PopoverButton({ panelLabel, panel, ...button }: PopoverButtonProps) {
  return (
    <Trigger
      {...button}
      look="button"
      popupType="dialog"
      preload={() => void load()}
      popup={(parts) => (
        <PopoverPanel {...parts} label={panelLabel}>
          {panel(parts.onClose)}
        </PopoverPanel>
      )}
    />
  );
}

export interface IconPopoverButtonProps extends Omit<IconButtonProps, 'onClick'>, Panel {}

export function IconPopoverButton({ panelLabel, panel, ...button }: IconPopoverButtonProps) {
  return (
    <Trigger
      {...button}
      look="icon"
      popupType="dialog"
      preload={() => void load()}
      popup={(parts) => (
        <PopoverPanel {...parts} label={panelLabel}>
          {panel(parts.onClose)}
        </PopoverPanel>
      )}
    />
  );
}
