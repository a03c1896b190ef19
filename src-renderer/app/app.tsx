/** The app as a tree: hash routing, the frame, the routes. What talks to main comes in from outside. */
import { lazy, StrictMode, Suspense } from 'react';
import { Router } from 'wouter';
import { useObserved } from '#renderer/data/use-store.ts';
import { AccountFinder } from './account-finder.tsx';
import { Frame } from './frame.tsx';
import { useHashLocation } from './hash-location.ts';
import { Routes } from './routes.tsx';
import { type StartedData, StartedDataContext } from './start-data.ts';

const DataStateNotice = lazy(() =>
  import('./data-state-notice.tsx').then((file) => ({ default: file.DataStateNotice })),
);

const BeginCommands = lazy(() =>
  import('./begin-commands.tsx').then((file) => ({ default: file.BeginCommands })),
);

const UndoCommands = lazy(() =>
  import('./undo-commands.tsx').then((file) => ({ default: file.UndoCommands })),
);

const Everywhere = lazy(() => import('./everywhere.tsx').then((file) => ({ default: file.Everywhere })));

const InterruptedImport = lazy(() =>
  import('./interrupted-import.tsx').then((file) => ({ default: file.InterruptedImport })),
);

export interface AppProps {
  readonly started: StartedData;
  readonly onCaught: (message: string) => void;
}

export function App({ started, onCaught }: AppProps) {
  const opened = useObserved(started.opened);
  const notices = opened !== undefined && (
    <Suspense fallback={null}>
      <DataStateNotice store={opened.store} />
      <InterruptedImport data={opened.data} />
    </Suspense>
  );
  return (
    <StrictMode>
      <StartedDataContext value={started}>
        <Router hook={useHashLocation}>
          {opened !== undefined && (
            <Suspense fallback={null}>
              <AccountFinder book={opened.data.book} />
              <UndoCommands data={opened.data} />
              <BeginCommands book={opened.data.book} />
              <Everywhere data={opened.data} settings={opened.settings} />
            </Suspense>
          )}
          <Frame notices={notices} onCaught={onCaught}>
            <Routes />
          </Frame>
        </Router>
      </StartedDataContext>
    </StrictMode>
  );
}
