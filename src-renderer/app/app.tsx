/** The app as a tree: hash routing, the frame, the routes. What talks to main comes in from outside. */
import { StrictMode } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { DataContext } from '#renderer/data/data-context.ts';
import { SettingsPortContext } from '#renderer/features/settings/settings-port-context.ts';
import { DataStateNotice } from './data-state-notice.tsx';
import { Frame } from './frame.tsx';
import type { OpenedData } from './open-data.ts';
import { Routes } from './routes.tsx';

export interface AppProps {
  readonly opened: OpenedData;
  readonly onCaught: (message: string) => void;
}

export function App({ opened, onCaught }: AppProps) {
  return (
    <StrictMode>
      <DataContext value={opened.data}>
        <SettingsPortContext value={opened.settings}>
          <Router hook={useHashLocation}>
            <Frame notices={<DataStateNotice store={opened.store} />} onCaught={onCaught}>
              <Routes />
            </Frame>
          </Router>
        </SettingsPortContext>
      </DataContext>
    </StrictMode>
  );
}
