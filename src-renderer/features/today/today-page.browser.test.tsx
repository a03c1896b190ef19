/** Today by hand and keyboard: whose it shows, handing over, a note in place, the whole day on paper, a clock set back. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { isoDateOf } from '#renderer/i18n/format.ts';
import { changeTodayScope } from '#renderer/ui-state/today-view.ts';
import { addDays } from '#shared/domain/table/days.ts';
import type { Conflict, Draft } from '#shared/model/stored.ts';
import type { Task } from '#shared/model/task.ts';
import { stageAccount } from '#test/fakes/account-stage.tsx';
import { checkAccessibility } from '#test/fakes/check-accessibility.ts';
import type { Stage } from '#test/fakes/mount-screen.tsx';
import { account, type TestBed, testBed } from '#test/fakes/test-store.ts';
import { stageToday } from '#test/fakes/today-stage.tsx';

let bed: TestBed;
let stage: Stage | undefined;
let today: string;

beforeEach(async () => {
  bed = await testBed();
  bed.clock.at = Date.now();
  today = isoDateOf(Date.now());
  await page.viewport(1280, 800);
});
afterEach(async () => {
  stage?.end();
  stage = undefined;
  vi.restoreAllMocks();
  await bed.end();
});

const ACCOUNTS = [
  account('a', { name: 'Aoba', owner: 'Ken Sato' }),
  account('b', { name: 'Borea', owner: 'Mia Wolf' }),
];

function task(id: string, values: Partial<Task> = {}): Task {
  const base = { id, title: `Job ${id}`, account: 'a', side: 'ours', owner: '', state: 'open' } as const;
  return { ...base, due: today, createdAt: 1, updatedAt: 1, ...values };
}

function conflict(id: string): Conflict {
  return {
    key: `${id}\u001fstage`,
    noun: 'account',
    recordId: id,
    field: 'stage',
    base: 'x',
    ours: 'y',
    theirs: 'z',
    sourceId: 'crm',
    at: 1,
  };
}

const lines = () => [...document.querySelectorAll<HTMLElement>('.kz-today-line')];
const said = () => lines().map((line) => line.querySelector('.kz-today-sentence')?.textContent ?? '');
const titles = () => said().flatMap((sentence) => /Job \w+/.exec(sentence)?.[0] ?? []);
const who = () => page.getByPlaceholder('Type a name');
const key = (keys: string) => userEvent.keyboard(keys);

const PATIENT = { timeout: 15_000 };

async function open(options: Partial<Parameters<typeof stageToday>[1]> = {}): Promise<void> {
  stage = await stageToday(bed, { accounts: ACCOUNTS, ...options });
  // Loaded, read and ordered: the first time takes a while on a busy machine.
  await expect.poll(() => lines().length, PATIENT).toBeGreaterThan(0);
}

describe('whose day it is', () => {
  it('mine, one owner’s, or the team’s: tasks by whoever does them, the rest by the account’s owner', async () => {
    const kept = { createdAt: 1, updatedAt: 1 };
    await bed.db.team.add({ id: 'me', name: 'Ken Sato', me: true, ...kept });
    await bed.db.tasks.bulkAdd([
      task('mine', { account: 'b', owner: 'Ken Sato' }),
      task('hers', { account: 'a', owner: 'Mia Wolf' }),
      task('nobodys', { account: 'b' }),
    ]);
    await bed.db.conflicts.bulkAdd([conflict('a'), conflict('b')]);
    await open();
    await expect.poll(() => titles().sort()).toEqual(['Job hers', 'Job mine', 'Job nobodys']);
    expect(lines().length).toBe(5);
    changeTodayScope('mine');
    await expect.poll(titles).toEqual(['Job mine']);
    expect(lines().map((line) => line.dataset.line)).toContain('conflict a');
    expect(lines().length).toBe(2);
    changeTodayScope('owner:Mia Wolf');
    await expect.poll(() => titles().sort()).toEqual(['Job hers', 'Job nobodys']);
    expect(lines().map((line) => line.dataset.line)).toContain('conflict b');
    changeTodayScope('team');
    await expect.poll(() => lines().length).toBe(5);
  });
});

describe('a line', () => {
  it('shows the score with the share of the weight that it is made of', async () => {
    await bed.db.conflicts.add(conflict('a'));
    await open({ figures: new Map([['a', { value: 38.4, coverage: 0.72, band: 'at-risk' }]]) });
    await expect.poll(() => lines()[0]?.textContent ?? '').toContain('38 from 72% weight');
  });

  it('hands a task to somebody by key, and takes it back', async () => {
    await bed.db.tasks.add(task('one'));
    await open();
    await expect.poll(titles).toEqual(['Job one']);
    await key('jr');
    await expect.element(who(), PATIENT).toHaveFocus();
    await checkAccessibility(document.body);
    await key('mia{Enter}');
    await expect.poll(async () => (await bed.db.tasks.get('one'))?.owner).toBe('Mia Wolf');
    await expect.poll(() => document.activeElement).toBe(lines()[0]);
    await key('{Control>}z{/Control}');
    await expect.poll(async () => (await bed.db.tasks.get('one'))?.owner).toBe('');
  });

  it('hands the account to another owner, or a task of it to a new name', async () => {
    await bed.db.conflicts.add(conflict('a'));
    await open();
    await expect.poll(() => lines().length).toBe(1);
    await key('jr');
    await expect.element(page.getByText('Ken Sato owns the account now.')).toBeVisible();
    await expect.element(who(), PATIENT).toHaveFocus();
    await key('mia{Enter}');
    await expect.poll(async () => (await bed.db.accounts.get('a'))?.owner).toBe('Mia Wolf');
    await expect.element(page.getByText('Aoba: owned by Mia Wolf from now on')).toBeVisible();
    await key('{Control>}z{/Control}');
    await expect.poll(async () => (await bed.db.accounts.get('a'))?.owner).toBe('Ken Sato');
    await key('r');
    await userEvent.click(page.getByRole('radio', { name: 'A task' }));
    await userEvent.click(who());
    await key('Zoe{Enter}');
    await expect.element(page.getByText('Write what is to be done.')).toBeVisible();
    await userEvent.fill(page.getByRole('textbox', { name: 'What is to be done' }), 'Call them');
    await userEvent.click(who());
    await key('{Enter}');
    await expect
      .poll(() => bed.db.tasks.toArray())
      .toMatchObject([{ title: 'Call them', owner: 'Zoe', side: 'ours', account: 'a' }]);
  });

  it('says in the form of a new task who does it', async () => {
    await bed.db.conflicts.add(conflict('a'));
    await open();
    await expect.poll(() => lines().length).toBe(1);
    await key('jt');
    await expect.element(page.getByRole('textbox', { name: 'What is to be done' })).toHaveFocus();
    await key('Call them');
    await userEvent.click(page.getByRole('button', { name: 'Who does it: Ken Sato' }));
    await expect.element(who(), PATIENT).toHaveFocus();
    await key('mia{Enter}');
    await userEvent.click(page.getByRole('button', { name: 'Add the task' }));
    await expect
      .poll(() => bed.db.tasks.toArray())
      .toMatchObject([{ title: 'Call them', owner: 'Mia Wolf' }]);
  });

  it('opens the note beside the list, keeps what is typed, and gives the focus back', async () => {
    await bed.db.conflicts.bulkAdd([conflict('a'), conflict('b')]);
    await open();
    await expect.poll(() => lines().length).toBe(2);
    await key('jj');
    const second = lines()[1];
    await expect.poll(() => document.activeElement).toBe(second);
    await key('n');
    const note = page.getByRole('region', { name: 'New note' });
    await expect.element(note, PATIENT).toBeVisible();
    await expect.poll(() => document.activeElement?.closest('.kz-note-body') ?? null, PATIENT).not.toBeNull();
    await key('They called');
    await expect.poll(() => bed.db.drafts.toArray()).toMatchObject([{ body: 'They called' }]);
    await checkAccessibility(document.body);
    await key('{Escape}');
    await expect.poll(() => document.activeElement).toBe(second);
    expect(stage?.history).toEqual(['/']);
    const [, id = ''] = second?.dataset.line?.split(' ') ?? [];
    await expect.poll(async () => (await bed.db.drafts.toArray())[0]?.accountId).toBe(id);
  });

  it('goes on with a draft that waits, in place', async () => {
    const draft: Draft = {
      id: 'd',
      accountId: 'a',
      noun: 'activity',
      kind: 'call',
      activityAt: 5,
      subject: 'Half a call',
      body: 'Begun',
      createdAt: 1,
      updatedAt: 1,
    };
    await bed.db.drafts.add(draft);
    await open();
    await expect.poll(() => said()[0]).toContain('Half a call');
    await userEvent.click(page.getByRole('button', { name: 'Finish the note: Half a call' }));
    await expect.element(page.getByRole('textbox', { name: 'Subject' }), PATIENT).toHaveValue('Half a call');
    await expect.element(page.getByText('Begun')).toBeVisible();
    await expect.poll(() => document.activeElement?.closest('.kz-note') ?? null, PATIENT).not.toBeNull();
    await key('{Control>}{Enter}{/Control}');
    await expect
      .poll(async () => (await bed.db.activities.toArray()).map(({ body }) => body))
      .toEqual(['Begun']);
    await expect.poll(() => lines().length).toBe(0);
  });
});

describe('on paper', () => {
  const MANY = 65;

  it('stands the whole day, not only what the screen shows so far', async () => {
    await bed.db.tasks.bulkAdd(Array.from({ length: MANY }, (_, i) => task(`t${i}`)));
    await open();
    await expect.poll(() => lines().length).toBe(40);
    let printed = 0;
    vi.spyOn(window, 'print').mockImplementation(() => {
      printed = lines().length;
      window.dispatchEvent(new Event('afterprint'));
    });
    await userEvent.click(page.getByRole('button', { name: 'Print my day' }));
    await expect.poll(() => printed).toBe(MANY);
    await expect.poll(() => lines().length).toBe(40);
  });

  it('also by the browser’s own command', async () => {
    await bed.db.tasks.bulkAdd(Array.from({ length: MANY }, (_, i) => task(`t${i}`)));
    await open();
    await expect.poll(() => lines().length).toBe(40);
    window.dispatchEvent(new Event('beforeprint'));
    expect(lines().length).toBe(MANY);
    window.dispatchEvent(new Event('afterprint'));
    await expect.poll(() => lines().length).toBe(40);
  });
});

describe('a clock that was set back', () => {
  const keep = (day: string) =>
    bed.db.healthSnapshots.add({
      account: 'a',
      day,
      scorecard: 'x',
      version: 1,
      coverage: 0,
      band: 'unknown',
      m: '',
      g: [],
      s: [],
      v: [],
    });
  const notice = () => page.getByText('The clock of this machine may have been set back');

  it('is told on Today; a traveller’s is not', async () => {
    await keep(addDays(today, 1));
    await bed.db.tasks.add(task('one'));
    await open();
    await expect.poll(titles).toEqual(['Job one']);
    expect(notice().query()).toBeNull();
    await keep(addDays(today, 30));
    await expect.element(notice()).toBeVisible();
  });

  it('is told on the page of an account too, where ages are counted as well', async () => {
    await keep(addDays(today, 30));
    await bed.db.accounts.bulkAdd(ACCOUNTS);
    const shown = await stageAccount(bed, 'a', 'en');
    await expect.element(notice()).toBeVisible();
    shown.end();
  });
});
