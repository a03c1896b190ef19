/** Tasks from the line in which they are written to the one list: by keyboard, over a reload, in both languages. */
import { findBarriers } from './find-barriers.ts';
import { expect, test } from './fixtures.ts';
import { SearchPalette } from './pages/search-palette.ts';
import { TasksPage } from './pages/tasks-page.ts';

test.use({ book: 'sample' });

const LINES = {
  en: {
    call: 'Call the warehouse lead',
    line: 'Call the warehouse lead today',
    plan: 'Send the training plan',
  },
  ja: { call: '倉庫長に電話', line: '倉庫長に電話 今日', plan: '研修計画を送る' },
} as const;

for (const locale of ['en-GB', 'ja-JP'] as const) {
  test.describe(locale, () => {
    test.use({ locale });

    test('a task is added, moved, given away and done by keyboard, and survives a reload', async ({
      app,
      page,
    }) => {
      const tasks = new TasksPage(app);
      const { words } = tasks;
      const says = LINES[app.language];
      await page.keyboard.press('Alt+3');
      await expect(page.getByText(words.tasks.emptyTitle)).toBeVisible();
      await tasks.add(says.line);
      await tasks.add(says.plan);
      await expect(tasks.group(words.tasks.groups.today, 1)).toBeVisible();
      await page.keyboard.press('j');
      await expect(tasks.row(says.call)).toBeFocused();
      await page.keyboard.press('m');
      await expect(
        page
          .getByRole('dialog', { name: words.tasks.dueTitle })
          .getByRole('button', { name: words.tasks.due.today }),
      ).toBeFocused();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect(tasks.group(words.tasks.groups.today, 1)).toBeHidden();
      await tasks.show('all');
      await page.keyboard.press('r');
      await page
        .getByRole('combobox', { name: words.tasks.findPerson, exact: true })
        .pressSequentially('Robin Vale');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect(tasks.row(says.call)).toContainText('Robin Vale');
      await tasks.show('theirs');
      await expect(tasks.row(says.call)).toBeVisible();
      await expect(tasks.row(says.plan)).toBeHidden();
      await expect(app.saved).toBeVisible();
      await app.reload();
      await expect(tasks.row(says.call)).toBeVisible();
      await page.keyboard.press('j');
      await page.keyboard.press('x');
      await expect(tasks.row(says.call)).toBeHidden();
      await expect(tasks.toast).toContainText(words.tasks.saidDone(1, says.call));
      await page.keyboard.press('Control+z');
      await expect(tasks.row(says.call)).toBeVisible();
    });

    test('a task of an account is written and done on the account’s own page, found when done, and moved', async ({
      app,
      page,
    }) => {
      const name = await app.openFirstAccount();
      const tasks = new TasksPage(app);
      const { words } = tasks;
      const says = LINES[app.language];
      await tasks.add(says.line);
      await expect(tasks.strip).toContainText(words.tasks.stripOpen(1));
      await tasks.open();
      await expect(tasks.row(says.call).getByRole('link', { name })).toBeVisible();
      await tasks.row(says.call).getByRole('link', { name }).click();
      await app.place(name).waitFor();
      await tasks.strip.getByRole('checkbox', { name: words.tasks.markDone(says.call) }).click();
      await expect(tasks.strip).toContainText(words.tasks.stripNone);

      // The search finds it though it is done, and the list shows the very task; from there it goes to another account.
      const palette = new SearchPalette(app);
      await palette.open();
      await palette.ask(says.call);
      await palette.lines('task').first().click();
      await expect(tasks.row(says.call)).toBeFocused();
      await page.keyboard.press('a');
      const chooser = page.getByRole('dialog', { name: words.tasks.toAccountTitle(1) });
      const others = chooser.getByRole('option').filter({ hasNotText: name });
      const other = (await others.first().textContent()) ?? '';
      await page.keyboard.type(other);
      await page.keyboard.press('Enter');
      await expect(tasks.row(says.call).getByRole('link', { name: other })).toBeVisible();
      await expect(tasks.toast).toContainText(words.tasks.saidToAccount(1, other));
      await page.keyboard.press('Control+z');
      await expect(tasks.row(says.call).getByRole('link', { name })).toBeVisible();
    });

    test('who I am decides what is mine, and stands in the settings', async ({ app, page }) => {
      const tasks = new TasksPage(app);
      const { words } = tasks;
      await tasks.open();
      await page.getByRole('combobox', { name: words.tasks.meName }).fill('Robin Vale');
      await page.keyboard.press('Tab');
      await page.getByRole('button', { name: words.tasks.meSave }).click();
      await expect(page.getByText(words.tasks.me)).toBeHidden();
      await tasks.add(LINES[app.language].plan);
      await expect(tasks.row(LINES[app.language].plan)).toContainText('Robin Vale');
      await app.goTo('settings');
      await expect(page.getByText(words.tasks.meIs('Robin Vale'))).toBeVisible();
    });

    test('axe finds nothing on the list and its panels, in both schemes', async ({ app, page }) => {
      test.setTimeout(240_000);
      const tasks = new TasksPage(app);
      const clean = async (what: string) => {
        const found = await findBarriers(page, { otherScheme: what.startsWith('dark') });
        expect.soft(found, what).toEqual([]);
      };
      await tasks.open();
      await tasks.add(LINES[app.language].line);
      await tasks.add(LINES[app.language].plan);
      await expect(tasks.row(LINES[app.language].plan)).toBeVisible();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await clean(`${colorScheme}: list`);
        await page.keyboard.press('j');
        for (const key of ['m', 'r']) {
          await page.keyboard.press(key);
          await expect(page.getByRole('dialog')).toBeVisible();
          await clean(`${colorScheme}: panel of ${key}`);
          await page.keyboard.press('Escape');
          await expect(page.getByRole('dialog')).toBeHidden();
        }
        await page.keyboard.press('Control+a');
        await clean(`${colorScheme}: chosen`);
        await page.keyboard.press('Escape');
      }
    });

    test('the open tab of an account stands in its address', async ({ app, page }) => {
      await app.openFirstAccount();
      const { words } = new TasksPage(app);
      const tab = page.getByRole('tab', { name: new RegExp(`^${words.account.people}`) });
      await tab.click();
      expect(page.url()).toContain('?tab=people');
      await app.reload();
      await expect(tab).toHaveAttribute('aria-selected', 'true');
    });
  });
}
