/** Opens everything that screens work with: store, book, importer; and keeps frame and data in step. */

import { createBook } from '#renderer/data/book.ts';
import type { AppData } from '#renderer/data/data-context.ts';
import type { RunOptions } from '#renderer/data/imports.ts';
import { createImporter, type Importer } from '#renderer/data/imports.ts';
import { type AppStore, openStore } from '#renderer/data/open-store.ts';
import { readSamplePlan } from '#renderer/data/sample-plan.ts';
import { createSettingsStore } from '#renderer/data/settings-store.ts';
import type { SettingsPort } from '#renderer/features/settings/settings-port.ts';
import { onLinkState } from '#renderer/platform/bridge.ts';
import { readFirstAccounts, writeFirstAccounts } from '#renderer/ui-state/first-accounts.ts';
import { setSaveState } from '#renderer/ui-state/save-state.ts';
import type { Bridge } from '#shared/ipc/contract.ts';
import type { ImportPlan } from '#shared/model/import-plan.ts';

export interface OpenedData {
  readonly data: AppData;
  readonly store: AppStore;
  readonly settings: SettingsPort;
}

/** 'YYYY-MM-DD' on this machine's calendar. */
function localDay(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** After each import and each undo a snapshot is taken and main's manifest follows. */
function withUpkeep(importer: Importer, store: AppStore): Importer {
  return {
    ...importer,
    async apply(plan, files, options) {
      const report = await importer.apply(plan, files, options);
      await store.afterImport();
      return report;
    },
    async undo(jobId, options) {
      const report = await importer.undo(jobId, options);
      await store.afterImport();
      return report;
    },
  };
}

export function openData(bridge: Bridge): OpenedData {
  const clock = { now: () => Date.now() };
  const newId = () => crypto.randomUUID();
  const { store } = openStore({ bridge, clock, newId });
  store.saveState.subscribe(() => setSaveState(store.saveState.get()));
  onLinkState((state) => {
    if (state === 'connected') void store.resend();
  });
  const importer = withUpkeep(
    createImporter(
      () => new Worker(new URL('../data/ingest/import-worker.ts', import.meta.url), { type: 'module' }),
    ),
    store,
  );
  const book = createBook({
    db: store.db,
    today: () => localDay(clock.now()),
    first: { get: readFirstAccounts, set: writeFirstAccounts },
    onFailure: (error) => store.noteFailure(error),
  });
  const loadSample = async (options?: RunOptions): Promise<void> => {
    const { files, plan } = await bridge.call('sample.open', {});
    const samplePlan: ImportPlan = readSamplePlan(plan, localDay(clock.now()));
    await importer.apply(samplePlan, files, options);
  };
  return {
    data: { db: store.db, bridge, store, book, importer, loadSample },
    store,
    settings: createSettingsStore(store, bridge),
  };
}
