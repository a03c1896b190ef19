/** The first minute: a sample company in one click and away again in one, or straight to one's own export. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { ImportPage } from './pages/import-page.ts';

for (const locale of ['en-GB', 'ja-JP']) {
  test.describe(locale, () => {
    test.use({ locale });

    test('the sample company comes in one click, shows its money, and leaves in one click', async ({
      app,
    }) => {
      await expect(app.welcome).toBeVisible();
      await app.lookAroundWithSample();
      await expect(app.accountsTable).toBeVisible();
      // Money of both currencies that the sample company is paid in.
      await expect(app.accountsTable).toContainText(/[¥￥$€£]|万円/);

      await app.removeSample();
      await app.goTo('accounts');
      await expect(app.welcome).toBeVisible();
    });

    test('what the sample company brought is there after a reload', async ({ app }) => {
      await app.lookAroundWithSample();
      await app.reload();
      await expect(app.accountCount(60)).toBeVisible();
    });

    test('one’s own export begins at the first step of the import', async ({ app, page }) => {
      await page.getByRole('link', { name: app.words.accounts.importButton }).click();
      const importing = new ImportPage(app);
      await expect(importing.stepper).toBeVisible();
      await expect(importing.stepper.getByText(app.words.sources.steps.files)).toBeVisible();
    });
  });
}

/** How often the book was built anew, as the shell remembers it. */
function generationIn(dataDir: string): unknown {
  const { manifest } = JSON.parse(readFileSync(join(dataDir, 'manifest.json'), 'utf8'));
  return JSON.parse(manifest).generation;
}

test.describe('a book that was closed', () => {
  test.use({ book: 'sample' });

  test('is whole at the next start of browser and shell: nothing had to be restored', async ({
    app,
    page,
  }) => {
    // This screen waits until the book was compared with what the shell remembers of it.
    await app.openFirstAccount();
    await expect(page.getByText(app.words.app.restoredTitle)).toHaveCount(0);
    expect(generationIn(app.shell.dataDir)).toBe(1);
  });
});
