import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { people as en } from '#renderer/i18n/en/people.ts';
import { people as ja } from '#renderer/i18n/ja/people.ts';
import type { Contact } from '#shared/model/contact.ts';
import { manyEvents, richAccount, seedAccount } from '#test/factories/account-history.ts';
import { stageAccount } from '#test/fakes/account-stage.tsx';
import { checkAccessibility } from '#test/fakes/check-accessibility.ts';
import type { Stage } from '#test/fakes/mount-screen.tsx';
import { saved, type TestBed, testBed } from '#test/fakes/test-store.ts';

const DAY = 86_400_000;
const TODAY = Date.now();
const ID = 'ac_aoba';
const WORDS = { en, ja };
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

function person(id: string, values: Partial<Contact> = {}): Contact {
  return { id, name: id, account: ID, createdAt: TODAY, updatedAt: TODAY, ...values };
}

const TAB = { en: /^People/, ja: /^担当者/ };

async function open(language: 'en' | 'ja', contacts?: readonly Contact[]): Promise<void> {
  const seed = richAccount(TODAY, manyEvents(30, TODAY));
  await seedAccount(bed.db, contacts === undefined ? seed : { ...seed, contacts: [] });
  await bed.db.contacts.bulkPut([...(contacts ?? [])]);
  await bed.store.addActivity({
    account: ID,
    at: TODAY - 130 * DAY,
    kind: 'meeting',
    contacts: ['boss'],
    team: ['佐藤 美咲'],
  });
  stage = await stageAccount(bed, ID, language);
  await page.getByRole('tab', { name: TAB[language] }).click();
}

const boss = person('boss', { name: '森 社長', role: 'executive-sponsor' });
const view = (language: 'en' | 'ja', name: keyof typeof en.view) =>
  page.getByRole('button', { name: WORDS[language].view[name], exact: true });

describe.each(['en', 'ja'] as const)('%s', (language) => {
  const words = WORDS[language];

  it('tells gaps with their facts, greys who left, and has no fault of axe in any view', async () => {
    const { contacts = [] } = richAccount(TODAY, []);
    await open(language, [...contacts, boss]);
    await expect.element(page.getByText(words.gap['executive-silent'](130))).toBeVisible();
    await expect.element(page.getByText(words.gap['champion-left'](21))).toBeVisible();
    await expect.element(page.getByText(words.rule(words.gapRule['executive-silent'](120)))).toBeVisible();
    const gone = page.getByRole('row', { name: /Mori Haruka/ });
    await expect.element(gone).toHaveTextContent(language === 'en' ? 'left 3 weeks ago' : '3週間前に離任');
    await checkAccessibility(document.body);
    for (const name of ['map', 'organisation', 'known'] as const) {
      await view(language, name).click();
      await checkAccessibility(document.body);
    }
    await page.getByRole('button', { name: '森 社長', exact: true }).last().click();
    await expect.element(page.getByRole('heading', { name: '森 社長' })).toHaveFocus();
    await checkAccessibility(document.body);
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('heading', { name: '森 社長' })).not.toBeInTheDocument();
  });

  it('adds a person in one line, and not with the Enter of a conversion', async () => {
    await open(language, []);
    await expect.element(page.getByText(words.noneTitle)).toBeVisible();
    await userEvent.keyboard('a');
    const input = page.getByRole('textbox', { name: words.addLabel });
    await expect.element(input).toHaveFocus();
    await input.fill('森 花、工場長、hana@x.example');
    const accept = { key: 'Enter', isComposing: true, bubbles: true, cancelable: true };
    input.element().dispatchEvent(new KeyboardEvent('keydown', accept));
    expect(await bed.db.contacts.count()).toBe(0);
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('row', { name: /森 花/ })).toBeVisible();
    await expect.element(input).toHaveValue('');
    expect((await bed.db.contacts.toArray())[0]).toMatchObject({
      name: '森 花',
      title: '工場長',
      email: 'hana@x.example',
      account: ID,
    });
    await expect.element(page.getByText(words.gap['one-person'])).toBeVisible();
  });
});

describe('the map', () => {
  it('is moved by arrow keys with the focus kept, and each move is taken back', async () => {
    await open('en', [boss]);
    await view('en', 'map').click();
    const chip = page.getByRole('button', { name: /^森 社長/ });
    (chip.last().element() as HTMLElement).focus();
    const place = async () => {
      const { sentiment, influence } = (await bed.db.contacts.get('boss')) ?? {};
      return [sentiment, influence];
    };
    await userEvent.keyboard('{ArrowUp}');
    await expect.poll(place).toEqual([3, 2]);
    await expect
      .element(page.getByRole('button', { name: /Sentiment Neutral, influence Some/ }))
      .toHaveFocus();
    await userEvent.keyboard('{ArrowUp}');
    await expect.poll(place).toEqual([3, 3]);
    await expect
      .element(page.getByRole('button', { name: /Sentiment Neutral, influence Much/ }))
      .toHaveFocus();
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.poll(place).toEqual([3, 2]);
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.poll(place).toEqual([undefined, undefined]);
  });

  it('takes a dropped person', async () => {
    await open('en', [boss]);
    await view('en', 'map').click();
    const chip = page.getByRole('button', { name: /^森 社長/ }).last();
    const cell = document.querySelector<HTMLElement>('[data-cell="5:3"]');
    if (cell === null) throw new Error('the cell is not there');
    const dataTransfer = new DataTransfer();
    chip.element().dispatchEvent(new DragEvent('dragstart', { bubbles: true, dataTransfer }));
    cell.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
    await expect.poll(async () => (await bed.db.contacts.get('boss'))?.influence).toBe(3);
    await expect.poll(async () => (await bed.db.contacts.get('boss'))?.sentiment).toBe(5);
  });
});

describe('one person', () => {
  it('is edited in place, marked as left, and removed to the bin, each taken back by one undo', async () => {
    await open('en', [boss, person('ken', { name: 'Ken' })]);
    await page.getByRole('button', { name: 'Ken', exact: true }).click();
    const panel = page.getByRole('complementary', { name: 'Ken' });
    await panel.getByRole('button', { name: /^Edit Title/ }).click();
    await userEvent.keyboard('Plant manager{Enter}');
    await expect.poll(async () => (await bed.db.contacts.get('ken'))?.title).toBe('Plant manager');
    await panel.getByRole('button', { name: en.leftToday }).click();
    await expect.element(panel.getByText(/^left today$/)).toBeVisible();
    await panel.getByRole('button', { name: en.remove, exact: true }).click();
    await expect.poll(() => bed.db.contacts.count()).toBe(1);
    expect(await bed.db.bin.count()).toBe(1);
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await expect.poll(() => bed.db.contacts.count()).toBe(2);
    expect(await bed.db.bin.count()).toBe(0);
    await saved(bed.store);
    const intents = bed.main.journal.map((entry) => entry.operation.intent);
    expect(intents.slice(-4)).toEqual(['contact.edit', 'contact.edit', 'contact.remove', 'contact.remove']);
  });
});

describe('duplicates', () => {
  it('are compared side by side, merged by choice, and said to be two people', async () => {
    const twins = [
      person('k1', { name: 'Ken Tanaka', title: 'Manager', email: 'ken@x.example' }),
      person('k2', { name: 'Tanaka, Ken', title: 'Director', phone: '03-1234-5678' }),
      person('h1', { name: 'Hana', email: 'h@x.example' }),
      person('h2', { name: 'Mori', email: 'H@x.example' }),
    ];
    await open('en', twins);
    await expect.element(page.getByText(en.duplicates(2))).toBeVisible();
    await page.getByRole('button', { name: en.compare, exact: true }).click();
    const dialog = page.getByRole('dialog');
    await expect.element(dialog.getByText('Pair 1 of 2')).toBeVisible();
    await checkAccessibility(document.body);
    await dialog.getByRole('button', { name: en.notSame }).click();
    await expect.element(dialog.getByText(en.because(en.reasons.swapped))).toBeVisible();
    await dialog.getByRole('radio', { name: 'Director' }).click();
    await dialog.getByRole('button', { name: en.mergeNow, exact: true }).click();
    await expect.poll(() => bed.db.contacts.count()).toBe(3);
    expect(await bed.db.contacts.get('k1')).toMatchObject({ title: 'Director', phone: '03-1234-5678' });
    await expect.element(page.getByText(en.duplicates(1))).not.toBeInTheDocument();
    await expect
      .element(page.getByRole('complementary', { name: 'Ken Tanaka' }))
      .toHaveTextContent('Tanaka, Ken, merged');
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await expect.poll(() => bed.db.contacts.count()).toBe(4);
  });
});

describe('two thousand people', () => {
  it('are there at once, found by typing, and walked by j and k', async () => {
    const many = Array.from({ length: 2_000 }, (_, i) =>
      person(`p${i}`, {
        name: `Person ${String(i).padStart(4, '0')}`,
        title: i === 1_999 ? '工場長' : 'User',
        reportsTo: `p${Math.floor(i / 20)}`,
      }),
    );
    await open('en', many);
    await expect.element(page.getByRole('row', { name: /Person 0000/ })).toBeVisible();
    expect(document.querySelectorAll('.kz-ppl-table tbody tr')).toHaveLength(200);
    await userEvent.keyboard('j');
    await expect.element(page.getByRole('button', { name: 'Person 0000', exact: true })).toHaveFocus();
    await userEvent.keyboard('jjk');
    await expect.element(page.getByRole('button', { name: 'Person 0001', exact: true })).toHaveFocus();
    await view('en', 'map').click();
    await expect.element(page.getByRole('button', { name: en.moreInCell(1_940) })).toBeVisible();
    await view('en', 'organisation').click();
    await expect.element(page.getByRole('button', { name: en.showAll('2,000') })).toBeVisible();
    expect(document.querySelectorAll('.kz-ppl-tree li')).toHaveLength(300);
    await view('en', 'list').click();
    await page.getByRole('searchbox', { name: en.search }).fill('工場長');
    await expect.element(page.getByRole('row', { name: /Person 1999/ })).toBeVisible();
    await expect.element(page.getByText(en.found('1', '2,000'))).toBeVisible();
  });
});
