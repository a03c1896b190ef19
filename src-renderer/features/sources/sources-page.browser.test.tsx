import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ImportJob } from '#shared/model/stored.ts';
import { checkAccessibility } from '#test/fakes/check-accessibility.ts';
import type { FakeImporterOptions } from '#test/fakes/fake-importer.ts';
import { offeredCommands } from '#test/fakes/offered-commands.tsx';
import { type SourcesStage, stageSources } from '#test/fakes/sources-stage.tsx';
import { type TestBed, testBed } from '#test/fakes/test-store.ts';
import { VENDOR_FILES } from '#test/fakes/vendor-book.ts';

let bed: TestBed;
let stage: SourcesStage;

beforeEach(async () => {
  bed = await testBed();
  await page.viewport(1280, 800);
});

afterEach(async () => {
  stage.end();
  await bed.end();
});

async function open(options: Partial<FakeImporterOptions> = {}, language: 'en' | 'ja' = 'en'): Promise<void> {
  stage = await stageSources(bed, language, { files: VENDOR_FILES, ...options });
}

const button = (name: string | RegExp) => page.getByRole('button', { name });

/** Presses with the keyboard alone. */
async function press(name: string | RegExp): Promise<void> {
  await expect.element(button(name)).toBeEnabled();
  (button(name).element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
}

async function begin(files: Readonly<Record<string, string>> = VENDOR_FILES): Promise<void> {
  await expect.element(page.getByRole('heading', { name: 'No source yet' })).toBeVisible();
  stage.choose(files);
}

describe('importing', () => {
  test('five linked files, with the keyboard alone, from choosing to undone', async () => {
    await open();
    await begin();
    await press('Continue');
    await expect.element(page.getByText('Every column has a place.')).toBeVisible();
    await press('Count the changes');
    await expect.element(page.getByRole('table', { name: 'What the import does' })).toBeVisible();
    await press('Import 13 rows');
    await expect.element(page.getByRole('heading', { name: '13 rows imported' })).toBeVisible();
    expect(stage.importer.applied[0]?.tables.map((table) => table.noun).sort()).toEqual([
      'account',
      'churnEvent',
      'subscription',
      'ticket',
      'usage',
    ]);
    await press('Undo this import');
    await expect.element(page.getByRole('heading', { name: 'The import was taken back' })).toBeVisible();
  });

  test('in Japanese every step speaks Japanese', async () => {
    await open({}, 'ja');
    await expect.element(page.getByRole('heading', { name: 'データ元はまだありません' })).toBeVisible();
    stage.choose(VENDOR_FILES);
    await press('次へ');
    await expect.element(page.getByRole('heading', { name: '列の意味' })).toBeVisible();
    await press('変更内容を確認');
    await expect.element(button('13行を取り込む')).toBeVisible();
    // File and column names are the file's own; everything else that is Latin would be a forgotten word.
    const words = stage.element.querySelector('.kz-import-foot')?.textContent ?? '';
    expect(words).not.toMatch(/[a-z]{3,}/i);
  });

  test('what cannot be read says what happened and what to do, and the others go on', async () => {
    await open({ files: { ...VENDOR_FILES, 'vendor_accounts.csv': { type: 'encrypted' } } });
    await begin();
    await expect.element(page.getByText('The file is protected by a password')).toBeVisible();
    await expect.element(button('Continue')).toBeEnabled();
  });

  test('two columns on one field are refused with a choice', async () => {
    await open();
    await begin({ 'vendor_accounts.csv': VENDOR_FILES['vendor_accounts.csv'] ?? '' });
    await press('Continue');
    await press(/Goes to: industry/);
    await page.getByRole('option', { name: 'Country' }).click();
    await expect.element(button('Count the changes')).toBeDisabled();
    await press('Keep “country”');
    await expect.element(button('Count the changes')).toBeEnabled();
  });

  test('open questions come first and are answered in place', async () => {
    const files = {
      'accounts.csv':
        'account name,health score,customer since\nAoba,7,03/04/2026\nBirch,1,01/02/2026\nCedar,10,05/06/2026\n',
    };
    await open({ files });
    await begin(files);
    await press('Continue');
    await expect.element(page.getByRole('region', { name: 'Needs your eye' })).toBeVisible();
    await press('10 is good');
    await press('Apr 3, 2026');
    await expect.element(page.getByText('Every column has a place.')).toBeVisible();
    await press('Count the changes');
    await expect.element(button('Import 3 rows')).toBeVisible();
  });

  test('a currency named row by row is followed, shown and changed', async () => {
    const files = { 'deals.csv': 'deal_id,dealname,amount,currency\nd1,a,5,USD\nd2,b,900,JPY\nd3,c,7,\n' };
    await open({ files });
    await begin(files);
    await press('Continue');
    const choice = page.getByRole('button', { name: /Currency: amount/ });
    await expect.element(choice).toHaveTextContent('by “currency”');
    const blank = page.getByRole('button', { name: /Where the currency is blank: amount/ });
    await expect.element(blank).toHaveTextContent('blank: rejected');
    await press(/Where the currency is blank: amount/);
    await page.getByRole('option', { name: 'blank: EUR' }).click();
    await expect.element(blank).toHaveTextContent('blank: EUR');
    await press(/Currency: amount/);
    await page.getByRole('option', { name: 'GBP' }).click();
    await expect.element(choice).toHaveTextContent('GBP');
    await expect.element(blank).not.toBeInTheDocument();
    await checkAccessibility(stage.element);
  });

  test('going a step back loses nothing', async () => {
    await open();
    await begin();
    await press('Continue');
    await press('Back');
    await expect.element(page.getByRole('heading', { name: 'What is in these files' })).toBeVisible();
    await expect.element(button('Continue')).toBeEnabled();
  });
});

describe('links', () => {
  const unlinked = ['Aoba Ltd', 'Birch', 'Nobody'].map((value, i) => ({
    tableId: 'vendor-support-tickets',
    to: 'account' as const,
    value,
    rows: 9 - i,
    near: value === 'Nobody' ? [] : [{ id: `a${i}`, name: `${value} (near)`, score: 0.9 - i * 0.2 }],
  }));

  test('arrows move, Enter ties, u unties, and all above a likeness are tied at once', async () => {
    await open({ unlinked });
    await begin();
    await press('Continue');
    await press('Count the changes');
    await expect
      .element(page.getByRole('heading', { name: '3 values in 24 rows without a record' }))
      .toBeVisible();
    const rows = [...stage.element.querySelectorAll<HTMLElement>('.kz-unlinked')];
    rows[0]?.focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(rows[1]);
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('→ Birch (near)')).toBeVisible();
    await userEvent.keyboard('u');
    await expect.element(page.getByText('→ Birch (near)')).not.toBeInTheDocument();
    await press('Tie 1 value');
    await press('Count again');
    await expect.element(page.getByRole('table', { name: 'What the import does' })).toBeVisible();
  });
});

describe('accounts that only other tables name', () => {
  const named = ['Aoba Ltd', 'Birch'].map((value, i) => ({
    tableId: 'vendor-support-tickets',
    to: 'account' as const,
    value,
    rows: 9 - i,
    near: [{ id: 'a1', name: 'Aoba', score: 0.7 }],
    account: `name:${value}`,
  }));
  const lost = { ...named[0]!, value: 'n/a', account: undefined };

  test('are offered with their count, made when chosen, and counted as a table of their own', async () => {
    const { account: _, ...other } = lost;
    await open({ unlinked: [...named, other] });
    await begin();
    await press('Continue');
    await press('Count the changes');
    const choice = page.getByRole('checkbox', { name: 'Make 2 accounts of these names' });
    await expect.element(choice).not.toBeChecked();
    await checkAccessibility(stage.element);
    (choice.element() as HTMLElement).focus();
    await userEvent.keyboard(' ');
    await expect.element(page.getByText('→ new account').first()).toBeVisible();
    expect(page.getByText('→ new account').elements()).toHaveLength(2);
    await expect
      .element(page.getByRole('heading', { name: '1 value in 9 rows without a record' }))
      .toBeVisible();
    await press('Count again');
    const made = page.getByRole('row', { name: /Accounts named only in the other tables/ });
    await expect.element(made).toHaveTextContent('2=2');
    await press('Back');
    await expect.element(choice).toBeChecked();
    await press('Continue');
    await press('Import 15 rows');
    await expect.element(page.getByRole('heading', { name: '15 rows imported' })).toBeVisible();
    expect(stage.importer.applied[0]?.makeAccounts).toBe(true);
  });
});

describe('the list', () => {
  async function store(job: Partial<ImportJob> = {}): Promise<void> {
    const plan = { sourceId: 's1', sourceName: 'Vendor export', tables: [], confirmedLinks: {} };
    await bed.db.sources.add({
      id: 's1',
      name: 'Vendor export',
      kind: 'file',
      plan,
      createdAt: 1,
      lastImportAt: 2,
    });
    await bed.db.jobs.add({
      id: 'j1',
      number: 1,
      sourceId: 's1',
      plan,
      tickets: {},
      state: 'done',
      startedAt: 1,
      counts: {},
      ...job,
    });
  }

  test('a source can be renamed', async () => {
    await store();
    await open();
    await press('More for Vendor export');
    await page.getByRole('menuitem', { name: 'Rename' }).click();
    await userEvent.fill(page.getByLabelText('Name of the source'), 'CRM weekly');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('heading', { name: 'CRM weekly' })).toBeVisible();
    await expect.element(page.getByText('Renamed to “CRM weekly”')).toBeVisible();
    await bed.store.undoRedo.undo();
    await expect.element(page.getByRole('heading', { name: 'Vendor export' })).toBeVisible();
  });

  test.each([
    ['en', 'Rename source “Vendor export”', 'Remove source “Vendor export” and its data'],
    ['ja', 'データ元「Vendor export」の名前を変更', 'データ元「Vendor export」をデータごと削除'],
  ] as const)('its actions stand in the palette (%s)', async (language, rename, remove) => {
    const palette = offeredCommands();
    await store();
    await open({}, language);
    await expect.poll(palette.labels).toEqual(expect.arrayContaining([rename, remove]));
    palette.run(remove);
    await expect.element(page.getByRole('alertdialog')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    palette.run(rename);
    await userEvent.keyboard('{Control>}a{/Control}CRM weekly{Enter}');
    await expect.element(page.getByRole('heading', { name: 'CRM weekly' })).toBeVisible();
    palette.end();
  });

  test('removing it takes its imports back first', async () => {
    await store();
    await open();
    await press('More for Vendor export');
    await page.getByRole('menuitem', { name: 'Remove source and its data' }).click();
    await button('Remove with its data').click();
    await expect.element(page.getByRole('heading', { name: 'No source yet' })).toBeVisible();
    expect(stage.importer.undone).toEqual(['j1']);
  });

  test('an import that was cut off is offered to go on or to be taken back', async () => {
    await store({ state: 'running' });
    await open();
    await expect.element(page.getByText('The import of “Vendor export” was cut off')).toBeVisible();
    await press('Resume');
    await expect.element(page.getByRole('heading', { name: 'Everything was already here' })).toBeVisible();
  });
});
