/** What the app gives its screens, on a stage: a real database and store, a fake main; and the language asked for. */
import type { AppData } from '#renderer/data/data-context.ts';
import { createImporter } from '#renderer/data/imports.ts';
import { currentLocale, startLocale } from '#renderer/i18n/locale.ts';
import { type Language, setPreferences } from '#renderer/ui-state/preferences.ts';
import { noHealth } from './no-health.ts';
import type { TestBed } from './test-store.ts';

/** What of a test's bed the screens see. */
export type StageBed = Pick<TestBed, 'db' | 'store' | 'main'>;

export function appData(bed: StageBed): AppData {
  const book = { state: 'ready', rows: [], total: 0, customFields: new Map(), version: 0 } as const;
  return {
    db: bed.db,
    bridge: bed.main.bridge(),
    store: bed.store,
    health: noHealth(),
    book: {
      get: () => book,
      subscribe: () => () => undefined,
      showHealth: () => undefined,
      rememberFirst: () => undefined,
      reload: async () => undefined,
      close: () => undefined,
    },
    loadSample: async () => undefined,
    importer: createImporter(() => {
      throw new Error('nothing is imported on this stage');
    }),
  };
}

let started: Promise<void> | undefined;

export async function speak(language: Language): Promise<void> {
  started ??= startLocale({ commandLine: undefined, system: ['en-US', 'ja-JP'] });
  await started;
  setPreferences({ language });
  while (currentLocale().language !== language) await new Promise((resolve) => setTimeout(resolve, 5));
}
