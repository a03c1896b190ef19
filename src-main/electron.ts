/** The Electron shell: the same services for a sandboxed window on the app's own scheme. */
import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { app, type BrowserWindow, dialog, ipcMain, Menu, session, shell } from 'electron';
import { systemClock } from '#shared/base/clock.ts';
import { type Composition, compose } from './services/compose.ts';
import { defaultDataDir } from './services/data-dir.ts';
import { acquireDataLock, type DataLock } from './services/data-lock.ts';
import { createDispatch } from './services/dispatch.ts';
import { locate } from './services/locations.ts';
import { thisProcess } from './services/process-identity.ts';
import { type Flags, ownFlags, parseFlags, USAGE } from './shells/command-line.ts';
import { folderInUse } from './shells/electron/folder-in-use.ts';
import { guardAllContents, guardSession } from './shells/electron/guards.ts';
import { serveIpc } from './shells/electron/ipc.ts';
import { menuTemplate } from './shells/electron/menu.ts';
import { declareScheme, serveScheme } from './shells/electron/protocol.ts';
import { openWindow } from './shells/electron/window.ts';

type Language = 'en' | 'ja';

const locations = locate(import.meta.url);
let window: BrowserWindow | undefined;

function focusWindow(): void {
  if (window === undefined) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

function showMenu(language: Language, composition: Composition): void {
  const template = menuTemplate({
    platform: process.platform,
    language,
    packaged: app.isPackaged,
    send: (command) => {
      focusWindow();
      composition.commands.send(command);
    },
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

async function start(flags: Flags, dataDir: string): Promise<void> {
  const language: Language = flags.language ?? (app.getLocale().startsWith('ja') ? 'ja' : 'en');
  const lock = await acquireDataLock(dataDir, thisProcess(), 'electron');
  if (!lock.ok) {
    dialog.showErrorBox('Kizuna', folderInUse(language, dataDir, lock.error));
    app.exit(1);
    return;
  }
  const composition = await compose({
    ...locations,
    dataDir,
    shell: 'electron',
    language: flags.language,
    desktop: {
      openExternal: (url) =>
        shell.openExternal(url).then(
          () => true,
          () => false,
        ),
      openFolder: async (path) => (await shell.openPath(path)) === '',
    },
    onLanguage: (chosen) => showMenu(chosen, composition),
    clock: systemClock,
    newId: randomUUID,
  });
  const { log } = composition;
  process.on('uncaughtExceptionMonitor', (error) => log.write('error', `ended by: ${error.stack}`));
  const onRefused = (what: string): void => log.write('warn', `refused: ${what}`);
  const openExternal = (url: string): void => {
    shell.openExternal(url).catch(() => log.write('warn', 'a link could not be opened'));
  };

  guardSession(session.defaultSession, { onRefused });
  guardAllContents(app, { openExternal, onRefused });
  serveScheme(session.defaultSession, composition.respond, composition.headers);
  serveIpc(
    ipcMain,
    createDispatch(composition.services, (detail) => log.write('error', `bug: ${detail}`)),
    onRefused,
  );
  showMenu(language, composition);
  const open = (): void => {
    window = openWindow({ preload: locations.preload, statePath: join(dataDir, 'window.json'), language });
    window.once('closed', () => {
      window = undefined;
    });
  };
  open();
  app.on('activate', () => {
    if (window === undefined) open();
  });
  endWith(composition, lock.value);
  log.write('info', 'electron shell ready');
}

/** Leaves in order: the journal is closed and the lock given back before the process goes. */
function endWith(composition: Composition, lock: DataLock): void {
  let ended = false;
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', (event) => {
    if (ended) return;
    event.preventDefault();
    ended = true;
    void composition
      .close()
      .then(() => lock.release())
      .finally(() => app.quit());
  });
}

function main(): void {
  const flags = parseFlags(ownFlags(process.argv.slice(1)));
  if (!flags.ok) {
    process.stderr.write(`${flags.error}\n${USAGE}\n`);
    app.exit(2);
    return;
  }
  const dataDir = resolve(flags.value.dataDir ?? defaultDataDir());
  // Chromium's own files lie inside the data folder; the single-instance lock goes by this path.
  app.setPath('userData', join(dataDir, 'electron'));
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }
  app.on('second-instance', focusWindow);
  declareScheme();
  app.enableSandbox();
  app
    .whenReady()
    .then(() => start(flags.value, dataDir))
    .catch((error: unknown) => {
      dialog.showErrorBox('Kizuna', error instanceof Error ? error.message : String(error));
      app.exit(1);
    });
}

main();
