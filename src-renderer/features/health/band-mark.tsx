/** The mark of a band as the kit draws it. */
import type { ReactNode } from 'react';
import { HealthMark } from '#renderer/ui/badge.tsx';
import type { Band } from '#shared/model/health.ts';

const MARKS = { healthy: 'healthy', watch: 'watch', 'at-risk': 'atRisk', unknown: 'unknown' } as const;

interface BandMarkProps {
  readonly band: Band;
  readonly hideWord?: boolean;
  readonly children?: ReactNode;
}

export function BandMark({ band, ...rest }: BandMarkProps) {
  return <HealthMark band={MARKS[band]} {...rest} />;
}
