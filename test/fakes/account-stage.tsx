/** The account page on a stage: a real database and store, a fake main, the language asked for. */
import { StrictMode, Suspense } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { AccountScreen } from '#renderer/app/screens/account-screen.tsx';
import { UndoCommands } from '#renderer/app/undo-commands.tsx';
import { type AppData, DataContext } from '#renderer/data/data-context.ts';
import { createImporter } from '#renderer/data/imports.ts';
import { currentLocale, startLocale } from '#renderer/i18n/locale.ts';
import { listenForKeys } from '#renderer/ui/keys.ts';
import '#renderer/ui/theme.css';
import { ToastRegion } from '#renderer/ui/toast.tsx';
import { type Language, setPreferences } from '#renderer/ui-state/preferences.ts';
import { noHealth } from './no-health.ts';
import type { TestBed } from './test-store.ts';

export function appData(bed: TestBed): AppData {
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

export interface Stage {
  readonly element: HTMLElement;
  end(): void;
}

/** Mounts the page of the account as the app does, with keys and toasts but without the frame. */
export async function stageAccount(bed: TestBed, id: string, language: Language): Promise<Stage> {
  await speak(language);
  const element = document.createElement('main');
  element.style.cssText = 'position:fixed;inset:0;height:100vh;overflow:hidden';
  document.body.append(element);
  const data = appData(bed);
  const { hook } = memoryLocation({ path: `/accounts/${id}` });
  const root: Root = createRoot(element);
  root.render(
    <StrictMode>
      <Router hook={hook}>
        <DataContext value={data}>
          <Suspense fallback={null}>
            <AccountScreen id={id} />
            <UndoCommands data={data} />
            <ToastRegion />
          </Suspense>
        </DataContext>
      </Router>
    </StrictMode>,
  );
  const stopKeys = listenForKeys(window);
  return {
    element,
    end() {
      stopKeys();
      root.unmount();
      element.remove();
    },
  };
}
