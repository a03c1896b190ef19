/** A short word set apart, and the mark of health: a shape, a colour and a word, so that colour never stands alone. */
import type { ReactNode } from 'react';
import { useText } from '#renderer/i18n/locale.ts';
import './badge.css';
import { VisuallyHidden } from './visually-hidden.tsx';

export interface BadgeProps {
  readonly tone?: 'neutral' | 'accent' | 'good' | 'warning' | 'danger';
  readonly children: ReactNode;
}

export function Badge({ tone = 'neutral', children }: BadgeProps) {
  return <span className={`kz-badge kz-badge-${tone}`}>{children}</span>;
}

type HealthBand = 'healthy' | 'watch' | 'atRisk' | 'unknown';

const SIGNS: Readonly<Record<HealthBand, string>> = { healthy: '●', watch: '▲', atRisk: '◆', unknown: '○' };

/** Bands as stored data name them. */
const OF_DATA = { healthy: 'healthy', watch: 'watch', 'at-risk': 'atRisk', unknown: 'unknown' } as const;

interface HealthSignProps {
  readonly band: keyof typeof OF_DATA;
  /** Says the band in words too. */
  readonly children: ReactNode;
}

/** Only the sign, for cells of a table that say the word themselves: it asks no hook, because hundreds are drawn. */
export function HealthSign({ band, children }: HealthSignProps) {
  const name = OF_DATA[band];
  return (
    <span className={`kz-health kz-health-${name}`}>
      <span className="kz-health-sign" aria-hidden="true">
        {SIGNS[name]}
      </span>
      {children}
    </span>
  );
}

interface HealthMarkProps {
  readonly band: HealthBand;
  /** The word is always there; this only hides it from the eye, in a narrow column. */
  readonly hideWord?: boolean;
  /** What stands beside the mark, such as "38 from 72 %". */
  readonly children?: ReactNode;
}

/** A band of health by sign, word and colour. @public Part of the kit. */
export function HealthMark({ band, hideWord = false, children }: HealthMarkProps) {
  const word = useText('ui').health[band];
  return (
    <span className={`kz-health kz-health-${band}`} title={hideWord ? word : undefined}>
      <span className="kz-health-sign" aria-hidden="true">
        {SIGNS[band]}
      </span>
      {hideWord ? <VisuallyHidden>{word}</VisuallyHidden> : <span>{word}</span>}
      {children}
    </span>
  );
}
