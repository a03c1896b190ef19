/** The renderer's entry: scheme and language first, then the screen; main's answers are never waited for. */
import { createRoot } from 'react-dom/client';
import { onLanguage, startLocale, updateHints } from '#renderer/i18n/locale.ts';
import { createBridge, onLinkState } from '#renderer/platform/bridge.ts';
import { runMenuCommand } from '#renderer/ui/keys.ts';
import { readFirstAccounts } from '#renderer/ui-state/first-accounts.ts';
import { setBridgeState } from '#renderer/ui-state/link-state.ts';
import {
  applyScheme,
  type Language,
  setPreferences,
  usePreferences,
} from '#renderer/ui-state/preferences.ts';
import type { Bridge } from '#shared/ipc/contract.ts';
import { App } from './app.tsx';
import { localDay } from './local-day.ts';
import { startData } from './start-data.ts';
import { startRoute } from './start-route.ts';

const MESSAGE_LIMIT = 4000;

/** The menu bar of the desktop shell speaks the window's language and runs the window's commands. */
function followMenu(bridge: Bridge): void {
  const tell = ({ language }: { readonly language: Language }) => {
    bridge.call('app.language', { language }).catch(() => undefined);
  };
  onLanguage(tell);
  bridge
    .subscribe('app.events', {}, ({ command }) => {
      runMenuCommand(command);
    })
    // The link went for good; the frame says so.
    .catch(() => undefined);
}

/** A window that is not visible draws no frames, so they are not waited for long. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const patience = setTimeout(resolve, 100);
    requestAnimationFrame(() => {
      clearTimeout(patience);
      resolve();
    });
  });
}

async function start(root: HTMLElement): Promise<void> {
  const preferences = usePreferences.getState();
  applyScheme(preferences.scheme, document.documentElement);
  const today = localDay(Date.now());
  if (location.hash.length < 3)
    location.replace(`#${startRoute(preferences, today, readFirstAccounts().length > 0)}`);
  setPreferences({ lastDay: today });

  const bridge = createBridge();
  onLinkState(setBridgeState);
  const speaking = startLocale({ commandLine: undefined, system: navigator.languages });
  // The frame after the one in which React has drawn.
  const painted = speaking.then(nextFrame).then(nextFrame);
  const started = startData(bridge, painted);
  const info = bridge.call('app.info', {});
  info.then(
    ({ language }) => updateHints({ commandLine: language }),
    // Without an answer the system's language stands; the link state says what is wrong.
    () => undefined,
  );

  followMenu(bridge);
  await speaking;
  const log = (message: string) => {
    const told = bridge.call('app.log', { level: 'error', message: message.slice(0, MESSAGE_LIMIT) });
    told.catch(() => undefined);
  };
  createRoot(root, { onUncaughtError: (cause) => log(String(cause)) }).render(
    <App started={started} onCaught={log} />,
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
void start(root);
