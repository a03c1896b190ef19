/** The form of a note in a real browser: saved to the key, tasks before they are made, people, edits, versions, IME. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { addObjective } from '#renderer/data/plans.ts';
import { account as accountEn } from '#renderer/i18n/en/account.ts';
import { notes as en } from '#renderer/i18n/en/notes.ts';
import { plans as plansEn } from '#renderer/i18n/en/plans.ts';
import { notes as ja } from '#renderer/i18n/ja/notes.ts';
import { manyEvents, richAccount, seedAccount } from '#test/factories/account-history.ts';
import { stageAccount } from '#test/fakes/account-stage.tsx';
import { checkAccessibility } from '#test/fakes/check-accessibility.ts';
import type { Stage } from '#test/fakes/mount-screen.tsx';
import { type TestBed, testBed } from '#test/fakes/test-store.ts';

const TODAY = Date.now();
const ID = 'ac_aoba';
const REASON = 'Results are visible';
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
  await bed.end();
});

async function open(language: 'en' | 'ja'): Promise<void> {
  await seedAccount(bed.db, richAccount(TODAY, manyEvents(40, TODAY)));
  stage = await stageAccount(bed, ID, language);
  await expect.element(page.getByRole('button', { name: /青葉物流株式会社/ }).first()).toBeVisible();
}

const bodyOf = (texts: typeof en) => page.getByRole('textbox', { name: texts.body, exact: true });
const finishKeys = '{Control>}{Enter}{/Control}';

async function startNote(texts: typeof en): Promise<void> {
  await userEvent.keyboard('n');
  await expect.element(bodyOf(texts)).toHaveFocus();
}

const written = () => bed.db.activities.orderBy('at').toArray();

describe('a note', () => {
  it('is not called saved from the very key on that is not on disk yet', async () => {
    await open('en');
    await startNote(en);
    await userEvent.keyboard('They want');
    const status = page.getByRole('status').filter({ hasText: en.draftSaved });
    await expect.element(status).toBeVisible();
    const word = status.element() as HTMLElement;
    const states: (string | undefined)[] = [];
    const observer = new MutationObserver(() => queueMicrotask(() => states.push(word.dataset.state)));
    observer.observe(bodyOf(en).element(), { subtree: true, childList: true, characterData: true });
    await userEvent.keyboard('x');
    observer.disconnect();
    expect(states[0]).toBe('saving');
    await expect.element(status).toBeVisible();
  });

  it('is saved with every key stroke, waits when closed, and ends on the timeline', async () => {
    await open('en');
    await startNote(en);
    expect(await bed.db.drafts.count()).toBe(0);
    await userEvent.keyboard('They want a second site.');
    await expect.element(page.getByRole('status').filter({ hasText: en.draftSaved })).toBeVisible();
    await expect
      .poll(async () => (await bed.db.drafts.toArray()).map((draft) => draft.body))
      .toEqual(['They want a second site.']);

    await userEvent.keyboard('{Escape}');
    await expect.element(bodyOf(en)).not.toBeInTheDocument();
    stage?.end();
    stage = await stageAccount(bed, ID, 'en');
    await page.getByRole('button', { name: accountEn.draftWaits(1), exact: true }).click();
    await expect.element(bodyOf(en)).toHaveTextContent('They want a second site.');
    await page.getByRole('textbox', { name: en.subject }).fill('Second site');
    await page.getByRole('textbox', { name: en.time }).fill('00:05');
    await bodyOf(en).click();
    await userEvent.keyboard(finishKeys);
    await expect.element(page.getByRole('button', { name: /Second site/ }).first()).toBeVisible();
    expect(await bed.db.drafts.count()).toBe(0);
    const activity = (await written()).find((each) => each.subject === 'Second site');
    expect(activity).toMatchObject({ account: ID, kind: 'note', body: 'They want a second site.' });
    expect(new Date(activity?.at ?? 0).getMinutes()).toBe(5);

    await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await expect.poll(() => bed.db.drafts.count()).toBe(1);
    expect((await written()).filter((each) => each.subject === 'Second site')).toEqual([]);
  });

  it('is finished from whatever field one is in, the parts of a date as well', async () => {
    await open('en');
    await startNote(en);
    const before = (await written()).length;
    await userEvent.keyboard('They want a second site.');
    const part = page.getByRole('group', { name: en.nextOn }).getByRole('spinbutton').first();
    await expect.element(part).toBeVisible();
    (part.element() as HTMLElement).focus();
    await userEvent.keyboard(finishKeys);
    await expect.element(bodyOf(en)).not.toBeInTheDocument();
    expect(await written()).toHaveLength(before + 1);
  });

  it('leaves nothing behind when it says nothing', async () => {
    await open('en');
    await startNote(en);
    await userEvent.keyboard('a');
    await expect.poll(() => bed.db.drafts.count()).toBe(1);
    await userEvent.keyboard('{Backspace}{Escape}');
    await expect.poll(() => bed.db.drafts.count()).toBe(0);
  });

  it('says that it is not saved while the journal refuses', async () => {
    await open('ja');
    bed.main.failing.set('journal.append', 'disk-full');
    await startNote(ja);
    await userEvent.keyboard('a');
    await expect.element(page.getByText(ja.draftFailed)).toBeVisible();
    bed.main.failing.clear();
    await bed.store.resend();
    await expect.element(page.getByText(ja.draftSaved)).toBeVisible();
  });

  it('never ends a note, nor picks a person, with the Enter of a conversion', async () => {
    await open('ja');
    await startNote(ja);
    await userEvent.keyboard('メモ');
    const accept = { key: 'Enter', isComposing: true, bubbles: true, cancelable: true };
    bodyOf(ja)
      .element()
      .dispatchEvent(new KeyboardEvent('keydown', { ...accept, ctrlKey: true }));
    const team = page.getByRole('combobox', { name: ja.team });
    await team.fill('健');
    team.element().dispatchEvent(new KeyboardEvent('keydown', accept));
    await expect.element(team).toHaveValue('健');
    await expect.element(bodyOf(ja)).toBeVisible();
    expect((await bed.db.drafts.toArray())[0]?.team ?? []).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await expect.poll(async () => (await bed.db.drafts.toArray())[0]?.team).toEqual(['健']);
  });
});

describe('a check-in', () => {
  it('brings its tasks, a new contact, sentiment and next date in one operation', async () => {
    await open('en');
    await startNote(en);
    await userEvent.keyboard('[[ ] Send the plan by 2031-03-14{Enter}{Enter}-> @Mia name a sponsor');
    const strip = page.getByRole('region', { name: en.tasksTitle(2) });
    await expect.element(strip).toBeVisible();
    await expect.element(strip).toHaveTextContent(/Send the plan.*ours.*Mar 14, 2031.*name a sponsor/);
    const their = page.getByRole('combobox', { name: en.contacts });
    await their.fill('Mia Wong, champion, mia@example.com');
    await userEvent.keyboard('{Enter}');
    // Who is new in the note is known in it at once.
    await expect.element(strip).toHaveTextContent(/name a sponsor.*Mia Wong.*theirs/);
    await page.getByRole('button', { name: en.taskChange('Send the plan') }).click();
    await page.getByRole('textbox', { name: en.taskTitle }).fill('Send the training plan');
    await page.getByRole('button', { name: en.done, exact: true }).click();
    await page.getByText(en.sentimentSteps[4], { exact: true }).click();
    await page.getByRole('checkbox', { name: REASON }).click();
    await userEvent.keyboard(finishKeys);
    await expect.element(page.getByText(en.finished('Note', 2, 1))).toBeVisible();
    const tasks = await bed.db.tasks.orderBy('due').toArray();
    expect(tasks).toMatchObject([{ title: 'Send the training plan', due: '2031-03-14', side: 'ours' }]);
    const all = await bed.db.tasks.toArray();
    const contact = (await bed.db.contacts.toArray()).find((each) => each.name === 'Mia Wong');
    expect(contact).toMatchObject({ account: ID, role: 'champion', email: 'mia@example.com' });
    expect(all.find((task) => task.side === 'theirs')).toMatchObject({
      owner: 'Mia Wong',
      contact: contact?.id,
    });
    expect((await written()).find((each) => each.sentiment === 4)).toMatchObject({
      sentimentReasons: [REASON],
      contacts: [contact?.id],
    });
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await expect.poll(() => bed.db.tasks.count()).toBe(0);
    expect((await bed.db.contacts.toArray()).some((each) => each.name === 'Mia Wong')).toBe(false);
  });

  it('leaves a task out that is unticked, and does not double any when the note is edited', async () => {
    await open('en');
    await startNote(en);
    await userEvent.keyboard('[[ ] One{Enter}Two');
    await page.getByRole('checkbox', { name: en.taskMake('Two') }).click();
    await userEvent.keyboard(finishKeys);
    await expect.poll(async () => (await bed.db.tasks.toArray()).map((task) => task.title)).toEqual(['One']);
    const note = (await bed.db.tasks.toArray())[0]?.activity ?? '';
    await page.getByRole('button', { name: /One/ }).first().click();
    await page.getByRole('button', { name: en.edit, exact: true }).click();
    await expect.element(page.getByRole('checkbox', { name: en.taskMake('One') })).toBeDisabled();
    await expect.element(page.getByRole('checkbox', { name: en.taskMake('Two') })).not.toBeChecked();
    await bodyOf(en).click();
    await userEvent.keyboard('{Control>}{End}{/Control}{Enter}Three');
    await expect.element(page.getByRole('checkbox', { name: en.taskMake('Three') })).toBeChecked();
    await userEvent.keyboard(finishKeys);
    await expect
      .poll(async () => (await bed.db.tasks.toArray()).map((task) => task.title).sort())
      .toEqual(['One', 'Three']);
    expect(await bed.db.versions.where('activity').equals(note).count()).toBe(1);
  });
});

describe('a draft of a meeting', () => {
  it('shows the values that were said, logs them with the note, and leaves out what is taken away', async () => {
    await open('en');
    const said: Record<string, string> = { gone: '7' };
    const id: Record<string, string> = {};
    for (const title of ['Mis-shipments', 'Training', 'Uptime']) {
      const done = await addObjective(bed.store, ID, {
        kind: 'wider',
        title,
        why: '',
        unit: '%',
        direction: 'down',
        baseline: 4,
        target: 1,
        startsOn: '2026-01-01',
      });
      if (!done.ok) throw new Error(done.error.type);
      id[title] = done.value;
      said[done.value] = title === 'Uptime' ? 'many' : '1.9';
    }
    const activityAt = Date.UTC(2026, 2, 15, 3);
    await bed.store.startDraft({
      accountId: ID,
      kind: 'meeting',
      activityAt,
      body: 'Talk',
      saidValues: said,
    });
    await page.getByRole('button', { name: accountEn.draftWaits(1), exact: true }).click();
    const values = page.getByRole('region', { name: plansEn.reviewTitle });
    await expect.element(values).toHaveTextContent(/Mis-shipments 1.9%\s+Mar 15, 2026/);
    await expect.element(values).toHaveTextContent(plansEn.saidNowhere('7'));
    await checkAccessibility(stage!.element);
    await bodyOf(en).click();
    await userEvent.keyboard(finishKeys);
    await expect.element(page.getByText(en.unreadable)).toBeVisible();
    expect(await bed.db.drafts.count()).toBe(1);
    const leaveOut = (title: string) => values.getByRole('button', { name: plansEn.saidRemove(title) });
    await leaveOut('Uptime').click();
    await leaveOut('Training').click();
    await expect.element(leaveOut('Mis-shipments')).toBeVisible();
    await expect.element(values).not.toHaveTextContent('Training');
    await bodyOf(en).click();
    await userEvent.keyboard(finishKeys);
    await expect.poll(() => bed.db.drafts.count()).toBe(0);
    const logged = async (title: string) => (await bed.db.objectives.get(id[title] ?? ''))?.measurements;
    expect(await logged('Mis-shipments')).toMatchObject([{ on: '2026-03-15', value: 1.9 }]);
    expect(await logged('Training')).toEqual([]);
    // One intention: the note and its value go together.
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await expect.poll(() => logged('Mis-shipments')).toEqual([]);
    expect(await bed.db.drafts.count()).toBe(1);
  });
});

describe('a logged note', () => {
  it('is edited, compared with its version before, brought back, and deleted into the bin', async () => {
    await open('en');
    await startNote(en);
    await userEvent.keyboard('The plan is fine');
    await userEvent.keyboard(finishKeys);
    await page
      .getByRole('button', { name: /The plan is fine/ })
      .first()
      .click();
    await page.getByRole('button', { name: en.edit, exact: true }).click();
    await expect.element(bodyOf(en)).toHaveFocus();
    await userEvent.keyboard('{Control>}{End}{/Control}ly made');
    await userEvent.keyboard(finishKeys);
    await expect
      .poll(async () => (await written()).some((each) => each.body === 'The plan is finely made'))
      .toBe(true);
    await page.getByRole('button', { name: en.versions, exact: true }).click();
    const compared = page.getByRole('region', { name: en.compared });
    await expect.element(compared).toHaveTextContent(/taken out: fine.*added: finely made/);
    await page.getByRole('button', { name: en.bringBack }).click();
    await expect
      .poll(async () => (await written()).some((each) => each.body === 'The plan is fine'))
      .toBe(true);
    await expect.element(compared).not.toBeInTheDocument();
    await page.getByRole('button', { name: en.edit, exact: true }).click();
    await expect.element(bodyOf(en)).toHaveFocus();
    await page.getByText(en.sentimentSteps[4], { exact: true }).click();
    await page.getByRole('button', { name: `${en.kind} Note`, exact: true }).click();
    await page.getByRole('option', { name: 'Call', exact: true }).click();
    await userEvent.keyboard(finishKeys);
    await expect.poll(async () => (await written()).some((each) => each.sentiment === 4)).toBe(true);
    await page.getByRole('button', { name: en.edit, exact: true }).click();
    await page.getByRole('button', { name: en.versions, exact: true }).first().click();
    await expect.element(compared).toHaveTextContent(en.changedFields('Kind and Sentiment'));
    await expect.element(compared).toHaveTextContent(/Kind.*taken out: Note.*added: Call/);
    await expect.element(compared).toHaveTextContent(/added: Good.*Subject and text read the same/);
    await page.getByRole('button', { name: en.bringBack }).click();
    // The form showed what was there before: it goes, and leaves no draft.
    await expect.element(bodyOf(en)).not.toBeInTheDocument();
    await expect.poll(async () => (await written()).some((each) => each.sentiment === 4)).toBe(false);
    expect(await bed.db.drafts.count()).toBe(0);
    const before = (await written()).length;
    await page.getByRole('button', { name: en.remove, exact: true }).first().click();
    await expect.poll(() => bed.db.bin.count()).toBe(1);
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await expect.poll(async () => (await written()).length).toBe(before);
  });
});

describe('accessibility', () => {
  for (const [language, texts] of [
    ['en', en],
    ['ja', ja],
  ] as const) {
    it(`axe finds nothing in the form, ${language}`, async () => {
      await open(language);
      await startNote(texts);
      await userEvent.keyboard('[[ ] One');
      await page.getByText(texts.sentimentSteps[2], { exact: true }).click();
      await page.getByRole('combobox', { name: texts.contacts }).click();
      await expect.element(page.getByRole('listbox', { name: texts.suggestions })).toBeVisible();
      await checkAccessibility(stage!.element);
    });
  }
});
