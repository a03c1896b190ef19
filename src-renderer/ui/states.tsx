/** The states every view has besides its content: empty, failed, loading, and a banner for what stands above it. */
import { CircleAlert, Info, type LucideIcon, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '#renderer/i18n/locale.ts';
import { IconButton } from './button.tsx';
import './states.css';
import { VisuallyHidden } from './visually-hidden.tsx';

export interface EmptyStateProps {
  readonly icon?: LucideIcon;
  readonly title: string;
  /** What belongs here and what the first step is. */
  readonly children?: ReactNode;
  /** Buttons; the first step comes first. */
  readonly actions?: ReactNode;
}

export function EmptyState({ icon: Icon, title, children, actions }: EmptyStateProps) {
  return (
    <div className="kz-state">
      {Icon !== undefined && <Icon size={24} strokeWidth={1.5} aria-hidden />}
      <h2>{title}</h2>
      {children !== undefined && <p>{children}</p>}
      {actions !== undefined && <div className="kz-state-actions">{actions}</div>}
    </div>
  );
}

export interface ErrorStateProps extends Omit<EmptyStateProps, 'icon'> {
  /** For whoever helps the user: behind a disclosure, never the message itself. */
  readonly detail?: { readonly label: string; readonly text: string };
}

/** What happened, what is safe, what to do. */
export function ErrorState({ title, children, actions, detail }: ErrorStateProps) {
  return (
    <div className="kz-state" role="alert">
      <CircleAlert size={24} strokeWidth={1.5} aria-hidden />
      <h2>{title}</h2>
      {children !== undefined && <p>{children}</p>}
      {actions !== undefined && <div className="kz-state-actions">{actions}</div>}
      {detail !== undefined && (
        <details>
          <summary>{detail.label}</summary>
          <pre>{detail.text}</pre>
        </details>
      )}
    </div>
  );
}

/** Grey bars that appear after 200 ms, so that what is quick does not flicker. */
export function Skeleton({ lines = 6 }: { readonly lines?: number }) {
  const texts = useText('ui');
  return (
    <div className="kz-skeleton" role="status">
      <VisuallyHidden>{texts.loading}</VisuallyHidden>
      {Array.from({ length: lines }, (_, line) => line).map((line) => (
        <span key={line} />
      ))}
    </div>
  );
}

export interface BannerProps {
  readonly tone?: 'notice' | 'warning' | 'danger';
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly onDismiss?: () => void;
}

const BANNER_ICONS = { notice: Info, warning: TriangleAlert, danger: CircleAlert } as const;

export function Banner({ tone = 'notice', title, children, actions, onDismiss }: BannerProps) {
  const texts = useText('ui');
  const Icon = BANNER_ICONS[tone];
  return (
    <div className={`kz-banner kz-banner-${tone}`} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      <div className="kz-banner-text">
        <strong>{title}</strong>
        {children !== undefined && <p>{children}</p>}
      </div>
      {actions}
      {onDismiss !== undefined && (
        <IconButton icon={X} size="small" label={texts.close} onClick={onDismiss} />
      )}
    </div>
  );
}
