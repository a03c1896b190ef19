/** Forty hostile texts in names, titles, tags, notes, templates and pasted HTML: nothing runs, nothing is fetched. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { templates as templateWords } from '#renderer/i18n/en/templates.ts';
import { HOSTILE_TEXTS } from '../factories/hostile-texts.ts';
import { expect, test } from './fixtures.ts';
import { plantHostileRecords } from './hostile-records.ts';
import { AccountPage, type AccountTab } from './pages/account-page.ts';
import { AccountsPage } from './pages/accounts-page.ts';
import { ImportPage } from './pages/import-page.ts';
import { MeetingPage } from './pages/meeting-page.ts';
import { NotesPage } from './pages/notes-page.ts';

test.use({ book: 'sample' });

const ACCOUNT = 'Target Company';

/** As one line, because a field for one line takes no more. */
const LINES = HOSTILE_TEXTS.map((text) => text.replaceAll('\u0000', '').split(/\s+/).join(' '));

/** Every screen, and whether a text that people write stands there in plain sight. */
function screensOf(account: string): readonly (readonly [path: string, shown: boolean])[] {
  return [
    [`/accounts/${account}`, true],
    [`/accounts/${account}/meeting`, true],
    ['/accounts', false],
    ['/today', true],
    ['/tasks', true],
    ['/tasks/playbooks', true],
    ['/tasks/playbooks/hostile-2', true],
    ['/portfolio', false],
    ['/portfolio/correlations', false],
    ['/portfolio/churn', false],
    ['/sources', false],
    ['/settings', false],
    ['/settings/notes/templates', true],
    ['/settings/notes/kinds', false],
    ['/settings/notes/bin', true],
    ['/settings/scorecards', true],
    ['/settings/scorecards/hostile-2', false],
    ['/settings/cadence', false],
    ['/settings/contradictions', true],
  ];
}

const cell = (text: string) => `"${text.replaceAll('\u0000', '').replaceAll('"', '""')}"`;
const csv = (rows: readonly (readonly string[])[]) => rows.map((row) => row.map(cell).join(',')).join('\n');

/** Every text stands as a name, a title, a subject, a note, a department and an owner. */
function hostileBook(folder: string): string[] {
  const files = {
    'accounts.csv': [
      ['account_id', 'account_name', 'owner', 'segment', 'industry'],
      ['A-0', ACCOUNT, 'Hannah', 'SMB', 'Retail'],
      ...HOSTILE_TEXTS.map((text, i) => [`A-${i + 1}`, text, text, text, text]),
    ],
    'contacts.csv': [
      ['contact_id', 'account_id', 'contact_name', 'job_title', 'department', 'email'],
      ...HOSTILE_TEXTS.map((text, i) => [`C-${i}`, 'A-0', text, text, text, `c${i}@example.com`]),
    ],
    'support_tickets.csv': [
      ['ticket_id', 'account_id', 'submitted_at', 'priority', 'status', 'subject'],
      ...HOSTILE_TEXTS.map((text, i) => [`T-${i}`, 'A-0', `2026-10-${(i % 28) + 1}`, 'high', 'open', text]),
    ],
  };
  return Object.entries(files).map(([name, rows]) => {
    const path = join(folder, name);
    writeFileSync(path, csv(rows));
    return path;
  });
}

/** The watch of the page catches policy reports and requests; here is what would have run or stood in the page. */
async function nothingRan(page: Page, where: string): Promise<void> {
  // What loads or starts does so in a later turn.
  await page.waitForTimeout(200);
  const found = await page.evaluate(() => ({
    ran: 'ranHostile' in window,
    // A link to the web may stand there for who clicks it; nothing may load by itself, and no link may be a script.
    foreign: [
      ...[...document.querySelectorAll('[src], [action], [data], link[href], base')].map(
        (element) => element.getAttribute('src') ?? element.getAttribute('href') ?? element.outerHTML,
      ),
      ...[...document.links].map((link) => link.href),
    ].filter(
      (address) =>
        !/^(?:\/|\.\/|https?:\/\/127\.0\.0\.1[:/]|blob:|data:image\/|https:|mailto:)/i.test(address),
    ),
    loading: [...document.querySelectorAll('[src], [action], [data], link[href]')]
      .map((element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '')
      .filter((address) => address.includes('evil')),
    handlers: document.querySelectorAll('[onerror], [onload], [ontoggle], [onfocus], iframe, object, embed')
      .length,
  }));
  expect(found, where).toEqual({ ran: false, foreign: [], loading: [], handlers: 0 });
}

async function pasteHtml(page: Page, html: string): Promise<void> {
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', text);
    clipboardData.setData('text/plain', 'pasted');
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, html);
}

test.describe('in an empty book', () => {
  test.use({ book: 'empty' });

  test('an imported book full of hostile texts is only text on every screen', async ({ app, page }) => {
    test.setTimeout(300_000);
    const folder = mkdtempSync(join(tmpdir(), 'kizuna-hostile-'));
    try {
      const importing = new ImportPage(app);
      await importing.open();
      await importing.chooseFiles(hostileBook(folder));
      await importing.acceptGuesses();
      await nothingRan(page, 'preview');
      await importing.apply();
      await importing.openAccounts();
      await expect(app.accountCount(HOSTILE_TEXTS.length + 1)).toBeVisible();
      // Which of them are on screen is chance: most have a bracket.
      await expect(app.accountsTable).toContainText('<');
      await nothingRan(page, 'accounts');
      await page.keyboard.press('Control+k');
      await page.keyboard.type('script');
      await page.getByRole('option').first().waitFor();
      await nothingRan(page, 'palette');
      await page.keyboard.press('Escape');
      await app.accountsTable.focus();
      await page.keyboard.press('/');
      await page.keyboard.type(ACCOUNT);
      await page.getByRole('link', { name: ACCOUNT, exact: true }).click();
      const account = new AccountPage(app);
      await app.place(ACCOUNT).waitFor();
      const tabs: readonly AccountTab[] = ['people', 'tickets', 'facts', 'timeline'];
      for (const tab of tabs) {
        await account.show(tab);
        await nothingRan(page, tab);
      }
      const accountId = new URL(page.url()).hash.split('/').at(2)?.split('?')[0] ?? '';
      const planted = await plantHostileRecords(page, LINES, accountId);
      expect(planted).toBe(LINES.length * 19);
      for (const [path, shown] of screensOf(accountId)) {
        await page.goto(`${app.shell.origin}/#${path}`);
        await app.navigation.or(page.getByRole('main')).first().waitFor();
        const said = page.getByText('ranHostile=1').filter({ visible: true });
        if (shown) await expect(said.first(), path).toBeVisible();
        await nothingRan(page, path);
      }
      await page.goto(`${app.shell.origin}/#/accounts/${accountId}`);
      for (const tab of ['plan', 'people', 'facts'] as const) {
        await account.show(tab);
        await nothingRan(page, `planted, ${tab}`);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

test('hostile texts typed and pasted into notes, titles, tags and templates are only text', async ({
  app,
  page,
}) => {
  test.setTimeout(300_000);
  await app.openFirstAccount();
  await page.keyboard.press('Control+Shift+M');
  const meeting = new MeetingPage(app);
  await meeting.ready();
  for (const text of HOSTILE_TEXTS) await pasteHtml(page, `<p>before</p>${text}<p>after</p>`);
  for (const text of HOSTILE_TEXTS) await pasteHtml(page, `<div data-pm-slice="1 1 []">${text}</div>`);
  await nothingRan(page, 'pasted into the editor');
  await page.keyboard.press('Control+End');
  for (const text of HOSTILE_TEXTS) {
    await page.keyboard.insertText(text.replaceAll('\u0000', ''));
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
  }
  await page.keyboard.insertText('- [ ] <img src=x onerror="window.ranHostile=1"> by Friday #<b>tag</b>');
  await nothingRan(page, 'typed into the editor');
  await page.keyboard.press('Control+.');
  await expect(meeting.presented).toContainText('<img src=x onerror=');
  await nothingRan(page, 'presented');
  await page.keyboard.press('Control+Enter');
  await meeting.review.waitFor();
  const title = meeting.review.getByRole('textbox', { name: meeting.words.subjectLabel });
  await title.fill(HOSTILE_TEXTS.slice(0, 6).join(' '));
  await meeting.review.getByRole('combobox').first().fill('<img src=x onerror="window.ranHostile=1">');
  await page.keyboard.press('Enter');
  await nothingRan(page, 'review');
  await page.keyboard.press('Control+Enter');
  const account = new AccountPage(app);
  const entry = account.entry('<script>window.ranHostile=1</script>').first();
  await entry.waitFor();
  await entry.click();
  await nothingRan(page, 'timeline');
  await page.goto(`${app.shell.origin}/#/tasks`);
  await app.place(app.language === 'en' ? 'Tasks' : 'タスク').waitFor();
  await nothingRan(page, 'tasks');
});

test('hostile texts as tags, kinds of notes, names of views and new people are only text', async ({
  app,
  page,
}) => {
  test.setTimeout(240_000);
  const accounts = new AccountsPage(app);
  for (let from = 0; from < LINES.length; from += 10)
    await accounts.saveViewAs(LINES.slice(from, from + 10).join(' '));
  await nothingRan(page, 'views');
  const notes = new NotesPage(app);
  await notes.openPart('kinds');
  const kind = page.getByRole('textbox', { name: notes.words.notes.newKindName });
  for (const text of LINES) {
    await kind.fill(text);
    await kind.press('Enter');
    await expect(kind).toHaveValue('');
  }
  await nothingRan(page, 'kinds');
  await app.goTo('accounts');
  await app.openFirstAccount();
  await notes.start();
  await notes.text.fill('Hostile tags');
  for (const field of [notes.tags, notes.theirSide, notes.ourSide]) {
    for (const text of LINES) {
      await field.fill(text);
      await field.press('Enter');
    }
    await nothingRan(page, 'the form');
  }
  await notes.finish();
  await notes.entry('Hostile tags').click();
  await nothingRan(page, 'timeline');
  await app.goTo('accounts');
  await nothingRan(page, 'accounts');
});

test('hostile templates, imported as files, are only text', async ({ app, page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'kizuna-hostile-'));
  try {
    const file = join(folder, 'template.md');
    const texts = HOSTILE_TEXTS.map((text) => text.replaceAll('\u0000', ''));
    writeFileSync(
      file,
      `---\nname: ${texts[2]}\nlanguage: en\nkind: meeting\n---\n\n${texts.join('\n\n')}\n`,
    );
    await page.goto(`${app.shell.origin}/#/settings/notes/templates`);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: templateWords.import }).click();
    await (await chooser).setFiles([file]);
    await page.getByText('<img src=x onerror=').first().waitFor();
    await nothingRan(page, 'templates');
    await page.getByText('<img src=x onerror=').first().click();
    await nothingRan(page, 'template form');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
