/** Meeting mode from the first key to the logged touch, in both languages, by keyboard alone, and through a crash. */
import { contradictions } from '#renderer/i18n/en/contradictions.ts';
import { findBarriers } from './find-barriers.ts';
import { expect, test } from './fixtures.ts';
import { AccountPage } from './pages/account-page.ts';
import { MeetingPage } from './pages/meeting-page.ts';
import { NotesPage } from './pages/notes-page.ts';

test.use({ book: 'sample' });

const ACCOUNT = 'Aldertide Industrial Japan K.K.';
/** The sample has one of which the forecast says that it renews, and which is escalated. */
const ESCALATED = 'Northquill Medical Supply Inc.';

test('a meeting by keyboard alone: agenda, tasks, a new contact, review, one touch on the timeline', async ({
  app,
  page,
}) => {
  const meeting = new MeetingPage(app);
  const { keyboard } = page;
  await meeting.startWith(ACCOUNT);
  await expect(meeting.title).toContainText(ACCOUNT);
  await expect(app.navigation).toBeHidden();
  await expect(meeting.now).toContainText(meeting.words.renewal);
  await expect(meeting.now.getByText(meeting.words.lastTouches)).toBeVisible();

  await keyboard.type('WMS is live in Osaka');
  await keyboard.press('Enter');
  await keyboard.type('internal: they may leave us');
  await keyboard.press('Control+End');
  await keyboard.type('send the training plan by Friday');
  await keyboard.press('Enter');
  await keyboard.type('name a sponsor by next Friday');
  await keyboard.press('Enter');
  await keyboard.type('book the visit on 3/15');
  await keyboard.press('Control+j');
  await keyboard.type('price list 2027');
  await keyboard.press('Enter');
  await expect(meeting.note).toContainText('price list 2027');
  await expect(meeting.saved).toBeVisible();

  await keyboard.press('Control+.');
  await expect(meeting.title).toHaveText(meeting.words.presenting);
  await expect(meeting.presented).toContainText('WMS is live in Osaka');
  await expect(page.getByText('they may leave us').filter({ visible: true })).toHaveCount(0);
  await expect(meeting.now).toHaveCount(0);
  await keyboard.press('Escape');
  await expect(meeting.note).toContainText('they may leave us');

  await keyboard.press('F6');
  await keyboard.type('Mia Wong, mia@example.com');
  await keyboard.press('Enter');
  await expect(meeting.now.getByText('Mia Wong').first()).toBeVisible();
  await keyboard.press('Control+Enter');

  await expect(meeting.review).toBeVisible();
  await expect(meeting.review.getByText('send the training plan').first()).toBeVisible();
  const notes = new NotesPage(app);
  await notes.judgeByKeyboard(4);
  await expect(
    meeting.review.getByRole('radio', { name: meeting.noteWords.sentimentSteps[4], exact: true }),
  ).toBeChecked();
  await notes.tabTo(meeting.mail);
  await keyboard.press('Control+End');
  await keyboard.type(' See you in April.');
  const mail = await meeting.mail.inputValue();
  expect(mail).toContain('WMS is live in Osaka');
  expect(mail).toContain('Mia Wong');
  expect(mail).not.toContain('they may leave us');
  await keyboard.press('Control+Enter');

  const account = new AccountPage(app);
  await expect(page.getByText(meeting.words.logged(3, 1, true))).toBeVisible();
  await app.place(ACCOUNT).waitFor();
  await expect(account.entry(`Meeting with ${ACCOUNT}`)).toBeVisible();
  // The mail that was written and not sent waits.
  await page.getByRole('button', { name: account.words.account.draftWaits(1), exact: true }).click();
  await expect(notes.text).toContainText('See you in April.');
  await keyboard.press('Escape');
  await account.show('people');
  await expect(account.panel.getByText('Mia Wong').first()).toBeVisible();
});

for (const [locale, colorScheme] of [
  ['en-GB', 'light'],
  ['ja-JP', 'dark'],
] as const) {
  test.describe(`${locale}, ${colorScheme}`, () => {
    test.use({ locale, colorScheme });

    test('axe finds nothing in the note, the present view and the review', async ({ app, page }) => {
      test.setTimeout(240_000);
      const meeting = new MeetingPage(app);
      await meeting.startWith(ACCOUNT);
      expect.soft(await findBarriers(page), 'note').toEqual([]);
      await page.keyboard.type('@');
      await page.getByRole('listbox').waitFor();
      expect.soft(await findBarriers(page), 'menu').toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+.');
      await meeting.presented.waitFor();
      expect.soft(await findBarriers(page), 'present').toEqual([]);
      await page.keyboard.press('Control+Enter');
      await meeting.review.waitFor();
      expect.soft(await findBarriers(page), 'review').toEqual([]);
    });
  });
}

test.describe('ja-JP', () => {
  // What a crash meets is what a person made, not a copy.
  test.use({ locale: 'ja-JP', book: 'empty' });

  test('a sentence survives the crash of page and shell to the last acknowledged key', async ({
    app,
    page,
    context,
    shell,
    watch,
  }) => {
    watch.allow(/the page crashed|Failed to load resource|WebSocket|ERR_CONNECTION/);
    await app.lookAroundWithSample();
    const meeting = new MeetingPage(app);
    await meeting.startWith(ACCOUNT);
    // Enter that accepts the conversion makes no new item.
    await meeting.compose(['おおさか', '大阪'], '大阪');
    await page.keyboard.type('のWMSは');
    await expect(meeting.note.getByRole('listitem').first()).toHaveText('大阪のWMSは');
    await expect(meeting.saved).toBeVisible();
    const session = await context.newCDPSession(page);
    session.send('Page.crash').catch(() => undefined);
    await page.waitForEvent('crash');
    await shell.kill();
    await shell.restart();

    const again = await context.newPage();
    await again.goto(shell.link);
    await again.getByRole('textbox', { name: meeting.noteWords.body, exact: true }).waitFor();
    await expect(again.getByRole('textbox', { name: meeting.noteWords.body, exact: true })).toContainText(
      '大阪のWMSは',
    );
    await expect(again.getByRole('heading', { level: 1 })).toContainText(ACCOUNT);
  });
});

test('a meeting begun by the button of an account with contradictions knows them, and leaves nothing behind', async ({
  app,
  page,
}) => {
  const meeting = new MeetingPage(app);
  await meeting.startWith(ESCALATED);
  await page.getByRole('button', { name: meeting.words.leave }).click();
  await app.place(ESCALATED).waitFor();
  await page.getByRole('button', { name: meeting.words.title, exact: true }).click();
  await meeting.ready();
  const { title } = contradictions.rules['forecast-renew-escalated'];
  await expect(meeting.now.getByRole('button', { name: `: ${title}` }).first()).toBeVisible();
  await expect(meeting.now.locator('.kz-health-line')).toContainText(/\d+.*\d+%/);
  await page.getByRole('button', { name: meeting.words.leave }).click();
  await app.place(ESCALATED).waitFor();
  const account = new AccountPage(app);
  await expect(
    page.getByRole('button', { name: account.words.account.draftWaits(1), exact: true }),
  ).toHaveCount(0);
});
