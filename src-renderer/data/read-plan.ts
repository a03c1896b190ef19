/** What is stored of success plans: the objectives of an account and what stands around them, and time to value over the book. */
import {
  summarizeTimeToValue,
  type TimeToValueSummary,
  timeToValueOf,
} from '#shared/domain/plans/time-to-value.ts';
import type { AccountRow } from '#shared/domain/summary/account-row.ts';
import type { Contact } from '#shared/model/contact.ts';
import type { Objective } from '#shared/model/objective.ts';
import type { KizunaDatabase } from './schema.ts';

/** Of one account: what is open first, each in the order in which it was written down. */
export async function objectivesOf(db: KizunaDatabase, account: string): Promise<Objective[]> {
  const objectives = await db.objectives.where('account').equals(account).toArray();
  const closed = ({ state }: Objective) => Number(state !== 'open');
  return objectives.sort(
    (a, b) => closed(a) - closed(b) || a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1),
  );
}

export interface PlanRead {
  readonly objectives: readonly Objective[];
  readonly contacts: readonly Contact[];
  /** 'YYYY-MM-DD' on which the first contract began; undefined = nobody knows. */
  readonly start: string | undefined;
}

function earliest(days: readonly (string | undefined)[]): string | undefined {
  return days.filter((day): day is string => day !== undefined && day !== '').toSorted()[0];
}

export async function readPlan(db: KizunaDatabase, account: string): Promise<PlanRead> {
  const [objectives, contacts, subscriptions, record] = await Promise.all([
    objectivesOf(db, account),
    db.contacts.where('account').equals(account).toArray(),
    db.subscriptions.where('account').equals(account).toArray(),
    db.accounts.get(account),
  ]);
  const start = earliest(subscriptions.map(({ startDate }) => startDate)) ?? record?.customerSince;
  return { objectives, contacts, start };
}

/** Time to value over the book; accounts whose contracts have not begun do not count. */
export async function bookTimeToValue(
  db: KizunaDatabase,
  rows: readonly AccountRow[],
  today: string,
): Promise<TimeToValueSummary> {
  const objectives = new Map<string, Objective[]>();
  for (const objective of await db.objectives.toArray()) {
    const known = objectives.get(objective.account);
    if (known === undefined) objectives.set(objective.account, [objective]);
    else known.push(objective);
  }
  return summarizeTimeToValue(
    rows.map(({ account, summary }) => {
      const start = earliest((summary?.revenue ?? []).map((line) => line.start)) ?? account.customerSince;
      return timeToValueOf(start, objectives.get(account.id) ?? [], today);
    }),
  );
}
