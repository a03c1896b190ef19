/** What the sources screen asks of the database: sources with their imports, rejected rows, names to tie to. */
import { foldName } from '#shared/import/names.ts';
import type { Rejection } from '#shared/model/import-plan.ts';
import type { ImportJob, Source } from '#shared/model/stored.ts';
import type { KizunaDatabase } from './schema.ts';

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

/** Imports that say they run: one that began before this window opened was cut off. */
export function runningJobs(db: KizunaDatabase): Promise<readonly ImportJob[]> {
  return db.jobs.where('state').equals('running').toArray();
}

export function rejectionsOf(db: KizunaDatabase, jobId: string): Promise<readonly Rejection[]> {
  return db.quarantine.where('jobId').equals(jobId).toArray();
}

export interface FoundAccount {
  readonly id: string;
  readonly name: string;
}

/** Accounts whose name or domain holds what was typed, however it is written; shortest names first. */
export async function searchAccounts(
  db: KizunaDatabase,
  query: string,
  limit: number,
): Promise<readonly FoundAccount[]> {
  const folded = foldName(query);
  const plain = query.normalize('NFKC').trim().toLowerCase();
  if (folded === '' && plain === '') return [];
  const found: FoundAccount[] = [];
  await db.accounts.each((account) => {
    const fits =
      foldName(account.name).includes(folded) ||
      (account.domain?.includes(plain) ?? false) ||
      account.externalId === query.trim();
    if (fits) found.push({ id: account.id, name: account.name });
  });
  return found.sort((a, b) => a.name.length - b.name.length || a.name.localeCompare(b.name)).slice(0, limit);
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

export async function renameSource(db: KizunaDatabase, id: string, name: string): Promise<void> {
  await db.sources.update(id, (source) => {
    source.name = name;
    source.plan = { ...source.plan, sourceName: name };
  });
}

/** Takes the source off the list; its imports are undone before. */
export async function forgetSource(db: KizunaDatabase, id: string): Promise<void> {
  await db.transaction('rw', [db.sources, db.jobs, db.quarantine], async () => {
    const jobs = await db.jobs.where('sourceId').equals(id).primaryKeys();
    await db.quarantine.where('jobId').anyOf(jobs).delete();
    await db.jobs.bulkDelete(jobs);
    await db.sources.delete(id);
  });
}
