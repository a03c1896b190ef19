/** Without a network everything works, and without a mouse as well. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

test.use({ book: 'sample' });

/** The loopback address is there without a network too, so only the browser's own word for it is changed. */
async function setNetwork(page: Page, online: boolean): Promise<void> {
  await page.evaluate((value) => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => value });
    dispatchEvent(new Event(value ? 'online' : 'offline'));
  }, online);
}

test('offline is said, and every screen still opens', async ({ app, page }) => {
  await setNetwork(page, false);
  await expect(page.getByRole('status').filter({ hasText: app.words.app.offline })).toBeVisible();
  await app.openFirstAccount();
  for (const section of ['sources', 'settings', 'accounts'] as const) await app.goTo(section);
  await setNetwork(page, true);
  await expect(page.getByRole('status').filter({ hasText: app.words.app.online })).toBeVisible();
});

test('the shell gone is said, and a window that lost it shows what it had', async ({ app, page, watch }) => {
  watch.allow(/ERR_CONNECTION_(?:REFUSED|RESET|CLOSED)|ERR_EMPTY_RESPONSE|WebSocket connection/);
  await app.shell.kill();
  const lost = page
    .getByRole('status')
    .filter({ hasText: new RegExp(`${app.words.app.reconnecting}|${app.words.app.disconnected}`) });
  await expect(lost).toBeVisible();
  await expect(app.accountCount(60)).toBeVisible();
});

test('the command palette goes to a screen by its name', async ({ app, page }) => {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.type(app.words.app.settings.slice(0, 4).toLowerCase());
  await page.keyboard.press('Enter');
  await expect(app.place(app.words.app.settings)).toBeVisible();
});

test('the command palette finds an account by its kana and opens it', async ({ app, page }) => {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.type('ホシカゲ');
  await expect(page.getByRole('option').first()).toContainText('ホシカゲ');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/accounts\/.+/);
  await expect(app.place('ホシカゲ医療サプライ株式会社')).toBeVisible();
});

test('sections have keys, and the map of all keys opens with a question mark', async ({ app, page }) => {
  await page.keyboard.press('Alt+3');
  await expect(app.place(app.words.app.tasks)).toBeVisible();
  await page.keyboard.press('Alt+5');
  await expect(app.place(app.words.app.sources)).toBeVisible();
  await page.keyboard.press('Shift+?');
  await expect(page.getByRole('dialog')).toContainText(app.words.app.openPalette);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('an account is found, opened and left with the keyboard alone', async ({ app, page }) => {
  await app.accountsTable.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/accounts\/.+/);
  await page.goBack();
  await expect(app.accountsTable).toBeVisible();
});

test('the first Tab leads past the navigation', async ({ app, page }) => {
  await page.keyboard.press('Tab');
  const skip = page.getByRole('button', { name: app.words.app.skipToContent });
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#kz-content')).toBeFocused();
});
