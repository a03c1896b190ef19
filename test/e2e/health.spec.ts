/** The score of an account: it explains itself, follows what a person says within a second, and keeps both bands in sight. */
import { findBarriers } from './find-barriers.ts';
import { expect, test } from './fixtures.ts';
import { HealthPage } from './pages/health-page.ts';

test.use({ book: 'sample' });

for (const locale of ['en-GB', 'ja-JP']) {
  test.describe(locale, () => {
    test.use({ locale });

    test('a sentiment moves the score, a band of one’s own stands beside it, and both are taken back', async ({
      app,
      page,
    }) => {
      test.setTimeout(180_000);
      await app.openFirstAccount();
      const health = new HealthPage(app);
      const { texts } = health;
      await health.open();
      await expect(health.panel.getByText(texts.words.measures['active-rate'].name).first()).toBeVisible();
      await health.judge(5);
      const good = await health.score();
      await health.judge(1);
      await expect.poll(() => health.score()).toBeLessThan(good);
      const bad = await health.score();
      await expect(health.panel.getByText(texts.words.measures.sentiment.value(1)).first()).toBeVisible();
      await health.setBand('The sponsor told me on the phone <b>');
      await expect(health.panel.getByText('The sponsor told me on the phone <b>')).toBeVisible();
      expect(await health.score()).toBe(bad);
      await page.getByRole('button', { name: texts.health.clear, exact: true }).click();
      await expect(health.panel.getByText('The sponsor told me on the phone <b>')).toHaveCount(0);
      await health.undo();
      await expect(health.panel.getByText('The sponsor told me on the phone <b>')).toBeVisible();
      expect(await findBarriers(page)).toEqual([]);
    });
  });
}
