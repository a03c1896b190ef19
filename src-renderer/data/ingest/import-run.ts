/** What the tables of one import share while it runs, and how a table is read: in batches, counted, with progress. */

import type { ReaderEnv } from '#shared/import/read-value.ts';
import type { ImportPlan, TableCounts, TablePlan } from '#shared/model/import-plan.ts';
import type { ImportJob } from '#shared/model/stored.ts';
import {
  type FileSource,
  LIMITS,
  ParseFailed,
  type ParseFailure,
  type TableBatch,
} from '../parse/file-source.ts';
import { readTable } from '../parse/open-table.ts';
import type { KizunaDatabase } from '../schema.ts';
import type { Counters } from './counters.ts';
import type { LinkIndex } from './link-index.ts';
import type { MadeAccounts } from './made-accounts.ts';
import type { ImportProgress } from './messages.ts';
import { isRecordNoun } from './record-ingest.ts';
import type { RejectionLog } from './rejection-log.ts';

export interface ImportDeps {
  readonly db: KizunaDatabase;
  readonly files: ReadonlyMap<string, FileSource>;
  readonly env: ReaderEnv;
  readonly now: () => number;
  readonly onProgress: (progress: ImportProgress) => void;
  readonly signal: AbortSignal;
  /** The job was cut off before: what it stored then is not in the summaries yet. */
  readonly resumed?: boolean;
}

export interface Run extends ImportDeps {
  /** Records that are still being stored while the next table is read: the links to them are known already. */
  readonly storing: Promise<void>[];
  readonly plan: ImportPlan;
  readonly job: ImportJob;
  readonly dryRun: boolean;
  readonly counters: Counters;
  readonly links: LinkIndex;
  /** Takes note of values that found no record. */
  readonly accounts: MadeAccounts;
  readonly totalBytes: number;
  bytesBefore: number;
  /** Accounts whose newest times were taken away by changed rows. */
  readonly recount: Set<string>;
}

export function emptyCounts(): TableCounts {
  return { read: 0, added: 0, changed: 0, unchanged: 0, rejected: 0, unlinked: 0 };
}

/** A failure shows where the import waits for all of them. */
export function follow(run: Run, work: Promise<void>): void {
  work.catch(() => undefined);
  run.storing.push(work);
}

export class FileGone extends Error {
  constructor(readonly fileName: string) {
    super('an import file is no longer there');
  }
}

/** A file that cannot be read (any more), with its name for the user. */
export class FileUnreadable extends Error {
  constructor(
    readonly fileName: string,
    readonly failure: ParseFailure,
  ) {
    super('an import file cannot be read');
  }
}

export async function* batchesOf(run: Run, table: TablePlan, file: FileSource): AsyncGenerator<TableBatch> {
  try {
    yield* readTable(file, table.format, run.signal, LIMITS, !isRecordNoun(table.noun));
  } catch (error) {
    throw error instanceof ParseFailed ? new FileUnreadable(table.fileName, error.failure) : error;
  }
}

/** Reads a table batch by batch, counts, reports progress, and hands each data row over. */
export async function eachBatch(
  run: Run,
  table: TablePlan,
  file: FileSource,
  counts: TableCounts,
  log: RejectionLog,
  onBatch: (batch: TableBatch, bytes: number) => Promise<void>,
): Promise<void> {
  let bytes = 0;
  for await (const batch of batchesOf(run, table, file)) {
    run.signal.throwIfAborted();
    for (const problem of batch.problems) {
      counts.read++;
      log.add(problem.row, '', problem.text, problem.reason);
    }
    counts.read += batch.rows.length;
    await onBatch(batch, batch.bytesRead - bytes);
    bytes = batch.bytesRead;
    await log.flush();
    run.onProgress({
      phase: 'read',
      fileName: table.fileName,
      rows: counts.read,
      bytes: run.bytesBefore + bytes,
      totalBytes: run.totalBytes,
    });
  }
}
