/** Runs an import plan over its files: tables in the order in which they refer to each other; previews or applies. */

import type { NounName } from '#shared/model/field.ts';
import type { ImportPlan, TablePlan } from '#shared/model/import-plan.ts';
import { HISTORY_NOUNS, type RecordNoun } from '#shared/model/nouns.ts';
import type { ImportJob } from '#shared/model/stored.ts';
import { applyRecords, planRecords } from '../apply-plan.ts';
import { pagesOfJob } from '../page-store.ts';
import type { FileSource } from '../parse/file-source.ts';
import { rowNumberOf } from '../parse/row-batch.ts';
import { refreshAllRollups } from '../rollups.ts';
import { readCounters } from './counters.ts';
import {
  batchesOf,
  eachBatch,
  emptyCounts,
  FileGone,
  follow,
  type ImportDeps,
  type Run,
} from './import-run.ts';
import { loadKnown, loadLinks } from './load-links.ts';
import { loadMade, MadeAccounts } from './made-accounts.ts';
import type { ImportReport, TableOutcome } from './messages.ts';
import { isRecordNoun, RecordIngest } from './record-ingest.ts';
import { recountAccounts } from './recount.ts';
import { RejectionLog } from './rejection-log.ts';
import { runHistory } from './run-history.ts';
import { UnlinkedLog } from './unlinked-log.ts';

/** A table's rows refer only to tables before it. */
const ORDER: readonly NounName[] = ['account', 'contact', 'subscription', 'opportunity', ...HISTORY_NOUNS];

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
  const unlinked = new UnlinkedLog();
  const accounts = new MadeAccounts({
    on: plan.makeAccounts === true,
    sourceId: plan.sourceId,
    jobId: job.id,
    now: job.startedAt,
    links,
    log: unlinked,
    known: await loadMade(deps.db, plan.sourceId, job.id),
    counts: emptyCounts(),
    apply: (page) => (dryRun ? planRecords(deps.db, page) : applyRecords(deps.db, page)),
  });
  const run: Run = {
    ...deps,
    plan,
    job,
    dryRun,
    totalBytes,
    links,
    bytesBefore: 0,
    counters: await readCounters(deps.db),
    accounts,
    recount: new Set(),
    storing: [],
  };
  try {
    const outcomes = await runTables(run, tables);
    const { made, unlinked: left } = unlinked.report(links, plan.makeAccounts === true);
    return {
      jobId: job.id,
      tables: [...outcomes, ...[accounts.outcome() ?? []].flat()],
      unlinked: left,
      ...(made.length === 0 ? {} : { made }),
      ...(accounts.count === 0 ? {} : { named: accounts.count }),
    };
  } finally {
    await Promise.allSettled(run.storing);
  }
}

/** Once the records are in. */
async function rollUp(run: Run): Promise<void> {
  await Promise.all(run.storing);
  await refreshAllRollups(run.db);
}

async function runTables(run: Run, tables: readonly TablePlan[]): Promise<TableOutcome[]> {
  const { db, dryRun, accounts } = run;
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
    await accounts.flush();
  }
  if (!dryRun && !recordsIn) follow(run, rollUp(run));
  await Promise.all(run.storing);
  if (!dryRun && run.resumed === true)
    for (const { account } of await pagesOfJob(db, run.job.number)) run.recount.add(account);
  if (!dryRun) await recountAccounts(db, [...run.recount], run.signal);
  return outcomes;
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
      accounts: run.accounts,
      apply: (page) => (run.dryRun ? planRecords(run.db, page) : applyRecords(run.db, page)),
    },
    counts,
  );
  if (ingest.refersToItself)
    for await (const { rows } of batchesOf(run, table, file)) for (const row of rows) ingest.foresee(row);
  await eachBatch(run, table, file, counts, log, async (batch) => {
    for (const [i, row] of batch.rows.entries()) await ingest.addRow(row, rowNumberOf(batch, i));
  });
  await log.flush();
  follow(run, ingest.finish());
  // Filled by pages that are still on their way, as the counts are.
  return { tableId: table.id, counts, rejections: log.first, changes: ingest.changes, both: ingest.both };
}
