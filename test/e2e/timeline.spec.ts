/** An account's timeline in the built app: filtered, kept, brushed, gone through by keyboard, linked to and taken away. */
import { readFileSync } from 'node:fs';
import { findBarriers } from './find-barriers.ts';
import { expect, test } from './fixtures.ts';
import { TimelinePage } from './pages/timeline-page.ts';

test.use({ book: 'sample' });

for (const locale of ['en-GB', 'ja-JP']) {
  test.describe(locale, () => {
    test.use({ locale });

    test('a filter is said, kept over a reload, and cleared in one step', async ({ app }) => {
      await app.openFirstAccount();
      const timeline = new TimelinePage(app);
      await timeline.showOnly(timeline.words.kinds.ticket);
      await expect.poll(() => timeline.kinds()).toEqual(['ticket']);
      await expect(timeline.filtered).toBeVisible();
      await app.reload();
      await expect.poll(() => timeline.kinds()).toEqual(['ticket']);
      await timeline.clear();
      await expect.poll(async () => (await timeline.kinds()).length).toBeGreaterThan(1);
    });

    test('the keyboard opens what lies ahead, the filter and a date, and sets dates on the strip', async ({
      app,
      page,
    }) => {
      await app.openFirstAccount();
      const timeline = new TimelinePage(app);
      await expect(timeline.ahead).toBeVisible();
      await timeline.openFirst();
      await expect(page.locator('.kz-tl-row[data-depth="1"]').first()).toBeVisible();
      const dialog = await timeline.openGoToDate();
      // The day can be typed at once.
      await expect(dialog.getByRole('spinbutton').first()).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
      await page.keyboard.press('Shift+F');
      const filters = page.getByRole('dialog', { name: timeline.words.moreFiltersLong });
      await expect(filters).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(filters).toBeHidden();
      await timeline.handle('to').focus();
      await expect(timeline.handle('to')).toBeFocused();
      await page.keyboard.press('PageDown');
      await expect(timeline.filtered).toBeVisible();
      await timeline.runByPalette(timeline.words.showLanes);
      await expect(page.getByRole('button', { name: timeline.words.lanes.usage, exact: true })).toBeVisible();
      expect(await findBarriers(page)).toEqual([]);
    });

    test('what is filtered leaves as CSV and as Markdown', async ({ app }) => {
      const name = await app.openFirstAccount();
      const timeline = new TimelinePage(app);
      await timeline.showOnly(timeline.words.kinds.survey);
      await expect.poll(() => timeline.kinds()).toEqual(['survey']);
      const csv = await timeline.take(timeline.words.exportCsv);
      expect(csv.suggestedFilename()).toMatch(/\.csv$/);
      const lines = readFileSync(await csv.path(), 'utf8')
        .trim()
        .split('\r\n');
      expect(lines[0]).toContain(timeline.words.columns.kind);
      expect(lines.slice(1).every((line) => line.includes(timeline.words.kindOne.survey))).toBe(true);
      const markdown = await timeline.take(timeline.words.exportMarkdown);
      expect(readFileSync(await markdown.path(), 'utf8')).toContain(`# ${name}`);
    });
  });
}
