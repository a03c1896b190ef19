/** Meeting mode in a real browser: what the left pane knows, what the customer sees, and that nothing typed is lost. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fields } from '#renderer/i18n/en/fields.ts';
import { meeting as en } from '#renderer/i18n/en/meeting.ts';
import { notes } from '#renderer/i18n/en/notes.ts';
import { people } from '#renderer/i18n/en/people.ts';
import { plans } from '#renderer/i18n/en/plans.ts';
import { isoDateOf } from '#renderer/i18n/format.ts';
import { meeting as ja } from '#renderer/i18n/ja/meeting.ts';
import { notes as notesJa } from '#renderer/i18n/ja/notes.ts';
import { addDays } from '#shared/domain/table/days.ts';
import type { Task } from '#shared/model/task.ts';
import { richAccount, seedAccount } from '#test/factories/account-history.ts';
import { anObjective } from '#test/factories/objectives.ts';
import { checkAccessibility } from '#test/fakes/check-accessibility.ts';
import { stageMeeting } from '#test/fakes/meeting-stage.tsx';
import type { Stage } from '#test/fakes/mount-screen.tsx';
import { type TestBed, testBed } from '#test/fakes/test-store.ts';

const NOW = Date.now();
const TODAY = isoDateOf(NOW);
const DAY = 86_400_000;
const ID = 'ac_aoba';
let bed: TestBed;
let stage: Stage | undefined;

const task = (id: string, side: Task['side'], more: Partial<Task> = {}): Task => ({
  id,
  title: `task ${id}`,
  account: ID,
  side,
  owner: '',
  state: 'open',
  createdAt: 1,
  updatedAt: 1,
  ...more,
});

/** Tickets and touches of an account on which a meeting begins. */
const EVENTS = [
  {
    noun: 'ticket' as const,
    at: NOW - 2 * DAY,
    values: { subject: 'Labels misprint', status: 'Open', priority: 'high' },
  },
  {
    noun: 'ticket' as const,
    at: NOW - 9 * DAY,
    values: { subject: 'Old one', status: 'Closed', closedAt: NOW - 8 * DAY },
  },
  { noun: 'activity' as const, at: NOW - 3 * DAY, values: { kind: 'call', subject: 'Talk on prices' } },
  { noun: 'activity' as const, at: NOW - 4 * DAY, values: { kind: 'internal-note', subject: 'Not a touch' } },
];

beforeEach(async () => {
  await page.viewport(1280, 900);
  bed = await testBed();
  bed.clock.at = NOW;
  await seedAccount(bed.db, richAccount(NOW, EVENTS));
});
afterEach(async () => {
  stage?.end();
  stage = undefined;
  await bed.end();
});

const text = () => page.getByRole('textbox', { name: notes.body, exact: true });
const now = () => page.getByRole('complementary', { name: en.now });
const review = () => page.getByRole('region', { name: en.review, exact: true });
const mail = () => page.getByRole('textbox', { name: en.mailText });
const mailText = () => stage?.element.querySelector<HTMLTextAreaElement>('.kz-meeting-mail textarea')?.value;
const drafts = () => bed.db.drafts.toArray();
const keys = (stroke: string) => userEvent.keyboard(stroke);
const END = '{Control>}{Enter}{/Control}';

async function begin(): Promise<void> {
  stage?.end();
  stage = await stageMeeting(bed, ID, 'en');
  await expect.element(page.getByRole('heading', { name: 'Agreed' })).toBeVisible();
  await expect.element(text()).toHaveFocus();
}

describe('the left pane', () => {
  it('calls the last touches by the names that kinds have, and by words where a note has no subject', async () => {
    const stamp = { account: ID, createdAt: 1, updatedAt: 1 };
    const kind = { icon: 'phone', touch: true, createdAt: 1, updatedAt: 1 };
    await bed.db.kinds.bulkAdd([
      { ...kind, id: 'kind:demo', name: 'Demo' },
      { ...kind, id: 'call', name: 'Ring' },
    ]);
    await bed.db.activities.add({
      ...stamp,
      id: 'shown',
      kind: 'kind:demo',
      at: NOW - DAY,
      body: '## [@Mori](kizuna-contact:co_2) saw **it**',
    });
    await begin();
    await expect.element(now()).toHaveTextContent(/Demo @Mori saw it.*Ring Talk on prices/);
    await expect.element(now()).not.toHaveTextContent('kind:');
  });

  it('says what to know now: renewal, tasks of both sides, open tickets, touches, people with role and last contact', async () => {
    await bed.db.tasks.bulkAdd([
      task('one', 'ours', { owner: '佐藤 美咲', due: addDays(TODAY, -1) }),
      task('two', 'theirs', { owner: '田中 健' }),
      task('done', 'ours', { state: 'done' }),
    ]);
    await bed.db.activities.add({
      id: 'met',
      account: ID,
      kind: 'visit',
      at: NOW - 5 * DAY,
      subject: 'Site visit',
      contacts: ['co_1'],
      createdAt: 1,
      updatedAt: 1,
    });
    await begin();
    const pane = now();
    await expect.element(pane).toHaveTextContent(/Renewal.*in 41 days/);
    await expect.element(pane).toHaveTextContent(/ours.*task one.*佐藤 美咲 · due/);
    await expect.element(pane).toHaveTextContent(/theirs.*task two.*田中 健/);
    await expect.element(pane).toHaveTextContent(/Open tasks \(2\)/);
    await expect.element(pane).toHaveTextContent(/Open tickets \(1\).*Labels misprint high/);
    await expect.element(pane).toHaveTextContent(/Talk on prices.*Site visit/);
    for (const gone of ['task done', 'Old one', 'Not a touch'])
      await expect.element(pane).not.toHaveTextContent(gone);
    await keys('{F6}');
    await expect.element(pane.getByRole('combobox').first()).toHaveFocus();
    await keys('田中{Enter}');
    await expect
      .element(pane)
      .toHaveTextContent(
        new RegExp(`田中 健 ${fields.choices.role['field-manager']} · 現場責任者 · last contact 5 days ago`),
      );
    await keys('{F6}');
    await expect.element(text()).toHaveFocus();
    await checkAccessibility(stage!.element);
  });

  it('runs a timer from when the meeting began, and takes its minutes for the note', async () => {
    await bed.store.startDraft({
      accountId: ID,
      kind: 'meeting',
      activityAt: Date.now() - 61 * 60_000,
      body: '## Agreed',
    });
    await begin();
    await expect.element(page.getByRole('timer')).toHaveTextContent(/^01:01:\d\d$/);
    await keys(END);
    await expect.element(review().getByRole('textbox', { name: notes.duration })).toHaveValue('61');
  });
});

describe('what the customer sees', () => {
  it('is nothing at all of an internal note, on the screen and in the mail', async () => {
    await begin();
    await page.getByRole('button', { name: notes.template, exact: true }).click();
    await page.getByRole('menuitem', { name: 'Handover from sales' }).click();
    await expect.element(page.getByRole('heading', { name: 'What was sold' })).toBeVisible();
    await keys('{Control>}{End}{/Control}give them a discount');
    await keys('{Control>}.{/Control}');
    await expect.element(page.getByText(en.presentEmpty)).toBeVisible();
    // What is painted: the text keeps its caret and its undo behind the scenes.
    const sold = page.getByText('What was sold').elements();
    expect(sold.filter((element) => element.checkVisibility())).toEqual([]);
    await keys(END);
    await expect.element(page.getByText(en.mailInternal)).toBeVisible();
    expect(mailText()).not.toMatch(/sold|discount|Champion/);
  });

  it('is the answers of a template, not its open questions', async () => {
    await begin();
    await page.getByRole('button', { name: notes.template, exact: true }).click();
    await page.getByRole('menuitem', { name: 'Kick-off' }).click();
    await expect.element(page.getByText('Decides:')).toBeVisible();
    await page.getByText('Runs it day by day:').click();
    await keys('{End} Tanaka');
    await keys('{Control>}.{/Control}');
    const shown = page.getByRole('region', { name: en.presenting });
    await expect.element(shown).toHaveTextContent('Runs it day by day: Tanaka');
    await expect.element(shown).not.toHaveTextContent('Decides:');
    await expect.element(shown).not.toHaveTextContent('stand in the way');
  });
});

describe('what is typed', () => {
  it('stands there again after the window died: mail, parked line, a name that was not entered', async () => {
    await begin();
    await keys('news');
    await keys('{Control>}j{/Control}price list');
    await keys('{F6}{F6}');
    await page.getByRole('combobox', { name: notes.contacts }).fill('Mia Won');
    await expect
      .poll(async () => (await drafts())[0])
      .toMatchObject({ parkedLine: 'price list', contactLine: 'Mia Won' });
    await begin();
    await expect.element(page.getByRole('textbox', { name: en.park })).toHaveValue('price list');
    await expect.element(page.getByRole('combobox', { name: notes.contacts })).toHaveValue('Mia Won');
    await text().click();
    await keys(END);
    // What was to be parked is a line of the note now.
    await expect.poll(async () => (await drafts())[0]?.body).toContain('## Parking lot\n\n- price list');
    await expect.poll(mailText).toContain('price list');
    await mail().fill('Dear Mia, as agreed.');
    await page.getByRole('button', { name: en.backToNote }).click();
    await expect.element(text()).toBeVisible();
    await keys(END);
    await expect.element(mail()).toHaveValue('Dear Mia, as agreed.');
    await begin();
    await keys(END);
    await expect.element(mail()).toHaveValue('Dear Mia, as agreed.');
    await page.getByRole('button', { name: en.mailAnew }).click();
    await expect.poll(mailText).toContain('price list');
  });

  it('asks who is meant, takes who is clear, and leaves an unsent mail as a draft', async () => {
    await begin();
    await keys('news');
    await page.getByRole('combobox', { name: notes.contacts }).fill('田中');
    await page.getByRole('combobox', { name: notes.team }).fill('Ken Sato');
    await keys(END);
    await expect.element(review()).toBeVisible();
    await mail().fill('My own words');
    await keys(END);
    await expect.element(page.getByRole('alert')).toHaveTextContent(en.unclear('田中'));
    await expect.element(review().getByRole('combobox', { name: notes.contacts })).toHaveFocus();
    await keys('{Enter}');
    await keys(END);
    await expect.element(page.getByText(en.logged(0, 0, true))).toBeVisible();
    const [activity] = await bed.db.activities.toArray();
    expect(activity).toMatchObject({ contacts: ['co_1'], team: ['Ken Sato'], kind: 'meeting' });
    expect(await drafts()).toMatchObject([{ kind: 'email', body: 'My own words', contacts: ['co_1'] }]);
    expect(stage?.history.at(-1)).toBe(`/accounts/${ID}`);
  });

  it('is copied or given to the mail program, and then waits no more', async () => {
    const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await begin();
    await keys('news');
    await keys('{F6}田中{Enter}');
    await keys(END);
    await mail().fill('Short and own');
    await page.getByRole('button', { name: en.copy, exact: true }).click();
    expect(copied).toHaveBeenCalledWith('Short and own');
    await page.getByRole('button', { name: en.openMail }).click();
    expect(bed.main.opened[0]).toMatch(
      /^mailto:k\.tanaka%40aoba-logistics\.example\?subject=.*&body=Short%20and%20own$/,
    );
    await page.getByRole('button', { name: new RegExp(`^${en.log}`) }).click();
    await expect.poll(() => bed.db.activities.count()).toBe(1);
    expect(await drafts()).toEqual([]);
    copied.mockRestore();
  });

  it('can be undone after a line was parked', async () => {
    await begin();
    await keys('first words');
    await keys('{Control>}j{/Control}later{Enter}');
    await expect.element(page.getByRole('heading', { name: en.parkingLot })).toBeVisible();
    await expect.element(text()).toHaveFocus();
    await keys('{Control>}z{/Control}');
    await expect.element(page.getByRole('heading', { name: en.parkingLot })).not.toBeInTheDocument();
    await expect.element(text()).toHaveTextContent('first words');
    await expect
      .poll(async () => {
        await keys('{Control>}z{/Control}');
        return text().element().textContent;
      })
      .not.toContain('first words');
  });
});

describe('the review', () => {
  it('logs next date, plan and people with the note, in one step that is kept in the draft and taken back', async () => {
    const milestones = [{ id: 'm1', title: 'Pilot line' }];
    await bed.db.objectives.add(
      anObjective({ id: 'o1', account: ID, startsOn: '2020-01-01', due: '2031-06-30', milestones }),
    );
    await begin();
    await keys('news');
    await keys('{F6}田中{Enter}');
    await keys(END);
    await page.getByRole('checkbox', { name: plans.stepMet('Pilot line') }).click();
    await page.getByRole('button', { name: new RegExp(people.reviewRole('田中 健')) }).click();
    await page.getByRole('option', { name: fields.choices.role.champion }).click();
    await page.getByRole('checkbox', { name: people.reviewLeft('田中 健') }).click();
    await expect
      .poll(async () => (await drafts())[0])
      .toMatchObject({
        saidSteps: { o1: { met: ['m1'] } },
        saidPeople: { co_1: { role: 'champion', left: true } },
      });
    await begin();
    await keys(END);
    await expect.element(page.getByRole('checkbox', { name: plans.stepMet('Pilot line') })).toBeChecked();
    await checkAccessibility(stage!.element);
    await keys(END);
    await expect.poll(() => bed.db.activities.count()).toBe(1);
    expect((await bed.db.objectives.get('o1'))?.milestones).toEqual([
      { id: 'm1', title: 'Pilot line', doneOn: TODAY },
    ]);
    expect(await bed.db.contacts.get('co_1')).toMatchObject({ role: 'champion', leftOn: TODAY });
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await expect.poll(async () => (await bed.db.objectives.get('o1'))?.milestones).toEqual(milestones);
    expect((await bed.db.contacts.get('co_1'))?.leftOn).toBeUndefined();
    expect(await bed.db.activities.count()).toBe(0);
  });
});

describe('an account that cannot be read', () => {
  it.each(['en', 'ja'] as const)('is told so, with the way to try again, %s', async (language) => {
    const words = language === 'en' ? en : ja;
    vi.spyOn(bed.db.accounts, 'get').mockRejectedValue(new Error('broken'));
    stage = await stageMeeting(bed, ID, language);
    await expect.element(page.getByRole('alert')).toHaveTextContent(words.unreadTitle);
    await expect
      .element(page.getByText(language === 'en' ? notes.unreadBody : notesJa.unreadBody))
      .toBeVisible();
    vi.restoreAllMocks();
  });
});
