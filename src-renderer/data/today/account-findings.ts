/** Alerts and contradictions of one account, for its page: read by itself, so that the book need not be gone through. */

import { acceptedAlerts, findAlerts } from '#shared/domain/alerts/find-alerts.ts';
import { stillOpen } from '#shared/domain/alerts/settle.ts';
import { findContradictions } from '#shared/domain/contradictions/find-contradictions.ts';
import { readyRule } from '#shared/domain/contradictions/own-rules.ts';
import { toAccountRow } from '#shared/domain/summary/account-row.ts';
import type { Alert, Contradiction, OwnRule, Settlement } from '#shared/model/alert.ts';
import type { Contact } from '#shared/model/contact.ts';
import type { HealthStore } from '../health/health-store.ts';
import { localDayOf } from '../health/local-day.ts';
import { readBookFacts } from '../health/read-facts.ts';
import { settlementsOf } from '../health/settlements.ts';
import type { KizunaDatabase } from '../schema.ts';
import { scoredCase } from './findings.ts';
import { readOwnRules } from './own-rules.ts';
import { readCases } from './read-cases.ts';
import { readEarlier } from './read-earlier.ts';
import { readLapsed } from './read-lapsed.ts';

export interface AccountFindings {
  /** Alerts that nobody has settled, the most urgent first; contradictions that were taken up are among them. */
  readonly alerts: readonly Alert[];
  /** Those that are put off or done, with what was said. */
  readonly quiet: readonly { readonly alert: Alert; readonly said: Settlement }[];
  /** Those that nobody has settled. */
  readonly open: readonly Contradiction[];
  /** Those that a settlement keeps away, with what was said. */
  readonly settled: readonly { readonly contradiction: Contradiction; readonly said: Settlement }[];
  readonly contacts: readonly Contact[];
  readonly rules: readonly OwnRule[];
  readonly today: string;
}

/** `columns`: names of the columns that accounts of the book have of their own. */
export async function findForAccount(
  db: KizunaDatabase,
  health: HealthStore,
  accountId: string,
  now: number,
  columns: Iterable<string>,
): Promise<AccountFindings> {
  const today = localDayOf(now);
  const [account, summary, rules, said, tasks, contacts, book] = await Promise.all([
    db.accounts.get(accountId),
    db.summaries.get(accountId),
    readOwnRules(db),
    settlementsOf(db, accountId),
    db.tasks.where('account').equals(accountId).toArray(),
    db.contacts.where('account').equals(accountId).toArray(),
    readBookFacts(db, localDayOf),
  ]);
  if (account === undefined) return { alerts: [], quiet: [], open: [], settled: [], contacts, rules, today };
  const custom = new Set([...columns, ...Object.keys(account.custom ?? {})]);
  const ready = rules.map((rule) => readyRule(rule, custom));
  const earlier = await readEarlier({ db, accounts: [accountId], rules: ready, now });
  const cases = await readCases({
    db,
    rows: [toAccountRow(account, summary, today)],
    scored: (id) => scoredCase(health, id, now, today, earlier.get(id)),
    tasks: new Map(tasks.map((task) => [task.id, task])),
    reach: book.reach,
    now,
    today,
  });
  const found: Contradiction[] = [];
  const raised: Alert[] = [];
  for (const each of cases) findAlerts(each, { now, today }, raised);
  for (const each of cases) findContradictions(each, ready, { now, today }, found);
  const settlements = new Map(said.map((each) => [each.id, each]));
  const taken = acceptedAlerts(found, settlements);
  const lapsed = await readLapsed({
    db,
    found: [...raised, ...found],
    settlements,
    cases: new Map(cases.map((each) => [each.account, each])),
    rules: ready,
    today,
  });
  const all = [...raised, ...taken].sort((a, b) => b.urgency - a.urgency);
  const alerts = stillOpen(all, settlements, today, lapsed);
  const quiet = all.flatMap((alert) => {
    const settlement = settlements.get(alert.id);
    return settlement === undefined || alerts.includes(alert) ? [] : [{ alert, said: settlement }];
  });
  const open = stillOpen(found, settlements, today, lapsed);
  const settled = found.flatMap((contradiction) => {
    const settlement = settlements.get(contradiction.id);
    return settlement === undefined || open.includes(contradiction)
      ? []
      : [{ contradiction, said: settlement }];
  });
  return { alerts, quiet, open, settled, contacts, rules, today };
}
