/** The people of an account: added in a line, seen from four sides, merged; what was merged stays so over imports. */
import { writeFileSync } from 'node:fs';
import { PEOPLE_FILES } from '#test/factories/people-book.ts';
import { findBarriers } from './find-barriers.ts';
import { expect, test } from './fixtures.ts';
import { ImportPage } from './pages/import-page.ts';
import { PeoplePage } from './pages/people-page.ts';

for (const locale of ['en-GB', 'ja-JP']) {
  test.describe(locale, () => {
    test.use({ locale, book: 'sample' });

    test('by keyboard: two people in two lines, every view, one merge, and all of it taken back', async ({
      app,
      page,
    }) => {
      test.setTimeout(240_000);
      await app.openFirstAccount();
      const people = new PeoplePage(app);
      const { words } = people;
      await people.open();
      await people.add('森 花、工場長、hana@mori.example');
      await people.add('Hana Mori, Plant manager, hana@mori.example');
      await expect(people.row('Hana Mori')).toBeVisible();
      expect(await findBarriers(page), 'list').toEqual([]);
      for (const view of ['organisation', 'known', 'map'] as const) await people.view(view);
      expect(await findBarriers(page), 'map').toEqual([]);
      const chip = page.getByRole('button', { name: /^森 花/ });
      await chip.focus();
      await page.keyboard.press('ArrowUp');
      const placed = words.people.cell(words.people.sentiments[3], words.people.influences[2]);
      await expect(page.getByRole('button', { name: new RegExp(`^森 花.*${placed}`) })).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { name: '森 花' })).toBeFocused();
      await page.keyboard.press('Escape');

      await people.view('list');
      await people.command(words.people.commandMerge);
      await expect(people.dialog).toBeVisible();
      expect(await findBarriers(page), 'side by side').toEqual([]);
      await people.merge();
      await expect(people.row('Hana Mori')).toHaveCount(0);
      await expect(people.panel).toContainText(words.people.mergedFrom);
      await expect(app.saved).toBeVisible();
      await people.undo.last().click();
      await expect(people.row('Hana Mori')).toBeVisible();
      await expect(people.compare).toBeVisible();
    });
  });
}

test('a merge outlives a reload and the next import of the same files', async ({ app, page }, info) => {
  test.setTimeout(240_000);
  const files = Object.entries(PEOPLE_FILES).map(([name, text]) => {
    const path = info.outputPath(name);
    writeFileSync(path, text);
    return path;
  });
  const importing = new ImportPage(app);
  const people = new PeoplePage(app);
  const load = async () => {
    await importing.open();
    await importing.chooseFiles(files);
    await importing.acceptGuesses();
    const counts = await importing.countsOf(people.words.fields.nouns.contact.many);
    return counts.slice(0, 2);
  };
  expect(await load()).toEqual([3, 3]);
  await importing.apply();
  await importing.openAccounts();
  await app.openFirstAccount();
  await people.open();
  await people.compare.click();
  await people.dialog.getByRole('radio', { name: '田中 太郎' }).check();
  await people.merge();
  await expect(people.row('太郎 田中')).toHaveCount(0);
  await expect(app.saved).toBeVisible();
  await app.reload();
  await people.open();
  await expect(people.row('田中 太郎')).toBeVisible();
  expect(await load()).toEqual([3, 0]);
  await app.goTo('accounts');
  await app.openFirstAccount();
  await people.open();
  await expect(people.row('Mori Hana')).toBeVisible();
  await expect(people.row('太郎 田中')).toHaveCount(0);
  await expect(people.compare).toHaveCount(0);
  // The visit that only the merged entry had is the last contact of the one that stayed.
  await expect(people.row('田中 太郎')).toContainText('1 Jun 2026');
  await expect(page.getByText(people.words.people.count(2), { exact: true })).toBeVisible();
});
