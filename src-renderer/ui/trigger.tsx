/** A button that opens something: its popup's code is fetched when the pointer or focus first comes near. */
import { type ReactNode, type RefObject, Suspense, useRef, useState } from 'react';
import { Button, type ButtonProps, IconButton, type IconButtonProps } from './button.tsx';

export interface PopupParts {
  readonly triggerRef: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
}

interface TriggerBase {
  readonly popupType: 'menu' | 'listbox' | 'dialog';
  readonly preload: () => void;
  /** Rendered while open. */
  readonly popup: (parts: PopupParts) => ReactNode;
}

export type TriggerProps = TriggerBase &
  (
    | ({ readonly look: 'button' } & Omit<ButtonProps, 'onClick'>)
    | ({ readonly look: 'icon' } & Omit<IconButtonProps, 'onClick'>)
  );

/** ArrowDown opens menus and lists, as a native select does. */
export function Trigger({ popupType, preload, popup, ...rest }: TriggerProps) {
  const triggerRef = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const wiring = {
    ref: triggerRef,
    'aria-haspopup': popupType,
    'aria-expanded': isOpen,
    onPointerEnter: preload,
    onFocus: preload,
    onClick: () => setOpen(!isOpen),
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.key !== 'ArrowDown' || popupType === 'dialog') return;
      event.preventDefault();
      setOpen(true);
    },
  } as const;
  return (
    <>
      {rest.look === 'icon' ? (
        <IconButton {...withoutLook(rest)} {...wiring} />
      ) : (
        <Button {...withoutLook(rest)} {...wiring} />
      )}
      {isOpen && <Suspense fallback={null}>{popup({ triggerRef, onClose: () => setOpen(false) })}</Suspense>}
    </>
  );
}

function withoutLook<T extends { readonly look: string }>({ look: _look, ...rest }: T): Omit<T, 'look'> {
  return rest;
}
