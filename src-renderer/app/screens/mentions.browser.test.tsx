/** A name behind an @ in a note leads to the person, also after they were merged into somebody and after that was undone. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { createPeopleWrites } from '#renderer/data/people.ts';
import { people as peopleEn } from '#renderer/i18n/en/people.ts';
import { timeline as timelineEn } from '#renderer/i18n/en/timeline.ts';
import { people as peopleJa } from '#renderer/i18n/ja/people.ts';
import { timeline as timelineJa } from '#renderer/i18n/ja/timeline.ts';
import { richAccount, seedAccount } from '#test/factories/account-history.ts';
import { stageAccount } from '#test/fakes/account-stage.tsx';
import { checkAccessibility } from '#test/fakes/check-accessibility.ts';
import type { Stage } from '#test/fakes/mount-screen.tsx';
import { type TestBed, testBed } from '#test/fakes/test-store.ts';

const NOW = Date.now();
const ID = 'ac_aoba';
const WORDS = {
  en: { people: peopleEn, timeline: timelineEn },
  ja: { people: peopleJa, timeline: timelineJa },
};
const STAMP = { account: ID, createdAt: NOW, updatedAt: NOW };
let bed: TestBed;
let stage: Stage | undefined;

beforeEach(async () => {
  await page.viewport(1280, 800);
  bed = await testBed();
  bed.clock.at = NOW;
  await seedAccount(bed.db, richAccount(NOW, []));
  await bed.db.contacts.bulkAdd([
    { ...STAMP, id: 'old', name: 'Mori' },
    { ...STAMP, id: 'new', name: 'Yumi Mori-Sato' },
  ]);
  const body =
    'Met [@Mori](kizuna-contact:old), [@Nobody](kizuna-contact:gone) and [@Ken](kizuna-person:Ken).';
  await bed.store.addActivity({ account: ID, at: NOW, kind: 'note', subject: 'Who was there', body });
});
afterEach(async () => {
  stage?.end();
  stage = undefined;
  await bed.end();
});

describe.each(['en', 'ja'] as const)('in %s', (language) => {
  const { people, timeline } = WORDS[language];

  async function open(): Promise<void> {
    stage?.end();
    stage = await stageAccount(bed, ID, language);
    const entry = page.getByRole('button', { name: /Who was there/ });
    await entry.click();
    await expect.element(page.getByText('@Nobody')).toBeVisible();
  }

  async function leadsTo(link: string, name: string): Promise<void> {
    const mention = page.getByRole('link', { name: link, exact: true });
    await expect.element(mention).toHaveTextContent('@Mori');
    (mention.element() as HTMLElement).focus();
    await mention.click();
    const panel = page.getByRole('complementary').filter({ hasText: people.mergeWith });
    await expect.element(panel.getByRole('heading', { name, exact: true })).toHaveFocus();
  }

  it('leads to whoever it means now', async () => {
    const { db, store, clock } = bed;
    const writes = createPeopleWrites({ db, writer: store, clock, newId: () => 'x' });
    await open();
    // Whom nobody knows here, and our own side, lead nowhere.
    expect(page.getByRole('link', { name: /Nobody|Ken/ }).elements()).toEqual([]);
    await leadsTo('@Mori', 'Mori');

    expect(await writes.mergeContacts('new', 'old', { name: 'kept' })).toMatchObject({ ok: true });
    await open();
    if (stage !== undefined) await checkAccessibility(stage.element);
    await leadsTo(timeline.mentionNow('Mori', 'Yumi Mori-Sato'), 'Yumi Mori-Sato');

    await store.undoRedo.undo();
    await open();
    await leadsTo('@Mori', 'Mori');
  });
});
