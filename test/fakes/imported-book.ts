/** Brings books of history into a database as a person's import does, takes them back, and tells what came of it. */
import { finishJob, startJob } from '#renderer/data/ingest/import-jobs.ts';
import type { ImportReport } from '#renderer/data/ingest/messages.ts';
import { runImport } from '#renderer/data/ingest/run-import.ts';
import { undoImport } from '#renderer/data/ingest/undo-import.ts';
import type { FileSource } from '#renderer/data/parse/file-source.ts';
import type { KizunaDatabase } from '#renderer/data/schema.ts';
import { openTimeline } from '#renderer/data/timeline.ts';
import type { ImportPlan, TableCounts } from '#shared/model/import-plan.ts';
import type { ImportJob } from '#shared/model/stored.ts';
import { accountsCsv, type UsageOptions, usageBookPlan, usageCsv } from '#test/factories/usage-book.ts';

/** When the next import happens: each later than the one before. */
let clock = Date.UTC(2026, 9, 30, 12);

type Files = ReadonlyMap<string, FileSource>;

function fileOf(name: string, blob: Blob): FileSource {
  return { name, size: blob.size, stream: async (from = 0) => blob.slice(from).stream() };
}

export function filesOf(accounts: string, usage: Blob): Files {
  return new Map([
    ['accounts.csv', fileOf('accounts.csv', new Blob([accounts]))],
    ['usage.csv', fileOf('usage.csv', usage)],
  ]);
}

export const bookFiles = (options: UsageOptions): Files =>
  filesOf(accountsCsv(options.accounts), usageCsv(options));

export function beginJob(db: KizunaDatabase, plan: ImportPlan): Promise<ImportJob> {
  return startJob(db, plan, [], clock++, () => crypto.randomUUID());
}

export function importDeps(db: KizunaDatabase, files: Files) {
  const { signal } = new AbortController();
  return { db, files, env: {}, now: () => clock, onProgress: () => undefined, signal };
}

export async function importFiles(db: KizunaDatabase, plan: ImportPlan, files: Files): Promise<ImportReport> {
  const job = await beginJob(db, plan);
  const report = await runImport(importDeps(db, files), plan, job, false);
  await finishJob(db, job, report, clock++);
  return report;
}

export function importBook(db: KizunaDatabase, options: UsageOptions): Promise<ImportReport> {
  return importFiles(db, usageBookPlan(), bookFiles(options));
}

export async function undoBook(db: KizunaDatabase, { jobId }: ImportReport): Promise<void> {
  const job = await db.jobs.get(jobId);
  if (job === undefined) throw new Error('no job');
  await undoImport(db, job, new AbortController().signal, () => undefined);
}

export function countsOf(report: ImportReport, tableId: string): TableCounts | undefined {
  return report.tables.find((table) => table.tableId === tableId)?.counts;
}

/** Everything about the events that a person could see, in an order that does not depend on pages. */
export async function everyEvent(db: KizunaDatabase, accounts: number): Promise<string[]> {
  const all: string[] = [];
  for (const account of (await db.accounts.toArray()).slice(0, accounts)) {
    const reader = openTimeline(db, { accountId: account.id });
    let more = true;
    let last = Number.POSITIVE_INFINITY;
    while (more) {
      const slice = await reader.next(37);
      for (const entry of slice.entries) {
        if (entry.at > last) throw new Error('the timeline is out of order');
        last = entry.at;
        if (entry.type === 'event')
          all.push(JSON.stringify([account.name, entry.at, entry.event.values, entry.event.custom]));
      }
      more = slice.more;
    }
  }
  return all.sort();
}
