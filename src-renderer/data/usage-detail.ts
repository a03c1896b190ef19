/** Usage of an account between two instants, read from its pages: by week and by feature. */
import { readEvent } from './event-page.ts';
import { eachPage } from './page-store.ts';
import type { KizunaDatabase } from './schema.ts';

export interface UsageDetail {
  /** Uses by the Monday (UTC, 'YYYY-MM-DD') of the week. */
  readonly weeks: ReadonlyMap<string, number>;
  /** Uses by feature; '' = rows that name none. */
  readonly features: ReadonlyMap<string, number>;
  readonly uses: number;
}

const DAY = 86_400_000;

/** The Monday on or before the instant, in UTC, as 'YYYY-MM-DD'. */
function mondayOf(at: number): string {
  const day = Math.floor(at / DAY);
  // 1970-01-01 was a Thursday.
  const sinceMonday = (((day + 3) % 7) + 7) % 7;
  return new Date((day - sinceMonday) * DAY).toISOString().slice(0, 10);
}

/** From `from` up to, not including, `to`; milliseconds since 1970 UTC. Stops early once `isOver` says so. */
export async function usageBetween(
  db: KizunaDatabase,
  accountId: string,
  from: number,
  to: number,
  isOver: () => boolean = () => false,
): Promise<UsageDetail> {
  const weeks = new Map<string, number>();
  const features = new Map<string, number>();
  let uses = 0;
  for await (const page of eachPage(db, { account: accountId, noun: 'usage', newestFrom: from })) {
    if (isOver()) break;
    if (page.oldest >= to) continue;
    for (let row = 0; row < page.count; row++) {
      const { at, values } = readEvent(page, row);
      if (at < from || at >= to) continue;
      const { count, feature } = values;
      const own = typeof count === 'number' ? count : 1;
      const name = typeof feature === 'string' ? feature : '';
      const week = mondayOf(at);
      uses += own;
      weeks.set(week, (weeks.get(week) ?? 0) + own);
      features.set(name, (features.get(name) ?? 0) + own);
    }
  }
  return { weeks, features, uses };
}
