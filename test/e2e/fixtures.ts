/** What every end-to-end test starts from: a shell of its own, an open page, and no tolerance for silent trouble. */
import { test as base, expect } from '@playwright/test';
import { type PageWatch, watchContext } from './page-watch.ts';
import { AppPage } from './pages/app-page.ts';
import { type ShellProcess, startShellProcess } from './shell-process.ts';

interface Fixtures {
  readonly shell: ShellProcess;
  readonly watch: PageWatch;
  /** The page after it has traded its secret, on the first screen. */
  readonly app: AppPage;
}

export const test = base.extend<Fixtures>({
  shell: async ({ browserName: _browser }, use) => {
    const shell = await startShellProcess();
    await use(shell);
    await shell.remove();
  },
  watch: async ({ context }, use) => {
    const watch = await watchContext(context);
    await use(watch);
    expect(watch.wrongs, 'console errors, policy violations and calls out of this machine').toEqual([]);
  },
  app: async ({ shell, watch, page, locale }, use) => {
    void watch;
    const app = new AppPage(page, shell, locale?.startsWith('ja') ? 'ja' : 'en');
    await app.open();
    await use(app);
  },
});

export { expect };
