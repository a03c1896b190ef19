/** The sources screen on a stage: a real database and store, a fake main that takes files, an importer that counts. */
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { Route, Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { SourcesScreen } from '#renderer/app/screens/sources-screen.tsx';
import { DataContext } from '#renderer/data/data-context.ts';
import { EMPTY_FLOW } from '#renderer/features/sources/flow-state.ts';
import { useFlow } from '#renderer/features/sources/flow-store.ts';
import '#renderer/ui/theme.css';
import { ToastRegion } from '#renderer/ui/toast.tsx';
import type { Language } from '#renderer/ui-state/preferences.ts';
import { appData, speak } from './app-data.ts';
import { createFakeImporter, type FakeImporter, type FakeImporterOptions } from './fake-importer.ts';
import type { TestBed } from './test-store.ts';

export interface SourcesStage {
  readonly element: HTMLElement;
  readonly importer: FakeImporter;
  /** Gives files to the first file button on the screen, as the system's dialog does. */
  choose(files: Readonly<Record<string, string>>): void;
  end(): void;
}

/** Main's byte route: takes every file and answers with a ticket. */
function takeFiles(): () => void {
  const real = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const url = new URL(String(input), location.href);
    if (url.pathname !== '/files' || init?.method !== 'PUT') return real(input, init);
    const name = url.searchParams.get('name') ?? '';
    return Response.json({ ticket: `ticket ${name}`, name, size: 1, receivedAt: 0 }, { status: 201 });
  };
  return () => {
    globalThis.fetch = real;
  };
}

export async function stageSources(
  bed: TestBed,
  language: Language,
  options: FakeImporterOptions,
): Promise<SourcesStage> {
  await speak(language);
  useFlow.setState(EMPTY_FLOW, true);
  const importer = createFakeImporter(options);
  const element = document.createElement('main');
  element.style.cssText = 'position:fixed;inset:0;height:100vh;overflow:hidden';
  document.body.append(element);
  const giveBack = takeFiles();
  const { hook } = memoryLocation({ path: '/sources' });
  const root = createRoot(element);
  root.render(
    <StrictMode>
      <Router hook={hook}>
        <DataContext value={{ ...appData(bed), importer }}>
          <Suspense fallback={null}>
            <Route path="/sources" nest>
              <SourcesScreen />
            </Route>
            <ToastRegion />
          </Suspense>
        </DataContext>
      </Router>
    </StrictMode>,
  );
  return {
    element,
    importer,
    choose(files) {
      const input = element.querySelector<HTMLInputElement>('input[type=file]');
      if (input === null) throw new Error('no place to choose files');
      const transfer = new DataTransfer();
      for (const [name, text] of Object.entries(files)) transfer.items.add(new File([text], name));
      input.files = transfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    end() {
      root.unmount();
      giveBack();
      element.remove();
    },
  };
}
