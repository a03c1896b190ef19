/** The open popover; loaded on first use (see `popover.tsx`). */
import type { ReactNode } from 'react';
import { Dialog, Popover } from 'react-aria-components/Popover';
import type { PopupParts } from '../trigger.tsx';
import { InLocale } from './in-locale.tsx';
import './overlay.css';

interface PopoverPanelProps extends PopupParts {
  readonly label: string;
  readonly children: ReactNode;
}

export function PopoverPanel({ label, children, triggerRef, onClose }: PopoverPanelProps) {
  return (
    <InLocale>
      <Popover
        className="kz-popover kz-scroll"
        isOpen
        triggerRef={triggerRef}
        placement="bottom start"
        offset={4}
        onOpenChange={onClose}
      >
        <Dialog className="kz-popover-panel" aria-label={label}>
          {children}
        </Dialog>
      </Popover>
    </InLocale>
  );
}
