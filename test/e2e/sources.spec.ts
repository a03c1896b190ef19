/** Difficult files through the screen: open questions, near names, rejected rows, next week's export, and the way back. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { findBarriers } from './find-barriers.ts';
import { expect, test } from './fixtures.ts';
import { ImportPage } from './pages/import-page.ts';

const CUSTOMERS = [
  'Customer ID,Customer name,Customer since,Health score,NRR',
  'A-1,Aoba Logistics,02/03/2025,7,104%',
  'A-2,Birch & Co Ltd,04/05/2025,3,98%',
  'A-3,Cedar Health Inc,06/07/2025,10,120%',
];
const MEETINGS = [
  'date,account,type,subject',
  '2026-01-05,Aoba Logistics,meeting,Kick-off',
  '2026-02-06,Cedar Helth,meeting,Review',
  'not a date,Aoba Logistics,meeting,=1+1',
];

function file(name: string, lines: readonly string[]) {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\r\n')}\r\n`) };
}

async function clean(page: Page, screen: string): Promise<void> {
  expect.soft(await findBarriers(page), screen).toEqual([]);
}

const PEOPLE = [
  'Full Name,Email,Company,Job Title',
  'Mika Sato,mika@aoba.example,株式会社青葉,Manager',
  'Jun Ito,jun@aoba.example,青葉（株）,Operator',
  'Ann Lee,ann@birch.example,Birch & Co,CEO',
  'Di Kay,di@cedar.example,,Buyer',
  'Ed Orr,ed@gmail.com,,Freelancer',
];

for (const locale of ['en-GB', 'ja-JP']) {
  test.describe(locale, () => {
    test.use({ locale, colorScheme: locale === 'ja-JP' ? 'dark' : 'light' });

    test('questions are asked, near names tied, rejected rows come back as a file, and next week is two clicks', async ({
      app,
      page,
    }) => {
      const words = app.words.sources;
      const button = (name: string) => page.getByRole('button', { name, exact: true });
      const importing = new ImportPage(app);
      await app.goTo('sources');
      await page
        .locator('input[type=file]')
        .setInputFiles([
          file('customers-01.csv', CUSTOMERS),
          file('meetings-01.csv', MEETINGS),
          file('empty.csv', []),
        ]);
      await expect(page.getByText(words.failures.empty.title)).toBeVisible();
      await expect(importing.continue).toBeEnabled();
      await clean(page, 'files');
      await importing.continue.click();

      await expect(page.getByRole('heading', { name: words.needsEye })).toBeVisible();
      await expect(button(words.countChanges)).toBeDisabled();
      await clean(page, 'columns');
      await button(words.highIsGood('10')).click();
      await button(words.nrrRetention).click();
      await page.getByRole('region', { name: words.needsEye }).getByRole('button').first().click();
      await button(words.countChanges).click();

      await expect(page.getByRole('heading', { name: words.unlinkedTitle(1, 1) })).toBeVisible();
      await clean(page, 'links');
      await page.getByRole('button', { name: /Cedar Health Inc/ }).click();
      await button(words.recount).click();

      await expect(importing.counts).toBeVisible();
      await clean(page, 'preview');
      const download = page.waitForEvent('download');
      await button(words.download).click();
      const csv = await readFile(await (await download).path(), 'utf8');
      expect(csv).toContain(`meetings-01.csv,4,date,not a date,${words.reasons['bad-date']}`);
      await button(words.importRows(5)).click();
      await button(words.openAccounts).waitFor();
      await clean(page, 'done');

      await button(words.toSources).click();
      const later = [
        ...CUSTOMERS.map((line) => line.replace('Birch & Co Ltd', 'Birch & Company')),
        'A-4,Daito Foods,08/09/2025,5,99%',
      ];
      await page
        .locator('.kz-source input[type=file]')
        .setInputFiles([file('customers-02.csv', later), file('meetings-02.csv', MEETINGS)]);
      await expect(importing.counts).toBeVisible();
      await expect(page.getByRole('cell', { name: 'Birch & Company', exact: true })).toBeVisible();
      await button(words.importRows(2)).click();
      await button(words.toSources).click();

      await button(words.more('customers')).click();
      await page.getByRole('menuitem', { name: words.remove }).click();
      await button(words.removeConfirm).click();
      await expect(page.getByRole('heading', { name: words.emptyTitle })).toBeVisible();
      await app.goTo('accounts');
      await expect(app.welcome).toBeVisible();
    });

    test('a list of contacts alone makes the accounts that it names, and leaves with them', async ({
      app,
      page,
    }) => {
      const words = app.words.sources;
      const { nouns } = app.words.fields;
      const importing = new ImportPage(app);
      await app.goTo('sources');
      await page.locator('input[type=file]').setInputFiles([file('contacts.csv', PEOPLE)]);
      await importing.continue.click();
      await page.getByRole('button', { name: words.countChanges, exact: true }).click();
      const choice = page.getByRole('checkbox', { name: words.makeAccounts(3) });
      await expect(choice).not.toBeChecked();
      await choice.press('Space');
      await expect(page.getByText(`→ ${words.newAccount}`)).toHaveCount(4);
      await clean(page, 'links');
      await page.getByRole('button', { name: words.recount, exact: true }).click();
      await expect(importing.counts).toBeVisible();
      expect(await importing.countsOf(nouns.account.many)).toEqual([3, 3, 0, 0, 0, 0]);
      expect(await importing.countsOf(nouns.contact.many)).toEqual([5, 5, 0, 0, 0, 1]);
      await importing.apply();
      await importing.openAccounts();
      await expect(app.accountCount(3)).toBeVisible();
      await expect(page.getByText('株式会社青葉').first()).toBeVisible();

      await app.goTo('sources');
      await page.getByRole('button', { name: words.history, exact: true }).click();
      await page.getByRole('button', { name: words.undoImport }).click();
      await expect(page.getByText(words.jobStates.undone, { exact: true })).toBeVisible();
      await app.goTo('accounts');
      await expect(app.welcome).toBeVisible();
    });
  });
}
