/** Today on a stage: a real database and store, health that a test sets, undo as the app offers it. */
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { TodayScreen } from '#renderer/app/screens/today-screen.tsx';
import { UndoCommands } from '#renderer/app/undo-commands.tsx';
import { type AppData, DataContext } from '#renderer/data/data-context.ts';
import { listenForKeys } from '#renderer/ui/keys.ts';
import '#renderer/ui/theme.css';
import { ToastRegion } from '#renderer/ui/toast.tsx';
import type { Language } from '#renderer/ui-state/preferences.ts';
import { changeTodayScope } from '#renderer/ui-state/today-view.ts';
import { toAccountRow } from '#shared/domain/summary/account-row.ts';
import type { Account } from '#shared/model/account.ts';
import { appData, speak } from './account-stage.tsx';
import { type StillFigure, stillHealth } from './still-health.ts';
import type { TestBed } from './test-store.ts';

interface TodayStageOptions {
  readonly language?: Language;
  readonly accounts: readonly Account[];
  readonly figures?: ReadonlyMap<string, StillFigure>;
}

export interface TodayStage {
  readonly element: HTMLElement;
  /** Where the screen went to. */
  readonly history: readonly string[];
  end(): void;
}

export async function stageToday(bed: TestBed, options: TodayStageOptions): Promise<TodayStage> {
  const { language = 'en', accounts, figures = new Map() } = options;
  await speak(language);
  changeTodayScope('team');
  await bed.db.accounts.bulkPut([...accounts]);
  const element = document.createElement('main');
  element.style.cssText = 'position:fixed;inset:0;height:100vh;overflow:hidden';
  document.body.append(element);
  const { hook, history } = memoryLocation({ path: '/', record: true });
  const rows = accounts.map((each) => toAccountRow(each, undefined, '2026-01-01'));
  const plain = appData(bed);
  const book = { ...plain.book.get(), rows, total: rows.length };
  const data: AppData = {
    ...plain,
    health: stillHealth(figures),
    book: { ...plain.book, get: () => book },
  };
  const root = createRoot(element);
  root.render(
    <StrictMode>
      <Router hook={hook}>
        <DataContext value={data}>
          <Suspense fallback={null}>
            <TodayScreen />
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
