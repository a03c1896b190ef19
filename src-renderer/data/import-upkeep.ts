/** The importer as the app uses it: shut where data is read-only, and followed by a snapshot, search and scores. */
import { type DatabaseState, mayWrite } from './database-state.ts';
import { type Importer, ImportFailed } from './imports.ts';
import type { Store } from './store.ts';

/** What follows what came from a file, besides the screen. */
export interface ImportFollower {
  imported(): void;
}

/** What a newer version wrote is shown and not changed, by people or by files; neither is what cannot be read. */
export function refuseUnlessWritable(state: DatabaseState): void {
  if (mayWrite(state)) return;
  if (state.type === 'damaged' || state.type === 'failed')
    throw new ImportFailed({ type: 'store-broken', detail: JSON.stringify(state) });
  throw new ImportFailed({ type: 'read-only' });
}

/** After each import and each undo a snapshot is taken, main's manifest follows, and search and scores catch up. */
export function withUpkeep(
  importer: Importer,
  store: Pick<Store, 'afterImport' | 'databaseState' | 'noteDamage'>,
  followers: readonly ImportFollower[],
): Importer {
  const told = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof ImportFailed && error.failure.type === 'store-broken')
        store.noteDamage({ type: 'broken', detail: error.failure.detail });
      throw error;
    }
  };
  const writing = async <T>(work: () => Promise<T>): Promise<T> => {
    refuseUnlessWritable(store.databaseState.get());
    const done = await told(work);
    await store.afterImport();
    for (const follower of followers) follower.imported();
    return done;
  };
  return {
    ...importer,
    preview: (plan, files, options) => told(() => importer.preview(plan, files, options)),
    apply: (plan, files, options) => writing(() => importer.apply(plan, files, options)),
    undo: (jobId, options) => writing(() => importer.undo(jobId, options)),
    forget: (sourceId, options) => writing(() => importer.forget(sourceId, options)),
  };
}
