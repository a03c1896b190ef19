/** The task list on a stage: a real database and store, undo as the app offers it, the language asked for. */
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { AccountChooser } from '#renderer/app/account-chooser.tsx';
import { UndoCommands } from '#renderer/app/undo-commands.tsx';
import { type AppData, DataContext } from '#renderer/data/data-context.ts';
import { TasksPage } from '#renderer/features/tasks/tasks-page.tsx';
import { listenForKeys } from '#renderer/ui/keys.ts';
import '#renderer/ui/theme.css';
import { ToastRegion } from '#renderer/ui/toast.tsx';
import type { Language } from '#renderer/ui-state/preferences.ts';
import { changeTasksView, type TasksViewState } from '#renderer/ui-state/tasks-view.ts';
import { toAccountRow } from '#shared/domain/summary/account-row.ts';
import { appData, speak } from './account-stage.tsx';
import { account, type TestBed } from './test-store.ts';

/** A Wednesday. */
export const TASKS_NOW = new Date(2026, 10, 18, 10).getTime();

export interface TasksStage {
  readonly element: HTMLElement;
  /** Where the screen went to. */
  readonly history: readonly string[];
  end(): void;
}

interface StageParts {
  readonly path?: string;
  /** Else all open ones by date. */
  readonly view?: Partial<TasksViewState>;
}

export async function stageTasks(
  bed: TestBed,
  language: Language,
  { path = '/tasks', view = {} }: StageParts = {},
): Promise<TasksStage> {
  await speak(language);
  changeTasksView({ scope: 'all', grouping: 'due', showDone: false, ...view });
  const element = document.createElement('main');
  element.style.cssText = 'position:fixed;inset:0;height:100vh;overflow:hidden';
  document.body.append(element);
  const { hook, searchHook, history } = memoryLocation({ path, record: true });
  const rows = [
    account('aoba', { name: '青葉物流', owner: '佐藤 健二' }),
    account('borea', { name: 'Borea', owner: 'Kim' }),
  ].map((each) => toAccountRow(each, undefined, '2026-11-18'));
  const plain = appData(bed);
  const book = { ...plain.book.get(), rows, total: rows.length };
  const data: AppData = { ...plain, book: { ...plain.book, get: () => book } };
  const root = createRoot(element);
  const clock = { now: () => TASKS_NOW };
  root.render(
    <StrictMode>
      <Router hook={hook} searchHook={searchHook}>
        <DataContext value={data}>
          <Suspense fallback={null}>
            <TasksPage clock={clock} askAccount={(asked) => <AccountChooser book={data.book} {...asked} />} />
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
