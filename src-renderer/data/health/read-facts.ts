/** Reads what signals are made of: one account, a few, or the whole book in slices by key ranges. */
import type { Reach } from '#shared/domain/health/week-view.ts';
import type { Activity, TouchRule } from '#shared/model/activity.ts';
import type { Contact } from '#shared/model/contact.ts';
import type { SentimentRow } from '#shared/model/health.ts';
import type { Objective } from '#shared/model/objective.ts';
import type { Subscription } from '#shared/model/subscription.ts';
import { readCadence } from '../cadence.ts';
import type { KizunaDatabase } from '../schema.ts';
import { readTouchRule } from '../touch-rule.ts';
import { AccountFacts, type AccountRecords, type BookFacts } from './account-facts.ts';
import type { WeeksRow } from './rows.ts';

/** Meta key: what the weeks of all accounts say together. */
const BOOK = 'health-book';

export interface BookHistory {
  /** Different features that the whole book uses. */
  readonly features: number;
  /** Newest data of each kind, milliseconds since 1970 UTC. */
  readonly reach: Reach;
  /** The first of each kind that a source brought, milliseconds since 1970 UTC; absent in what was kept before. */
  readonly firstMet?: Readonly<Record<string, number>>;
}

const NO_HISTORY: BookHistory = { features: 0, reach: {} };
const ROWS_TOGETHER = 200;

/** Goes through the weeks of all accounts: after some of them were built again. */
export async function surveyBook(db: KizunaDatabase, now: number, signal: AbortSignal): Promise<BookHistory> {
  const features = new Set<string>();
  const reach: Record<string, number> = {};
  const firstMet = new Map<string, number>();
  let after = '';
  for (;;) {
    signal.throwIfAborted();
    const rows: WeeksRow[] = await db.weeks.where('account').above(after).limit(ROWS_TOGETHER).toArray();
    for (const row of rows) {
      for (const feature of row.features) features.add(feature);
      for (const { kind, at } of row.met ?? [])
        firstMet.set(kind, Math.min(at[0] ?? now, firstMet.get(kind) ?? now));
      // What a source dates ahead says nothing about how far its data reach.
      for (const [kind, at] of Object.entries(row.lastAt))
        if (at <= now) reach[kind] = Math.max(at, reach[kind] ?? Number.NEGATIVE_INFINITY);
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < ROWS_TOGETHER) break;
    after = last.account;
  }
  const history: BookHistory = { features: features.size, reach, firstMet: Object.fromEntries(firstMet) };
  await db.meta.put({ key: BOOK, value: history });
  return history;
}

async function readHistory(db: KizunaDatabase): Promise<BookHistory> {
  const value = (await db.meta.get(BOOK))?.value;
  return value === undefined ? NO_HISTORY : (value as BookHistory);
}

/** The day of the first touch that anybody imported or logged. */
async function firstTouch(
  db: KizunaDatabase,
  { firstMet = {} }: BookHistory,
  touches: TouchRule,
  dayOf: (at: number) => string,
): Promise<string | undefined> {
  const written = await db.activities
    .orderBy('at')
    .filter(({ kind = 'note' }) => touches(kind))
    .first();
  const met = Object.entries(firstMet).flatMap(([kind, at]) => (touches(kind) ? [at] : []));
  const all = written === undefined ? met : [...met, written.at];
  return all.length === 0 ? undefined : dayOf(Math.min(...all));
}

export async function readTouchesFrom(
  db: KizunaDatabase,
  dayOf: (at: number) => string,
): Promise<string | undefined> {
  return firstTouch(db, await readHistory(db), await readTouchRule(db), dayOf);
}

export async function readBookFacts(db: KizunaDatabase, dayOf: (at: number) => string): Promise<BookFacts> {
  const [history, touches, cadence, team, owners] = await Promise.all([
    readHistory(db),
    readTouchRule(db),
    readCadence(db),
    db.team.toArray(),
    db.accounts.orderBy('owner').uniqueKeys(),
  ]);
  const touchesFrom = await firstTouch(db, history, touches, dayOf);
  return {
    bookFeatures: history.features,
    reach: history.reach,
    touches,
    cadence,
    touchesFrom,
    team: [...new Set([...team.map(({ name }) => name), ...owners.map(String)])],
    dayOf,
  };
}

function byAccount<T extends { account?: string }>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    if (row.account === undefined) continue;
    const group = groups.get(row.account);
    if (group === undefined) groups.set(row.account, [row]);
    else group.push(row);
  }
  return groups;
}

/** A row's key within its source, out of the base's key. */
function rowKey(key: string): string {
  return key.split('\u001f').slice(2).join('\u001f');
}

/** Only of contacts whose source did not give them an id: the others are known by it. */
async function keysOf(
  db: KizunaDatabase,
  contacts: readonly Contact[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const owner = new Map<string, string>();
  for (const { id, externalId, merged = [] } of contacts) {
    if (externalId === undefined) owner.set(id, id);
    for (const each of merged) if (each.externalId === undefined) owner.set(each.id, id);
  }
  const keys = new Map<string, string[]>();
  if (owner.size === 0) return keys;
  const bases = await db.bases
    .where('recordId')
    .anyOf([...owner.keys()])
    .toArray();
  for (const base of bases) {
    const id = owner.get(base.recordId) ?? '';
    keys.set(id, [...(keys.get(id) ?? []), rowKey(base.key)]);
  }
  return keys;
}

const NONE: readonly never[] = [];

type OfAccount = 'contacts' | 'subscriptions' | 'activities' | 'sentiments' | 'objectives';

/**
 * `together`: hardly another account lies between the first and the last, so that one request by range brings all. A
 * cursor over the index, which is how Dexie answers `anyOf`, takes about ten times as long.
 */
async function rowsOf<N extends OfAccount>(
  db: KizunaDatabase,
  name: N,
  ids: readonly string[],
  together: boolean,
): Promise<ReadonlyMap<string, readonly Rows[N][]>> {
  const table = db.table<Rows[N], string>(name);
  if (together) {
    const rows = await table.where('account').between(ids[0], ids.at(-1), true, true).toArray();
    return byAccount(rows);
  }
  const lists = await Promise.all(ids.map((id) => table.where('account').equals(id).toArray()));
  return new Map(ids.map((id, i) => [id, lists[i] ?? NONE]));
}

interface Rows {
  readonly contacts: Contact;
  readonly subscriptions: Subscription;
  readonly activities: Activity;
  readonly sentiments: SentimentRow;
  readonly objectives: Objective;
}

/** `ids` in order when they lie `together`. */
export async function readFacts(
  db: KizunaDatabase,
  ids: readonly string[],
  book: BookFacts,
  together = false,
): Promise<AccountFacts[]> {
  if (ids.length === 0) return [];
  const list = [...ids];
  const [accounts, summaries, weeks, contacts, subscriptions, activities, sentiments, objectives] =
    await Promise.all([
      db.accounts.bulkGet(list),
      db.summaries.bulkGet(list),
      db.weeks.bulkGet(list),
      rowsOf(db, 'contacts', list, together),
      rowsOf(db, 'subscriptions', list, together),
      rowsOf(db, 'activities', list, together),
      rowsOf(db, 'sentiments', list, together),
      rowsOf(db, 'objectives', list, together),
    ]);
  const keys = await keysOf(db, [...contacts.values()].flat());
  return accounts.flatMap((account, i) => {
    if (account === undefined) return [];
    const { id } = account;
    const records: AccountRecords = {
      account,
      summary: summaries[i],
      weeks: weeks[i],
      contacts: contacts.get(id) ?? NONE,
      subscriptions: subscriptions.get(id) ?? NONE,
      activities: activities.get(id) ?? NONE,
      sentiments: sentiments.get(id) ?? NONE,
      objectives: objectives.get(id) ?? NONE,
      keys,
    };
    return [new AccountFacts(records, book)];
  });
}
