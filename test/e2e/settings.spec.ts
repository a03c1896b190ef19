/** Settings: backups that can be gone back to, wiping that asks twice, and what the app says about itself. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { anyNumber } from './words.ts';

function snapshotsIn(dataDir: string): string[] {
  const folder = join(dataDir, 'snapshots');
  // While a snapshot is written its name begins with a dot or ends otherwise; only whole ones count.
  return existsSync(folder) ? readdirSync(folder) : [];
}

test('a backup made by hand is listed and can be restored after a look at the difference', async ({
  app,
  page,
}) => {
  const words = app.words.settings;
  await app.lookAroundWithSample();
  const snapshots = () => snapshotsIn(app.shell.dataDir).length;
  // The end of an import is the snapshot that follows it.
  await expect.poll(snapshots, { timeout: 60_000 }).toBeGreaterThan(0);
  await app.goTo('settings');
  await page.getByRole('button', { name: words.backupNow }).click();
  await expect(page.getByText(anyNumber(words.backedUp))).toBeVisible();
  await expect(page.getByRole('cell', { name: words.reasons.manual })).toBeVisible();
  expect(snapshots()).toBe(2);

  await app.removeSample();
  await app.goTo('settings');
  const made = page.getByRole('row').filter({ hasText: words.reasons.manual });
  await made.getByRole('button').click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog.getByRole('row').filter({ hasText: words.tables.accounts ?? '' })).toContainText('60');
  await expect(dialog.getByText(words.restoreScores)).toBeVisible();
  await dialog.getByRole('button', { name: words.restoreConfirm }).click();
  await expect(page.getByText(anyNumber(words.restored))).toBeVisible({ timeout: 60_000 });
  await app.goTo('accounts');
  await expect(app.accountCount(60)).toBeVisible();

  // No backup holds the imports: the sample company leaves with one click all the same.
  await app.removeSample();
  await app.goTo('accounts');
  await expect(app.welcome).toBeVisible({ timeout: 60_000 });
});

test('wiping asks for the word, and then nothing is left', async ({ app, page }) => {
  const words = app.words.settings;
  await app.lookAroundWithSample();
  await app.goTo('settings');
  await page.evaluate(() => localStorage.setItem('kizuna.view-of-something', 'names of customers'));
  await page.getByRole('button', { name: words.wipe }).click();
  const dialog = page.getByRole('alertdialog');
  const confirm = dialog.getByRole('button', { name: words.wipeConfirm });
  await expect(confirm).toBeDisabled();
  // Full-width letters, as a Japanese keyboard writes them.
  await dialog.getByRole('textbox').fill('ｗｉｐｅ');
  await confirm.click();
  await expect(dialog).toBeHidden({ timeout: 60_000 });
  await app.goTo('accounts');
  await expect(app.welcome).toBeVisible({ timeout: 60_000 });
  expect(snapshotsIn(app.shell.dataDir)).toEqual([]);
  expect(await page.evaluate(() => localStorage.getItem('kizuna.view-of-something'))).toBeNull();
});

test('the first month of the fiscal year changes what today is called', async ({ app, page }) => {
  const words = app.words.settings;
  await app.goTo('settings');
  const example = page.getByText(/Today is in/);
  const before = await example.textContent();
  await page.getByLabel(words.fiscalStart).first().click();
  await page.getByRole('option', { name: 'January' }).click();
  await expect(example).not.toHaveText(before ?? '');
  await app.reload();
  await expect(example).not.toHaveText(before ?? '');
});

test('version, shell, data folder, licences and keys are told', async ({ app, page }) => {
  const words = app.words.settings;
  await app.goTo('settings');
  await expect(page.getByText(app.shell.dataDir, { exact: true })).toBeVisible();
  await expect(page.getByText(words.shells.browser)).toBeVisible();
  await page.getByRole('button', { name: anyNumber(words.licencesShow) }).click();
  const licences = page.getByRole('dialog');
  await expect(licences.getByRole('row').filter({ hasText: 'dexie' })).toContainText('Apache-2.0');
  await page.keyboard.press('Escape');
  await expect(licences).toBeHidden();
  await expect(page.getByRole('region', { name: words.keyboard })).toContainText(app.words.app.openPalette);
});
