/** The renderer's entry: scheme and language first, then the screen; main's answers are never waited for. */
import { createRoot } from 'react-dom/client';
import { startLocale, updateHints } from '#renderer/i18n/locale.ts';
import { createBridge, onLinkState } from '#renderer/platform/bridge.ts';
import { setBridgeState } from '#renderer/ui-state/link-state.ts';
import { applyScheme, usePreferences } from '#renderer/ui-state/preferences.ts';
import { App } from './app.tsx';
import { openData } from './open-data.ts';

const MESSAGE_LIMIT = 4000;

async function start(root: HTMLElement): Promise<void> {
  const preferences = usePreferences.getState();
  applyScheme(preferences.scheme, document.documentElement);
  if (location.hash.length < 3) location.replace(`#${preferences.lastRoute}`);

  const bridge = createBridge();
  onLinkState(setBridgeState);
  const opened = openData(bridge);
  const info = bridge.call('app.info', {});
  info.then(
    ({ language }) => updateHints({ commandLine: language }),
    // Without an answer the system's language stands; the link state says what is wrong.
    () => undefined,
  );

  await startLocale({ commandLine: undefined, system: navigator.languages });
  const log = (message: string) => {
    const told = bridge.call('app.log', { level: 'error', message: message.slice(0, MESSAGE_LIMIT) });
    told.catch(() => undefined);
  };
  createRoot(root, { onUncaughtError: (cause) => log(String(cause)) }).render(
    <App opened={opened} onCaught={log} />,
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
void start(root);
