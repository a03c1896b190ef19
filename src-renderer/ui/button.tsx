/** Buttons: a native element, so that the start-up path carries no widget code; `IconButton` names itself by tooltip. */
import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import './button.css';
import { classNames } from './class-names.ts';

type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

export interface ButtonProps extends ComponentProps<'button'> {
  /** One primary per view; `danger` only for what cannot be undone. */
  readonly variant?: ButtonVariant;
  readonly size?: 'normal' | 'small';
  readonly icon?: LucideIcon | undefined;
}

/** A button says what it does: "Import 500 accounts". */
export function Button({
  variant = 'secondary',
  size = 'normal',
  icon: Icon,
  className,
  children,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={classNames(
        'kz-button',
        `kz-button-${variant}`,
        size === 'small' && 'kz-button-small',
        className,
      )}
    >
      {Icon !== undefined && <Icon size={size === 'small' ? 14 : 16} strokeWidth={1.75} aria-hidden />}
      {children}
    </button>
  );
}

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'aria-label'> {
  readonly icon: LucideIcon;
  /** Its accessible name, shown as a tooltip on hover and on keyboard focus. */
  readonly label: string;
  /** A stroke in the notation of `keys.ts`, shown in the tooltip. */
  readonly keys?: string;
}

export function IconButton({ label, keys, variant = 'quiet', className, ...rest }: IconButtonProps) {
  return (
    <Button
      {...rest}
      variant={variant}
      aria-label={label}
      data-tip={label}
      data-tip-keys={keys}
      className={classNames('kz-icon-button', className)}
    />
  );
}
