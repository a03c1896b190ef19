/** Every screen in both languages and both schemes has no finding of axe: names, roles, contrast, order. */
import { findBarriers } from './find-barriers.ts';
import { expect, test } from './fixtures.ts';
import { ImportPage } from './pages/import-page.ts';

for (const locale of ['en-GB', 'ja-JP']) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${locale}, ${colorScheme}`, () => {
      test.use({ locale, colorScheme });

      test('axe finds nothing on any screen', async ({ app, page }) => {
        test.setTimeout(240_000);
        const clean = async (screen: string) => expect.soft(await findBarriers(page), screen).toEqual([]);
        await expect(app.welcome).toBeVisible();
        await clean('first run');
        await app.lookAroundWithSample();
        await clean('accounts');
        await app.openFirstAccount();
        await clean('account');
        await app.goTo('sources');
        await clean('sources');
        await new ImportPage(app).open();
        await clean('import');
        await app.goTo('settings');
        await expect(page.getByText(app.shell.dataDir, { exact: true })).toBeVisible();
        await clean('settings');
        await page.keyboard.press('Control+k');
        await expect(page.getByRole('dialog')).toBeVisible();
        await clean('command palette');
      });
    });
  }
}
