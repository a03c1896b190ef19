/** How screens reach the data: one object, made at start, handed down through React. */
import { createContext, useContext } from 'react';
import type { Bridge } from '#shared/ipc/contract.ts';
import type { BookStore } from './book.ts';
import type { HealthHandle } from './health/health-handle.ts';
import type { Importer, RunOptions } from './imports.ts';
import type { KizunaDatabase } from './schema.ts';
import type { Store } from './store.ts';

export interface AppData {
  readonly db: KizunaDatabase;
  readonly bridge: Bridge;
  /** What people write goes through here. */
  readonly store: Store;
  readonly book: BookStore;
  /** Scores of all accounts; see health/use-health.ts. */
  readonly health: HealthHandle;
  readonly importer: Importer;
  /** Imports the sample company, its dates moved to around today. Throws ImportFailed. */
  readonly loadSample: (options?: RunOptions) => Promise<void>;
}

export const DataContext = createContext<AppData | undefined>(undefined);

export function useData(): AppData {
  const data = useContext(DataContext);
  if (data === undefined) throw new Error('useData outside of DataContext');
  return data;
}
