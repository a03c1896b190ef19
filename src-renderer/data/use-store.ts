/** How a screen reaches the store that the app opened, and follows what it tells. */
import { useSyncExternalStore } from 'react';
import { useData } from './data-context.ts';
import type { Observable } from './observable.ts';
import type { Store } from './store.ts';

export function useStore(): Store {
  return useData().store;
}

/** The value of an observable, followed. */
export function useObserved<T>(observable: Observable<T>): T {
  return useSyncExternalStore(observable.subscribe, observable.get);
}
