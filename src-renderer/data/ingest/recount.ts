/** Counts accounts again from their pages: after an undo, or when a newest time was taken away. */
import {
  type AccountSummary,
  addDelta,
  deltaAdd,
  emptyDelta,
  emptySummary,
} from '#shared/domain/summary/account-summary.ts';
import type { TouchRule } from '#shared/model/activity.ts';
import { HISTORY_NOUNS } from '#shared/model/nouns.ts';
import { plannedIn, writtenFacts } from '../activity-summary.ts';
import { pageColumns, unpackEvents } from '../event-page.ts';
import { eachPage } from '../page-store.ts';
import type { KizunaDatabase } from '../schema.ts';
import { readTouchRule } from '../touch-rule.ts';
import { factColumns, factsOf } from './event-facts.ts';

const HIGHEST = Number.MAX_SAFE_INTEGER;

async function countAccount(
  db: KizunaDatabase,
  accountId: string,
  touches: TouchRule,
): Promise<AccountSummary> {
  const delta = emptyDelta(accountId);
  for (const noun of HISTORY_NOUNS) {
    for await (const page of eachPage(db, { account: accountId, noun })) {
      const columns = factColumns(noun, pageColumns(page));
      for (const event of unpackEvents(page)) deltaAdd(delta, factsOf(columns, event.at, event.cells));
    }
  }
  const written = await db.activities
    .where('[account+at]')
    .between([accountId, -HIGHEST], [accountId, HIGHEST])
    .toArray();
  for (const activity of written) {
    deltaAdd(delta, writtenFacts(activity.kind, activity.at));
  }
  const { summary } = addDelta(emptySummary(accountId), delta, touches);
  const planned = plannedIn(written);
  return planned === undefined ? summary : { ...summary, planned };
}

const TOGETHER = 50;

/** Revenue and contacts stay as they are: they are rolled up where records are written. */
export async function recountAccounts(
  db: KizunaDatabase,
  accountIds: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  for (let from = 0; from < accountIds.length; from += TOGETHER) {
    signal?.throwIfAborted();
    const ids = accountIds.slice(from, from + TOGETHER);
    await db.transaction(
      'rw',
      [db.pages, db.pageHeads, db.activities, db.summaries, db.accounts, db.kinds],
      async () => {
        const touches = await readTouchRule(db);
        const [counted, stored, accounts] = await Promise.all([
          Promise.all(ids.map((id) => countAccount(db, id, touches))),
          db.summaries.bulkGet(ids),
          db.accounts.bulkGet(ids),
        ]);
        const gone: string[] = [];
        const put: AccountSummary[] = [];
        counted.forEach((summary, i) => {
          if (accounts[i] === undefined && Object.keys(summary.rows).length === 0)
            gone.push(summary.accountId);
          else
            put.push({ ...summary, revenue: stored[i]?.revenue ?? [], contacts: stored[i]?.contacts ?? 0 });
        });
        await db.summaries.bulkDelete(gone);
        await db.summaries.bulkPut(put);
      },
    );
  }
}
