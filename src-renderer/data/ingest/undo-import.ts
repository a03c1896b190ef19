/** Takes an import back as a whole: its events and records go, what they replaced returns, what people wrote stays. */

import { sameValue } from '#shared/base/same-value.ts';
import type { FieldValue, RecordBase } from '#shared/model/field.ts';
import type { HistoryNoun } from '#shared/model/nouns.ts';
import type { Base, ImportJob, UndoChunk, UndoEvent, UndoRecord } from '#shared/model/stored.ts';
import type { StoredRow } from '#shared/sync/plan-pull.ts';
import type { DigestIndex } from '../digest-index.ts';
import {
  type EventPage,
  type PageColumn,
  type PageEvent,
  packPage,
  pageColumns,
  unpackEvents,
} from '../event-page.ts';
import { getPages, pagesOfJob, putPages, removePages } from '../page-store.ts';
import { refreshAllRollups } from '../rollups.ts';
import type { KizunaDatabase } from '../schema.ts';
import { type Counters, readCounters } from './counters.ts';
import type { UndoReport } from './messages.ts';
import { recountAccounts } from './recount.ts';
import { loadDigests, scopeOf } from './run-history.ts';
import { namedOrAdded, peoplesTables, writtenNow } from './written-on.ts';

interface UndoTally {
  kept: number;
  removed: number;
  restored: number;
}

export async function undoImport(
  db: KizunaDatabase,
  job: ImportJob,
  signal: AbortSignal,
  onStep: (done: number) => void,
): Promise<UndoReport> {
  const chunks = await db.undo.where('jobId').equals(job.id).primaryKeys();
  chunks.sort((a, b) => b - a);
  const tally: UndoTally = { kept: 0, removed: 0, restored: 0 };
  const touched = new Set<string>();
  await undoEvents(db, job, chunks, { touched, tally }, signal, onStep);
  const named = await namedOrAdded(db);
  for (const key of chunks) {
    const chunk = await db.undo.get(key);
    if (chunk !== undefined && chunk.records.length > 0)
      await undoRecords(db, job, chunk, { named, tally, touched });
    onStep(1);
  }
  await refreshAllRollups(db);
  await recountAccounts(db, [...touched]);
  await db.transaction('rw', [db.undo, db.jobs, db.quarantine], async () => {
    await db.undo.where('jobId').equals(job.id).delete();
    await db.quarantine.where('jobId').equals(job.id).delete();
    await db.jobs.update(job.id, { state: job.state === 'running' ? 'cancelled' : 'undone' });
  });
  return tally;
}

/** Every page that the job touched loses the job's events and gets its before-images back. */
async function undoEvents(
  db: KizunaDatabase,
  job: ImportJob,
  chunkKeys: readonly number[],
  { touched, tally }: { readonly touched: Set<string>; readonly tally: UndoTally },
  signal: AbortSignal,
  onStep: (done: number) => void,
): Promise<void> {
  const before = new Map<string, UndoEvent>();
  for (const key of chunkKeys) {
    for (const event of (await db.undo.get(key))?.events ?? [])
      before.set(eventKey(event.event.keyHi, event.event.keyLo), event);
  }
  const counters = await readCounters(db);
  for (const table of job.plan.tables) {
    if (table.noun === 'skip') continue;
    const scope = scopeOf(job.sourceId, table.id);
    const index = await loadDigests(db, scope);
    if (index.size === 0) continue;
    const restored = new Set<string>();
    const pages = (await pagesOfJob(db, job.number)).map((head) => head.page);
    for (let from = 0; from < pages.length; from += 100) {
      signal.throwIfAborted();
      const slice = (await getPages(db, pages.slice(from, from + 100))).filter(
        (page): page is EventPage => page !== undefined && page.scope === scope,
      );
      await undoPages(db, { job, index, before, restored, touched, tally }, slice);
      onStep(slice.length);
    }
    const missing = [...before.values()].filter(
      (event) =>
        index.find(event.event.keyHi, event.event.keyLo) !== -1 &&
        !restored.has(eventKey(event.event.keyHi, event.event.keyLo)),
    );
    await restoreMoved(db, { job, index, counters, scope, touched }, missing);
    await rewriteDigests(db, job, index, scope, before);
  }
}

function eventKey(hi: number, lo: number): string {
  return `${hi}:${lo}`;
}

interface PageUndo {
  readonly job: ImportJob;
  readonly index: DigestIndex;
  readonly before: ReadonlyMap<string, UndoEvent>;
  readonly restored: Set<string>;
  readonly touched: Set<string>;
  readonly tally: UndoTally;
}

function cellsOf(event: UndoEvent, columns: readonly PageColumn[]): unknown[] {
  return columns.map((column) =>
    column.custom ? event.event.custom[column.name] : event.event.values[column.name],
  );
}

async function undoPages(db: KizunaDatabase, undo: PageUndo, pages: readonly EventPage[]): Promise<void> {
  const put: EventPage[] = [];
  for (const page of pages) {
    undo.touched.add(page.account);
    const columns = pageColumns(page);
    const events: PageEvent[] = [];
    for (const event of unpackEvents(page)) {
      const slot = undo.index.find(event.keyHi, event.keyLo);
      const key = eventKey(event.keyHi, event.keyLo);
      if (slot === -1 || undo.index.job(slot) !== undo.job.number) {
        events.push(event);
        continue;
      }
      const old = undo.before.get(key);
      undo.tally.removed++;
      if (old === undefined || old.accountId !== page.account || undo.restored.has(key)) continue;
      undo.tally.removed--;
      undo.tally.restored++;
      undo.restored.add(key);
      events.push({
        at: old.event.at,
        keyHi: event.keyHi,
        keyLo: event.keyLo,
        cells: cellsOf(old, columns),
      });
      undo.index.setPage(slot, page.page);
    }
    if (events.length > 0) {
      const jobs = page.jobs.filter((number) => number !== undo.job.number);
      const packed = packPage(
        { page: page.page, account: page.account, noun: nounOf(page), scope: page.scope, columns, jobs },
        events,
      );
      put.push(packed);
    }
  }
  await db.transaction('rw', [db.pages, db.pageHeads], async () => {
    await removePages(db, pages);
    putPages(put);
  });
}

const LANES: readonly HistoryNoun[] = ['usage', 'ticket', 'activity', 'survey', 'churnEvent'];

function nounOf(page: EventPage): HistoryNoun {
  return LANES[page.lane] ?? 'activity';
}

interface MoveUndo {
  readonly job: ImportJob;
  readonly index: DigestIndex;
  readonly counters: Counters;
  readonly scope: string;
  readonly touched: Set<string>;
}

/** Events that the job had moved away from an account go back to it in pages of their own. */
async function restoreMoved(db: KizunaDatabase, undo: MoveUndo, events: readonly UndoEvent[]): Promise<void> {
  const byAccount = new Map<string, UndoEvent[]>();
  for (const event of events) {
    const list = byAccount.get(event.accountId);
    if (list === undefined) byAccount.set(event.accountId, [event]);
    else list.push(event);
  }
  const pages: EventPage[] = [];
  for (const [account, list] of byAccount) {
    undo.touched.add(account);
    const names = new Map<string, PageColumn>();
    for (const { event } of list) {
      for (const name of Object.keys(event.values)) names.set(`f:${name}`, { name, custom: false });
      for (const name of Object.keys(event.custom)) names.set(`c:${name}`, { name, custom: true });
    }
    const columns = [...names.values()];
    const page = ++undo.counters.page;
    const noun = list[0]?.noun ?? 'activity';
    const packed = list.map(
      (each): PageEvent => ({
        at: each.event.at,
        keyHi: each.event.keyHi,
        keyLo: each.event.keyLo,
        cells: cellsOf(each, columns),
      }),
    );
    pages.push(packPage({ page, account, noun, scope: undo.scope, columns, jobs: [] }, packed));
    for (const each of list) {
      const slot = undo.index.find(each.event.keyHi, each.event.keyLo);
      if (slot !== -1) undo.index.setPage(slot, page);
    }
  }
  if (pages.length === 0) return;
  await db.transaction('rw', [db.pages, db.pageHeads, db.meta], async () => {
    putPages(pages);
    await db.meta.put({ key: 'counters', value: undo.counters });
  });
}

async function rewriteDigests(
  db: KizunaDatabase,
  job: ImportJob,
  index: DigestIndex,
  scope: string,
  before: ReadonlyMap<string, UndoEvent>,
): Promise<void> {
  for (const event of before.values()) {
    const slot = index.find(event.event.keyHi, event.event.keyLo);
    if (slot === -1 || index.job(slot) !== job.number) continue;
    const [contentHi, contentLo, , oldJob] = event.entry;
    index.put(event.event.keyHi, event.event.keyLo, contentHi, contentLo, index.page(slot), oldJob);
  }
  await db.transaction('rw', [db.digests], async () => {
    await db.digests.where('scope').equals(scope).delete();
    for (const chunk of index.allChunks(scope, (slot) => index.job(slot) !== job.number))
      await db.digests.add(chunk);
  });
}

function restoreFields(current: StoredRow, before: RecordBase, after: RecordBase): StoredRow {
  const was = before as StoredRow;
  const wrote = after as StoredRow;
  const next: StoredRow = { ...current };
  for (const field of new Set([...Object.keys(was), ...Object.keys(wrote)])) {
    if (!sameValue(current[field], wrote[field])) continue;
    const value = was[field] as FieldValue | undefined;
    if (value === undefined) delete next[field];
    else next[field] = value;
  }
  return next;
}

/** One table's part of a chunk; later entries of a record were written on top of earlier ones. */
async function undoTable(
  db: KizunaDatabase,
  name: string,
  entries: readonly UndoRecord[],
  written: ReadonlySet<unknown>,
  tally: UndoTally,
): Promise<void> {
  const table = db.table<StoredRow, string>(name);
  const ids = [...new Set(entries.map((entry) => entry.id))];
  const current = new Map<string, StoredRow>();
  for (const record of await table.bulkGet(ids)) if (record !== undefined) current.set(record.id, record);
  const remove = new Set<string>();
  for (const entry of entries) {
    const record = current.get(entry.id);
    if (record === undefined) continue;
    if (entry.before !== undefined) {
      current.set(entry.id, restoreFields(record, entry.before, entry.after));
      tally.restored++;
    } else if (written.has(entry.id)) tally.kept++;
    else {
      remove.add(entry.id);
      current.delete(entry.id);
      tally.removed++;
    }
  }
  await table.bulkDelete([...remove]);
  await table.bulkPut([...current.values()]);
}

async function undoRecords(
  db: KizunaDatabase,
  job: ImportJob,
  chunk: UndoChunk,
  {
    named,
    tally,
    touched,
  }: {
    readonly named: ReadonlySet<unknown>;
    readonly tally: UndoTally;
    readonly touched: Set<string>;
  },
): Promise<void> {
  const tables = [
    db.accounts,
    db.contacts,
    db.subscriptions,
    db.opportunities,
    db.bases,
    db.conflicts,
    db.undo,
    ...peoplesTables(db),
  ];
  await db.transaction('rw', tables, async () => {
    const written = new Set([...(await writtenNow(db)), ...named]);
    const entries = [...chunk.records].reverse();
    for (const name of new Set(entries.map((entry) => entry.table))) {
      await undoTable(
        db,
        name,
        entries.filter((entry) => entry.table === name),
        written,
        tally,
      );
    }
    for (const entry of entries) if (entry.table === 'accounts') touched.add(entry.id);
    const bases = new Map<string, Base | undefined>(
      entries.map((entry) => [entry.baseKey, entry.baseBefore]),
    );
    await db.bases.bulkDelete([...bases].flatMap(([key, base]) => (base === undefined ? [key] : [])));
    await db.bases.bulkPut([...bases.values()].flatMap((base) => base ?? []));
    await db.conflicts
      .where('recordId')
      .anyOf(entries.map((entry) => entry.id))
      .and((conflict) => conflict.sourceId === job.sourceId && conflict.at >= job.startedAt)
      .delete();
    await db.undo.update(chunk.key ?? 0, { records: [] });
  });
}
