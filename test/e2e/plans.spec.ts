/** The success plan: an objective by keyboard, a value that moves it, milestones, a meeting that shows and logs it, undo. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { MeetingPage } from './pages/meeting-page.ts';
import { PlanPage } from './pages/plan-page.ts';
import { SearchPalette } from './pages/search-palette.ts';

test.use({ book: 'sample' });

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')}\n${node.failureSummary ?? ''}`),
  );
}

for (const [locale, colorScheme, title] of [
  ['en-GB', 'light', 'Fewer parcels at the wrong address'],
  ['ja-JP', 'dark', '誤配送を減らしたい'],
] as const) {
  test.describe(`${locale}, ${colorScheme}`, () => {
    test.use({ locale, colorScheme });

    test('an objective from its first word to the meeting in which its value is said', async ({
      app,
      page,
    }) => {
      test.setTimeout(180_000);
      const account = await app.openFirstAccount();
      const plan = new PlanPage(app);
      const { plans } = plan.words;
      await plan.open();
      await expect(plan.panel.getByText(plans.noneTitle)).toBeVisible();
      expect.soft(await findings(page), 'empty').toEqual([]);

      await plan.begin();
      await plan.fill({
        [plans.objective]: title,
        [plans.why]: '<b>each one</b> costs a customer',
        [plans.baseline]: '4',
        [plans.target]: '1',
        [plans.unit]: '%',
        [plans.amount]: '¥2,400,000',
      });
      expect.soft(await findings(page), 'form').toEqual([]);
      await plan.save();
      await expect(plan.row(title)).toContainText('<b>each one</b> costs a customer');
      await expect(plan.row(title)).toContainText(plans.noValueYet);
      await expect(plan.progress(title)).toHaveCount(0);

      await plan.log(title, '2.5', 'Mori');
      await expect(plan.progress(title)).toHaveAttribute('aria-valuenow', '50');
      await expect(plan.row(title)).toContainText('Mori');
      await plan.undo();
      await expect(plan.progress(title)).toHaveCount(0);
      await plan.log(title, '２.５', 'Mori');
      await expect(plan.progress(title)).toHaveAttribute('aria-valuenow', '50');

      await plan
        .row(title)
        .getByRole('button', { name: plans.details(title), exact: true })
        .click();
      await plan.row(title).getByRole('textbox', { name: plans.newMilestone, exact: true }).fill('Go live');
      await page.keyboard.press('Enter');
      await plan.row(title).getByRole('checkbox', { name: 'Go live' }).click();
      await expect(plan.row(title).getByRole('checkbox', { name: 'Go live' })).toBeChecked();
      await expect(app.saved).toBeVisible();
      expect.soft(await findings(page), 'objective').toEqual([]);

      const meeting = new MeetingPage(app);
      await page.keyboard.press('Control+Shift+M');
      await meeting.ready();
      await expect(meeting.now).toContainText(title);
      await expect(meeting.now.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '50');
      await page.keyboard.type('Osaka is live');
      await expect(meeting.saved).toBeVisible();
      await page.keyboard.press('Control+Enter');
      const said = meeting.review.getByRole('textbox', { name: plans.newValueOf(title, '%') });
      await said.fill('0.9');
      // What was typed there waits in the draft, whatever happens to the window.
      await expect(meeting.saved).toBeVisible();
      await app.reload();
      await meeting.ready();
      await page.keyboard.press('Control+Enter');
      await expect(said).toHaveValue('0.9');
      expect.soft(await findings(page), 'review').toEqual([]);
      await page.keyboard.press('Control+Enter');
      await app.place(account).waitFor();

      await plan.open();
      await expect(plan.progress(title)).toHaveAttribute('aria-valuenow', '100');
      await plan
        .row(title)
        .getByRole('button', { name: plans.markMetOf(title), exact: true })
        .click();
      await expect(plan.row(title)).toContainText(plans.states.met);
      await plan.choose(title, plans.raise);
      await plan.fill({ [plans.target]: '0.5' });
      await plan.save();
      await expect(plan.row(title).first()).toContainText(plans.raisesNote(title));
      await plan.undo();
      await expect(plan.row(title)).toHaveCount(1);
      // The note and its value are one intention.
      await page.keyboard.press('Control+z');
      await expect(plan.row(title)).toContainText(plans.targetReached);
      await page.keyboard.press('Control+z');
      await expect(plan.progress(title)).toHaveAttribute('aria-valuenow', '50');
    });
  });
}

test('an objective is found by its words and opened where it is; deleted, it can be taken back', async ({
  app,
}) => {
  test.setTimeout(180_000);
  await app.openFirstAccount();
  const plan = new PlanPage(app);
  const { plans } = plan.words;
  await plan.begin();
  await plan.fill({ [plans.objective]: 'Fewer zeppelins', [plans.baseline]: '1', [plans.target]: '3' });
  await plan.save();
  await expect(app.saved).toBeVisible();
  await app.goTo('accounts');
  const palette = new SearchPalette(app);
  await palette.open();
  await palette.ask('zeppelins');
  await expect(palette.lines('plan')).toHaveCount(1);
  await palette.lines('plan').first().click();
  await expect(plan.row('Fewer zeppelins')).toBeFocused();
  await plan.choose('Fewer zeppelins', plans.remove);
  await expect(plan.row('Fewer zeppelins')).toHaveCount(0);
  await plan.undo();
  await expect(plan.row('Fewer zeppelins')).toBeVisible();
});
