/** The snapshot that speaks for a day: the newest one up to it, as long as it is not much older. */
import { addDays } from '#shared/domain/table/days.ts';
import type { HealthSnapshot } from '#shared/model/health.ts';

/** Past days are filled in by the week. */
const REACH_DAYS = 10;

/** `history` is in the order of its days. */
export function snapshotOn(history: readonly HealthSnapshot[], day: string): HealthSnapshot | undefined {
  const found = history.findLast((each) => each.day <= day);
  return found !== undefined && found.day >= addDays(day, -REACH_DAYS) ? found : undefined;
}
