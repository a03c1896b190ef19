/** The portfolio: a drawn part becomes a segment, two measures are compared, churn is not made up; in both languages. */
import { findBarriers } from './find-barriers.ts';
import { expect, test } from './fixtures.ts';
import { PortfolioPage } from './pages/portfolio-page.ts';
import { SearchPalette } from './pages/search-palette.ts';

test.use({ book: 'sample' });

const NAMES = { en: 'Renewing, not well', ja: '更新が近い注意先' } as const;

for (const locale of ['en-GB', 'ja-JP'] as const) {
  test.describe(locale, () => {
    test.use({ locale });

    test('a part of the picture is chosen, saved as a segment, counted, and kept', async ({ app }) => {
      const portfolio = new PortfolioPage(app);
      const { words } = portfolio;
      const name = NAMES[app.language];
      await portfolio.open();
      await portfolio.draw([0.2, 0.1], [0.6, 0.7]);
      await expect(portfolio.field(words.portfolio.health, 'from')).not.toHaveValue('');
      await expect(portfolio.field(words.portfolio.days, 'to')).not.toHaveValue('');
      await app.page.getByRole('button', { name: words.portfolio.clearArea }).click();
      await expect(portfolio.field(words.portfolio.days, 'to')).toHaveValue('');
      await portfolio.limit(words.portfolio.health, 'to', 69);
      await portfolio.limit(words.portfolio.days, 'from', 0);
      await portfolio.limit(words.portfolio.days, 'to', 120);
      await expect.poll(() => portfolio.rows.count()).toBeLessThan(20);
      const count = await portfolio.rows.count();
      expect(count).toBeGreaterThan(0);
      await portfolio.saveAs(name);
      await expect(portfolio.segment(name)).toContainText(words.segments.count(count));
      await expect(portfolio.segment(name)).toHaveAttribute('aria-pressed', 'true');
      await expect(portfolio.rows).toHaveCount(count);
      await expect(app.saved).toBeVisible();
      await app.reload();
      await portfolio.segment(name).click();
      await expect(portfolio.rows).toHaveCount(count, { timeout: 30_000 });
      await portfolio.deleteSegment(name);
      await expect(portfolio.segment(name)).toHaveCount(0);
      await portfolio.undo();
      await expect(portfolio.segment(name)).toContainText(words.segments.count(count));
    });

    test('a segment is shown in the accounts table', async ({ app, page }) => {
      const portfolio = new PortfolioPage(app);
      const { words } = portfolio;
      await portfolio.open();
      await portfolio.limit(words.portfolio.health, 'to', 69);
      await expect.poll(() => portfolio.rows.count()).toBeLessThan(50);
      const count = await portfolio.rows.count();
      await page.getByRole('button', { name: words.portfolio.showInTable }).click();
      await expect(page.getByText(app.words.accounts.countOf(count, 60)).first()).toBeVisible();
    });

    test('two measures are compared, with everything that has to stand beside ρ', async ({ app, page }) => {
      const portfolio = new PortfolioPage(app);
      const { words } = portfolio;
      const { measures } = words.health;
      await portfolio.open();
      const palette = new SearchPalette(app);
      await palette.open();
      await palette.ask(words.portfolio.commands.correlations);
      await page.keyboard.press('Enter');
      await portfolio.choose(words.portfolio.first, measures['usage-trend'].name);
      await portfolio.choose(words.portfolio.second, measures['active-rate'].name);
      await expect(portfolio.finding).toContainText(/ρ −?\d\.\d\d.*n = \d+/);
      await expect(portfolio.finding).toContainText(words.portfolio.notCause);
      await page.getByRole('button', { name: words.portfolio.lagStart }).click();
      await expect(page.getByRole('region', { name: words.portfolio.lagTitle })).toContainText(
        words.portfolio.lagCaution(25),
        { timeout: 60_000 },
      );
      const rows = page.getByRole('table', { name: words.portfolio.pairTable }).getByRole('row');
      expect(await rows.count()).toBeGreaterThan(10);
    });

    test('what goes with churn is not said of three losses', async ({ app, page }) => {
      const portfolio = new PortfolioPage(app);
      await portfolio.open();
      await portfolio.show('churn');
      await expect(page.getByText(portfolio.words.portfolio.churnFew(3, 10))).toBeVisible();
      await expect(page).toHaveURL(/#\/portfolio\/churn$/);
    });

    test('axe finds nothing on any page of it, in both schemes', async ({ app, page }) => {
      test.setTimeout(240_000);
      const portfolio = new PortfolioPage(app);
      const { words } = portfolio;
      const clean = async (what: string) => {
        const found = await findBarriers(page, { otherScheme: what.startsWith('dark') });
        expect.soft(found, what).toEqual([]);
      };
      await portfolio.open();
      await portfolio.limit(words.portfolio.health, 'to', 69);
      await portfolio.saveAs(NAMES[app.language]);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await portfolio.show('picture');
        await expect(portfolio.picture).toBeVisible();
        await clean(`${colorScheme}: picture`);
        await page.getByRole('button', { name: words.portfolio.saveSegment }).click();
        await expect(portfolio.dialog).toBeVisible();
        await clean(`${colorScheme}: dialog`);
        await page.keyboard.press('Escape');
        await expect(portfolio.dialog).toHaveCount(0);
        await portfolio.show('correlations');
        await expect(portfolio.finding).toBeVisible();
        await clean(`${colorScheme}: correlations`);
        await portfolio.show('churn');
        await clean(`${colorScheme}: churn`);
      }
    });
  });
}
