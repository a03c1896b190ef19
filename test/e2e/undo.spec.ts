/** Undo and redo over fields and tasks: by keys, by the palette and by toast, each saying what it was about. */
import { expect, test } from './fixtures.ts';
import { AccountPage } from './pages/account-page.ts';
import { TasksPage } from './pages/tasks-page.ts';

test.use({ book: 'sample' });

for (const locale of ['en-GB', 'ja-JP'] as const) {
  test.describe(locale, () => {
    test.use({ locale });

    test('goes back and forth over a field and a task, naming each', async ({ app, page }) => {
      const name = await app.openFirstAccount();
      const account = new AccountPage(app);
      const tasks = new TasksPage(app);
      const { operations } = tasks.words;
      const named = (intent: string, record: string) =>
        operations.one(operations.names[intent] ?? '', record);
      const label = account.words.fields.labels.account.owner;
      const before = (await account.value(label).textContent()) ?? '';
      await account.edit(label, 'Robin Vale');
      await tasks.add('Book the room');
      await expect(tasks.strip).toContainText(tasks.words.tasks.stripOpen(1));

      await page.keyboard.press('Control+z');
      await expect(tasks.toast).toContainText(operations.undone(named('task.add', 'Book the room')));
      await expect(tasks.strip).toContainText(tasks.words.tasks.stripNone);
      await page.keyboard.press('Control+z');
      await expect(tasks.toast).toContainText(operations.undone(named('account.edit', name)));
      await expect(account.value(label)).toHaveText(before);

      await tasks.toast.getByRole('button', { name: operations.redo }).click();
      await expect(account.value(label)).toHaveText('Robin Vale');
      await page.keyboard.press('Control+Shift+z');
      await expect(tasks.toast).toContainText(operations.redone(named('task.add', 'Book the room')));
      await expect(tasks.strip).toContainText(tasks.words.tasks.stripOpen(1));
      await page.keyboard.press('Control+y');
      await expect(tasks.toast).toContainText(operations.nothingToRedo);
    });

    test('is found in the palette under the name of what it takes back', async ({ app, page }) => {
      const tasks = new TasksPage(app);
      const { operations } = tasks.words;
      await tasks.open();
      await tasks.add('Book the room');
      await expect(tasks.row('Book the room')).toBeVisible();
      const what = operations.undoNamed(operations.names['task.add'] ?? '');
      await page.keyboard.press('Control+k');
      await page.keyboard.type(what);
      await page.getByRole('option', { name: what }).click();
      await expect(tasks.row('Book the room')).toBeHidden();
    });

    test('leaves a text field its own undo', async ({ app, page }) => {
      const tasks = new TasksPage(app);
      await tasks.open();
      await tasks.add('Book the room');
      await expect(tasks.row('Book the room')).toBeVisible();
      await tasks.line.pressSequentially('abc');
      await page.keyboard.press('Control+z');
      await expect(tasks.line).not.toHaveValue('abc');
      await expect(tasks.row('Book the room')).toBeVisible();
    });
  });
}
