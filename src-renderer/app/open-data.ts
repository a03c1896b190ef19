/** Opens everything that screens work with: store, book, importer; and keeps frame and data in step. A chunk of its own. */

import { type BookStore, createBook } from '#renderer/data/book.ts';
import type { AppData } from '#renderer/data/data-context.ts';
import { mayWrite } from '#renderer/data/database-state.ts';
import type { FirstLook } from '#renderer/data/first-book.ts';
import { createHealthHandle, type HealthHandle } from '#renderer/data/health/health-handle.ts';
import { showHealthInBook } from '#renderer/data/health/health-rows.ts';
import { withUpkeep } from '#renderer/data/import-upkeep.ts';
import type { RunOptions } from '#renderer/data/imports.ts';
import { createImporter } from '#renderer/data/imports.ts';
import { type AppStore, openStore } from '#renderer/data/open-store.ts';
import { readSamplePlan } from '#renderer/data/sample-plan.ts';
import { createSearch, type Search } from '#renderer/data/search/search-client.ts';
import { createSettingsStore } from '#renderer/data/settings-store.ts';
import type { SettingsPort } from '#renderer/features/settings/settings-port.ts';
import { onLinkState } from '#renderer/platform/bridge.ts';
import { setBackgroundWork } from '#renderer/ui-state/background-work.ts';
import { readFirstAccounts, writeFirstAccounts } from '#renderer/ui-state/first-accounts.ts';
import { usePreferences } from '#renderer/ui-state/preferences.ts';
import { setSaveState } from '#renderer/ui-state/save-state.ts';
import type { Bridge } from '#shared/ipc/contract.ts';
import type { ImportPlan } from '#shared/model/import-plan.ts';
import { localDay } from './local-day.ts';

export interface OpenedData {
  readonly data: AppData;
  readonly store: AppStore;
  readonly settings: SettingsPort;
  readonly search: Search;
}

/** The frame tells from here on whether all is saved: first when what an earlier window left unsent has its receipt. */
function followSaving(store: AppStore): void {
  store.saveState.subscribe(() => setSaveState(store.saveState.get()));
  if (!mayWrite(store.databaseState.get())) return;
  void store.resend().then(() => setSaveState(store.saveState.get()));
  onLinkState((state) => {
    if (state === 'connected') void store.resend();
  });
}

/** Without main's word an empty database proves nothing: it is closed, so that no screen takes it for a new user's. */
async function closeUnlessFilled({ db }: AppStore): Promise<void> {
  const filled = db.isOpen() && (await db.accounts.count().catch(() => 0)) > 0;
  if (!filled) db.close();
}

/** Until then the screen has the machine to itself; whoever searches earlier starts it earlier. */
const SEARCH_AFTER_MS = 4_000;
const HEALTH_WITHIN_MS = 1_500;

/** When nothing else is waited for: what earlier windows left in the inbox goes. */
const SWEEP_AFTER_MS = 6_000;

function tidyInbox({ db, databaseState }: AppStore, bridge: Bridge): void {
  setTimeout(() => {
    if (!mayWrite(databaseState.get())) return;
    import('#renderer/data/sweep-inbox.ts')
      .then(({ sweepWhenAlone }) => sweepWhenAlone({ db, bridge, openedAt: performance.timeOrigin }))
      // A file that stays costs room, nothing else; the next start tries again.
      .catch(() => undefined);
  }, SWEEP_AFTER_MS);
}

function openSearch(store: AppStore): Search {
  const search = createSearch({
    makeWorker: () =>
      new Worker(new URL('../data/search/search-worker.ts', import.meta.url), { type: 'module' }),
    database: store.db.name,
  });
  store.onWritten(search.written);
  if (store.db.isOpen()) setTimeout(search.start, SEARCH_AFTER_MS);
  return search;
}

/** Scores come when all rows are on the screen and the window is at rest. */
function openHealth(store: AppStore, book: BookStore, bridge: Bridge): HealthHandle {
  const health = createHealthHandle({
    makeWorker: () =>
      new Worker(new URL('../data/health/health-worker.ts', import.meta.url), { type: 'module' }),
    database: store.db.name,
    fiscalYearStart: () => usePreferences.getState().fiscalYearStart,
    onFailure: ({ name, message }) => {
      const told = bridge.call('app.log', { level: 'error', message: `health: ${name}: ${message}` });
      told.catch(() => undefined);
    },
  });
  store.onWritten(health.written);
  usePreferences.subscribe((now, before) => {
    if (now.fiscalYearStart !== before.fiscalYearStart) health.store.get()?.fiscalYearChanged();
  });
  health.store.subscribe((made) => {
    if (made === undefined) return;
    showHealthInBook(made, book);
    made.subscribe(() => setBackgroundWork(made.get().work));
  });
  const startOnce = () => {
    if (book.get().state !== 'ready' || !mayWrite(store.databaseState.get())) return;
    stop();
    requestIdleCallback(() => void health.start().catch(() => undefined), { timeout: HEALTH_WITHIN_MS });
  };
  const stop = book.subscribe(startOnce);
  return health;
}

/** Settles when the start check is over: nothing else may open the database before it, and no screen sees it half built. */
export async function openData(bridge: Bridge, first: Promise<FirstLook>): Promise<OpenedData> {
  const clock = { now: () => Date.now() };
  const newId = () => crypto.randomUUID();
  const look = await first;
  const { store, opened } = openStore({ bridge, clock, newId, dataLoss: look.dataLoss });
  await opened;
  if (store.databaseState.get().type === 'failed') await closeUnlessFilled(store);
  followSaving(store);
  tidyInbox(store, bridge);
  const search = openSearch(store);
  const book = createBook({
    db: store.db,
    today: () => localDay(clock.now()),
    first: { get: readFirstAccounts, set: writeFirstAccounts },
    seed: look.book,
    onFailure: (error) => store.noteFailure(error),
  });
  const health = openHealth(store, book, bridge);
  const importer = withUpkeep(
    createImporter(
      () => new Worker(new URL('../data/ingest/import-worker.ts', import.meta.url), { type: 'module' }),
    ),
    store,
    [search, health],
  );
  const loadSample = async (options?: RunOptions): Promise<void> => {
    const { files, plan } = await bridge.call('sample.open', {});
    const samplePlan: ImportPlan = readSamplePlan(plan, localDay(clock.now()));
    await importer.apply(samplePlan, files, options);
  };
  return {
    data: { db: store.db, bridge, store, book, health, importer, loadSample },
    store,
    settings: createSettingsStore(store, bridge),
    search,
  };
}
