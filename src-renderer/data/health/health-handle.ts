/** The way to health that costs a start nothing: the store and its worker come when they are first asked for. */
import type { Operation } from '#shared/model/operation.ts';
import { createObservable, type Observable } from '../observable.ts';
import type { HealthStore, HealthStoreDeps } from './health-store.ts';

export interface HealthHandle {
  /** Undefined until somebody asked and it is loaded. */
  readonly store: Observable<HealthStore | undefined>;
  /** Loads it; asking again changes nothing. */
  start(): Promise<HealthStore>;
  /** After each operation. */
  written(operation: Operation): void;
  /** After an import, its undo or a restore. */
  imported(): void;
  close(): void;
}

export function createHealthHandle(deps: HealthStoreDeps): HealthHandle {
  const store = createObservable<HealthStore | undefined>(undefined);
  let starting: Promise<HealthStore> | undefined;
  let isClosed = false;

  async function load(): Promise<HealthStore> {
    const { createHealthStore } = await import('./health-store.ts');
    const made = createHealthStore(deps);
    if (isClosed) made.close();
    store.set(made);
    return made;
  }

  return {
    store,
    start() {
      starting ??= load();
      return starting;
    },
    // Before it is there nothing is lost: what was written is marked in the database.
    written: (operation) => store.get()?.written(operation),
    imported: () => store.get()?.imported(),
    close() {
      isClosed = true;
      store.get()?.close();
    },
  };
}
