/** Runs an import plan over its files: tables in the order in which they refer to each other; previews or applies. */

import type { ReaderEnv } from '#shared/import/read-value.ts';
import type { NounName } from '#shared/model/field.ts';
import type { ImportPlan, TableCounts, TablePlan } from '#shared/model/import-plan.ts';
import { HISTORY_NOUNS, isHistoryNoun, type RecordNoun } from '#shared/model/nouns.ts';
import type { ImportJob } from '#shared/model/stored.ts';
import { applyHistory, applyRecords, planRecords } from '../apply-plan.ts';
import { DigestIndex } from '../digest-index.ts';
import { getPages, pagesOfJob } from '../page-store.ts';
import {
  type FileSource,
  LIMITS,
  ParseFailed,
  type ParseFailure,
  type TableBatch,
} from '../parse/file-source.ts';
import { readTable } from '../parse/open-table.ts';
import type { PlainRows } from '../parse/plain-rows.ts';
import { rowNumberOf } from '../parse/row-batch.ts';
import { refreshAllRollups } from '../rollups.ts';
import type { KizunaDatabase } from '../schema.ts';
import { type Counters, readCounters } from './counters.ts';
import { HistoryIngest, type RowResult } from './history-ingest.ts';
import type { LinkIndex } from './link-index.ts';
import { loadKnown, loadLinks } from './load-links.ts';
import type { ChangedField, ImportProgress, ImportReport, TableOutcome } from './messages.ts';
import { isRecordNoun, RecordIngest } from './record-ingest.ts';
import { recountAccounts } from './recount.ts';
import { RejectionLog } from './rejection-log.ts';
import { type CellProblem, compileMapper, isProblem, type LinkColumn, type RowMapper } from './row-mapper.ts';
import type { RowReading } from './row-reading.ts';
import { settlePages } from './settle-pages.ts';
import { UnlinkedLog } from './unlinked-log.ts';

/** Bytes of file text whose new rows may wait in memory; beyond them, a part of the rows is packed and stored. */
const WAITING_BYTES = 32 * 1024 * 1024;
const FLUSH_SHARE = 0.25;
/** Summaries of so many accounts may wait in memory. */
const MANY_SUMMARIES = 4_000;
/** A table's rows refer only to tables before it. */
const ORDER: readonly NounName[] = ['account', 'contact', 'subscription', 'opportunity', ...HISTORY_NOUNS];

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

interface Run extends ImportDeps {
  /** Records that are still being stored while the next table is read: the links to them are known already. */
  readonly storing: Promise<void>[];
  readonly plan: ImportPlan;
  readonly job: ImportJob;
  readonly dryRun: boolean;
  readonly counters: Counters;
  readonly links: LinkIndex;
  readonly unlinked: UnlinkedLog;
  readonly totalBytes: number;
  bytesBefore: number;
  /** Accounts whose newest times were taken away by changed rows. */
  readonly recount: Set<string>;
}

function emptyCounts(): TableCounts {
  return { read: 0, added: 0, changed: 0, unchanged: 0, rejected: 0, unlinked: 0 };
}

export function scopeOf(sourceId: string, tableId: string): string {
  return `${sourceId}\u001f${tableId}`;
}

/** `job` says whose pages these are; in a preview it is made up and never stored. */
export async function runImport(
  deps: ImportDeps,
  plan: ImportPlan,
  job: ImportJob,
  dryRun: boolean,
): Promise<ImportReport> {
  const tables = plan.tables
    .filter((table) => table.noun !== 'skip')
    .sort((a, b) => ORDER.indexOf(a.noun as NounName) - ORDER.indexOf(b.noun as NounName));
  const totalBytes = tables.reduce((sum, table) => sum + (deps.files.get(table.fileName)?.size ?? 0), 0);
  const links = await loadLinks(deps.db, plan);
  const run: Run = {
    ...deps,
    plan,
    job,
    dryRun,
    totalBytes,
    links,
    bytesBefore: 0,
    counters: await readCounters(deps.db),
    unlinked: new UnlinkedLog(),
    recount: new Set(),
    storing: [],
  };
  try {
    return await runTables(run, tables);
  } finally {
    await Promise.allSettled(run.storing);
  }
}

/** A failure shows where the import waits for all of them. */
function follow(run: Run, work: Promise<void>): void {
  work.catch(() => undefined);
  run.storing.push(work);
}

/** Once the records are in. */
async function rollUp(run: Run): Promise<void> {
  await Promise.all(run.storing);
  await refreshAllRollups(run.db);
}

async function runTables(run: Run, tables: readonly TablePlan[]): Promise<ImportReport> {
  const { db, dryRun } = run;
  const outcomes: TableOutcome[] = [];
  let recordsIn = false;
  for (const table of tables) {
    const file = run.files.get(table.fileName);
    if (file === undefined) throw new FileGone(table.fileName);
    if (!dryRun && !recordsIn && !isRecordNoun(table.noun)) {
      follow(run, rollUp(run));
      recordsIn = true;
    }
    outcomes.push(
      isRecordNoun(table.noun)
        ? await runRecords(run, table, table.noun, file)
        : await runHistory(run, table, file),
    );
    run.bytesBefore += file.size;
  }
  if (!dryRun && !recordsIn) follow(run, rollUp(run));
  await Promise.all(run.storing);
  if (!dryRun && run.resumed === true)
    for (const { account } of await pagesOfJob(db, run.job.number)) run.recount.add(account);
  if (!dryRun) await recountAccounts(db, [...run.recount], run.signal);
  return { jobId: run.job.id, tables: outcomes, unlinked: run.unlinked.report(run.links) };
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

async function* batchesOf(run: Run, table: TablePlan, file: FileSource): AsyncGenerator<TableBatch> {
  try {
    yield* readTable(file, table.format, run.signal, LIMITS, !isRecordNoun(table.noun));
  } catch (error) {
    throw error instanceof ParseFailed ? new FileUnreadable(table.fileName, error.failure) : error;
  }
}

/** Reads a table batch by batch, counts, reports progress, and hands each data row over. */
async function eachBatch(
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

async function runRecords(
  run: Run,
  table: TablePlan,
  noun: RecordNoun,
  file: FileSource,
): Promise<TableOutcome> {
  const counts = emptyCounts();
  // Which rows are known is read from the database: those of the tables before must be there.
  await Promise.all(run.storing);
  const log = new RejectionLog(run.dryRun ? undefined : run.db, run.job.id, table, counts);
  const ingest = new RecordIngest(
    {
      table,
      noun,
      sourceId: run.plan.sourceId,
      jobId: run.job.id,
      env: run.env,
      shiftDays: run.plan.shiftDays ?? 0,
      links: run.links,
      known: await loadKnown(run.db, run.plan.sourceId, noun),
      now: run.job.startedAt,
      reject: (row, column, value, reason, otherRow) => log.add(row, column, value, reason, otherRow),
      unlinked: (to, value) => run.unlinked.add(table.id, to, value),
      apply: (page) => (run.dryRun ? planRecords(run.db, page) : applyRecords(run.db, page)),
    },
    counts,
  );
  await eachBatch(run, table, file, counts, log, async (batch) => {
    for (const [i, row] of batch.rows.entries()) await ingest.addRow(row, rowNumberOf(batch, i));
  });
  await log.flush();
  follow(run, ingest.finish());
  return { tableId: table.id, counts, rejections: log.first, changes: ingest.changes };
}

/** Finds a history row's account: its own column first, then its subscription's or contact's account. */
function accountFinder(
  run: Run,
  table: TablePlan,
  mapper: RowMapper,
): (row: RowReading) => string | undefined {
  /** Per link and code: the account, null = looked for in vain. */
  const known = mapper.links.map((): (string | null | undefined)[] => []);
  const order = [...mapper.links.keys()].sort(
    (a, b) => Number(mapper.links[b]?.to === 'account') - Number(mapper.links[a]?.to === 'account'),
  );
  const find = ({ to, by }: LinkColumn, text: string): string | undefined => {
    const id = run.links.find(to, by, run.plan.sourceId, text);
    return id === undefined || to === 'account' ? id : run.links.accountOf(id);
  };
  return (row) => {
    for (const i of order) {
      const link = mapper.links[i] as LinkColumn;
      const byCode = known[i] as (string | null | undefined)[];
      const code = row.linkCode(i);
      const cached = code === -1 ? undefined : byCode[code];
      if (typeof cached === 'string') return cached;
      const text = row.linkText(i);
      if (text === undefined) continue;
      const account = cached === null ? undefined : find(link, text);
      if (code !== -1) byCode[code] = account ?? null;
      if (account !== undefined) return account;
      run.unlinked.add(table.id, link.to, text);
    }
    return undefined;
  };
}

export async function loadDigests(db: KizunaDatabase, scope: string): Promise<DigestIndex> {
  const keys = await db.digests.where('scope').equals(scope).primaryKeys();
  keys.sort((a, b) => a - b);
  const index = new DigestIndex(keys.length * 2_000);
  for (let from = 0; from < keys.length; from += 100) {
    for (const chunk of await db.digests.bulkGet(keys.slice(from, from + 100)))
      if (chunk !== undefined) index.load(chunk);
  }
  return index;
}

async function runHistory(run: Run, table: TablePlan, file: FileSource): Promise<TableOutcome> {
  const counts = emptyCounts();
  const log = new RejectionLog(run.dryRun ? undefined : run.db, run.job.id, table, counts);
  const scope = scopeOf(run.plan.sourceId, table.id);
  const mapper = compileMapper(table, run.env, run.plan.shiftDays);
  const index = await loadDigests(run.db, scope);
  if (table.noun === 'skip' || !isHistoryNoun(table.noun)) throw new Error('not a history table');
  const ingest = new HistoryIngest({
    noun: table.noun,
    scope,
    mapper,
    index,
    jobNumber: run.job.number,
    dryRun: run.dryRun,
    accountFor: accountFinder(run, table, mapper),
    store: {
      readPages: (pages) => getPages(run.db, pages),
      nextPage: () => ++run.counters.page,
    },
  });
  let storing: Promise<void> = Promise.resolve();
  let bytesRead = 0;
  const store = async (events: number): Promise<void> => {
    await storing;
    if (ingest.waitingSummaries > MANY_SUMMARIES) await storeSummaries(run, ingest);
    storing = storeCommits(run, ingest, events);
    storing.catch(() => undefined);
  };
  const count = (result: RowResult | CellProblem, number: number): void => {
    if (isProblem(result)) log.add(number, result.column, result.value, result.reason);
    else {
      counts[result.outcome]++;
      if (result.unlinked) counts.unlinked++;
    }
  };
  const addLines = (rows: PlainRows): void => {
    for (let line = 0; line < rows.lines; line++) {
      if (rows.odd.size === 0 || !rows.odd.has(line)) {
        counts.read++;
        count(ingest.addLine(rows, line), rows.firstRow + line);
        continue;
      }
      const row = rows.odd.get(line);
      if (row === undefined) continue;
      counts.read++;
      count(ingest.addRow(row), rows.firstRow + line);
    }
  };
  await eachBatch(run, table, file, counts, log, async (batch, bytes) => {
    if (batch.plain !== undefined) addLines(batch.plain);
    for (const [i, row] of batch.rows.entries()) count(ingest.addRow(row), rowNumberOf(batch, i));
    bytesRead += bytes;
    const waiting = ingest.buffered * (bytesRead / counts.read);
    if (waiting >= WAITING_BYTES || ingest.manyChanged) await store(Math.ceil(ingest.buffered * FLUSH_SHARE));
  });
  await store(Number.POSITIVE_INFINITY);
  await storing;
  await storeSummaries(run, ingest);
  await log.flush();
  if (!run.dryRun)
    await settlePages(run.db, {
      scope,
      noun: table.noun,
      index,
      spans: ingest.spans,
      counters: run.counters,
      jobId: run.job.id,
      signal: run.signal,
    });
  return { tableId: table.id, counts, rejections: log.first, changes: [] as ChangedField[] };
}

async function storeSummaries(run: Run, ingest: HistoryIngest): Promise<void> {
  for (const commit of ingest.summarise()) {
    for (const account of await applyHistory(run.db, run.job.id, commit, run.counters))
      run.recount.add(account);
  }
}

/** While one commit is being written, the next one is packed. */
async function storeCommits(run: Run, ingest: HistoryIngest, events: number): Promise<void> {
  let writing: Promise<readonly string[]> = Promise.resolve([]);
  for await (const commit of ingest.flush(events)) {
    for (const account of await writing) run.recount.add(account);
    writing = applyHistory(run.db, run.job.id, commit, run.counters);
    writing.catch(() => undefined);
  }
  for (const account of await writing) run.recount.add(account);
}
