/** A book with the sample company in it: brought in once in a run, as a person would, then copied for each journey. */
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserType } from '@playwright/test';
import { AppPage } from './pages/app-page.ts';
import { TodayPage } from './pages/today-page.ts';
import { startShellProcess } from './shell-process.ts';

/** Three things that belong together: what is stored in a browser belongs to an address, and the shell remembers it. */
export interface SampleBook {
  /** Of the browser. Whoever uses it takes a copy, of the data folder too. */
  readonly profile: string;
  readonly dataDir: string;
  /** The shell has to be at this one again. */
  readonly port: string;
}

const PROFILE = 'profile';
const DATA = 'data';
const PORT = 'port';

async function make(chromium: BrowserType, folder: string): Promise<void> {
  mkdirSync(folder);
  const shell = await startShellProcess();
  try {
    const context = await chromium.launchPersistentContext(join(folder, PROFILE), { locale: 'en-GB' });
    const app = new AppPage(await context.newPage(), shell, 'en');
    await app.open();
    await app.lookAroundWithSample();
    // Once more, because Chromium keeps the compiled form of a script that it meets again.
    for (const again of [true, false]) {
      // With the scores of all accounts: they need not be made for each journey.
      await new TodayPage(app).open();
      await app.goTo('accounts');
      await app.openFirstAccount();
      await app.goTo('accounts');
      if (again) await app.reload();
    }
    // Closed like a window, then ended like a program: nothing writes while the two are kept.
    await context.close();
    await shell.stop();
    cpSync(shell.dataDir, join(folder, DATA), { recursive: true });
    writeFileSync(join(folder, PORT), new URL(shell.origin).port);
  } finally {
    await shell.remove();
  }
}

/** `place` is the worker's among those that run at once: each has a book of its own, because a port can be used by one. */
export async function sampleBook(chromium: BrowserType, place: number): Promise<SampleBook> {
  const run = process.env.KIZUNA_E2E_RUN;
  if (run === undefined) throw new Error('The folder of this run is not there: build-once.ts makes it.');
  const folder = join(run, `sample-${place}`);
  if (!existsSync(folder)) {
    const unfinished = `${folder}-unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    await make(chromium, unfinished);
    renameSync(unfinished, folder);
  }
  return {
    profile: join(folder, PROFILE),
    dataDir: join(folder, DATA),
    port: readFileSync(join(folder, PORT), 'utf8'),
  };
}
