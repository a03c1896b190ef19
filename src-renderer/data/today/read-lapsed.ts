/** Settlements whose story ended meanwhile, as past scores tell: what looks the same again is a new one. */
import { alertLapsed } from '#shared/domain/alerts/lapse.ts';
import { holds } from '#shared/domain/alerts/settle.ts';
import type { AccountCase } from '#shared/domain/contradictions/account-case.ts';
import { contradictionLapsed } from '#shared/domain/contradictions/lapse.ts';
import type { Alert, Contradiction, Settlement } from '#shared/model/alert.ts';
import { localDayOf } from '../health/local-day.ts';
import { unpackSnapshot } from '../health/pack-snapshot.ts';
import type { KizunaDatabase } from '../schema.ts';

interface LapsedInput {
  readonly db: KizunaDatabase;
  readonly found: readonly (Alert | Contradiction)[];
  readonly settlements: ReadonlyMap<string, Settlement>;
  readonly cases: ReadonlyMap<string, AccountCase>;
  readonly today: string;
}

/** Past scores are read for those only that are kept away by a settlement: few, however large the book is. */
export async function readLapsed(input: LapsedInput): Promise<ReadonlySet<string>> {
  const { db, found, settlements, cases, today } = input;
  const lapsed = new Set<string>();
  for (const each of found) {
    const settlement = settlements.get(each.id);
    const now = cases.get(each.account);
    if (settlement === undefined || now === undefined || !holds(settlement, each.mark, today)) continue;
    const from = localDayOf(settlement.createdAt);
    // Settled today, or ahead by a clock that was set back: no day lies between.
    if (from >= today) continue;
    const rows = await db.healthSnapshots
      .where('[account+day]')
      .between([each.account, from], [each.account, today], false, false)
      .toArray();
    const snapshots = rows.map(unpackSnapshot);
    const over =
      settlement.about === 'alert'
        ? alertLapsed(settlement, snapshots)
        : contradictionLapsed(settlement, snapshots, now);
    if (over) lapsed.add(each.id);
  }
  return lapsed;
}
