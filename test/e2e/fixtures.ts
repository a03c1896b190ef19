/** What every end-to-end test starts from: a shell and a browser of its own, an open page, no tolerance for silent trouble. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { type PageWatch, watchContext } from './page-watch.ts';
import { AppPage, type Language } from './pages/app-page.ts';
import { type SampleBook, sampleBook } from './sample-book.ts';
import { type ShellProcess, startShellProcess } from './shell-process.ts';

interface Fixtures {
  /** What is in the book when the test begins. `sample`: for those that are not about how it got there. */
  readonly book: 'empty' | 'sample';
  readonly language: Language;
  /** The book of which this test gets a copy. */
  readonly sample: SampleBook | undefined;
  readonly shell: ShellProcess;
  readonly watch: PageWatch;
  /** The page after it has traded its secret, on the first screen. */
  readonly app: AppPage;
}

export const test = base.extend<Fixtures>({
  book: ['empty', { option: true }],
  language: async ({ locale }, use) => use(locale?.startsWith('ja') ? 'ja' : 'en'),
  sample: [
    async ({ book, playwright }, use, { parallelIndex }) =>
      use(book === 'sample' ? await sampleBook(playwright.chromium, parallelIndex) : undefined),
    { timeout: 180_000 },
  ],
  shell: async ({ sample }, use) => {
    const shell = await startShellProcess(sample);
    await use(shell);
    await shell.remove();
  },
  /** With a profile on disk, as people have it. */
  context: async ({ sample, playwright }, use) => {
    const profile = mkdtempSync(join(tmpdir(), 'kizuna-e2e-profile-'));
    if (sample !== undefined) cpSync(sample.profile, profile, { recursive: true });
    const context = await playwright.chromium.launchPersistentContext(profile);
    await use(context);
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  },
  /** The window that Chromium opens by itself. */
  page: async ({ context }, use) => use(context.pages()[0] ?? (await context.newPage())),
  watch: async ({ context }, use) => {
    const watch = await watchContext(context);
    await use(watch);
    expect(watch.wrongs, 'console errors, policy violations and calls out of this machine').toEqual([]);
  },
  app: async ({ shell, watch, page, language, book }, use) => {
    void watch;
    const app = new AppPage(page, shell, language);
    await app.open();
    if (book === 'sample') {
      await app.sampleIsThere();
      await app.saved.waitFor();
    }
    await use(app);
  },
});

export { expect };
