/** What the list does with a source as a whole: rename it, undo an import, remove it with all that it brought. */
import type { AppData } from '#renderer/data/data-context.ts';
import { refuseUnlessWritable } from '#renderer/data/import-upkeep.ts';
import { ImportFailed } from '#renderer/data/imports.ts';
import type { ImportFailure, UndoReport } from '#renderer/data/ingest/messages.ts';
import { forgetSource, hasRecordsOf, type SourceWithJobs } from '#renderer/data/sources.ts';
import type { Texts } from '#renderer/i18n/dictionaries.ts';
import type { ImportJob } from '#shared/model/stored.ts';

/** Imports whose rows are still here, newest first: they are undone in this order. */
export function undoable(jobs: readonly ImportJob[]): readonly ImportJob[] {
  return jobs.filter((job) => job.state === 'done' || job.state === 'running');
}

/** What a person can do something about. */
const TOLD: ReadonlySet<ImportFailure['type']> = new Set([
  'newer-import',
  'already-undone',
  'read-only',
  'store-broken',
]);

/** Why a removal did not happen, where that is known; else that `name` is still there. */
export function removeProblem(texts: Texts['sources'], error: unknown, name: string): string {
  const known = error instanceof ImportFailed && TOLD.has(error.failure.type);
  return known ? undoProblem(texts, error) : texts.removeFailed(name);
}

/** Why an undo did not happen, in the user's words. */
export function undoProblem(texts: Texts['sources'], error: unknown): string {
  const type = error instanceof ImportFailed ? error.failure.type : 'bug';
  if (!TOLD.has(type)) return texts.undoFailed;
  const { title, body } = texts.runFailures[type];
  return `${title}${texts.sentenceEnd}${body}`;
}

/** The files of an import that nobody will go on with. One that stays costs room, nothing else. */
export async function releaseFiles({ bridge }: Pick<AppData, 'bridge'>, job: ImportJob): Promise<void> {
  for (const ticket of Object.values(job.tickets))
    await bridge.call('files.release', { ticket }).catch(() => undefined);
}

/**
 * Undoes import after import, then what no import can take back (after a rebuild they are not known any more), then
 * takes the source off the list. Throws where that fails: the rest stays then.
 */
export async function removeSource(data: AppData, { source, jobs }: SourceWithJobs): Promise<UndoReport> {
  const { db, store, importer } = data;
  refuseUnlessWritable(store.databaseState.get());
  const sum = { kept: 0, removed: 0, restored: 0 };
  const add = (report: UndoReport) => {
    sum.kept += report.kept;
    sum.removed += report.removed;
    sum.restored += report.restored;
  };
  for (const job of undoable(jobs)) {
    add(await importer.undo(job.id));
    if (job.state === 'running') await releaseFiles(data, job);
  }
  if (await hasRecordsOf(db, source.id)) add(await importer.forget(source.id));
  await forgetSource(db, source.id);
  return sum;
}
