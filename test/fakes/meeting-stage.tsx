/** Meeting mode on a stage: a real database and store, keys, undo and toasts as in the app, the language asked for. */
import { MeetingScreen } from '#renderer/app/screens/meeting-screen.tsx';
import { UndoCommands } from '#renderer/app/undo-commands.tsx';
import type { Language } from '#renderer/ui-state/preferences.ts';
import { appData, speak } from './app-data.ts';
import { mountScreen, type Stage } from './mount-screen.tsx';
import type { TestBed } from './test-store.ts';

export async function stageMeeting(bed: TestBed, id: string, language: Language): Promise<Stage> {
  await speak(language);
  const data = appData(bed);
  const screen = (
    <>
      <MeetingScreen id={id} />
      <UndoCommands data={data} />
    </>
  );
  return mountScreen({ data, path: `/accounts/${id}/meeting`, screen });
}
