/** What screens ask the database for: plain questions, one function each; `useLive` keeps their answers fresh. */
import type { AccountSummary } from '#shared/domain/summary/account-summary.ts';
import type { Account } from '#shared/model/account.ts';
import type { Contact } from '#shared/model/contact.ts';
import type { Opportunity } from '#shared/model/opportunity.ts';
import type { Draft, SavedView, Source } from '#shared/model/stored.ts';
import type { Subscription } from '#shared/model/subscription.ts';
import type { KizunaDatabase } from './schema.ts';

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

export function allSources(db: KizunaDatabase): Promise<Source[]> {
  return db.sources.toArray();
}

export function savedViews(db: KizunaDatabase, table: SavedView['table']): Promise<SavedView[]> {
  return db.views.where('table').equals(table).toArray();
}
