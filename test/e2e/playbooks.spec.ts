/** Playbooks: started from Today by keyboard, taken back as a whole, edited, and started for a segment. */
import { findBarriers } from './find-barriers.ts';
import { expect, test } from './fixtures.ts';
import { PlaybooksPage } from './pages/playbooks-page.ts';
import { PortfolioPage } from './pages/portfolio-page.ts';
import { TasksPage } from './pages/tasks-page.ts';
import { TodayPage } from './pages/today-page.ts';

test.use({ book: 'sample' });

const CHAMPION_LEFT = '琴ヶ浦倉庫株式会社';
const SPONSOR_STEP = { en: 'Write to the parent company', ja: '親会社に連絡する' } as const;

const SEGMENT = { en: 'Renewing, not well', ja: '更新が近い注意先' } as const;

for (const locale of ['en-GB', 'ja-JP'] as const) {
  test.describe(locale, () => {
    test.use({ locale });

    test('what Today proposes is started by keyboard, its tasks have days and people, and one undo takes all back', async ({
      app,
      page,
    }) => {
      const today = new TodayPage(app);
      const plays = new PlaybooksPage(app);
      const tasks = new TasksPage(app);
      const { playbooks, delivered } = plays.words;
      const { name, steps } = delivered['champion-change'];
      const count = Object.keys(steps).length;
      await today.open();
      // On a working day the first task is due at once and stands there too, in a line of its own.
      const line = today.line(CHAMPION_LEFT).and(page.locator('[data-line^="account "]'));
      await expect(line).toContainText(playbooks.playNamed(name));
      await line.focus();
      await page.keyboard.press('p');
      await expect(plays.choice(name)).toBeChecked();
      await expect(plays.choice(name)).toBeFocused();
      await expect(plays.planned).toHaveCount(count);
      await expect(plays.planned.first()).toContainText(steps.farewell);
      await page.keyboard.press('Enter');
      await expect(plays.dialog).toBeHidden();
      await expect(plays.toast).toContainText(playbooks.saidStarted(name, CHAMPION_LEFT, count));
      await expect(line).toContainText(playbooks.run(name, 0, count));
      await line.getByRole('link', { name: CHAMPION_LEFT }).click();
      await expect(plays.running).toContainText(playbooks.run(name, 0, count));
      await tasks.open();
      await tasks.show('all');
      for (const title of Object.values(steps)) {
        await expect(tasks.row(title)).toBeVisible();
        await expect(tasks.row(title).locator('[data-act=move]')).not.toHaveText(tasks.words.tasks.noDate);
      }
      await expect(
        tasks.row(steps.meet).getByRole('link', { name: tasks.words.tasks.fromPlaybook(name) }),
      ).toBeVisible();
      await expect(app.saved).toBeVisible();
      await page.keyboard.press('Control+z');
      await expect(page.getByText(tasks.words.tasks.emptyTitle)).toBeVisible();
      await today.open();
      await expect(line).toContainText(playbooks.playNamed(name));
    });

    test('a task is left out and another moved before they are made; started again, only the missing one is offered', async ({
      app,
      page,
    }) => {
      const plays = new PlaybooksPage(app);
      const { playbooks, delivered } = plays.words;
      const { name, steps } = delivered.escalation;
      const count = Object.keys(steps).length;
      const account = await app.openFirstAccount();
      await page.keyboard.press('p');
      await plays.choice(name).check();
      await expect(plays.planned).toHaveCount(count);
      await plays.dialog.getByRole('checkbox', { name: playbooks.take(steps.lesson) }).uncheck();
      const year = plays.planned
        .filter({ hasText: steps.fix })
        .getByRole('spinbutton')
        .filter({ hasText: /^20\d\d$/ });
      const next = Number(await year.textContent()) + 1;
      await year.focus();
      await page.keyboard.press('ArrowUp');
      await plays.dialog.getByRole('button', { name: playbooks.start(count - 1) }).click();
      await expect(plays.toast).toContainText(playbooks.saidStarted(name, account, count - 1));
      await expect(plays.running).toContainText(playbooks.run(name, 0, count - 1));
      await page.keyboard.press('p');
      await plays.choice(name).check();
      await expect(plays.dialog).toContainText(playbooks.running(name, 0, count - 1));
      await expect(plays.planned).toHaveCount(1);
      await plays.dialog.getByRole('button', { name: playbooks.addMissing(1) }).click();
      await expect(plays.running).toContainText(playbooks.run(name, 0, count));
      await page.keyboard.press('Control+z');
      await expect(plays.running).toContainText(playbooks.run(name, 0, count - 1));
      const tasks = new TasksPage(app);
      await tasks.open();
      await tasks.show('all');
      await expect(tasks.row(steps.fix)).toContainText(String(next));
      await expect(tasks.row(steps.team)).not.toContainText(String(next));
    });

    test('a copy gets a step of its own, is switched off, deleted and taken back', async ({ app, page }) => {
      const plays = new PlaybooksPage(app);
      const { playbooks, delivered } = plays.words;
      const copy = playbooks.copyName(delivered.escalation.name);
      await plays.open();
      const editor = await plays.choose(delivered.escalation.name);
      await editor.getByRole('button', { name: playbooks.copy, exact: true }).click();
      const own = page.getByRole('region', { name: copy, exact: true });
      const words = SPONSOR_STEP[app.language];
      await own.getByRole('textbox', { name: playbooks.addStep }).fill(words);
      await page.keyboard.press('Enter');
      await expect(own.getByRole('button', { name: playbooks.moveUp(words) })).toBeVisible();
      await own.getByRole('button', { name: playbooks.moveUp(words) }).click();
      await own.getByRole('switch', { name: playbooks.offered }).click();
      await expect(plays.list.getByRole('button', { name: copy })).toContainText(playbooks.off);
      await own.getByRole('button', { name: playbooks.remove, exact: true }).click();
      await expect(plays.list.getByRole('button', { name: copy })).toBeHidden();
      await plays.toast.getByRole('button', { name: plays.words.ui.undo }).last().click();
      await plays.choose(copy);
      await expect(own).toContainText(words);
    });

    test('for a segment it says first how many accounts and tasks, then makes them as one', async ({
      app,
      page,
    }) => {
      const plays = new PlaybooksPage(app);
      const portfolio = new PortfolioPage(app);
      const { playbooks, delivered } = plays.words;
      const { name, steps } = delivered['renewal-90'];
      const segment = SEGMENT[app.language];
      await portfolio.open();
      await portfolio.limit(portfolio.words.portfolio.health, 'to', 69);
      await portfolio.limit(portfolio.words.portfolio.days, 'from', 0);
      await portfolio.limit(portfolio.words.portfolio.days, 'to', 120);
      await expect.poll(() => portfolio.rows.count()).toBeLessThan(20);
      const count = await portfolio.rows.count();
      await portfolio.saveAs(segment);
      await plays.open();
      const editor = await plays.choose(name);
      await editor.getByRole('button', { name: playbooks.startForSegment }).click();
      const made = count * Object.keys(steps).length;
      await expect(plays.dialog).toContainText(playbooks.segmentCount(count, made), { timeout: 30_000 });
      await plays.dialog.getByRole('button', { name: playbooks.startMany(count) }).click();
      await expect(plays.toast).toContainText(playbooks.saidStartedMany(name, count, made));
      await editor.getByRole('button', { name: playbooks.startForSegment }).click();
      await expect(plays.dialog).toContainText(playbooks.segmentEmpty, { timeout: 30_000 });
      await expect(plays.dialog).toContainText(playbooks.segmentRunning(count));
      await page.keyboard.press('Escape');
      await plays.toast.getByRole('button', { name: plays.words.ui.undo }).last().click();
      await editor.getByRole('button', { name: playbooks.startForSegment }).click();
      await expect(plays.dialog).toContainText(playbooks.segmentCount(count, made), { timeout: 30_000 });
    });

    test('axe finds nothing on the playbooks and in the dialog, in both schemes', async ({ app, page }) => {
      test.setTimeout(240_000);
      const plays = new PlaybooksPage(app);
      const clean = async (what: string) => {
        const found = await findBarriers(page, { otherScheme: what.startsWith('dark') });
        expect.soft(found, what).toEqual([]);
      };
      const today = new TodayPage(app);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await plays.open();
        await plays.choose(plays.words.delivered['renewal-60'].name);
        await clean(`${colorScheme}: playbooks`);
        await today.open();
        await today.line(CHAMPION_LEFT).focus();
        await page.keyboard.press('p');
        await expect(plays.planned.first()).toBeVisible();
        await clean(`${colorScheme}: dialog`);
        await page.keyboard.press('Escape');
        await expect(plays.dialog).toBeHidden();
      }
    });
  });
}
