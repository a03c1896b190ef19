/** What stands on Today besides what rules find: tasks that are due, drafts, conflicts, refused changes, meetings. */

import type { Unsent } from '#shared/domain/today/entry.ts';
import type { KnownMeeting } from '#shared/domain/today/meeting.ts';
import type { Contact } from '#shared/model/contact.ts';
import type { Conflict, Draft, OutboxEntry } from '#shared/model/stored.ts';
import type { Task } from '#shared/model/task.ts';
import type { KizunaDatabase } from '../schema.ts';
import { readKnownMeetings } from './meetings.ts';

export interface Agenda {
  /** Open, due today or earlier. */
  readonly tasks: readonly Task[];
  readonly drafts: readonly Draft[];
  /** By account. */
  readonly conflicts: ReadonlyMap<string, readonly Conflict[]>;
  readonly unsent: readonly Unsent[];
  readonly meetings: readonly KnownMeeting[];
}

/** Accounts that records of several kinds belong to, by record id. */
async function accountsOf(
  db: KizunaDatabase,
  records: readonly Pick<Conflict, 'noun' | 'recordId'>[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const idsOf = (noun: Conflict['noun']) =>
    records.filter((each) => each.noun === noun).map(({ recordId }) => recordId);
  for (const id of idsOf('account')) found.set(id, id);
  const tables = { contact: db.contacts, subscription: db.subscriptions, opportunity: db.opportunities };
  for (const noun of ['contact', 'subscription', 'opportunity'] as const) {
    const ids = idsOf(noun);
    if (ids.length === 0) continue;
    for (const record of await tables[noun].bulkGet(ids))
      if (record?.account !== undefined) found.set(record.id, record.account);
  }
  return found;
}

/** A change that waits for its turn is no trouble; one that a source has refused is. */
async function unsentOf(db: KizunaDatabase): Promise<Unsent[]> {
  const refused: OutboxEntry[] = await db.outbox.filter((entry) => entry.lastError !== undefined).toArray();
  const records = refused.flatMap(({ noun, recordId }) => (noun === 'activity' ? [] : [{ noun, recordId }]));
  const accounts = await accountsOf(db, records);
  const unsent = new Map<string, Unsent>();
  for (const { recordId, at } of refused) {
    const account = accounts.get(recordId) ?? '';
    const before = unsent.get(account);
    unsent.set(account, {
      account,
      count: (before?.count ?? 0) + 1,
      since: Math.min(before?.since ?? at, at),
    });
  }
  return [...unsent.values()];
}

async function conflictsOf(db: KizunaDatabase): Promise<Map<string, Conflict[]>> {
  const conflicts = await db.conflicts.toArray();
  const accounts = await accountsOf(db, conflicts);
  const byAccount = new Map<string, Conflict[]>();
  for (const conflict of conflicts) {
    const account = accounts.get(conflict.recordId) ?? '';
    byAccount.set(account, [...(byAccount.get(account) ?? []), conflict]);
  }
  return byAccount;
}

/** `dayStart` and `dayEnd` are the edges of today in milliseconds since 1970 UTC. */
export async function readAgenda(
  db: KizunaDatabase,
  { today, dayStart, dayEnd }: { today: string; dayStart: number; dayEnd: number },
): Promise<Agenda> {
  const [tasks, drafts, conflicts, unsent, meetings] = await Promise.all([
    db.tasks
      .where('due')
      .belowOrEqual(today)
      .filter((task) => task.state === 'open')
      .toArray(),
    db.drafts.toArray(),
    conflictsOf(db),
    unsentOf(db),
    readKnownMeetings(db, dayStart, dayEnd),
  ]);
  return { tasks, drafts, conflicts, unsent, meetings };
}

/** The people of some accounts: for names in sentences, and whom to ask. */
export async function readPeopleOf(
  db: KizunaDatabase,
  accounts: readonly string[],
): Promise<ReadonlyMap<string, readonly Contact[]>> {
  const contacts = await db.contacts
    .where('account')
    .anyOf([...accounts])
    .toArray();
  const people = new Map<string, Contact[]>();
  for (const contact of contacts) {
    const list = people.get(contact.account ?? '');
    if (list === undefined) people.set(contact.account ?? '', [contact]);
    else list.push(contact);
  }
  return people;
}
