/** Whether an account has recovered since somebody settled that its health fell: then the next fall is a new one. */
import type { Settlement } from '../../model/alert.ts';
import { BANDS, type HealthSnapshot } from '../../model/health.ts';
import { BAND_RANK } from './find-alerts.ts';

const FALLS = ['band-fell', 'score-fell'];

/** `snapshots` are of the account. The mark of such an alert is the band that was reached. */
export function alertLapsed(
  settlement: Pick<Settlement, 'id' | 'createdAt' | 'mark'>,
  snapshots: readonly Pick<HealthSnapshot, 'day' | 'band' | 'reconstructed'>[],
): boolean {
  if (!FALLS.some((reason) => settlement.id.endsWith(`\u001f${reason}`))) return false;
  const band = BANDS.find((each) => each === settlement.mark);
  if (band === undefined) return false;
  return snapshots.some(
    (each) =>
      !each.reconstructed &&
      Date.parse(`${each.day}T12:00:00Z`) > settlement.createdAt &&
      BAND_RANK[each.band] > BAND_RANK[band],
  );
}
