/** A query whose answer follows the database: the screen shows what is stored, whoever wrote it. */
import { liveQuery } from 'dexie';
import { type DependencyList, useEffect, useState } from 'react';
import { useStore } from './use-store.ts';

export type Live<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly error: unknown };

const LOADING = { state: 'loading' } as const;

/**
 * Runs `query` now, again when `deps` change, and whenever something that it read was written. While new `deps` are
 * read the old answer stays, so that a list does not flicker.
 */
export function useLive<T>(query: () => Promise<T>, deps: DependencyList): Live<T> {
  const store = useStore();
  const [live, setLive] = useState<Live<T>>(LOADING);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caller names what the query depends on
  useEffect(() => {
    const subscription = liveQuery(query).subscribe({
      next: (value) => setLive({ state: 'ready', value }),
      error: (error) => {
        store.noteFailure(error);
        setLive({ state: 'failed', error });
      },
    });
    return () => subscription.unsubscribe();
  }, [store, ...deps]);
  return live;
}
