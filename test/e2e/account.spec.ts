/** One account from its head to its facts: what is edited stays, what is typed is never lost, and each value has its source. */
import { expect, test } from './fixtures.ts';
import { AccountPage, type AccountTab } from './pages/account-page.ts';
import { NotesPage } from './pages/notes-page.ts';
import { TimelinePage } from './pages/timeline-page.ts';

test.use({ book: 'sample' });

for (const locale of ['en-GB', 'ja-JP']) {
  test.describe(locale, () => {
    test.use({ locale });

    test('every part of a sample account has something to show', async ({ app }) => {
      const account = new AccountPage(app);
      await app.openFirstAccount();
      await expect(account.panel.getByRole('listitem').nth(5)).toBeVisible();
      const tabs: readonly AccountTab[] = ['people', 'money', 'usage', 'facts'];
      for (const tab of tabs) {
        await account.show(tab);
        await expect(account.panel.getByRole('table').first()).toBeVisible();
      }
      await account.show('tickets');
      await expect(
        account.panel.getByRole('table').or(account.panel.getByRole('heading')).first(),
      ).toBeVisible();
    });

    test('an edit is saved, survives a reload, and knows what the source said', async ({ app, page }) => {
      await app.openFirstAccount();
      const account = new AccountPage(app);
      const label = account.words.fields.labels.account.owner;
      const before = (await account.value(label).textContent()) ?? '';
      await account.edit(label, 'Robin Vale');
      await expect(account.value(label)).toHaveText('Robin Vale');
      await expect(app.saved).toBeVisible();
      await app.reload();
      await expect(account.value(label)).toHaveText('Robin Vale');
      await page.getByRole('button', { name: before }).first().click();
      await page.getByRole('button', { name: account.words.account.takeSource }).click();
      await expect(account.value(label)).toHaveText(before);
    });

    test('the next contact that a note agrees on stands in the head and ahead on the timeline', async ({
      app,
      page,
    }) => {
      await app.openFirstAccount();
      const account = new AccountPage(app);
      const notes = new NotesPage(app);
      const timeline = new TimelinePage(app);
      await notes.start();
      await page.keyboard.type('**Agreed**');
      const inFiveDays = await page.evaluate(() => {
        const at = new Date();
        const day = new Date(at.getFullYear(), at.getMonth(), at.getDate() + 5);
        const two = (value: number) => String(value).padStart(2, '0');
        return { year: String(day.getFullYear()), month: two(day.getMonth() + 1), day: two(day.getDate()) };
      });
      const { year, month, day } = inFiveDays;
      const field = page.getByRole('group', { name: notes.words.notes.nextOn });
      await field.getByRole('spinbutton').first().click();
      await page.keyboard.type(app.language === 'ja' ? `${year}${month}${day}` : `${day}${month}${year}`);
      await account.finishNote();
      await expect(account.nextContact).toContainText(app.language === 'ja' ? '5日後' : 'in 5 days');
      await timeline.showOnly(timeline.words.kinds.next);
      await expect(timeline.filtered).toBeVisible();
      await timeline.clear();
      await expect(page.getByRole('button', { name: /Agreed/ }).first()).not.toContainText('**');
    });

    test('a note that is being typed survives a reload and ends on the timeline', async ({ app }) => {
      await app.openFirstAccount();
      const account = new AccountPage(app);
      await account.startNote();
      await account.noteText.pressSequentially('倉庫を見学。Forklift routes next.');
      await expect(account.draftSaved).toBeVisible();
      await app.reload();
      await account.continueDraft();
      await expect(account.noteText).toHaveText('倉庫を見学。Forklift routes next.');
      await account.finishNote();
      await expect(account.entry('倉庫を見学。Forklift routes next.')).toBeVisible();
      await app.reload();
      await expect(account.entry('倉庫を見学。Forklift routes next.')).toBeVisible();
    });
  });
}
