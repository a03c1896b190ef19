/** Opens the store at start: compares, replays, rebuilds where needed, and says how it went. */
import type { Clock } from '#shared/base/clock.ts';
import type { NewId } from '#shared/base/ids.ts';
import type { Result } from '#shared/base/result.ts';
import type { Bridge } from '#shared/ipc/contract.ts';
import type { Manifest } from '#shared/model/manifest.ts';
import { DATABASE_NAME } from './database-name.ts';
import type { DatabaseState } from './database-state.ts';
import { newIdentity, readIdentity, writeIdentity } from './identity.ts';
import { sendUnsent } from './journal-client.ts';
import { COUNTED_TABLES, countTables, writeManifest } from './manifest.ts';
import { probe } from './probe.ts';
import { REPORT, rebuild } from './rebuild.ts';
import { replayJournal } from './replay.ts';
import { type RestoreCause, type RestoreReport, restoreReportSchema } from './restore-report.ts';
import { KizunaDatabase, SCHEMA_VERSION } from './schema.ts';
import { dropIndex, SEARCH_DATABASE } from './search/index-database.ts';
import { copyForward, guarded, type SnapshotError, takeSnapshot } from './snapshots.ts';
import { decideStart, type Found, type StartDecision } from './start-check.ts';
import { createParts, type Store, type StoreParts } from './store.ts';
import { storeFailure } from './store-failure.ts';

export interface OpenOptions {
  readonly bridge: Bridge;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly name?: string;
  /** Somebody opened the database before and was told that a damaged one had been thrown away. */
  readonly dataLoss?: boolean;
}

export interface AppStore extends Store {
  /** Builds the database again now ("Restart and restore"); the window reloads afterwards. */
  restoreNow(): Promise<Result<RestoreReport, SnapshotError>>;
  /** Goes back to a snapshot: the present state is backed up first; the window reloads afterwards. */
  restoreSnapshot(id: string): Promise<Result<RestoreReport, SnapshotError>>;
  /** Removes everything here and at main; the window reloads afterwards. */
  wipe(): Promise<Result<undefined, SnapshotError>>;
  /** The user has read what was restored. */
  acknowledgeRestore(): Promise<void>;
}

function detailOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

async function snapshotsOf(bridge: Bridge): Promise<number> {
  return (await bridge.call('snapshot.list', {})).snapshots.length;
}

interface Looked {
  readonly found: Found;
  readonly manifest: Manifest | null;
  readonly decision: StartDecision;
}

async function lookAround({ db, bridge }: StoreParts, dataLoss: boolean): Promise<Looked> {
  const [found, { manifest }, { lastSeq }] = await Promise.all([
    probe(db, dataLoss),
    bridge.call('manifest.read', {}),
    bridge.call('journal.state', {}),
  ]);
  const here = found.type === 'open' && found.identity !== undefined;
  const snapshots = manifest === null && !here ? await snapshotsOf(bridge) : 0;
  const facts = { found, manifest, journalSeq: lastSeq, snapshots, schemaVersion: SCHEMA_VERSION };
  return { found, manifest, decision: decideStart(facts) };
}

async function firstRun({ db, bridge, clock, newId }: StoreParts): Promise<void> {
  await db.open();
  await writeIdentity(db, newIdentity(newId(), 1));
  await writeManifest(db, bridge, clock);
}

/** Main has forgotten: its numbers begin anew, and what was in its journal is only here, so it is copied at once. */
async function adopt({ db, bridge, clock }: StoreParts): Promise<void> {
  const { lastSeq } = await bridge.call('journal.state', {});
  await db.transaction('rw', db.meta, async () => {
    const identity = await readIdentity(db);
    if (identity !== undefined) await writeIdentity(db, { ...identity, lastSeq });
  });
  await takeSnapshot(db, bridge, 'start', clock.now());
  await writeManifest(db, bridge, clock);
}

/** What the old database still has and the journal has not: brought there before the database goes. */
async function rescue({ db, bridge }: StoreParts): Promise<number> {
  try {
    return (await sendUnsent(db, bridge, false)).length;
  } catch {
    // It cannot be read, or main is gone; the rebuild will say so.
    return 0;
  }
}

async function build(parts: StoreParts, cause: RestoreCause, readable: boolean): Promise<DatabaseState> {
  const rescued = readable ? await rescue(parts) : 0;
  const built = await rebuild(parts, cause, rescued);
  if (built.ok) return { type: 'restored', report: built.value };
  const detail = `schema version ${built.error.schemaVersion}`;
  return { type: 'failed', reason: 'newer-data', detail };
}

/** A report that was written but not read stays until it is. */
async function readyState({ db }: StoreParts): Promise<DatabaseState> {
  const report = restoreReportSchema.safeParse((await db.meta.get(REPORT))?.value);
  return report.success ? { type: 'restored', report: report.data } : { type: 'ready', firstRun: false };
}

/** Operations whose receipt was lost are only marked; those that the database itself had lost are told. */
async function catchUp({ db, bridge, clock }: StoreParts, afterSeq: number): Promise<void> {
  const { operations, waiting } = await replayJournal(db, bridge, afterSeq);
  if (operations === 0) return;
  const rows = await countTables(db, COUNTED_TABLES);
  const report: RestoreReport = {
    cause: 'behind',
    at: clock.now(),
    snapshotAt: null,
    rows,
    operations,
    waiting,
    rescued: 0,
    damagedFrames: 0,
    reimport: [],
  };
  await db.meta.put({ key: REPORT, value: report });
}

async function settle(parts: StoreParts, { found, decision }: Looked): Promise<DatabaseState> {
  switch (decision.type) {
    case 'first-run':
      await firstRun(parts);
      return { type: 'ready', firstRun: true };
    case 'fine':
      return readyState(parts);
    case 'replay':
      await catchUp(parts, decision.afterSeq);
      return readyState(parts);
    case 'adopt':
      await adopt(parts);
      return readyState(parts);
    case 'rebuild':
      return build(parts, decision.cause, found.type === 'open');
    case 'read-only':
      await parts.db.open();
      return { type: 'read-only', schemaVersion: decision.schemaVersion };
    case 'refuse':
      return { type: 'failed', reason: 'newer-data', detail: `schema version ${decision.schemaVersion}` };
  }
}

/** Damage that only shows once the start works on the database: the browser throws that away, and the next look sees so. */
const STARTS = 3;

/** What is built anew where looking again did not help. */
function lastResort(looked: Looked): Looked {
  const { type } = looked.decision;
  const rebuilt = type === 'fine' || type === 'replay';
  return rebuilt ? { ...looked, decision: { type: 'rebuild', cause: 'unreadable' } } : looked;
}

async function start(
  parts: StoreParts,
  dataLoss: boolean,
): Promise<{ looked: Looked; state: DatabaseState }> {
  for (let turn = 1; ; turn++) {
    const seen = await lookAround(parts, dataLoss);
    const looked = turn === STARTS ? lastResort(seen) : seen;
    try {
      return { looked, state: await settle(parts, looked) };
    } catch (error) {
      if (turn === STARTS || storeFailure(error) !== 'damaged') throw error;
      parts.db.close();
    }
  }
}

async function open(parts: StoreParts, dataLoss: boolean): Promise<void> {
  try {
    const { looked, state } = await start(parts, dataLoss);
    parts.setState(state);
    if (state.type !== 'ready' && state.type !== 'restored') return;
    void parts.journal.resend();
    parts.upkeep.begin(looked.decision.type === 'rebuild' ? null : looked.manifest);
  } catch (error) {
    // A bridge error carries a word; a DOMException's `code` is a number.
    const unreachable =
      typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';
    const reason = unreachable ? 'main-unreachable' : 'cannot-open';
    parts.setState({ type: 'failed', reason, detail: detailOf(error) });
  }
}

/** Stops all work of this window while the database is replaced under it; what fails is repaired by the next start. */
async function replacing<T>(parts: StoreParts, work: () => Promise<T>): Promise<Result<T, SnapshotError>> {
  parts.setState({ type: 'opening' });
  parts.journal.stop();
  parts.upkeep.stop();
  const done = await guarded(work);
  if (!done.ok) parts.setState({ type: 'failed', reason: 'cannot-open', detail: done.error.type });
  return done;
}

async function replaceBy(parts: StoreParts, cause: RestoreCause): Promise<RestoreReport> {
  const built = await rebuild(parts, cause, await rescue(parts));
  if (!built.ok) throw new Error(`the newest snapshot is of schema version ${built.error.schemaVersion}`);
  parts.setState({ type: 'restored', report: built.value });
  return built.value;
}

async function restoreSnapshot(parts: StoreParts, id: string): Promise<Result<RestoreReport, SnapshotError>> {
  const { bridge, journal } = parts;
  if ((await journal.resend()) === 'failed') return { ok: false, error: { type: 'io' } };
  const before = await parts.upkeep.snapshot('before-restore');
  if (!before.ok) return before;
  // Listed after that: a new snapshot may push an old one out.
  const listed = await guarded(() => bridge.call('snapshot.list', {}));
  if (!listed.ok) return listed;
  const wanted = listed.value.snapshots.find((each) => each.id === id);
  if (wanted === undefined) return { ok: false, error: { type: 'not-found' } };
  return replacing(parts, async () => {
    const { manifest } = await bridge.call('manifest.read', {});
    const { lastSeq } = await bridge.call('journal.state', {});
    // From here on the old database is not the one that main remembers: a crash ends in a rebuild, never halfway.
    if (manifest !== null) {
      await bridge.call('manifest.write', { manifest: { ...manifest, generation: manifest.generation + 1 } });
    }
    await copyForward(bridge, wanted, lastSeq);
    return replaceBy(parts, 'asked');
  });
}

/** Never rejects: `opened` settles when `databaseState` is no longer `opening`. */
export function openStore(options: OpenOptions): {
  readonly store: AppStore;
  readonly opened: Promise<void>;
} {
  const { name = DATABASE_NAME, dataLoss = false, ...rest } = options;
  const db = new KizunaDatabase('strict', name);
  const parts = createParts({ db, ...rest }, { type: 'opening' });
  const store: AppStore = {
    ...parts.store,
    async restoreNow() {
      const { databaseState } = parts.store;
      const state = databaseState.get();
      const missing = state.type === 'damaged' && state.damage.type === 'rows-missing';
      return replacing(parts, () => replaceBy(parts, missing ? 'rows-missing' : 'unreadable'));
    },
    restoreSnapshot: (id) => restoreSnapshot(parts, id),
    async wipe() {
      return replacing(parts, async () => {
        await options.bridge.call('store.wipe', { confirmed: true });
        parts.store.close();
        await db.delete();
        // What search keeps is made of the same words.
        await dropIndex(SEARCH_DATABASE);
        return undefined;
      });
    },
    async acknowledgeRestore() {
      await db.meta.delete(REPORT);
      if (parts.store.databaseState.get().type === 'restored')
        parts.setState({ type: 'ready', firstRun: false });
    },
  };
  return { store, opened: open(parts, dataLoss) };
}
