/** Builds the database again: newest verified snapshot into the tables, then the journal after it, then tell the user. */

import type { Clock } from '#shared/base/clock.ts';
import type { NewId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { laterPlan, type PlannedContact, plannedBy } from '#shared/domain/cadence/next-contact.ts';
import { addDelta, deltaAdd, emptyDelta } from '#shared/domain/summary/account-summary.ts';
import type { Bridge } from '#shared/ipc/contract.ts';
import type { SnapshotInfo } from '#shared/model/manifest.ts';
import { writtenFacts } from './activity-summary.ts';
import { OWED } from './history-owed.ts';
import { newIdentity, writeIdentity } from './identity.ts';
import { COUNTED_TABLES, countTables, writeManifest } from './manifest.ts';
import type { Row } from './operations.ts';
import { replayJournal, WAITING, type Waiting, waitingSchema } from './replay.ts';
import { type Reimport, type RestoreCause, type RestoreReport, reimportSchema } from './restore-report.ts';
import { refreshRollups } from './rollups.ts';
import { type KizunaDatabase, SCHEMA_VERSION, SNAPSHOT_TABLES } from './schema.ts';
import { APPLIED, HISTORY, LAST_SNAPSHOT } from './snapshots.ts';
import { readTouchRule } from './touch-rule.ts';

export interface RebuildDeps {
  readonly db: KizunaDatabase;
  readonly bridge: Bridge;
  readonly clock: Clock;
  readonly newId: NewId;
}

export type RebuildError = { readonly type: 'newer-data'; readonly schemaVersion: number };

/** Meta key: the report that the user has not read yet. */
export const REPORT = 'restore-report';

interface Loaded {
  readonly snapshot: SnapshotInfo | undefined;
  readonly applied: ReadonlySet<string>;
  readonly history: readonly Reimport[];
}

const NOTHING: Loaded = { snapshot: undefined, applied: new Set(), history: [] };

async function clearAll(db: KizunaDatabase): Promise<void> {
  await db.transaction('rw', db.tables, () => Promise.all(db.tables.map((table) => table.clear())));
}

async function loadSnapshot(db: KizunaDatabase, bridge: Bridge, snapshot: SnapshotInfo): Promise<Loaded> {
  const applied = new Set<string>();
  const history: Reimport[] = [];
  const waiting: Waiting = [];
  await bridge.subscribe('snapshot.read', { id: snapshot.id }, async ({ table, rows }) => {
    if (table === APPLIED) for (const row of rows) applied.add(String(row['id']));
    else if (table === HISTORY) history.push(...rows.map((row) => reimportSchema.parse(row)));
    else if (table === WAITING) waiting.push(...waitingSchema.parse(rows));
    else if ((SNAPSHOT_TABLES as readonly string[]).includes(table))
      await db.table<Row, string>(table).bulkPut(rows);
  });
  if (waiting.length > 0) await db.meta.put({ key: WAITING, value: waiting });
  return { snapshot, applied, history };
}

/** The newest snapshot that can be read to its end; the journal alone when there is none. */
async function loadNewest(db: KizunaDatabase, bridge: Bridge): Promise<Result<Loaded, RebuildError>> {
  const { snapshots } = await bridge.call('snapshot.list', {});
  for (const snapshot of snapshots) {
    const { schemaVersion } = snapshot;
    if (schemaVersion > SCHEMA_VERSION) return err({ type: 'newer-data', schemaVersion });
    try {
      return ok(await loadSnapshot(db, bridge, snapshot));
    } catch {
      // It was listed as sound and is not: the one before it, on empty tables.
      await clearAll(db);
    }
  }
  return ok(NOTHING);
}

/** Pages are gone, so summaries come from what is here: subscriptions, contacts and what people logged. */
async function summarize(db: KizunaDatabase): Promise<void> {
  await db.transaction(
    'rw',
    [db.accounts, db.subscriptions, db.contacts, db.summaries, db.activities, db.kinds],
    async () => {
      await db.summaries.clear();
      await refreshRollups(db, await db.accounts.toCollection().primaryKeys());
      const deltas = new Map<string, ReturnType<typeof emptyDelta>>();
      const plans = new Map<string, PlannedContact>();
      await db.activities.each((activity) => {
        const id = activity.account;
        if (id === undefined) return;
        const delta = deltas.get(id) ?? emptyDelta(id);
        deltaAdd(delta, writtenFacts(activity.kind, activity.at));
        deltas.set(id, delta);
        const planned = laterPlan(plans.get(id), plannedBy(activity));
        if (planned !== undefined) plans.set(id, planned);
      });
      const touches = await readTouchRule(db);
      for (const [id, delta] of deltas) {
        const { summary } = addDelta(await db.summaries.get(id), delta, touches);
        const planned = plans.get(id);
        await db.summaries.put(planned === undefined ? summary : { ...summary, planned });
      }
    },
  );
}

async function isEmpty(db: KizunaDatabase): Promise<boolean> {
  for (const table of db.tables) if ((await table.count()) > 0) return false;
  return true;
}

/** New databases that are made before giving up on a store whose old rows show through in them. */
const ATTEMPTS = 5;

/**
 * A store that lost a part of its own books can show rows of the deleted database in a new one, and they would stand
 * in front of what is written now. Each new database has a number of its own, so another one is tried.
 */
async function emptyDatabase(db: KizunaDatabase): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    db.close();
    await db.delete();
    await db.open();
    if (await isEmpty(db)) return;
  }
  throw new Error('the browser shows old rows in a new database: its storage is damaged');
}

/** `rescued`: operations that were brought from the old database to the journal just before. */
export async function rebuild(
  deps: RebuildDeps,
  cause: RestoreCause,
  rescued = 0,
): Promise<Result<RestoreReport, RebuildError>> {
  const { db, bridge, clock, newId } = deps;
  const { manifest } = await bridge.call('manifest.read', {});
  const journal = await bridge.call('journal.state', {});
  await emptyDatabase(db);
  const loaded = await loadNewest(db, bridge);
  if (!loaded.ok) return loaded;
  const { snapshot, applied, history } = loaded.value;
  const replayed = await replayJournal(db, bridge, snapshot?.lastSeq ?? 0, applied);
  await summarize(db);
  const rows = await countTables(db, COUNTED_TABLES);
  const report: RestoreReport = {
    cause,
    at: clock.now(),
    snapshotAt: snapshot?.at ?? null,
    rows,
    operations: replayed.operations,
    waiting: replayed.waiting,
    rescued,
    damagedFrames: journal.damaged.length,
    reimport: [...history],
  };
  const lastSeq = Math.max(replayed.lastSeq, journal.lastSeq);
  const identity = newIdentity(newId(), (manifest?.generation ?? 0) + 1);
  await db.transaction('rw', db.meta, async () => {
    await db.meta.put({ key: OWED, value: report.reimport });
    await db.meta.put({ key: REPORT, value: report });
    if (snapshot !== undefined) {
      await db.meta.put({ key: LAST_SNAPSHOT, value: { at: snapshot.at, lastSeq: snapshot.lastSeq } });
    }
    // Last: a database without identity is one whose rebuild did not come to its end.
    await writeIdentity(db, { ...identity, lastSeq, lastOrder: lastSeq });
  });
  await writeManifest(db, bridge, clock);
  return ok(report);
}
