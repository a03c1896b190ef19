/** The importer as the app uses it: shut where data is read-only, and followed by a snapshot, search and scores. */
import { mayWrite } from './database-state.ts';
import { type Importer, ImportFailed } from './imports.ts';
import type { Store } from './store.ts';

/** What follows what came from a file, besides the screen. */
export interface ImportFollower {
  imported(): void;
}

/** After each import and each undo a snapshot is taken, main's manifest follows, and search and scores catch up. */
export function withUpkeep(
  importer: Importer,
  store: Pick<Store, 'afterImport' | 'databaseState'>,
  followers: readonly ImportFollower[],
): Importer {
  const writing = async <T>(work: () => Promise<T>): Promise<T> => {
    // What a newer version wrote is shown and not changed, by people or by files.
    if (!mayWrite(store.databaseState.get())) throw new ImportFailed({ type: 'read-only' });
    const done = await work();
    await store.afterImport();
    for (const follower of followers) follower.imported();
    return done;
  };
  return {
    ...importer,
    apply: (plan, files, options) => writing(() => importer.apply(plan, files, options)),
    undo: (jobId, options) => writing(() => importer.undo(jobId, options)),
    forget: (sourceId, options) => writing(() => importer.forget(sourceId, options)),
  };
}
