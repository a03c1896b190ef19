/** A button that opens a menu of actions; never put more than ten behind one. */
import type { LucideIcon } from 'lucide-react';
import { lazy } from 'react';
import type { ButtonProps, IconButtonProps } from './button.tsx';
import { Trigger } from './trigger.tsx';

const load = () => import('./overlays/menu-popup.tsx');
const MenuPopup = lazy(() => load().then((file) => ({ default: file.MenuPopup })));

export interface MenuEntry {
  readonly id: string;
  /** A verb: "Hide column". */
  readonly label: string;
  readonly run: () => void;
  readonly icon?: LucideIcon;
  /** Shown with a tick in place of the icon. */
  readonly checked?: boolean;
  readonly hint?: string;
  /** A stroke in the notation of `keys.ts`, shown at the right. */
  readonly keys?: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
}

export interface MenuGroup {
  readonly id: string;
  readonly title?: string;
  readonly entries: readonly MenuEntry[];
}

interface MenuButtonProps extends Omit<ButtonProps, 'onClick'> {
  readonly menuLabel: string;
  readonly groups: readonly MenuGroup[];
}

export function MenuButton({ menuLabel, groups, ...button }: MenuButtonProps) {
  return (
    <Trigger
      {...button}
      look="button"
      popupType="menu"
      preload={() => void load()}
      popup={(parts) => <MenuPopup {...parts} label={menuLabel} groups={groups} />}
    />
  );
}

export interface IconMenuButtonProps extends Omit<IconButtonProps, 'onClick'> {
  readonly groups: readonly MenuGroup[];
}

/** The button's label names the menu too. */
export function IconMenuButton({ groups, ...button }: IconMenuButtonProps) {
  return (
    <Trigger
      {...button}
      look="icon"
      popupType="menu"
      preload={() => void load()}
      popup={(parts) => <MenuPopup {...parts} label={button.label} groups={groups} />}
    />
  );
}
