/** What the settings screen asks of the data layer, in the shape of its port: sizes, backups, restore, wipe. */
import { assertNever } from '#shared/base/assert-never.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Bridge, CallOutput } from '#shared/ipc/contract.ts';
import type { SnapshotInfo } from '#shared/model/manifest.ts';
import { TYPING_INTENT } from './journal-client.ts';
import { countTables } from './manifest.ts';
import type { AppStore } from './open-store.ts';
import { SNAPSHOT_TABLES } from './schema.ts';
import { guarded, type SnapshotError } from './snapshots.ts';

export interface SettingsFailure {
  readonly type: 'disk-full' | 'io' | 'busy' | 'closed' | 'not-found' | 'newer-version';
}

type Answer<T> = Promise<Result<T, SettingsFailure>>;

function failureOf({ type }: SnapshotError): SettingsFailure {
  switch (type) {
    case 'disk-full':
    case 'io':
    case 'busy':
    case 'closed':
    case 'not-found':
      return { type };
    case 'cancelled':
      return { type: 'closed' };
    case 'bad-input':
    case 'bad-output':
    case 'not-allowed':
    case 'bug':
    case 'damaged':
      return { type: 'io' };
    default:
      return assertNever(type);
  }
}

async function answer<T>(work: Promise<Result<T, SnapshotError>>): Answer<T> {
  const done = await work;
  return done.ok ? done : err(failureOf(done.error));
}

/** Only what people know: how a snapshot keeps its own books is left out. */
function ofTables(counts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(SNAPSHOT_TABLES.map((table) => [table, counts[table] ?? 0]));
}

/** Key strokes in a draft are one edit each to the journal, not to people. */
async function editsAfter(bridge: Bridge, afterSeq: number): Promise<number> {
  let edits = 0;
  await bridge.subscribe('journal.read', { afterSeq }, (entries) => {
    edits += entries.filter((entry) => entry.operation.intent !== TYPING_INTENT).length;
  });
  return edits;
}

async function findSnapshot(bridge: Bridge, id: string): Promise<SnapshotInfo | undefined> {
  const { snapshots } = await bridge.call('snapshot.list', {});
  return snapshots.find((each) => each.id === id);
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}

export function createSettingsStore(store: AppStore, bridge: Bridge) {
  const writable = (): boolean => store.databaseState.get().type !== 'read-only';
  return {
    appInfo: (): Answer<CallOutput<'app.info'>> => answer(guarded(() => bridge.call('app.info', {}))),

    storageSize: () =>
      answer(
        guarded(async () => {
          const [sizes, estimate] = await Promise.all([
            bridge.call('store.size', {}),
            navigator.storage.estimate(),
          ]);
          return { ...sizes, databaseBytes: estimate.usage ?? 0 };
        }),
      ),

    showFolder: () => answer(guarded(() => bridge.call('app.showDataFolder', {}))),

    async backupNow(): Answer<SnapshotInfo> {
      // A copy made by an older version would lack what only the newer one knows.
      if (!writable()) return err({ type: 'newer-version' });
      return answer(store.snapshot('manual'));
    },

    listBackups: (): Answer<readonly SnapshotInfo[]> =>
      answer(guarded(async () => (await bridge.call('snapshot.list', {})).snapshots)),

    async previewRestore(id: string) {
      const found = await answer(guarded(() => findSnapshot(bridge, id)));
      if (!found.ok) return found;
      const snapshot = found.value;
      if (snapshot === undefined) return err<SettingsFailure>({ type: 'not-found' });
      return answer(
        guarded(async () => ({
          now: await countTables(store.db, SNAPSHOT_TABLES),
          atBackup: ofTables(snapshot.counts),
          editsSince: await editsAfter(bridge, snapshot.lastSeq),
        })),
      );
    },

    async restore(id: string): Answer<{ readonly rows: number }> {
      if (!writable()) return err({ type: 'newer-version' });
      const restored = await answer(store.restoreSnapshot(id));
      return restored.ok ? ok({ rows: sum(restored.value.rows) }) : restored;
    },

    wipe: (): Answer<undefined> => answer(store.wipe()),
  };
}
