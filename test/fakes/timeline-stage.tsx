/** A timeline by itself on a stage: a real database and store, the language asked for, keys, toasts and addresses. */
import { StrictMode, Suspense } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { type AppData, DataContext } from '#renderer/data/data-context.ts';
import { createImporter } from '#renderer/data/imports.ts';
import { Timeline, type TimelineProps } from '#renderer/features/timeline/timeline.tsx';
import { currentLocale, startLocale } from '#renderer/i18n/locale.ts';
import { listenForKeys } from '#renderer/ui/keys.ts';
import '#renderer/ui/theme.css';
import { ToastRegion } from '#renderer/ui/toast.tsx';
import { type Language, setPreferences } from '#renderer/ui-state/preferences.ts';
import { noHealth } from './no-health.ts';
import type { TestBed } from './test-store.ts';

type StageBed = Pick<TestBed, 'db' | 'store' | 'main'>;

function appData({ db, store, main }: StageBed): AppData {
  const book = { state: 'ready', rows: [], total: 0, customFields: new Map(), version: 0 } as const;
  return {
    db,
    store,
    bridge: main.bridge(),
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

async function speak(language: Language): Promise<void> {
  started ??= startLocale({ commandLine: undefined, system: ['en-US', 'ja-JP'] });
  await started;
  setPreferences({ language });
  while (currentLocale().language !== language) await new Promise((resolve) => setTimeout(resolve, 5));
}

export interface TimelineStage {
  readonly element: HTMLElement;
  /** As a link or a hit of the search does. */
  readonly navigate: (to: string) => void;
  /** Where the screen went to. */
  readonly history: readonly string[];
  end(): void;
}

interface StageOptions extends Partial<TimelineProps> {
  readonly accountId: string;
  readonly language: Language;
  /** False in benchmarks: nothing is drawn twice. */
  readonly strict?: boolean;
}

export async function stageTimeline(bed: StageBed, options: StageOptions): Promise<TimelineStage> {
  const { language, strict = true, ...props } = options;
  await speak(language);
  const element = document.createElement('main');
  element.style.cssText = 'position:fixed;inset:0;height:100vh;overflow:hidden';
  document.body.append(element);
  const path = `/accounts/${props.accountId}`;
  const { hook, searchHook, navigate, history } = memoryLocation({ path, record: true });
  const root: Root = createRoot(element);
  const tree = (
    <Router hook={hook} searchHook={searchHook}>
      <DataContext value={appData(bed)}>
        <Suspense fallback={null}>
          <Timeline {...props} />
          <ToastRegion />
        </Suspense>
      </DataContext>
    </Router>
  );
  root.render(strict ? <StrictMode>{tree}</StrictMode> : tree);
  const stopKeys = listenForKeys(window);
  return {
    element,
    navigate,
    history,
    end() {
      stopKeys();
      root.unmount();
      element.remove();
    },
  };
}
