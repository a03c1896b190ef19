/** The task list on a stage: a real database and store, undo as the app offers it, the language asked for. */
import { AccountChooser } from '#renderer/app/account-chooser.tsx';
import { UndoCommands } from '#renderer/app/undo-commands.tsx';
import type { AppData } from '#renderer/data/data-context.ts';
import { TasksPage } from '#renderer/features/tasks/tasks-page.tsx';
import type { Language } from '#renderer/ui-state/preferences.ts';
import { changeTasksView, type TasksViewState } from '#renderer/ui-state/tasks-view.ts';
import { toAccountRow } from '#shared/domain/summary/account-row.ts';
import { appData, speak } from './app-data.ts';
import { mountScreen, type Stage } from './mount-screen.tsx';
import { account, type TestBed } from './test-store.ts';

/** A Wednesday. */
export const TASKS_NOW = new Date(2026, 10, 18, 10).getTime();

interface StageParts {
  readonly path?: string;
  /** Else all open ones by date. */
  readonly view?: Partial<TasksViewState>;
}

export async function stageTasks(
  bed: TestBed,
  language: Language,
  { path = '/tasks', view = {} }: StageParts = {},
): Promise<Stage> {
  await speak(language);
  changeTasksView({ scope: 'all', grouping: 'due', showDone: false, ...view });
  const rows = [
    account('aoba', { name: '青葉物流', owner: '佐藤 健二' }),
    account('borea', { name: 'Borea', owner: 'Kim' }),
  ].map((each) => toAccountRow(each, undefined, '2026-11-18'));
  const plain = appData(bed);
  const book = { ...plain.book.get(), rows, total: rows.length };
  const data: AppData = { ...plain, book: { ...plain.book, get: () => book } };
  const clock = { now: () => TASKS_NOW };
  const screen = (
    <>
      <TasksPage clock={clock} askAccount={(asked) => <AccountChooser book={data.book} {...asked} />} />
      <UndoCommands data={data} />
    </>
  );
  return mountScreen({ data, path, screen });
}
