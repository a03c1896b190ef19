/** A real book of business through the screen: five files at once, guesses accepted, twice, and taken back. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fields } from '#renderer/i18n/en/fields.ts';
import { expect, test } from './fixtures.ts';
import { ImportPage } from './pages/import-page.ts';

const folder = resolve(import.meta.dirname, '../../../shared/data/ravenstack');
const FILES = ['accounts', 'subscriptions', 'feature_usage', 'support_tickets', 'churn_events'].map((name) =>
  join(folder, `ravenstack_${name}.csv`),
);

const { nouns } = fields;

test('five linked files come in with the guesses as they are, change nothing the second time, and leave whole', async ({
  app,
  page,
}) => {
  test
    .info()
    .skip(!existsSync(folder), 'The real files beside the checkout are absent: this import is left out.');
  test.setTimeout(300_000);
  const importing = new ImportPage(app);
  await importing.open();
  await importing.chooseFiles(FILES);
  await importing.acceptGuesses();
  // read, new, changed, unchanged, rejected, unlinked
  expect(await importing.countsOf(nouns.account.many)).toEqual([500, 500, 0, 0, 0, 0]);
  expect(await importing.countsOf(nouns.subscription.many)).toEqual([5000, 5000, 0, 0, 0, 0]);
  expect(await importing.countsOf(nouns.ticket.many)).toEqual([2000, 2000, 0, 0, 0, 0]);
  expect(await importing.countsOf(nouns.churnEvent.many)).toEqual([600, 600, 0, 0, 0, 0]);
  const [read = 0, added = 0, , , rejected = 0, unlinked] = await importing.countsOf(nouns.usage.many);
  expect({ read, whole: added + rejected, unlinked }).toEqual({ read: 25_000, whole: 25_000, unlinked: 0 });

  await importing.apply();
  await importing.openAccounts();
  await expect(app.accountCount(500)).toBeVisible();

  await importing.open();
  await importing.chooseFiles(FILES);
  await importing.acceptGuesses();
  await expect(page.getByText(app.words.sources.nothingToDo)).toBeVisible();
  for (const noun of ['account', 'subscription', 'ticket', 'usage', 'churnEvent'] as const) {
    const [, again, changed] = await importing.countsOf(nouns[noun].many);
    expect({ noun, again, changed }).toEqual({ noun, again: 0, changed: 0 });
  }

  await app.goTo('sources');
  await page.getByRole('button', { name: app.words.sources.history, exact: true }).click();
  await page.getByRole('button', { name: app.words.sources.undoImport }).click();
  await expect(page.getByText(app.words.sources.jobStates.undone)).toBeVisible({ timeout: 120_000 });
  await app.goTo('accounts');
  await expect(app.welcome).toBeVisible();
});
