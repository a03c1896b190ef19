/** The open popover; loaded on first use (see `popover.tsx`). */
import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { Dialog, Popover } from 'react-aria-components/Popover';
import { isCancelKey, isComposing } from '../ime.ts';
import type { PopupParts } from '../trigger.tsx';
import { InLocale } from './in-locale.tsx';
import './overlay.css';

interface PopoverPanelProps extends PopupParts {
  readonly label: string;
  readonly children: ReactNode;
}

/** Escape that comes before the focus is inside the panel belongs to it, too. */
function useEarlyEscape(close: () => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const { activeElement } = document;
    if (!isCancelKey(event) || isComposing(event) || activeElement?.closest('[role=dialog]')) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event);
    document.addEventListener('keydown', listen, true);
    return () => document.removeEventListener('keydown', listen, true);
  }, []);
}

export function PopoverPanel({ label, children, triggerRef, onClose }: PopoverPanelProps) {
  useEarlyEscape(onClose);
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
