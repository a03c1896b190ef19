/** Copies of what people wrote and of the records of sources, verified by main, from which the database can be rebuilt. */
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Bridge, IpcFailure } from '#shared/ipc/contract.ts';
import type { SnapshotInfo } from '#shared/model/manifest.ts';
import { historyOf } from './history-owed.ts';
import { readIdentity } from './identity.ts';
import { importLock } from './ingest/import-jobs.ts';
import { type Row, toJsonRecord } from './operations.ts';
import { readWaiting, WAITING } from './replay.ts';
import { type KizunaDatabase, SCHEMA_VERSION, SNAPSHOT_TABLES } from './schema.ts';
import { bridgeFailure, storeFailure } from './store-failure.ts';

export type SnapshotError = { readonly type: IpcFailure['code'] } | { readonly type: 'damaged' };

/** Besides its tables a snapshot says which operations beyond its `lastSeq` it holds already. */
export const APPLIED = 'applied';
/** And what history the sources had brought, which is not in it. */
export const HISTORY = 'history';

/**
 * Too large for one read: copied in batches while people work. Their rows change by `set` only, which can be done
 * again; the other tables hold texts that grow by splices and are copied at one instant. Bases go first: a base that
 * is older than its record heals with the next import, one that is newer would hide what the source said.
 */
const STREAMED: ReadonlySet<string> = new Set([
  'bases',
  'accounts',
  'contacts',
  'subscriptions',
  'opportunities',
]);

const BATCH = 500;
const LOCK = 'kizuna-snapshot';
/** Meta key: `{at, lastSeq}` of the newest snapshot taken from this database. */
export const LAST_SNAPSHOT = 'last-snapshot';

type Rows = Record<string, unknown>[];

interface Instant {
  readonly lastSeq: number;
  readonly newestJob: number;
  readonly tables: ReadonlyMap<string, readonly Row[]>;
}

async function newestJob(db: KizunaDatabase): Promise<number> {
  return (await db.jobs.orderBy('number').last())?.number ?? 0;
}

/** Asked before the transaction, which waits for nothing but the database. */
async function heldLocks(): Promise<ReadonlySet<string>> {
  const { held = [] } = await navigator.locks.query();
  return new Set(held.flatMap(({ name }) => name ?? []));
}

/** A job that an earlier run of the app left open, or that has failed, is no import that is writing now. */
async function isImporting(db: KizunaDatabase, { since, held }: Writing): Promise<boolean> {
  const running = await db.jobs.where('state').equals('running').toArray();
  return running.some((job) => job.startedAt >= since && held.has(importLock(job.sourceId)));
}

interface Writing {
  readonly since: number;
  readonly held: ReadonlySet<string>;
}

/** The tables that must belong together, in one transaction; undefined while an import is writing. */
async function readInstant(db: KizunaDatabase, writing: Writing): Promise<Instant | undefined> {
  const whole = SNAPSHOT_TABLES.filter((table) => !STREAMED.has(table));
  return db.transaction('r', [...whole, 'meta', 'operations', 'jobs'], async () => {
    const identity = await readIdentity(db);
    if (identity === undefined || (await isImporting(db, writing))) return undefined;
    const tables = new Map<string, readonly Row[]>();
    for (const table of whole) tables.set(table, await db.table<Row, string>(table).toArray());
    const unsent = await db.operations.where('journaled').equals(0).primaryKeys();
    tables.set(
      APPLIED,
      unsent.map((id) => ({ id })),
    );
    tables.set(
      HISTORY,
      (await historyOf(db)).map((owed) => ({ ...owed })),
    );
    tables.set(WAITING, await readWaiting(db));
    return { lastSeq: identity.lastSeq, newestJob: await newestJob(db), tables };
  });
}

async function* batchesOf(db: KizunaDatabase, table: string): AsyncGenerator<readonly Row[]> {
  const key = table === 'bases' ? 'key' : 'id';
  let after = '';
  for (;;) {
    const rows = await db.table<Row, string>(table).where(key).above(after).limit(BATCH).toArray();
    if (rows.length > 0) yield rows;
    if (rows.length < BATCH) return;
    after = String(rows.at(-1)?.[key]);
  }
}

function* slices(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let from = 0; from < rows.length; from += BATCH) yield rows.slice(from, from + BATCH);
}

async function send(db: KizunaDatabase, bridge: Bridge, reason: SnapshotInfo['reason'], instant: Instant) {
  const head = { reason, schemaVersion: SCHEMA_VERSION, lastSeq: instant.lastSeq };
  const { id } = await bridge.call('snapshot.begin', head);
  const counts: Record<string, number> = {};
  const append = async (table: string, rows: readonly Row[]): Promise<void> => {
    counts[table] = (counts[table] ?? 0) + rows.length;
    const plain: Rows = rows.map((row) => toJsonRecord(row));
    await bridge.call('snapshot.append', { id, table, rows: plain });
  };
  try {
    for (const [table, rows] of instant.tables) for (const slice of slices(rows)) await append(table, slice);
    for (const table of STREAMED) for await (const rows of batchesOf(db, table)) await append(table, rows);
    if ((await newestJob(db)) !== instant.newestJob) {
      await bridge.call('snapshot.abort', { id });
      return undefined;
    }
    return (await bridge.call('snapshot.commit', { id, counts })).snapshot;
  } catch (error) {
    await bridge.call('snapshot.abort', { id }).catch(() => undefined);
    throw error;
  }
}

/** The expected failures of work on snapshots as values. */
export async function guarded<T>(work: () => Promise<T>): Promise<Result<T, SnapshotError>> {
  try {
    return ok(await work());
  } catch (error) {
    return err({ type: storeFailure(error) === 'damaged' ? 'damaged' : bridgeFailure(error) });
  }
}

/** One snapshot at a time; the one that follows an import may still be under way when a person asks for another. */
const LOCK_WAIT_MS = 20_000;

async function afterTheOther<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await navigator.locks.request(LOCK, { signal: AbortSignal.timeout(LOCK_WAIT_MS) }, work);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'TimeoutError') return undefined;
    throw error;
  }
}

/**
 * One at a time over all windows, the next waits; 'busy' while an import runs that began after `since` (when the app was
 * opened), or when another snapshot takes too long.
 */
export async function takeSnapshot(
  db: KizunaDatabase,
  bridge: Bridge,
  reason: SnapshotInfo['reason'],
  since: number,
): Promise<Result<SnapshotInfo, SnapshotError>> {
  const taken = await guarded(() =>
    afterTheOther(async () => {
      const instant = await readInstant(db, { since, held: await heldLocks() });
      if (instant === undefined) return undefined;
      const snapshot = await send(db, bridge, reason, instant);
      if (snapshot !== undefined) {
        await db.meta.put({ key: LAST_SNAPSHOT, value: { at: snapshot.at, lastSeq: snapshot.lastSeq } });
      }
      return snapshot;
    }),
  );
  if (!taken.ok) return taken;
  return taken.value === undefined ? err({ type: 'busy' }) : ok(taken.value);
}

/** The same rows as a new snapshot at `lastSeq`: what lies between is left behind, on purpose, by a restore. */
export async function copyForward(
  bridge: Bridge,
  from: SnapshotInfo,
  lastSeq: number,
): Promise<SnapshotInfo> {
  const { schemaVersion } = from;
  const { id } = await bridge.call('snapshot.begin', { reason: 'manual', schemaVersion, lastSeq });
  const counts: Record<string, number> = {};
  try {
    await bridge.subscribe('snapshot.read', { id: from.id }, async ({ table, rows }) => {
      if (table === APPLIED) return;
      counts[table] = (counts[table] ?? 0) + rows.length;
      await bridge.call('snapshot.append', { id, table, rows });
    });
    return (await bridge.call('snapshot.commit', { id, counts })).snapshot;
  } catch (error) {
    await bridge.call('snapshot.abort', { id }).catch(() => undefined);
    throw error;
  }
}
