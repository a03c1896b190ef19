/** What the sources screen asks of the database: sources with their imports, rejected rows, names to tie to. */
import { err, ok, type Result } from '#shared/base/result.ts';
import { foldName } from '#shared/import/names.ts';
import type { Rejection } from '#shared/model/import-plan.ts';
import type { RecordNoun } from '#shared/model/nouns.ts';
import type { Change, Operation } from '#shared/model/operation.ts';
import type { ImportJob, Source } from '#shared/model/stored.ts';
import { baseKeyRange } from '#shared/sync/plan-pull.ts';
import { scopeOf } from './apply-operation.ts';
import { OWED, readOwed } from './history-owed.ts';
import { importLock } from './ingest/import-jobs.ts';
import type { KizunaDatabase } from './schema.ts';
import type { Store } from './store.ts';
import type { WriteError } from './write-with-outbox.ts';

export interface SourceWithJobs {
  readonly source: Source;
  /** Newest first. */
  readonly jobs: readonly ImportJob[];
}

/** By last import, the newest first. */
export async function sourcesWithJobs(db: KizunaDatabase): Promise<readonly SourceWithJobs[]> {
  const [sources, jobs] = await Promise.all([db.sources.toArray(), db.jobs.toArray()]);
  const lastUse = (source: Source) => source.lastImportAt ?? source.createdAt;
  return sources
    .map((source) => ({
      source,
      jobs: jobs.filter((job) => job.sourceId === source.id).sort((a, b) => b.number - a.number),
    }))
    .sort((a, b) => lastUse(b.source) - lastUse(a.source));
}

/** Whether rows of any import are here, in whatever tables. */
export async function hasImports(db: KizunaDatabase): Promise<boolean> {
  return (await db.jobs.where('state').equals('done').count()) > 0;
}

/** Imports that say they run and that no window is working on: cut off by a crash, or stopped by a failure. */
export async function cutOffJobs(db: KizunaDatabase): Promise<readonly ImportJob[]> {
  const jobs = await db.jobs.where('state').equals('running').toArray();
  if (jobs.length === 0) return jobs;
  const { held = [] } = await navigator.locks.query();
  const names = new Set(held.map(({ name }) => name));
  return jobs.filter(({ sourceId }) => !names.has(importLock(sourceId)));
}

export function rejectionsOf(db: KizunaDatabase, jobId: string): Promise<readonly Rejection[]> {
  return db.quarantine.where('jobId').equals(jobId).toArray();
}

export interface FoundRecord {
  readonly id: string;
  readonly name: string;
}

type Searched = { readonly id: string; readonly name: string; readonly account?: string | undefined };

/** Records of the noun whose name (domain, address, plan, id) holds what was typed, however it is written. */
async function matching(db: KizunaDatabase, noun: RecordNoun, query: string): Promise<Searched[]> {
  const folded = foldName(query);
  const plain = query.normalize('NFKC').trim().toLowerCase();
  if (folded === '' && plain === '') return [];
  const found: Searched[] = [];
  const look = (
    record: { id: string; name?: string; externalId?: string; account?: string },
    ...others: readonly (string | undefined)[]
  ): void => {
    const { id, name = '', externalId, account } = record;
    const fits =
      (folded !== '' && foldName(name).includes(folded)) ||
      others.some((other) => other?.toLowerCase().includes(plain)) ||
      externalId === query.trim();
    if (!fits) return;
    const title = name !== '' ? name : others.find((other) => other !== undefined);
    found.push({ id, name: title ?? externalId ?? id, account });
  };
  if (noun === 'account') await db.accounts.each((record) => look(record, record.domain));
  else if (noun === 'contact') await db.contacts.each((record) => look(record, record.email));
  else if (noun === 'subscription') await db.subscriptions.each((record) => look(record, record.plan));
  else await db.opportunities.each((record) => look(record));
  return found;
}

/** Shortest names first; what belongs to an account is shown with it, because people and plans share names. */
export async function searchRecords(
  db: KizunaDatabase,
  noun: RecordNoun,
  query: string,
  limit: number,
): Promise<readonly FoundRecord[]> {
  const found = (await matching(db, noun, query))
    .sort((a, b) => a.name.length - b.name.length || a.name.localeCompare(b.name))
    .slice(0, limit);
  const accounts = await accountNames(
    db,
    found.flatMap(({ account }) => account ?? []),
  );
  return found.map(({ id, name, account }) => {
    const of = account === undefined ? undefined : accounts.get(account);
    return { id, name: of === undefined ? name : `${name} · ${of}` };
  });
}

/** Names of records that a report names by id. */
export async function accountNames(
  db: KizunaDatabase,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const accounts = await db.accounts.bulkGet([...ids]);
  return new Map(
    accounts.flatMap((account) => (account === undefined ? [] : [[account.id, account.name] as const])),
  );
}

const SOURCES: Change = { type: 'set', table: 'sources', id: '', fields: {} };
const SCOPE = scopeOf([SOURCES]);

/** One operation; undefined where there is nothing to change. The name under which its plan was made stays. */
export function renameSource(
  store: Pick<Store, 'db' | 'decideAndWrite'>,
  id: string,
  given: string,
): Promise<Result<Operation | undefined, WriteError>> {
  const name = given.trim();
  return store.decideAndWrite<WriteError>('source.rename', SCOPE, async () => {
    const source = await store.db.sources.get(id);
    if (source === undefined) return err({ type: 'no-such-record', table: 'sources', id });
    if (name === '' || name === source.name) return ok([]);
    return ok([{ ...SOURCES, id, fields: { name: [source.name, name] } }]);
  });
}

/** Whether anything is here that this source gave. */
export async function hasRecordsOf(db: KizunaDatabase, id: string): Promise<boolean> {
  return (
    (await db.bases
      .where('key')
      .between(...baseKeyRange(id))
      .count()) > 0
  );
}

/** Takes the source off the list; what it brought is taken away before. */
export async function forgetSource(db: KizunaDatabase, id: string): Promise<void> {
  await db.transaction('rw', [db.sources, db.jobs, db.quarantine, db.meta], async () => {
    // Its history is missed no longer.
    const owed = (await readOwed(db)).filter((each) => each.sourceId !== id);
    await db.meta.put({ key: OWED, value: owed });
    const jobs = await db.jobs.where('sourceId').equals(id).primaryKeys();
    await db.quarantine.where('jobId').anyOf(jobs).delete();
    await db.jobs.bulkDelete(jobs);
    await db.sources.delete(id);
  });
}
