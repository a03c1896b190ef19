/** The data layer as one object: what the app opens once and every screen works with. */
import type { Clock } from '#shared/base/clock.ts';
import type { NewId } from '#shared/base/ids.ts';
import type { Result } from '#shared/base/result.ts';
import type { Bridge } from '#shared/ipc/contract.ts';
import type { SnapshotInfo } from '#shared/model/manifest.ts';
import { purgeBin } from './bin.ts';
import { type Damage, type DatabaseState, mayWrite } from './database-state.ts';
import { createDrafts, type Drafts } from './drafts.ts';
import { createEdits, type Edits } from './edits.ts';
import { createJournalClient, type JournalClient, type SaveState } from './journal-client.ts';
import { createObservable, type Observable } from './observable.ts';
import { KizunaDatabase } from './schema.ts';
import type { SnapshotError } from './snapshots.ts';
import { storeFailure } from './store-failure.ts';
import { createUndoRedo, type UndoRedo } from './undo-redo.ts';
import { createUpkeep, type Upkeep } from './upkeep.ts';
import { createWriter, type Writer } from './write-with-outbox.ts';

export interface StoreDeps {
  /** Made with strict durability. */
  readonly db: KizunaDatabase;
  readonly bridge: Bridge;
  readonly clock: Clock;
  readonly newId: NewId;
}

export interface Store extends Writer, Edits, Drafts {
  readonly db: KizunaDatabase;
  /** For what is written outside of this file: the same time and the same ids. */
  readonly clock: Clock;
  readonly newId: NewId;
  readonly undoRedo: UndoRedo;
  readonly saveState: Observable<SaveState>;
  readonly databaseState: Observable<DatabaseState>;
  /** Tries again at once what the journal has not acknowledged: when main is back. */
  resend(): Promise<'saved' | 'failed'>;
  /** For every failed read: a broken store turns the state to `damaged`. */
  noteFailure(error: unknown): void;
  /** The same, of what a worker met: the screen is told, and people may restore. */
  noteDamage(damage: Damage): void;
  /** To be called when an import or the undo of one is over: a snapshot is taken and main is told. */
  afterImport(): Promise<void>;
  snapshot(reason: SnapshotInfo['reason']): Promise<Result<SnapshotInfo, SnapshotError>>;
  close(): void;
}

export interface StoreParts extends StoreDeps {
  readonly store: Store;
  readonly journal: JournalClient;
  readonly upkeep: Upkeep;
  readonly setState: (state: DatabaseState) => void;
}

export function createParts(deps: StoreDeps, initial: DatabaseState): StoreParts {
  const { db, bridge, clock, newId } = deps;
  const databaseState = createObservable<DatabaseState>(initial);
  const receipts = KizunaDatabase.joined('relaxed', db.name);

  function noteDamage(damage: Damage): void {
    const { type } = databaseState.get();
    if (type === 'ready' || type === 'restored') databaseState.set({ type: 'damaged', damage });
  }

  function noteFailure(error: unknown): void {
    if (storeFailure(error) !== 'damaged') return;
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    noteDamage({ type: 'broken', detail });
  }

  const journal = createJournalClient({ receipts, bridge, onError: noteFailure });
  const upkeep = createUpkeep({
    db,
    bridge,
    clock,
    onError: noteFailure,
    onDamage: noteDamage,
    purgeBin: () => purgeBin(db, writer, clock.now()),
  });
  const writer = createWriter({
    db,
    journal,
    clock,
    newId,
    mayWrite: () => mayWrite(databaseState.get()),
    onError: noteFailure,
  });
  writer.onWritten(() => upkeep.written());
  const store: Store = {
    db,
    clock,
    newId,
    ...writer,
    ...createEdits({ db, writer, clock, newId }),
    ...createDrafts({ db, writer, journal, clock, newId }),
    undoRedo: createUndoRedo(db, writer),
    saveState: journal.saveState,
    databaseState,
    resend: () => journal.resend(),
    noteFailure,
    noteDamage,
    afterImport: () => upkeep.afterImport(),
    snapshot: (reason) => upkeep.snapshot(reason),
    close() {
      journal.stop();
      upkeep.stop();
      receipts.close();
      db.close();
    },
  };
  return { ...deps, store, journal, upkeep, setState: databaseState.set };
}

/** A store over a database that is known to be good (it has an identity); `openStore` is the app's way in. */
export function createStore(deps: StoreDeps): Store {
  return createParts(deps, { type: 'ready', firstRun: false }).store;
}
