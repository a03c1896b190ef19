import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { account as en } from '#renderer/i18n/en/account.ts';
import { ui as words } from '#renderer/i18n/en/ui.ts';
import { account as ja } from '#renderer/i18n/ja/account.ts';
import { manyEvents, richAccount, seedAccount } from '#test/factories/account-history.ts';
import { stageAccount } from '#test/fakes/account-stage.tsx';
import { checkAccessibility } from '#test/fakes/check-accessibility.ts';
import type { Stage } from '#test/fakes/mount-screen.tsx';
import { saved, type TestBed, testBed } from '#test/fakes/test-store.ts';

const TODAY = Date.now();
const ID = 'ac_aoba';
let bed: TestBed;
let stage: Stage | undefined;

beforeEach(async () => {
  await page.viewport(1280, 800);
  bed = await testBed();
  bed.clock.at = TODAY;
});
afterEach(async () => {
  stage?.end();
  stage = undefined;
  await bed.end();
});

async function open(language: 'en' | 'ja', events = manyEvents(60, TODAY)): Promise<void> {
  await seedAccount(bed.db, richAccount(TODAY, events));
  stage = await stageAccount(bed, ID, language);
  await expect.element(page.getByRole('button', { name: /青葉物流株式会社/ })).toBeVisible();
}

const segmentOf = async () => (await bed.db.accounts.get(ID))?.segment;

describe('editing in place', () => {
  it('stores on Enter, takes back on Escape, and says what the source said', async () => {
    await open('en');
    await page.getByRole('button', { name: 'Edit Segment: Mid-market' }).click();
    await userEvent.keyboard('Enterprise{Escape}');
    expect(await segmentOf()).toBe('Mid-market');
    await page.getByRole('button', { name: 'Edit Segment: Mid-market' }).click();
    await userEvent.keyboard('Enterprise{Enter}');
    await expect.element(page.getByRole('button', { name: 'Edit Segment: Enterprise' })).toBeVisible();
    expect(await segmentOf()).toBe('Enterprise');
    expect(await bed.db.outbox.where('recordId').equals(ID).count()).toBe(1);
    await saved(bed.store);
    expect(bed.main.journal.map((entry) => entry.operation.intent)).toEqual(['account.edit']);

    const mark = page.getByRole('button', { name: /^Salesforce says something else: Mid-market/ });
    await mark.click();
    await page.getByRole('button', { name: en.takeSource }).click();
    await expect.element(page.getByRole('button', { name: 'Edit Segment: Mid-market' })).toBeVisible();
    await expect.element(mark).not.toBeInTheDocument();
  });

  it('takes an edit back by the toast and by the keyboard', async () => {
    await open('en');
    const before = page.getByRole('button', { name: 'Edit Owner: 佐藤 美咲' });
    await before.click();
    await userEvent.keyboard('Ken{Enter}');
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await expect.element(before).toBeVisible();
    await before.click();
    await userEvent.keyboard('Ken{Enter}');
    const after = page.getByRole('button', { name: 'Edit Owner: Ken' });
    await expect.element(after).toBeVisible();
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.element(before).toBeVisible();
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    await expect.element(after).toBeVisible();
  });

  it('leaves the Enter of a conversion to the input method', async () => {
    await open('ja');
    await page.getByRole('button', { name: 'セグメントを編集: Mid-market' }).click();
    const input = page.getByRole('textbox', { name: 'セグメント' });
    await input.fill('製造');
    const accept = { key: 'Enter', isComposing: true, bubbles: true, cancelable: true };
    input.element().dispatchEvent(new KeyboardEvent('keydown', accept));
    await expect.element(input).toBeVisible();
    expect(await segmentOf()).toBe('Mid-market');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('button', { name: 'セグメントを編集: 製造' })).toBeVisible();
  });

  it('refuses an empty name and keeps the editor open', async () => {
    await open('en');
    await page.getByRole('button', { name: /^Edit Name: / }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('alert')).toHaveTextContent(words.refused.required('Name'));
    await userEvent.keyboard('{Escape}');
    expect((await bed.db.accounts.get(ID))?.name).toBe('青葉物流株式会社');
  });

  it('changes stage and tags with their own editors', async () => {
    await open('en');
    await page.getByRole('button', { name: /^Stage/ }).click();
    await page.getByRole('option', { name: 'Field use' }).click();
    await expect.poll(async () => (await bed.db.accounts.get(ID))?.stage).toBe('field-use');
    await page.getByRole('button', { name: /^Edit Tags/ }).click();
    await page.getByRole('combobox', { name: 'Tags' }).fill('renewal risk');
    await userEvent.keyboard('{Enter}');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect
      .poll(async () => (await bed.db.accounts.get(ID))?.tags)
      .toEqual(['WMS', '関西', 'renewal risk']);
  });
});

describe('facts', () => {
  async function withConflict(): Promise<void> {
    await open('en');
    await bed.store.editRecords('account', [ID], { owner: 'Mia' });
    await bed.db.conflicts.put({
      key: `${ID}\u001fowner`,
      noun: 'account',
      recordId: ID,
      field: 'owner',
      base: '佐藤 美咲',
      ours: 'Mia',
      theirs: 'Ken',
      sourceId: 'crm',
      at: TODAY,
    });
    await page.getByRole('tab', { name: /^Facts/ }).click();
  }

  it('shows value, source and date, and settles a conflict for theirs', async () => {
    await withConflict();
    const row = page.getByRole('row', { name: /^Owner/ }).last();
    await expect.element(row).toHaveTextContent(/佐藤 美咲.*Salesforce/);
    await page.getByRole('button', { name: en.takeTheirs }).click();
    await expect.element(page.getByRole('button', { name: 'Edit Owner: Ken' }).first()).toBeVisible();
    await expect.poll(() => bed.db.conflicts.count()).toBe(0);
  });

  it('gives back a value that the source has replaced', async () => {
    await withConflict();
    await bed.db.accounts.update(ID, { owner: 'Ken' });
    await bed.db.conflicts.update(`${ID}\u001fowner`, { taken: 'theirs' });
    await expect.element(page.getByText(en.standsNow)).toBeVisible();
    await page.getByRole('button', { name: en.keepOurs }).click();
    await expect.poll(() => bed.db.conflicts.count()).toBe(0);
    expect((await bed.db.accounts.get(ID))?.owner).toBe('Mia');
  });

  it('settles a conflict for ours', async () => {
    await withConflict();
    await page.getByRole('button', { name: en.keepOurs }).click();
    await expect.poll(() => bed.db.conflicts.count()).toBe(0);
    expect((await bed.db.accounts.get(ID))?.owner).toBe('Mia');
  });
});

describe('the other states', () => {
  it('says so when there is no such account', async () => {
    stage = await stageAccount(bed, 'nobody', 'en');
    await expect.element(page.getByText(en.notFoundTitle)).toBeVisible();
    await checkAccessibility(stage.element);
  });

  it('names the files whose history waits to be imported again', async () => {
    const reimport = {
      sourceId: 'crm',
      sourceName: 'Salesforce',
      fileName: 'tickets.csv',
      part: '',
      noun: 'ticket',
      rows: 12,
    };
    await bed.db.meta.put({ key: 'owed', value: [reimport] });
    await open('en');
    await expect.element(page.getByText(en.owedTitle)).toBeVisible();
    await expect.element(page.getByText(/tickets\.csv \(12 rows\)/)).toBeVisible();
  });

  for (const language of ['en', 'ja'] as const) {
    it(`has no accessibility fault on any tab (${language})`, async () => {
      const texts = { en, ja }[language];
      await open(language);
      for (const tab of [
        texts.timeline,
        texts.people,
        texts.money,
        texts.tickets,
        texts.usage,
        texts.facts,
      ]) {
        await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
        await expect.element(page.getByRole('tabpanel')).not.toBeEmptyDOMElement();
        await checkAccessibility(stage!.element);
      }
    });
  }
});
