/** Counts accounts again from their pages: after an undo, or when a newest time was taken away. */
import {
  type AccountSummary,
  addDelta,
  deltaAdd,
  emptyDelta,
  emptySummary,
} from '#shared/domain/summary/account-summary.ts';
import { HISTORY_NOUNS } from '#shared/model/nouns.ts';
import { pageColumns, unpackEvents } from '../event-page.ts';
import type { KizunaDatabase } from '../schema.ts';
import { factColumns, factsOf } from './event-facts.ts';

const HIGHEST = Number.MAX_SAFE_INTEGER;
/** What people wrote, as if it came from a page with one column. */
const WRITTEN = factColumns('activity', [{ name: 'kind', custom: false }]);

async function countAccount(db: KizunaDatabase, accountId: string): Promise<AccountSummary> {
  const delta = emptyDelta(accountId);
  for (let lane = 0; lane < HISTORY_NOUNS.length; lane++) {
    const noun = HISTORY_NOUNS[lane];
    if (noun === undefined) continue;
    await db.pages
      .where('[account+lane+order+page]')
      .between([accountId, lane, -HIGHEST, 0], [accountId, lane, HIGHEST, HIGHEST])
      .each((page) => {
        const columns = factColumns(noun, pageColumns(page));
        for (const event of unpackEvents(page)) deltaAdd(delta, factsOf(columns, event.at, event.cells));
      });
  }
  const written = await db.activities
    .where('[account+at]')
    .between([accountId, -HIGHEST], [accountId, HIGHEST])
    .toArray();
  for (const activity of written) {
    deltaAdd(delta, factsOf(WRITTEN, activity.at, [activity.kind ?? 'other']));
  }
  return addDelta(emptySummary(accountId), delta).summary;
}

/** Revenue and contacts stay as they are: they are rolled up where records are written. */
export async function recountAccounts(
  db: KizunaDatabase,
  accountIds: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  for (const accountId of accountIds) {
    signal?.throwIfAborted();
    await db.transaction('rw', [db.pages, db.activities, db.summaries, db.accounts], async () => {
      const [counted, stored, account] = await Promise.all([
        countAccount(db, accountId),
        db.summaries.get(accountId),
        db.accounts.get(accountId),
      ]);
      const nothing = Object.keys(counted.rows).length === 0;
      if (nothing && account === undefined) await db.summaries.delete(accountId);
      else
        await db.summaries.put({
          ...counted,
          revenue: stored?.revenue ?? [],
          contacts: stored?.contacts ?? 0,
        });
    });
  }
}
