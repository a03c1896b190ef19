/** Everything is found in one place, in both languages, as fast as one types, and opens where it stands. */
import { findBarriers } from './find-barriers.ts';
import { expect, test } from './fixtures.ts';
import { AccountPage } from './pages/account-page.ts';
import { SearchPalette } from './pages/search-palette.ts';

test.use({ book: 'sample' });

const CASES = {
  'en-GB': {
    note: 'attached the ticket',
    slip: { typed: 'shipmnt', marked: 'shipment' },
    filter: 'kind:ticket csv',
    narrowed: 'kind:email since:2020 ticket',
    survey: { typed: 'kind:survey moving buttons', said: 'Please stop moving buttons around.' },
  },
  'ja-JP': {
    note: '様子伺い',
    slip: { typed: 'shipmnt', marked: 'shipment' },
    filter: '種類:チケット ｃｓｖ',
    narrowed: '種類:電話 以降:2020 様子',
    survey: { typed: '種類:アンケート 紙の帳票', said: '紙の帳票をやめられたのが大きい。' },
  },
} as const;

for (const locale of ['en-GB', 'ja-JP'] as const) {
  test.describe(locale, () => {
    test.use({ locale });
    const words = CASES[locale];

    test('notes, tickets and people are found, narrowed down, and opened where they stand', async ({
      app,
      page,
    }) => {
      const palette = new SearchPalette(app);
      await palette.open();
      await palette.ask(words.note);
      const note = palette.lines('activity').first();
      await expect(note.getByText(words.note).first()).toBeVisible({ timeout: 30_000 });
      await expect(note.locator('mark').first()).toBeVisible();

      await palette.ask('ｸﾛｷ ゆうすけ');
      await expect(palette.lines('contact').first()).toContainText('黒木 祐介');
      await palette.lines('contact').first().click();
      await expect(page.getByRole('complementary').getByRole('heading', { name: /黒木 祐介/ })).toBeVisible();
      await palette.open();
      await palette.ask('京都');
      await expect(palette.lines('account').first()).toContainText(/東京都|京都/);

      await palette.ask(words.slip.typed);
      const nearly = page
        .getByRole('option')
        .locator('mark', { hasText: new RegExp(words.slip.marked, 'i') });
      await expect(nearly.first()).toBeVisible();

      await palette.ask(words.narrowed);
      await expect(palette.lines('activity').first()).toBeVisible();
      await expect(palette.lines('ticket')).toHaveCount(0);

      await palette.ask(words.filter);
      await expect(palette.lines('ticket').first()).toContainText(/csv/i);
      await expect(palette.lines('activity')).toHaveCount(0);
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/\/accounts\/[^?]+/);
      await expect(page.getByRole('tabpanel')).toContainText(/csv/i);

      // What was said in a survey opens on the timeline, where it stands.
      await palette.open();
      await palette.ask(words.survey.typed);
      await expect(palette.lines('survey').first()).toContainText(words.survey.said);
      await expect(palette.lines('ticket')).toHaveCount(0);
      await palette.lines('survey').first().click();
      await expect(page).toHaveURL(/\/accounts\/[^?]+/);
      await expect(page.getByRole('tabpanel')).toContainText(words.survey.said);

      await palette.open();
      await palette.ask('zzzqqqxx');
      await expect(page.getByText(palette.words.nothing('zzzqqqxx'))).toBeVisible();
      const { word, example } = palette.words.filterHelp.owner;
      await page.getByRole('button', { name: palette.words.addFilter(word, example) }).click();
      await expect(palette.field).toBeFocused();
      await expect(palette.field).toHaveValue(`zzzqqqxx ${word}`);
      expect(await findBarriers(page, { within: '[role=dialog]' })).toEqual([]);
    });
  });
}

test('Enter that ends a conversion picks nothing; the next one does', async ({ app, page }) => {
  const palette = new SearchPalette(app);
  await palette.open();
  const keyboard = await page.context().newCDPSession(page);
  await keyboard.send('Input.imeSetComposition', { text: 'ほしかげ', selectionStart: 4, selectionEnd: 4 });
  await expect(palette.first).toContainText('ホシカゲ');
  await palette.field.evaluate((field) => {
    const init = { key: 'Enter', bubbles: true, cancelable: true };
    field.dispatchEvent(new KeyboardEvent('keydown', { ...init, isComposing: true }));
    field.dispatchEvent(new KeyboardEvent('keydown', { ...init, keyCode: 229 }));
  });
  await keyboard.send('Input.insertText', { text: 'ホシカゲ' });
  await expect(palette.field).toHaveValue('ホシカゲ');
  await expect(page).not.toHaveURL(/accounts\/.+/);
  await page.keyboard.press('Enter');
  await expect(app.place('ホシカゲ医療サプライ株式会社')).toBeVisible();
});

test('what is typed right after the key is not lost, nor done by the screen below', async ({ app, page }) => {
  const palette = new SearchPalette(app);
  // Right after a reload nothing of the palette is loaded yet.
  await app.reload();
  await app.accountCount(60).waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('nHoshi?x');
  await expect(palette.field).toHaveValue('nHoshi?x');
  await page.keyboard.press('Escape');
  await expect(palette.field).toBeHidden();
  await app.reload();
  await app.accountCount(60).waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('corvane');
  await page.keyboard.press('Enter');
  await expect(app.place('Corvane Elevator Services')).toBeVisible();
});

test('a note is found as soon as it is written, and after the window was closed', async ({ app, page }) => {
  await app.openFirstAccount();
  const palette = new SearchPalette(app);
  await palette.open();
  await palette.ask('様子');
  await expect(palette.lines('activity').first()).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('Escape');
  const account = new AccountPage(app);
  await account.startNote();
  await account.noteText.pressSequentially('zanzibar クレーン点検');
  await expect(account.draftSaved).toBeVisible();
  await palette.open();
  await palette.ask('ｸﾚｰﾝ zanzi');
  await expect(palette.lines('activity').first()).toContainText('zanzibar');
  await page.keyboard.press('Escape');
  await app.reload();
  await palette.open();
  await palette.ask('zanzibar');
  await expect(palette.lines('activity').first()).toContainText('クレーン点検');
});
