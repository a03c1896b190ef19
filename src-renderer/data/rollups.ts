/** Keeps an account's summary true when its subscriptions or contacts change; called inside the writer's transaction. */

import { sameValue } from '#shared/base/same-value.ts';
import {
  type AccountSummary,
  emptySummary,
  type RevenueLine,
} from '#shared/domain/summary/account-summary.ts';
import type { Subscription } from '#shared/model/subscription.ts';
import { getMany } from './get-many.ts';
import type { KizunaDatabase } from './schema.ts';

/** Monthly revenue of a subscription: its MRR, or a twelfth of its ARR. */
export function revenueLine(subscription: Subscription): RevenueLine | undefined {
  const money = subscription.mrr ?? subscription.arr;
  if (money === undefined) return undefined;
  return {
    start: subscription.startDate ?? '',
    end: subscription.endDate ?? '',
    renewal: subscription.renewalDate ?? subscription.endDate ?? '',
    mrr: subscription.mrr !== undefined ? money.minor : money.minor / 12,
    currency: money.currency,
  };
}

/** Needs a transaction over `subscriptions`, `contacts` and `summaries`. */
export async function refreshRollups(db: KizunaDatabase, accountIds: readonly string[]): Promise<void> {
  const ids = [...new Set(accountIds)].filter((id) => id !== '');
  for (let from = 0; from < ids.length; from += 500) {
    const slice = ids.slice(from, from + 500);
    const [subscriptions, contacts, summaries] = await Promise.all([
      db.subscriptions.where('account').anyOf(slice).toArray(),
      Promise.all(slice.map((id) => db.contacts.where('account').equals(id).count())),
      db.summaries.bulkGet(slice),
    ]);
    const lines = new Map<string, RevenueLine[]>(slice.map((id) => [id, []]));
    for (const subscription of subscriptions) {
      const line = revenueLine(subscription);
      if (line !== undefined && subscription.account !== undefined)
        lines.get(subscription.account)?.push(line);
    }
    const next = slice.map(
      (id, i): AccountSummary => ({
        ...(summaries[i] ?? emptySummary(id)),
        revenue: lines.get(id) ?? [],
        contacts: contacts[i] ?? 0,
      }),
    );
    await db.summaries.bulkPut(next);
  }
}

function sameLines(a: readonly RevenueLine[], b: readonly RevenueLine[]): boolean {
  return a.length === b.length && a.every((line, i) => sameValue(line, b[i]));
}

/** All accounts in one pass over subscriptions and contacts: after an import or its undo. Writes only what differs. */
export async function refreshAllRollups(db: KizunaDatabase): Promise<void> {
  await db.transaction('rw', [db.subscriptions, db.contacts, db.summaries, db.accounts], async () => {
    const lines = new Map<string, RevenueLine[]>();
    const contacts = new Map<string, number>();
    await db.subscriptions.each((subscription) => {
      const line = revenueLine(subscription);
      if (line === undefined || subscription.account === undefined) return;
      const list = lines.get(subscription.account);
      if (list === undefined) lines.set(subscription.account, [line]);
      else list.push(line);
    });
    await db.contacts.each(({ account }) => {
      if (account !== undefined) contacts.set(account, (contacts.get(account) ?? 0) + 1);
    });
    const ids = await db.accounts.toCollection().primaryKeys();
    for (let from = 0; from < ids.length; from += 500) {
      const slice = ids.slice(from, from + 500);
      const stored = await getMany(db.summaries, slice);
      const changed: AccountSummary[] = [];
      for (const id of slice) {
        const summary = stored.get(id) ?? emptySummary(id);
        const revenue = lines.get(id) ?? [];
        const count = contacts.get(id) ?? 0;
        if (summary.contacts !== count || !sameLines(summary.revenue, revenue)) {
          changed.push({ ...summary, revenue, contacts: count });
        }
      }
      if (changed.length > 0) await db.summaries.bulkPut(changed);
    }
  });
}
