/** The accounts table on the sample company: found, grouped, edited, kept as a view, taken away as a file. */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { expect, test } from './fixtures.ts';
import { AccountsPage } from './pages/accounts-page.ts';

test.use({ book: 'sample' });

for (const locale of ['en-GB', 'ja-JP']) {
  test.describe(locale, () => {
    test.use({ locale });

    test('many accounts get a tag in one step, which one undo takes back', async ({ app, page }) => {
      const accounts = new AccountsPage(app);
      await accounts.selectFirst(3);
      await accounts.addTag(3, 'e2e-tag');
      await accounts.search('e2e-tag');
      await expect(page.getByText(app.words.accounts.countOf(3, 60))).toBeVisible();
      await expect(app.saved).toBeVisible();
      await accounts.undo();
      await expect(page.getByText(app.words.accounts.noMatchTitle)).toBeVisible();
    });

    test('a view is kept over a reload', async ({ app }) => {
      const accounts = new AccountsPage(app);
      await accounts.groupByStage();
      await expect(accounts.table).toHaveRole('treegrid');
      await accounts.saveViewAs('e2e view');
      await expect(app.saved).toBeVisible();
      await accounts.openView(app.words.accounts.viewAll);
      await expect(accounts.table).toHaveRole('grid');
      await app.reload();
      await accounts.openView('e2e view');
      await expect(accounts.table).toHaveRole('treegrid');
    });

    test('what is shown leaves as CSV that Excel opens and as an Excel file', async ({ app }) => {
      const accounts = new AccountsPage(app);
      const csv = await accounts.exportAs('csv');
      const text = readFileSync(await csv.path(), 'utf8');
      expect(text.startsWith('\ufeff')).toBe(true);
      const { data } = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true });
      expect(data).toHaveLength(61);
      const first = await accounts.rows.first().textContent();
      expect(data[1]).toContain(first);

      const xlsx = await accounts.exportAs('xlsx');
      const sheets = await readXlsxFile(readFileSync(await xlsx.path()));
      expect(JSON.stringify(sheets)).toContain(first ?? '?');
    });
  });
}
