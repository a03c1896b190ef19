/** The keys of the review sheet hold in every field, and the way back to the note is the way back to its undo as well. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { meeting as meetingEn } from '#renderer/i18n/en/meeting.ts';
import { notes as notesEn } from '#renderer/i18n/en/notes.ts';
import { ui as uiEn } from '#renderer/i18n/en/ui.ts';
import { meeting as meetingJa } from '#renderer/i18n/ja/meeting.ts';
import { notes as notesJa } from '#renderer/i18n/ja/notes.ts';
import { ui as uiJa } from '#renderer/i18n/ja/ui.ts';
import { richAccount, seedAccount } from '#test/factories/account-history.ts';
import { stageMeeting } from '#test/fakes/meeting-stage.tsx';
import type { Stage } from '#test/fakes/mount-screen.tsx';
import { type TestBed, testBed } from '#test/fakes/test-store.ts';

const NOW = Date.now();
const ID = 'ac_aoba';
const END = '{Control>}{Enter}{/Control}';
const PRESENT = '{Control>}.{/Control}';
const UNDO = '{Control>}z{/Control}';
const WORDS = {
  en: { meeting: meetingEn, notes: notesEn, ui: uiEn },
  ja: { meeting: meetingJa, notes: notesJa, ui: uiJa },
};
let bed: TestBed;
let stage: Stage | undefined;

beforeEach(async () => {
  await page.viewport(1280, 900);
  bed = await testBed();
  bed.clock.at = NOW;
  await seedAccount(bed.db, richAccount(NOW, []));
});
afterEach(async () => {
  stage?.end();
  stage = undefined;
  await bed.end();
});

const keys = (stroke: string) => userEvent.keyboard(stroke);

describe.each(['en', 'ja'] as const)('in %s', (language) => {
  const { meeting, notes, ui } = WORDS[language];
  const text = () => page.getByRole('textbox', { name: notes.body, exact: true });
  const review = () => page.getByRole('region', { name: meeting.review, exact: true });
  const nextOn = () => review().getByRole('group', { name: meeting.nextOn });

  async function begin(): Promise<void> {
    stage = await stageMeeting(bed, ID, language);
    await expect.element(text()).toHaveFocus();
    await keys('news');
    await expect.element(text()).toHaveTextContent('news');
  }

  it('the parts of a date, and its calendar, leave the keys of the sheet alone', async () => {
    await begin();
    await keys(END);
    for (const part of [nextOn().getByRole('spinbutton').first(), nextOn().getByRole('button')]) {
      await expect.element(part).toBeVisible();
      (part.element() as HTMLElement).focus();
      await keys('{F6}');
      await expect.element(review().getByRole('radio').first()).toHaveFocus();
      (part.element() as HTMLElement).focus();
      await keys(PRESENT);
      await expect.element(page.getByRole('region', { name: meeting.presenting })).toBeVisible();
      await keys(PRESENT);
      await keys(END);
    }
    (nextOn().getByRole('spinbutton').first().element() as HTMLElement).focus();
    // What is typed there is still its own.
    await keys('{ArrowUp}');
    await expect.element(nextOn().getByRole('spinbutton').first()).not.toHaveAttribute('data-placeholder');
    const button = nextOn().getByRole('button', { name: ui.openCalendar });
    (button.element() as HTMLElement).focus();
    await keys(END);
    await expect.poll(() => bed.db.activities.count()).toBe(1);
    expect(stage?.history.at(-1)).toBe(`/accounts/${ID}`);
  });

  it.each([
    ['Present', PRESENT, meeting.stopPresenting],
    ['the review sheet', END, meeting.backToNote],
  ])('back from %s the text is undone from where it was', async (_from, go, back) => {
    await begin();
    await keys(go);
    await expect.element(text()).not.toBeInTheDocument();
    await page.getByRole('button', { name: back }).click();
    await expect.element(text()).toHaveFocus();
    await keys(UNDO);
    await expect.element(text()).not.toHaveTextContent('news');
    await keys('{Control>}{Shift>}z{/Shift}{/Control}');
    await expect.element(text()).toHaveTextContent('news');
    // And goes on where the caret was.
    await keys(' and more');
    await expect.element(text()).toHaveTextContent('news and more');
  });
});
