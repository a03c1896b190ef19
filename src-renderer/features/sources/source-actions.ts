/** What the list does with a source as a whole: rename it, undo an import, remove it with all that it brought. */
import type { AppData } from '#renderer/data/data-context.ts';
import { ImportFailed } from '#renderer/data/imports.ts';
import type { UndoReport } from '#renderer/data/ingest/messages.ts';
import { forgetSource, type SourceWithJobs } from '#renderer/data/sources.ts';
import type { Texts } from '#renderer/i18n/dictionaries.ts';
import type { ImportJob } from '#shared/model/stored.ts';

/** Imports whose rows are still here, newest first: they are undone in this order. */
export function undoable(jobs: readonly ImportJob[]): readonly ImportJob[] {
  return jobs.filter((job) => job.state === 'done' || job.state === 'running');
}

/** Why an undo did not happen, in the user's words. */
export function undoProblem(texts: Texts['sources'], error: unknown): string {
  const type = error instanceof ImportFailed ? error.failure.type : 'bug';
  if (type !== 'newer-import' && type !== 'already-undone') return texts.undoFailed;
  const { title, body } = texts.runFailures[type];
  return `${title}${texts.sentenceEnd}${body}`;
}

/** Undoes import after import, then takes the source off the list. Throws where an undo fails: the rest stays then. */
export async function removeSource(
  { db, importer }: AppData,
  { source, jobs }: SourceWithJobs,
): Promise<UndoReport> {
  const sum = { kept: 0, removed: 0, restored: 0 };
  for (const job of undoable(jobs)) {
    const report = await importer.undo(job.id);
    sum.kept += report.kept;
    sum.removed += report.removed;
    sum.restored += report.restored;
  }
  await forgetSource(db, source.id);
  return sum;
}
