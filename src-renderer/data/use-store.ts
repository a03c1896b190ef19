/** How a screen reaches the store that the app opened. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Observable } from './observable.ts';
import type { Store } from './store.ts';

export const StoreContext = createContext<Store | undefined>(undefined);

export function useStore(): Store {
  const store = useContext(StoreContext);
  if (store === undefined) throw new Error('a screen outside of StoreContext');
  return store;
}

/** The value of an observable, followed. */
export function useObserved<T>(observable: Observable<T>): T {
  return useSyncExternalStore(observable.subscribe, observable.get);
}
