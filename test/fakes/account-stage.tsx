/** The account page on a stage: a real database and store, a fake main, the language asked for. */
import { AccountScreen } from '#renderer/app/screens/account-screen.tsx';
import { UndoCommands } from '#renderer/app/undo-commands.tsx';
import type { Language } from '#renderer/ui-state/preferences.ts';
import { appData, speak } from './app-data.ts';
import { mountScreen, type Stage } from './mount-screen.tsx';
import type { TestBed } from './test-store.ts';

/** The page of the account, with undo as the app offers it. */
export async function stageAccount(bed: TestBed, id: string, language: Language): Promise<Stage> {
  await speak(language);
  const data = appData(bed);
  const screen = (
    <>
      <AccountScreen id={id} />
      <UndoCommands data={data} />
    </>
  );
  return mountScreen({ data, path: `/accounts/${id}`, screen });
}
