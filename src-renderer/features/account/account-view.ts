/** Everything the page's frame shows about one account, asked in one go and kept fresh. */
import { type Fact, factsOf } from '#renderer/data/facts.ts';
import { readOwed } from '#renderer/data/history-owed.ts';
import { draftsOf, getAccount, subscriptionsOf, summaryOf } from '#renderer/data/records.ts';
import type { Reimport } from '#renderer/data/restore-report.ts';
import type { KizunaDatabase } from '#renderer/data/schema.ts';
import type { AccountSummary } from '#shared/domain/summary/account-summary.ts';
import type { Account } from '#shared/model/account.ts';
import type { Draft } from '#shared/model/stored.ts';
import type { Subscription } from '#shared/model/subscription.ts';

export interface AccountView {
  /** Undefined: there is no such account. */
  readonly account: Account | undefined;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly summary: AccountSummary | undefined;
  readonly subscriptions: readonly Subscription[];
  /** Notes that wait to be finished, last touched first. */
  readonly drafts: readonly Draft[];
  /** History that only its file can give again after a rebuild. */
  readonly owed: readonly Reimport[];
}

/** What an account without any history owes to nobody: only sources that spoke of this account matter to it. */
function concerning(owed: readonly Reimport[], facts: readonly Fact[]): Reimport[] {
  const sources = new Set(facts.flatMap((fact) => fact.source?.sourceId ?? []));
  return owed.filter((each) => sources.size === 0 || sources.has(each.sourceId));
}

export async function readAccountView(db: KizunaDatabase, id: string): Promise<AccountView> {
  const [account, facts, summary, subscriptions, drafts, owed] = await Promise.all([
    getAccount(db, id),
    factsOf(db, 'account', id),
    summaryOf(db, id),
    subscriptionsOf(db, id),
    draftsOf(db, id),
    readOwed(db),
  ]);
  return {
    account,
    facts: new Map(facts.map((fact) => [fact.field, fact])),
    summary,
    subscriptions,
    drafts,
    owed: concerning(owed, facts),
  };
}
