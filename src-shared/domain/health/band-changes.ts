/** Where an account went from one band to another: what of its health belongs on a timeline. */
import type { HealthSnapshot } from '../../model/health.ts';

export interface BandChange {
  /** The last one of the band before. */
  readonly before: HealthSnapshot;
  readonly after: HealthSnapshot;
}

/** `history` is in order. Days without enough data are passed over: data that come or go are no change of health. */
export function bandChanges(history: readonly HealthSnapshot[]): BandChange[] {
  const changes: BandChange[] = [];
  let before: HealthSnapshot | undefined;
  for (const after of history) {
    if (after.band === 'unknown') continue;
    if (before !== undefined && before.band !== after.band) changes.push({ before, after });
    before = after;
  }
  return changes;
}
