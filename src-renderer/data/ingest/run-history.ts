/** One table of history in an import: rows find their accounts, wait in memory for a while, and are stored as pages. */

import type { TablePlan } from '#shared/model/import-plan.ts';
import { isHistoryNoun } from '#shared/model/nouns.ts';
import { applyHistory } from '../apply-plan.ts';
import { DigestIndex } from '../digest-index.ts';
import { getPages } from '../page-store.ts';
import type { FileSource } from '../parse/file-source.ts';
import type { PlainRows } from '../parse/plain-rows.ts';
import { rowNumberOf } from '../parse/row-batch.ts';
import type { KizunaDatabase } from '../schema.ts';
import { changedFields } from './history-changes.ts';
import { HistoryIngest, type RowResult } from './history-ingest.ts';
import { eachBatch, emptyCounts, type Run } from './import-run.ts';
import type { TableOutcome } from './messages.ts';
import { RejectionLog } from './rejection-log.ts';
import { type CellProblem, compileMapper, isProblem, type LinkColumn, type RowMapper } from './row-mapper.ts';
import type { RowReading } from './row-reading.ts';
import { settlePages } from './settle-pages.ts';

/** Bytes of file text whose new rows may wait in memory; beyond them, a part of the rows is packed and stored. */
const WAITING_BYTES = 32 * 1024 * 1024;
const FLUSH_SHARE = 0.25;
/** Summaries of so many accounts may wait in memory. */
const MANY_SUMMARIES = 4_000;

export function scopeOf(sourceId: string, tableId: string): string {
  return `${sourceId}\u001f${tableId}`;
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
    if (to === 'account') return id;
    const account = id === undefined ? undefined : run.links.accountOf(id);
    // Somebody whom no file names, at a customer whose domain is known.
    return account ?? (to === 'contact' && by === 'email' ? run.links.accountByEmail(text) : undefined);
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
    }
    for (const i of order) {
      const { to, by } = mapper.links[i] as LinkColumn;
      const text = row.linkText(i);
      if (text === undefined) continue;
      if (to !== 'account') run.accounts.unlinked(table.id, to, text);
      else {
        const made = run.accounts.missed(table.id, by, text);
        if (made !== undefined) return made;
      }
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

export async function runHistory(run: Run, table: TablePlan, file: FileSource): Promise<TableOutcome> {
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
    fileBytes: run.dryRun ? 0 : file.size,
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
  const changes = await changedFields(ingest.changedEvents, ingest.columns, (pages) =>
    getPages(run.db, pages),
  );
  return { tableId: table.id, counts, rejections: log.first, changes };
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
