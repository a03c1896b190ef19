/** Saved segments at work in both languages: as a filter of the accounts table and as the scope of a scorecard, until one is deleted. */
import { findBarriers } from './find-barriers.ts';
import { expect, test } from './fixtures.ts';
import { PortfolioPage } from './pages/portfolio-page.ts';
import { ScorecardsPage } from './pages/scorecards-page.ts';

test.use({ book: 'sample' });

const NAMES = { en: 'Renewing soon', ja: '更新が近い' } as const;

for (const locale of ['en-GB', 'ja-JP'] as const) {
  test.describe(locale, () => {
    test.use({ locale });

    test('a segment filters the table and chooses the scorecard; deleted, it says so and lets go', async ({
      app,
      page,
    }) => {
      const portfolio = new PortfolioPage(app);
      const name = NAMES[app.language];
      const { accounts } = app.words;
      await portfolio.open();
      await portfolio.limit(portfolio.words.portfolio.days, 'to', 120);
      await expect.poll(() => portfolio.rows.count()).toBeLessThan(50);
      const count = await portfolio.rows.count();
      await portfolio.saveAs(name);

      const scorecards = new ScorecardsPage(app);
      const { scorecards: texts, health } = scorecards.words;
      await scorecards.open();
      await scorecards.choose(health.scorecards['saas-low-touch']);
      await page.getByText(texts.scopeOf(texts.scopeAll)).click();
      await page.getByRole('checkbox', { name, exact: true }).check();
      await expect(scorecards.preview.getByText(new RegExp(`^.*${texts.appliesTo(count)}`))).toBeVisible();
      expect(await findBarriers(page)).toEqual([]);
      await scorecards.save('only them');
      await expect(page.getByText(texts.saved(health.scorecards['saas-low-touch']))).toBeVisible();

      await app.goTo('accounts');
      await page.keyboard.press('f');
      await page.getByRole('button', { name: accounts.savedSegment, exact: true }).click();
      await page.getByRole('checkbox', { name }).check();
      await page.getByRole('dialog').getByRole('button', { name: accounts.filter, exact: true }).click();
      await expect(page.getByText(accounts.countOf(count, 60)).first()).toBeVisible();
      const chip = page.getByRole('button', { name: `${accounts.savedSegment} ${name}` });
      await expect(chip).toBeVisible();
      await app.reload();
      await expect(page.getByText(accounts.countOf(count, 60)).first()).toBeVisible({ timeout: 30_000 });

      await portfolio.open();
      await portfolio.deleteSegment(name);
      await app.goTo('accounts');
      await expect(
        page.getByRole('button', { name: `${accounts.savedSegment} ${accounts.goneSegment}` }),
      ).toBeVisible();
      await scorecards.open();
      await scorecards.choose(health.scorecards['saas-low-touch']);
      await expect(page.getByText(texts.scopeTrouble('', 'gone'))).toBeVisible();
    });
  });
}
