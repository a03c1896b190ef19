/** What a note says besides its words, typed in a real browser: how long, when, why, who; and the kinds it can be of. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { meeting } from '#renderer/i18n/en/meeting.ts';
import { notes as en } from '#renderer/i18n/en/notes.ts';
import { richAccount, seedAccount } from '#test/factories/account-history.ts';
import { stageAccount } from '#test/fakes/account-stage.tsx';
import { appData, speak } from '#test/fakes/app-data.ts';
import { mountScreen, type Stage } from '#test/fakes/mount-screen.tsx';
import { type TestBed, testBed } from '#test/fakes/test-store.ts';
import { BinPage } from './bin-page.tsx';
import { KindsPage } from './kinds-page.tsx';

const TODAY = Date.now();
const ID = 'ac_aoba';
let bed: TestBed;
let stage: Stage | undefined;

beforeEach(async () => {
  await page.viewport(1280, 900);
  bed = await testBed();
  bed.clock.at = TODAY;
});
afterEach(async () => {
  stage?.end();
  stage = undefined;
  vi.restoreAllMocks();
  await bed.end();
});

const FINISH = '{Control>}{Enter}{/Control}';
const text = () => page.getByRole('textbox', { name: en.body, exact: true });
const field = (name: string) => page.getByRole('textbox', { name, exact: true });
const combo = (name: string) => page.getByRole('combobox', { name });

async function begin(): Promise<void> {
  await seedAccount(bed.db, richAccount(TODAY, []));
  stage = await stageAccount(bed, ID, 'en');
  await expect.element(page.getByRole('button', { name: /青葉物流株式会社/ }).first()).toBeVisible();
  await userEvent.keyboard('n');
  await expect.element(text()).toHaveFocus();
}

describe('a note', () => {
  it('took so many minutes, on a day before, for three reasons at most', async () => {
    await begin();
    await userEvent.keyboard('Talk');
    await field(en.duration).fill('4x');
    await expect.element(page.getByText(en.durationWrong)).toBeVisible();
    await field(en.duration).fill('４５');
    await field(en.time).fill('9時5分');
    const year = page.getByRole('group', { name: en.date }).getByRole('spinbutton', { name: /year/i });
    await year.click();
    await userEvent.keyboard('2024');
    await page.getByText(en.sentimentSteps[5], { exact: true }).click();
    const { good } = en.usualReasons;
    for (const reason of good.slice(0, 2)) await page.getByRole('checkbox', { name: reason }).click();
    await field(en.otherReason).fill('New site');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('checkbox', { name: 'New site' })).toBeChecked();
    await expect.element(page.getByRole('checkbox', { name: good[2] ?? '' })).toBeDisabled();
    await expect.element(field(en.otherReason)).not.toBeInTheDocument();
    await text().click();
    await userEvent.keyboard(FINISH);
    await expect.poll(() => bed.db.activities.count()).toBe(1);
    const [note] = await bed.db.activities.toArray();
    expect(note).toMatchObject({
      durationMinutes: 45,
      sentiment: 5,
      sentimentReasons: [...good.slice(0, 2), 'New site'],
    });
    const at = new Date(note?.at ?? 0);
    expect([at.getFullYear(), at.getHours(), at.getMinutes()]).toEqual([2024, 9, 5]);
  });

  it('takes a name or a reason that was typed without Enter, and asks where it is not clear', async () => {
    await begin();
    await userEvent.keyboard('Talk');
    await page.getByText(en.sentimentSteps[2], { exact: true }).click();
    await field(en.otherReason).fill('Prices');
    await combo(en.tags).fill('pilot');
    await combo(en.team).fill('Ken Sato');
    await combo(en.contacts).fill('田中');
    await userEvent.keyboard(FINISH);
    await expect.element(page.getByText(meeting.unclear('田中'))).toBeVisible();
    await expect.element(combo(en.contacts)).toHaveFocus();
    expect(await bed.db.activities.count()).toBe(0);
    await combo(en.contacts).fill('Mia Wong, champion');
    await userEvent.keyboard(FINISH);
    await expect.element(page.getByText(en.finished('Note', 0, 1))).toBeVisible();
    const [note] = await bed.db.activities.toArray();
    const mia = (await bed.db.contacts.toArray()).find(({ name }) => name === 'Mia Wong');
    expect(note).toMatchObject({ contacts: [mia?.id], team: ['Ken Sato'], sentimentReasons: ['Prices'] });
    expect(note?.tags).toEqual(['pilot']);
    expect(mia?.role).toBe('champion');
  });

  it('keeps what stands in its fields when it is closed, and after the window died', async () => {
    await begin();
    await userEvent.keyboard('Talk');
    await combo(en.contacts).fill('Mia Won');
    await expect.poll(async () => (await bed.db.drafts.toArray())[0]?.contactLine).toBe('Mia Won');
    stage?.end();
    stage = await stageAccount(bed, ID, 'en');
    await page.getByRole('button', { name: 'Draft', exact: true }).click();
    await expect.element(combo(en.contacts)).toHaveValue('Mia Won');
    // A tag is a tag with Enter, or when one leaves its field; until then it is typed.
    await combo(en.tags).fill('pilo');
    await expect.poll(async () => (await bed.db.drafts.toArray())[0]?.tagLine).toBe('pilo');
    expect((await bed.db.drafts.toArray())[0]?.tags ?? []).toEqual([]);
    stage?.end();
    stage = await stageAccount(bed, ID, 'en');
    await page.getByRole('button', { name: 'Draft', exact: true }).click();
    await expect.element(combo(en.tags)).toHaveValue('pilo');
    await combo(en.tags).click();
    await userEvent.keyboard('{End}t{Enter}');
    await expect
      .poll(async () => (await bed.db.drafts.toArray())[0])
      .toMatchObject({
        tagLine: '',
        tags: ['pilot'],
      });
  });
});

describe('pages of the notes', () => {
  const show = async (node: React.ReactNode) => {
    await speak('en');
    stage = mountScreen({ data: appData(bed), path: '/settings/notes/kinds', screen: node });
  };

  it('a kind gets another icon and another name, and both are kept', async () => {
    await show(<KindsPage />);
    await page.getByRole('button', { name: `${en.kindIcon}: Call` }).click();
    await page.getByRole('button', { name: en.icons.coffee, exact: true }).click();
    await expect.poll(async () => (await bed.db.kinds.get('call'))?.icon).toBe('coffee');
    await page.getByRole('button', { name: /Call$/ }).last().click();
    const name = page.getByRole('textbox', { name: en.kindName, exact: true });
    await name.fill('Anruf');
    await userEvent.keyboard('{Enter}');
    await expect.poll(async () => bed.db.kinds.get('call')).toMatchObject({ name: 'Anruf', icon: 'coffee' });
    await expect.element(page.getByRole('button', { name: `${en.kindIcon}: Anruf` })).toBeVisible();
  });

  it('a bin that cannot be read says so', async () => {
    vi.spyOn(bed.db.bin, 'orderBy').mockImplementation(() => {
      throw new Error('broken');
    });
    await show(<BinPage />);
    await expect.element(page.getByRole('alert')).toHaveTextContent(en.unreadTitle);
  });
});
