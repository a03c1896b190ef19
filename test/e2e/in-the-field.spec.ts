/** A day in the customer's building: no network, an imported book, a meeting, the browser killed in mid-sentence. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { watchContext } from './page-watch.ts';
import { AccountPage } from './pages/account-page.ts';
import { AppPage } from './pages/app-page.ts';
import { ImportPage } from './pages/import-page.ts';
import { MeetingPage } from './pages/meeting-page.ts';

const ACCOUNT = 'Brightwater Ports';

const BOOK = {
  'accounts.csv': [
    'account_id,account_name,owner,segment',
    `A-1,${ACCOUNT},Hannah,Enterprise`,
    ...Array.from({ length: 30 }, (_, i) => `A-${i + 2},Harbour No. ${i + 2},Hannah,SMB`),
  ],
  'contacts.csv': [
    'contact_id,account_id,contact_name,job_title,email',
    'C-1,A-1,Ines Kraft,Head of Operations,ines@brightwater.example',
  ],
};

function writeBook(folder: string): string[] {
  return Object.entries(BOOK).map(([name, lines]) => {
    const path = join(folder, name);
    writeFileSync(path, `${lines.join('\n')}\n`);
    return path;
  });
}

/** Nothing but this machine can be reached, from the first request on. */
async function withoutNetwork(context: BrowserContext): Promise<void> {
  await context.route(
    (url) => url.hostname !== '127.0.0.1' && url.protocol.startsWith('http'),
    (route) => route.abort('internetdisconnected'),
  );
  await context.addInitScript(() => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
  });
}

/** The browser's own process falls, with all its pages: nobody gets a chance to tidy up. */
async function crash(context: BrowserContext): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (session === undefined) throw new Error('the browser cannot be reached');
  const gone = new Promise<void>((resolve) => context.once('close', () => resolve()));
  session.send('Browser.crash').catch(() => undefined);
  await gone;
}

test('offline, with a book of one’s own: three tasks, a new contact and half a sentence outlive the crash', async ({
  shell,
}, info) => {
  test.setTimeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'kizuna-field-'));
  const { viewport, locale, timezoneId, launchOptions } = info.project.use;
  const open = async (): Promise<{ context: BrowserContext; page: Page; wrongs: readonly string[] }> => {
    const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
      ...launchOptions,
      ...(viewport === undefined ? {} : { viewport }),
      ...(locale === undefined ? {} : { locale }),
      ...(timezoneId === undefined ? {} : { timezoneId }),
    });
    await withoutNetwork(context);
    const watch = await watchContext(context);
    watch.allow(/the page crashed|WebSocket|ERR_CONNECTION|Failed to load resource/);
    return { context, page: await context.newPage(), wrongs: watch.wrongs };
  };
  const before = await open();
  try {
    const app = new AppPage(before.page, shell, 'en');
    await app.open();
    await expect(before.page.getByRole('status').filter({ hasText: app.words.app.offline })).toBeVisible();
    const importing = new ImportPage(app);
    await importing.open();
    await importing.chooseFiles(writeBook(folder));
    await importing.acceptGuesses();
    await importing.apply();
    await importing.openAccounts();
    await app.accountCount(31).waitFor();

    const meeting = new MeetingPage(app);
    await meeting.startWith(ACCOUNT);
    const { keyboard } = before.page;
    await keyboard.press('Control+End');
    for (const task of [
      'send the price list by Friday',
      'name a sponsor by next Friday',
      'book the visit on 3/15',
    ]) {
      await keyboard.type(`→ ${task}`);
      await keyboard.press('Enter');
    }
    await meeting.now.getByRole('combobox').first().click();
    await keyboard.type('Mia Wong, mia@brightwater.example');
    await keyboard.press('Enter');
    await expect(meeting.now.getByText('Mia Wong').first()).toBeVisible();
    await meeting.note.click();
    await keyboard.press('Control+End');
    // A second Enter leaves the list of tasks: the sentence is none of them.
    await keyboard.press('Enter');
    await keyboard.type('The crane software is');
    await expect(meeting.saved).toBeVisible();
    // What comes after is on its way when the end comes: some of it may be there, none of it out of order.
    await keyboard.type(' two weeks late');
    const place = new URL(before.page.url()).hash;
    await crash(before.context);
    await shell.kill();
    expect(before.wrongs).toEqual([]);
    await shell.restart();

    const after = await open();
    try {
      const again = new AppPage(after.page, shell, 'en');
      const back = new MeetingPage(again);
      await after.page.goto(shell.link);
      await back.title.first().waitFor();
      // Where one was last is noted some seconds late; the draft waits on the account in any case.
      await after.page.goto(`${shell.origin}/${place}`);
      await expect(back.title).toContainText(ACCOUNT);
      await expect(back.note).toContainText('The crane software is');
      const said = ((await back.note.textContent()) ?? '').replaceAll('\u00a0', ' ');
      const [sentence = ''] = /The crane software is.*/.exec(said) ?? [];
      expect('The crane software is two weeks late').toContain(sentence.trimEnd());
      await expect(back.now.getByText('Mia Wong').first()).toBeVisible();
      await after.page.keyboard.press('Control+Enter');
      for (const title of ['send the price list', 'name a sponsor', 'book the visit'])
        await expect(back.review.getByText(title).first()).toBeVisible();
      await after.page.keyboard.press('Control+Enter');
      await expect(after.page.getByText(back.words.logged(3, 1))).toBeVisible();
      const account = new AccountPage(again);
      await account.show('people');
      await expect(account.panel.getByText('Mia Wong').first()).toBeVisible();
      expect(after.wrongs).toEqual([]);
    } finally {
      await after.context.close();
    }
  } finally {
    await before.context.close().catch(() => undefined);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
});
