/** Where a score stood some days ago, with the band that its whole figure gave then. */

import type { MeasureId, Scorecard } from '../../model/health.ts';
import type { EarlierScore } from '../contradictions/account-case.ts';
import { bandOf } from '../health/compile-scorecard.ts';
import type { EffectiveBand } from '../health/score.ts';

/** For accounts whose card is not known. */
const USUAL: Pick<Scorecard, 'bands' | 'coverageFloor'> = {
  bands: { healthy: 70, watch: 40 },
  coverageFloor: 0,
};

export interface EarlierInput {
  readonly value: number | undefined;
  /** Points since then, as the screen says them; undefined = there is nothing to compare with. */
  readonly change: number | undefined;
  readonly card: Pick<Scorecard, 'bands'> | undefined;
  /** Of today. */
  readonly band: EffectiveBand;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly values: Readonly<Partial<Record<MeasureId, number>>> | undefined;
}

export function earlierScore({
  value,
  change,
  card,
  band,
  at,
  values,
}: EarlierInput): EarlierScore | undefined {
  const rest = values === undefined ? { at } : { at, values };
  if (value === undefined || change === undefined)
    return values === undefined ? undefined : { band: 'unknown', ...rest };
  const before = value - change;
  // Who set a band knows it: no band fell there, whatever was computed.
  if (band.override !== undefined) return { value: before, band: 'unknown', ...rest };
  return { value: before, band: bandOf(before, 1, { ...USUAL, ...card, coverageFloor: 0 }), ...rest };
}
