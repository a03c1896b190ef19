/** Meeting mode on a stage: a real database and store, keys, undo and toasts as in the app, the language asked for. */
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { MeetingScreen } from '#renderer/app/screens/meeting-screen.tsx';
import { UndoCommands } from '#renderer/app/undo-commands.tsx';
import { DataContext } from '#renderer/data/data-context.ts';
import { listenForKeys } from '#renderer/ui/keys.ts';
import '#renderer/ui/theme.css';
import { ToastRegion } from '#renderer/ui/toast.tsx';
import type { Language } from '#renderer/ui-state/preferences.ts';
import { appData, type Stage, speak } from './account-stage.tsx';
import type { TestBed } from './test-store.ts';

export interface MeetingStage extends Stage {
  /** Where the screen went to. */
  readonly history: readonly string[];
}

export async function stageMeeting(bed: TestBed, id: string, language: Language): Promise<MeetingStage> {
  await speak(language);
  const element = document.createElement('main');
  element.style.cssText = 'position:fixed;inset:0;height:100vh;overflow:hidden';
  document.body.append(element);
  const data = appData(bed);
  const { hook, history } = memoryLocation({ path: `/accounts/${id}/meeting`, record: true });
  const root = createRoot(element);
  root.render(
    <StrictMode>
      <Router hook={hook}>
        <DataContext value={data}>
          <Suspense fallback={null}>
            <MeetingScreen id={id} />
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
    history,
    end() {
      stopKeys();
      root.unmount();
      element.remove();
    },
  };
}
