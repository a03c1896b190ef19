/** The door for sources: what a file or a CRM says enters here, in one transaction per page of rows. Nothing else does. */
import { release } from '#shared/base/release.ts';
import { addDelta } from '#shared/domain/summary/account-summary.ts';
import type { RecordNoun } from '#shared/model/nouns.ts';
import type { Base } from '#shared/model/stored.ts';
import { type IncomingRow, type PullPlan, planPull, type StoredRow } from '#shared/sync/plan-pull.ts';
import { getMany } from './get-many.ts';
import type { HistoryCommit } from './ingest/history-ingest.ts';
import { putStored, removePages } from './page-store.ts';
import type { KizunaDatabase } from './schema.ts';
import { readTouchRule } from './touch-rule.ts';

const TABLE_OF = {
  account: 'accounts',
  contact: 'contacts',
  subscription: 'subscriptions',
  opportunity: 'opportunities',
} as const satisfies Record<RecordNoun, string>;

export function tableOf(noun: RecordNoun): (typeof TABLE_OF)[RecordNoun] {
  return TABLE_OF[noun];
}

export interface RecordPage {
  readonly noun: RecordNoun;
  readonly sourceId: string;
  readonly jobId: string;
  readonly fields: readonly string[];
  readonly rows: readonly IncomingRow[];
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
}

/** Which of the rows' records wait in the bin: after a rebuild only the bin tells that a person removed them. */
async function binnedOf(db: KizunaDatabase, { noun, rows }: RecordPage): Promise<ReadonlySet<string>> {
  if ((await db.bin.count()) === 0) return new Set();
  const found = await db.bin.bulkGet(rows.map((row) => row.recordId));
  return new Set(found.flatMap((row) => (row?.table === tableOf(noun) ? [row.id] : [])));
}

/** What people wrote last on the rows' records, by field. */
async function editsOf(db: KizunaDatabase, { rows }: RecordPage): Promise<Map<string, Map<string, unknown>>> {
  const edits = new Map<string, Map<string, unknown>>();
  if ((await db.outbox.count()) === 0) return edits;
  const ids = rows.map((row) => row.recordId);
  const entries = await db.outbox.where('recordId').anyOf(ids).sortBy('at');
  for (const { recordId, fields } of entries) {
    const last = edits.get(recordId) ?? new Map<string, unknown>();
    for (const [field, [, to]] of Object.entries(fields)) last.set(field, to);
    edits.set(recordId, last);
  }
  return edits;
}

/** Records that are here and that no source has given: somebody added them by hand. */
async function byHandOf(
  db: KizunaDatabase,
  bases: ReadonlyMap<string, Base>,
  { rows }: RecordPage,
): Promise<ReadonlySet<string>> {
  const ids = rows.flatMap((row) => (bases.has(row.baseKey) ? [] : [row.recordId]));
  if (ids.length === 0) return new Set();
  const given = new Set<unknown>(await db.bases.where('recordId').anyOf(ids).uniqueKeys());
  return new Set(ids.filter((id) => !given.has(id)));
}

/** Reads what the page touches and decides; writes nothing. */
export async function planRecords(db: KizunaDatabase, page: RecordPage): Promise<PullPlan> {
  const table = tableOf(page.noun);
  const [bases, records, binned, edits] = await Promise.all([
    getMany(
      db.bases,
      page.rows.flatMap(({ baseKey, formerKey }) =>
        formerKey === undefined ? baseKey : [baseKey, formerKey],
      ),
    ),
    getMany(
      db.table<StoredRow, string>(table),
      page.rows.map((row) => row.recordId),
    ),
    binnedOf(db, page),
    editsOf(db, page),
  ]);
  // Only where a row meets a record that its source has not given: a first import meets none.
  const byHand = records.size === 0 ? new Set<string>() : await byHandOf(db, bases, page);
  return planPull({ ...page, table, bases, records, binned, edits, byHand });
}

/** One transaction: rows, bases, conflicts and before-images. Rollups follow once the import's records are all in. */
export async function applyRecords(db: KizunaDatabase, page: RecordPage): Promise<PullPlan> {
  const table = db.table<StoredRow, string>(tableOf(page.noun));
  const tables = [table, db.bases, db.conflicts, db.undo, db.bin, db.outbox];
  return db.transaction('rw', tables, async () => {
    const plan = await planRecords(db, page);
    await Promise.all([
      table.bulkPut([...plan.records]),
      db.bases.bulkPut([...plan.bases]),
      db.conflicts.bulkPut([...plan.conflicts]),
      plan.undo.length > 0 ? db.undo.add({ jobId: page.jobId, records: plan.undo, events: [] }) : undefined,
    ]);
    return plan;
  });
}

/**
 * Uses the commit up. One transaction: pages, digests, summaries and before-images of a piece of history.
 * Returns the accounts whose newest times must be counted again (see `addDelta`).
 */
export async function applyHistory(
  db: KizunaDatabase,
  jobId: string,
  commit: HistoryCommit,
  counters: unknown,
): Promise<string[]> {
  const recount: string[] = [];
  await db.transaction(
    'rw',
    [db.pages, db.pageHeads, db.digests, db.summaries, db.undo, db.meta, db.kinds],
    async () => {
      const writes: PromiseLike<unknown>[] = [];
      if (commit.digestsReplace) await db.digests.where('scope').equals(commit.scope).delete();
      // First away, then in: a page that was packed again may keep its number under another key.
      await removePages(db, commit.removePages);
      putStored(commit.putPages);
      if (commit.digests.length > 0) writes.push(db.digests.bulkAdd([...commit.digests]));
      if (commit.undoEvents.length > 0)
        writes.push(db.undo.add({ jobId, records: [], events: commit.undoEvents }));
      writes.push(db.meta.put({ key: 'counters', value: counters }));
      const touches = await readTouchRule(db);
      const stored = await getMany(
        db.summaries,
        commit.deltas.map((delta) => delta.add.accountId),
      );
      const summaries = commit.deltas.map((delta) => {
        const { accountId } = delta.add;
        const merged = addDelta(stored.get(accountId), delta, touches);
        if (merged.recount) recount.push(accountId);
        return merged.summary;
      });
      if (summaries.length > 0) writes.push(db.summaries.bulkPut(summaries));
      await Promise.all(writes);
    },
  );
  for (const { data } of commit.digests) release(data);
  return recount;
}
