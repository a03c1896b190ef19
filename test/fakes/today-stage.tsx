/** Today on a stage: a real database and store, health that a test sets, undo as the app offers it. */
import { TodayScreen } from '#renderer/app/screens/today-screen.tsx';
import { UndoCommands } from '#renderer/app/undo-commands.tsx';
import type { AppData } from '#renderer/data/data-context.ts';
import type { Language } from '#renderer/ui-state/preferences.ts';
import { changeTodayScope } from '#renderer/ui-state/today-view.ts';
import { toAccountRow } from '#shared/domain/summary/account-row.ts';
import type { Account } from '#shared/model/account.ts';
import { appData, speak } from './app-data.ts';
import { mountScreen, type Stage } from './mount-screen.tsx';
import { type StillFigure, stillHealth } from './still-health.ts';
import type { TestBed } from './test-store.ts';

interface TodayStageOptions {
  readonly language?: Language;
  readonly accounts: readonly Account[];
  readonly figures?: ReadonlyMap<string, StillFigure>;
}

export async function stageToday(bed: TestBed, options: TodayStageOptions): Promise<Stage> {
  const { language = 'en', accounts, figures = new Map() } = options;
  await speak(language);
  changeTodayScope('team');
  await bed.db.accounts.bulkPut([...accounts]);
  const rows = accounts.map((each) => toAccountRow(each, undefined, '2026-01-01'));
  const plain = appData(bed);
  const book = { ...plain.book.get(), rows, total: rows.length };
  const data: AppData = {
    ...plain,
    health: stillHealth(figures),
    book: { ...plain.book, get: () => book },
  };
  const screen = (
    <>
      <TodayScreen />
      <UndoCommands data={data} />
    </>
  );
  return mountScreen({ data, path: '/', screen });
}
