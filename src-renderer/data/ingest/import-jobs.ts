/** The life of an import job: started, done, cancelled, resumed, undone; and the source that keeps its mapping. */
import { err, ok, type Result } from '#shared/base/result.ts';
import type { ImportPlan, TableCounts } from '#shared/model/import-plan.ts';
import type { ImportJob, Source } from '#shared/model/stored.ts';
import type { KizunaDatabase } from '../schema.ts';
import { readCounters } from './counters.ts';
import type { ImportFile, ImportReport, UndoBar } from './messages.ts';

export const SAMPLE_SOURCE = 'sample-company';

/** Held by the worker while it imports into the source: a job that says it runs and is not held was cut off. */
export function importLock(sourceId: string): string {
  return `kizuna-import ${sourceId}`;
}

export async function startJob(
  db: KizunaDatabase,
  plan: ImportPlan,
  files: readonly ImportFile[],
  now: number,
  newId: () => string,
): Promise<ImportJob> {
  return db.transaction('rw', [db.jobs, db.meta, db.sources], async () => {
    const counters = await readCounters(db);
    counters.job++;
    const job: ImportJob = {
      id: newId(),
      number: counters.job,
      sourceId: plan.sourceId,
      plan,
      tickets: Object.fromEntries(files.map((file) => [file.name, file.ticket])),
      state: 'running',
      startedAt: now,
      counts: {},
    };
    await db.meta.put({ key: 'counters', value: counters });
    await db.jobs.add(job);
    await keepSource(db, plan, now);
    return job;
  });
}

async function keepSource(db: KizunaDatabase, plan: ImportPlan, now: number): Promise<void> {
  const known = await db.sources.get(plan.sourceId);
  const source: Source = {
    id: plan.sourceId,
    kind: plan.sourceId === SAMPLE_SOURCE ? 'sample' : 'file',
    createdAt: known?.createdAt ?? now,
    ...(known?.lastImportAt === undefined ? {} : { lastImportAt: known.lastImportAt }),
    // Another name was given while this import was planned under the old one: it stays.
    name: known?.plan.sourceName === plan.sourceName ? known.name : plan.sourceName,
    plan,
  };
  await db.sources.put(source);
}

/** Takes up a job that was cut off: what it had rejected is found again, what it had stored is recognised. */
export async function resumeJob(db: KizunaDatabase, jobId: string): Promise<ImportJob | undefined> {
  return db.transaction('rw', [db.jobs, db.quarantine], async () => {
    const job = await db.jobs.get(jobId);
    if (job?.state !== 'running') return undefined;
    await db.quarantine.where('jobId').equals(jobId).delete();
    return job;
  });
}

export async function finishJob(
  db: KizunaDatabase,
  job: ImportJob,
  report: ImportReport,
  now: number,
): Promise<void> {
  const counts: Record<string, TableCounts> = {};
  for (const table of report.tables) counts[table.tableId] = table.counts;
  await db.transaction('rw', [db.jobs, db.sources], async () => {
    await db.jobs.update(job.id, { state: 'done', finishedAt: now, counts });
    await db.sources.update(job.sourceId, { lastImportAt: now });
  });
}

/** Only the newest living job of a source can be undone: older ones lie beneath it. */
export async function undoableJob(db: KizunaDatabase, jobId: string): Promise<Result<ImportJob, UndoBar>> {
  const job = await db.jobs.get(jobId);
  if (job === undefined || (job.state !== 'done' && job.state !== 'running'))
    return err({ type: 'already-undone' });
  const later = await db.jobs
    .where('sourceId')
    .equals(job.sourceId)
    .and((other) => other.number > job.number && (other.state === 'done' || other.state === 'running'))
    .count();
  return later === 0 ? ok(job) : err({ type: 'newer-import' });
}

/** A source whose every import was taken back leaves nothing behind, not even its mapping, when it was the sample. */
export async function forgetSampleSource(db: KizunaDatabase, job: ImportJob): Promise<void> {
  if (job.sourceId !== SAMPLE_SOURCE) return;
  await db.transaction('rw', [db.sources, db.jobs], async () => {
    await db.sources.delete(job.sourceId);
    await db.jobs.where('sourceId').equals(job.sourceId).delete();
  });
}
