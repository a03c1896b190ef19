/** The one window: sandboxed, isolated, without Node, shown when it has something to show. */
import { BrowserWindow, screen } from 'electron';
import { ORIGIN } from './origin.ts';
import { MIN_HEIGHT, MIN_WIDTH, readWindowState, usableState, writeWindowState } from './window-state.ts';

export interface WindowOptions {
  readonly preload: string;
  /** File for place and size. */
  readonly statePath: string;
  readonly language: 'en' | 'ja';
}

export function openWindow({ preload, statePath, language }: WindowOptions): BrowserWindow {
  const areas = screen.getAllDisplays().map((display) => display.workArea);
  const state = usableState(readWindowState(statePath), areas);
  const window = new BrowserWindow({
    width: 1360,
    height: 860,
    ...state?.bounds,
    minWidth: MIN_WIDTH,
    minHeight: MIN_HEIGHT,
    show: false,
    title: 'Kizuna',
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      spellcheck: language === 'en',
    },
  });
  if (state?.maximised === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    writeWindowState(statePath, { bounds: window.getNormalBounds(), maximised: window.isMaximized() });
  });
  void window.loadURL(`${ORIGIN}/`);
  return window;
}
