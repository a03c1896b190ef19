/** The app as a tree: hash routing, the frame, the routes. What talks to main comes in from outside. */
import { StrictMode } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import type { SettingsPort } from '#renderer/features/settings/settings-port.ts';
import { SettingsPortContext } from '#renderer/features/settings/settings-port-context.ts';
import { Frame } from './frame.tsx';
import { Routes } from './routes.tsx';

export interface AppProps {
  /** Undefined until the data layer is there; the settings screen then says so. */
  readonly settings: SettingsPort | undefined;
  readonly onCaught: (message: string) => void;
}

export function App({ settings, onCaught }: AppProps) {
  return (
    <StrictMode>
      <SettingsPortContext value={settings}>
        <Router hook={useHashLocation}>
          <Frame onCaught={onCaught}>
            <Routes />
          </Frame>
        </Router>
      </SettingsPortContext>
    </StrictMode>
  );
}
