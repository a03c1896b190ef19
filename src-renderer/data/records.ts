/** What screens ask the database for: plain questions, one function each; `useLive` keeps their answers fresh. */
import type { AccountSummary } from '#shared/domain/summary/account-summary.ts';
import type { Account } from '#shared/model/account.ts';
import type { Activity } from '#shared/model/activity.ts';
import type { Contact } from '#shared/model/contact.ts';
import type { Opportunity } from '#shared/model/opportunity.ts';
import type { Conflict, Draft, SavedView, Source } from '#shared/model/stored.ts';
import type { Subscription } from '#shared/model/subscription.ts';
import type { KizunaDatabase } from './schema.ts';

export function allAccounts(db: KizunaDatabase): Promise<Account[]> {
  return db.accounts.toArray();
}

export function countAccounts(db: KizunaDatabase): Promise<number> {
  return db.accounts.count();
}

export function getAccount(db: KizunaDatabase, id: string): Promise<Account | undefined> {
  return db.accounts.get(id);
}

export function summaryOf(db: KizunaDatabase, accountId: string): Promise<AccountSummary | undefined> {
  return db.summaries.get(accountId);
}

export function contactsOf(db: KizunaDatabase, accountId: string): Promise<Contact[]> {
  return db.contacts.where('account').equals(accountId).toArray();
}

export function subscriptionsOf(db: KizunaDatabase, accountId: string): Promise<Subscription[]> {
  return db.subscriptions.where('account').equals(accountId).toArray();
}

export function opportunitiesOf(db: KizunaDatabase, accountId: string): Promise<Opportunity[]> {
  return db.opportunities.where('account').equals(accountId).toArray();
}

export interface ActivityRange {
  /** Only what is older; milliseconds since 1970 UTC. */
  readonly before?: number;
  readonly limit: number;
}

/** What people logged here, newest first. History from sources is in pages. */
export function activitiesOf(
  db: KizunaDatabase,
  accountId: string,
  range: ActivityRange,
): Promise<Activity[]> {
  return db.activities
    .where('[account+at]')
    .between(
      [accountId, Number.NEGATIVE_INFINITY],
      [accountId, range.before ?? Number.POSITIVE_INFINITY],
      true,
      false,
    )
    .reverse()
    .limit(range.limit)
    .toArray();
}

/** The account's drafts, last touched first; all of them when no account is named. */
export async function draftsOf(db: KizunaDatabase, accountId?: string): Promise<Draft[]> {
  const found =
    accountId === undefined ? db.drafts.toCollection() : db.drafts.where('accountId').equals(accountId);
  const drafts = await found.toArray();
  return drafts.sort((a, b) => b.updatedAt - a.updatedAt);
}

export function getDraft(db: KizunaDatabase, id: string): Promise<Draft | undefined> {
  return db.drafts.get(id);
}

export function openConflicts(db: KizunaDatabase): Promise<Conflict[]> {
  return db.conflicts.toArray();
}

export function conflictsOf(db: KizunaDatabase, recordId: string): Promise<Conflict[]> {
  return db.conflicts.where('recordId').equals(recordId).toArray();
}

export function allSources(db: KizunaDatabase): Promise<Source[]> {
  return db.sources.toArray();
}

export function savedViews(db: KizunaDatabase, table: SavedView['table']): Promise<SavedView[]> {
  return db.views.where('table').equals(table).toArray();
}

/** Edits that their source has not seen yet. */
export function countOutbox(db: KizunaDatabase): Promise<number> {
  return db.outbox.count();
}
