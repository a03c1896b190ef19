/** How the raw values of a measure are drawn and typed: shares as per cent, everything else as it is. */
import type { MeasureId } from '#shared/model/health.ts';

export interface RawScale {
  /** What is typed = raw value × this. */
  readonly factor: number;
  /** Smallest step of the raw value. */
  readonly step: number;
}

const SHARE: RawScale = { factor: 100, step: 0.01 };
const WHOLE: RawScale = { factor: 1, step: 1 };
const TENTH: RawScale = { factor: 1, step: 0.1 };

export const RAW_SCALES: Readonly<Record<MeasureId, RawScale>> = {
  'active-rate': SHARE,
  'active-trend': SHARE,
  'login-frequency': TENTH,
  'usage-trend': SHARE,
  'feature-breadth': SHARE,
  'support-load': TENTH,
  'open-severity': WHOLE,
  'time-to-resolve': WHOLE,
  nps: WHOLE,
  csat: SHARE,
  'touch-cadence': TENTH,
  'executive-contact': WHOLE,
  'champion-contact': WHOLE,
  'champion-change': WHOLE,
  'contract-trend': SHARE,
  'renewal-days': WHOLE,
  'onboarding-progress': SHARE,
  'plan-progress': SHARE,
  'invoice-status': WHOLE,
  sentiment: TENTH,
};

/** Text for a field, free of the dust of floating point. */
export function typed(raw: number, { factor }: RawScale): number {
  return Number((raw * factor).toFixed(4));
}

export function fromTyped(value: number, { factor }: RawScale): number {
  return Number((value / factor).toFixed(6));
}
