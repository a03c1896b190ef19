/** A check-in from the first key to the timeline, what becomes of a note later, and what notes are made from. */
import type { Page } from '@playwright/test';
import { findBarriers } from './find-barriers.ts';
import { expect, test } from './fixtures.ts';
import { NotesPage } from './pages/notes-page.ts';

test.use({ book: 'sample' });

/** The Enter with which an input method takes a conversion: the page sees it, and must leave it alone. */
async function acceptConversion(page: Page): Promise<void> {
  await page.evaluate(() => {
    const accept = { key: 'Enter', isComposing: true, bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', accept));
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { ...accept, ctrlKey: true }));
  });
}

const CHECK_IN = {
  en: {
    tasks: [
      'Send the training plan by next Fri',
      '@Mia name a sponsor by 3/15',
      'Book the hall by end of month',
    ],
    contact: 'Mia Wong, champion, mia@example.com',
    name: 'Mia Wong',
    first: 'Send the training plan',
    team: 'Ken Sato',
  },
  ja: {
    tasks: ['研修計画を送る 来週金曜まで', '@森 スポンサーを決める 3/15まで', '会場を予約する 月末まで'],
    contact: '森 由美、現場責任者、mori@example.jp',
    name: '森 由美',
    first: '研修計画を送る',
    team: '佐藤 健',
  },
} as const;

/** What the issue promises, on any machine that a person would use. */
const MINUTE_MS = 60_000;

for (const locale of ['en-GB', 'ja-JP']) {
  test.describe(locale, () => {
    test.use({ locale });

    test('a check-in by keyboard alone, in less than a minute, and all of it taken back', async ({
      app,
      page,
    }) => {
      test.setTimeout(240_000);
      await app.openFirstAccount();
      const notes = new NotesPage(app);
      const { words } = notes;
      const said = CHECK_IN[app.language];
      const began = Date.now();
      await notes.start();
      await notes.typeTasks(said.tasks);
      await notes.judgeByKeyboard(4);
      await notes.tabTo(notes.theirSide);
      await page.keyboard.insertText(said.contact);
      await acceptConversion(page);
      await expect(notes.theirSide).toHaveValue(said.contact);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      await page.keyboard.insertText(said.team);
      await page.keyboard.press('Enter');
      await expect(notes.tasks(3)).toContainText(said.name);
      await notes.finish();
      const kind = words.fields.choices.kind.note;
      await expect(notes.said(words.notes.finished(kind, 3, 1))).toBeVisible();
      expect(Date.now() - began).toBeLessThan(MINUTE_MS);
      await expect(notes.entry(said.first)).toBeVisible();
      await expect(app.saved).toBeVisible();
      await notes.undo();
      await expect(notes.entry(said.first)).toHaveCount(0);
      await page.keyboard.press('Control+Shift+z');
      await expect(notes.entry(said.first)).toBeVisible();
    });

    test('a note begun from anywhere, moved to the account that it is about', async ({ app, page }) => {
      const links = app.accountsTable.getByRole('link');
      const wrong = (await links.first().textContent()) ?? '';
      const right = (await links.nth(1).textContent()) ?? '';
      const notes = new NotesPage(app);
      await notes.startWith(wrong);
      await page.keyboard.type('Palletiser 7');
      await expect(page.getByRole('status').filter({ hasText: notes.words.notes.draftSaved })).toBeVisible();
      await notes.moveTo(right);
      await expect(notes.text).toContainText('Palletiser 7');
      await notes.finish();
      await expect(notes.entry('Palletiser 7')).toBeVisible();
      await page.goBack();
      await app.place(wrong).waitFor();
      await expect(notes.entry('.').or(page.getByText('Palletiser 7')).first()).toBeVisible();
      await expect(page.getByText('Palletiser 7')).toHaveCount(0);
    });

    test('whoever types before the editor is there loses no key', async ({ app, page }) => {
      await app.openFirstAccount();
      const notes = new NotesPage(app);
      await page.keyboard.type('nTrucks 12\ndock 3', { delay: 0 });
      await expect(notes.text).toContainText('Trucks 1');
      await expect(notes.text).toContainText('dock 3');
      await notes.finish();
      await page.keyboard.press('Control+Shift+M');
      await page.keyboard.type('talked about dock 4', { delay: 0 });
      await expect(notes.text).toContainText('talked about dock 4');
    });

    test('a note is edited, compared, brought back, deleted, and put back from the bin', async ({
      app,
      page,
    }) => {
      test.setTimeout(240_000);
      await app.openFirstAccount();
      const notes = new NotesPage(app);
      const { words } = notes;
      await notes.start();
      await page.keyboard.type('Forklift 1');
      expect(await findBarriers(page), 'form').toEqual([]);
      await acceptConversion(page);
      await expect(notes.text).toBeVisible();
      await notes.finish();
      await notes.entry('Forklift 1').click();
      await notes.button(words.notes.edit).click();
      await notes.text.waitFor();
      await page.keyboard.press('Control+End');
      await page.keyboard.type('2');
      await notes.finish();
      await expect(notes.entry('Forklift 12')).toBeVisible();
      await notes.button(words.notes.versions).click();
      await expect(page.getByRole('region', { name: words.notes.compared })).toContainText('Forklift');
      expect(await findBarriers(page), 'versions').toEqual([]);
      await notes.button(words.notes.bringBack).click();
      await expect(notes.entry('Forklift 1$|Forklift 1[^2]')).toBeVisible();
      await notes.button(words.notes.remove).click();
      await expect(notes.said(words.notes.removed)).toBeVisible();
      await notes.openPart('bin');
      expect(await findBarriers(page), 'bin').toEqual([]);
      await page.getByRole('button', { name: `${words.notes.putBack}: Forklift 1` }).click();
      await expect(page.getByText(words.notes.binNone)).toBeVisible();
    });

    test('a template is changed, used with its variables, and reset; a kind is added', async ({
      app,
      page,
    }) => {
      test.setTimeout(240_000);
      const name = await app.openFirstAccount();
      const notes = new NotesPage(app);
      const { words } = notes;
      await notes.openPart('templates');
      expect(await findBarriers(page), 'templates').toEqual([]);
      const text = page.getByRole('textbox', { name: words.templates.body, exact: true });
      const hostile = '{{account.name}} {{constructor}} <img src=x onerror=alert(1)>';
      await text.fill(hostile);
      await expect(page.getByText(words.templates.unknown('{{constructor}}'))).toBeVisible();
      await notes.button(words.templates.save).click();
      await expect(notes.button(words.templates.reset)).toBeVisible();
      await notes.openPart('kinds');
      expect(await findBarriers(page), 'kinds').toEqual([]);
      await page.getByRole('textbox', { name: words.notes.newKindName }).fill('ランチ');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('checkbox', { name: `${words.notes.kindTouch}: ランチ` })).toBeVisible();
      await app.goTo('accounts');
      await app.openFirstAccount();
      await notes.start();
      await page.getByRole('button', { name: words.notes.template, exact: true }).click();
      await page.getByRole('menuitem').first().click();
      await expect(notes.text).toContainText(`${name} {{constructor}} <img src=x onerror=alert(1)>`);
      await page.getByRole('button', { name: words.notes.kind }).click();
      await page.getByRole('option', { name: 'ランチ' }).click();
      await notes.text.click();
      await notes.finish();
      await expect(notes.said(words.notes.finished('ランチ', 0, 0))).toBeVisible();
      await notes.openPart('templates');
      await notes.button(words.templates.reset).click();
      await expect(text).not.toHaveValue(hostile);
    });
  });
}
