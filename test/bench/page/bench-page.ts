/** The page side of the benchmarks: the product's own modules, called by the runner through `window.bench`. */
import { benchAccounts } from '../accounts-bench.ts';
import { benchEditor } from './editor-bench.ts';
import { benchHealth } from './health-bench.ts';
import { benchImport } from './import-bench.ts';
import { benchSearch } from './search-bench.ts';
import { benchStore } from './store-bench.ts';
import { benchTimeline } from './timeline-bench.ts';

const bench = {
  ...benchAccounts,
  ...benchEditor,
  ...benchHealth,
  ...benchImport,
  ...benchSearch,
  ...benchStore,
  ...benchTimeline,
};

declare global {
  interface Window {
    bench: typeof bench;
  }
}

window.bench = bench;
