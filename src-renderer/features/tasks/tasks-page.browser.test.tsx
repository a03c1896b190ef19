/** The task list by hand and keyboard: added in a line, done, moved, given to others, many at once, taken back. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { tasks as ja } from '#renderer/i18n/ja/tasks.ts';
import type { Task } from '#shared/model/task.ts';
import { checkAccessibility } from '#test/fakes/check-accessibility.ts';
import type { Stage } from '#test/fakes/mount-screen.tsx';
import { offeredCommands } from '#test/fakes/offered-commands.tsx';
import { stageTasks, TASKS_NOW } from '#test/fakes/tasks-stage.tsx';
import { type TestBed, testBed } from '#test/fakes/test-store.ts';

let bed: TestBed;
let stage: Stage;

function task(id: string, values: Partial<Task> = {}): Task {
  const base = { id, title: `Task ${id}`, account: '', side: 'ours', owner: '', state: 'open' } as const;
  return { ...base, createdAt: 1, updatedAt: 1, ...values };
}

beforeEach(async () => {
  bed = await testBed();
  await page.viewport(1280, 800);
});
afterEach(async () => {
  stage.end();
  await bed.end();
});

async function open(
  tasks: readonly Task[],
  language: 'en' | 'ja' = 'en',
  parts: Parameters<typeof stageTasks>[2] = {},
): Promise<void> {
  await bed.db.tasks.bulkPut([...tasks]);
  stage = await stageTasks(bed, language, parts);
}

/** The headings and titles on the screen, in their order. */
const shown = () =>
  [...stage.element.querySelectorAll('.kz-task-group, .kz-task-row .kz-task-title .kz-inline')].map(
    (each) => each.textContent,
  );
const stored = async (id: string) => bed.db.tasks.get(id);
const key = (keys: string) => userEvent.keyboard(keys);

const FOUR = [
  task('late', { due: '2026-11-10', account: 'aoba', activity: 'note-1' }),
  task('today', { due: '2026-11-18', account: 'borea', owner: 'Kim' }),
  task('later', { due: '2026-12-24', side: 'theirs', owner: 'Mori' }),
  task('never'),
];

describe('the list', () => {
  it('stands by date, by account, and shows done ones when asked', async () => {
    await open([...FOUR, task('done', { state: 'done', doneAt: TASKS_NOW })]);
    await expect
      .poll(shown)
      .toEqual([
        'Overdue 1',
        'Task late',
        'Today 1',
        'Task today',
        'Later 1',
        'Task later',
        'No date 1',
        'Task never',
      ]);
    await key('d');
    await expect.poll(() => shown().slice(-2)).toEqual(['Done 1', 'Task done']);
    await key('gd');
    await expect
      .poll(shown)
      .toEqual([
        'Borea 1',
        'Task today',
        '青葉物流 1',
        'Task late',
        'No account 2',
        'Task later',
        'Task never',
      ]);
    await key('3');
    await expect.poll(shown).toEqual(['No account 1', 'Task later']);
  });

  it.each(['en', 'ja'] as const)('is accessible in %s, with and without tasks', async (language) => {
    await open([], language);
    await expect.poll(() => stage.element.querySelector('.kz-state')).not.toBeNull();
    await checkAccessibility(stage.element);
    await bed.db.tasks.bulkPut(FOUR);
    await expect.poll(() => shown().length).toBe(8);
    await checkAccessibility(stage.element);
  });

  it('shows ten thousand without putting them all on the page', async () => {
    const many = Array.from({ length: 10_000 }, (_, i) => task(`t${i}`, { due: '2026-11-19', createdAt: i }));
    await open(many);
    await expect.poll(() => shown()[0]).toBe('This week 10,000');
    expect(stage.element.querySelectorAll('.kz-task-row').length).toBeLessThan(60);
    await key('jx');
    await expect.poll(() => shown()[0], { timeout: 10_000 }).toBe('This week 9,999');
    expect(stage.element.querySelectorAll('.kz-task-row').length).toBeLessThan(60);
  });
});

describe('by keyboard', () => {
  it('adds a task in one line, with who and when, and offers to take it back', async () => {
    await open([]);
    await expect.poll(() => stage.element.querySelector('.kz-task-add')).not.toBeNull();
    await key('t');
    await key('Send plan @Kim fri');
    await expect.element(page.getByText('Understood as Send plan · Kim · Nov 20')).toBeVisible();
    await key('{Enter}');
    await expect.poll(shown).toEqual(['This week 1', 'Send plan']);
    expect(await bed.db.tasks.toArray()).toMatchObject([{ owner: 'Kim', due: '2026-11-20', side: 'ours' }]);
    await userEvent.click(page.getByRole('button', { name: 'Undo' }));
    await expect.element(page.getByText('Undone: new task (Send plan)')).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Redo' }));
    await expect.poll(shown).toEqual(['This week 1', 'Send plan']);
  });

  it('finishes the current one, goes on to the next, and undoes with Ctrl+Z', async () => {
    await open(FOUR);
    await expect.poll(() => shown().length).toBe(8);
    await key('jx');
    await expect.poll(() => shown()[0]).toBe('Today 1');
    expect((await stored('late'))?.state).toBe('done');
    await expect.poll(() => document.activeElement?.getAttribute('data-task')).toBe('today');
    await key('{Control>}z{/Control}');
    await expect.poll(() => shown()[0]).toBe('Overdue 1');
    await key('{Control>}y{/Control}');
    await expect.poll(() => shown()[0]).toBe('Today 1');
  });

  it('moves a task to another day', async () => {
    await open(FOUR);
    await expect.poll(() => shown().length).toBe(8);
    await key('jm');
    await userEvent.click(page.getByRole('button', { name: /^Next week/ }));
    await expect.poll(async () => (await stored('late'))?.due).toBe('2026-11-23');
    await expect.poll(() => shown().slice(2, 5)).toEqual(['Later 2', 'Task late', 'Task later']);
  });

  it('gives a task to a contact of its account, and to a new name', async () => {
    await bed.db.contacts.put({ id: 'c1', name: '森 恵美', account: 'aoba', createdAt: 1, updatedAt: 1 });
    await open(FOUR);
    await expect.poll(() => shown().length).toBe(8);
    await key('jr');
    await expect.element(page.getByRole('option', { name: /森 恵美/ })).toBeVisible();
    await key('森{Enter}');
    await expect
      .poll(() => stored('late'))
      .toMatchObject({ side: 'theirs', owner: '森 恵美', contact: 'c1' });
    await key('r');
    await expect.element(page.getByRole('combobox', { name: 'Name' })).toHaveFocus();
    await key('Robin{Enter}');
    await expect.poll(() => stored('late')).toMatchObject({ side: 'ours', owner: 'Robin' });
    expect(await stored('late')).not.toHaveProperty('contact');
  });

  it('edits where it stands; an Enter of the input method does not save', async () => {
    await open(FOUR);
    await expect.poll(() => shown().length).toBe(8);
    await key('je');
    const field = page.getByRole('textbox', { name: 'Task', exact: true });
    await expect.element(field).toHaveFocus();
    await field.fill('電話する');
    field
      .element()
      .dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
    await expect.element(field).toHaveFocus();
    await key('{Enter}');
    await expect.poll(async () => (await stored('late'))?.title).toBe('電話する');
  });

  it('opens the account, and the note that made the task', async () => {
    await open(FOUR);
    await expect.poll(() => shown().length).toBe(8);
    await userEvent.click(page.getByRole('link', { name: 'From a note: open it' }));
    expect(stage.history.at(-1)).toBe('/accounts/aoba?entry=note-1');
    await key('o');
    expect(stage.history.at(-1)).toBe('/accounts/aoba');
  });
});

describe('many at once', () => {
  it('chooses with Shift, moves all, deletes all, and takes each back as one', async () => {
    await open(FOUR);
    await expect.poll(() => shown().length).toBe(8);
    await key('j{Shift>}jj{/Shift}');
    await expect.element(page.getByRole('toolbar', { name: '3 tasks selected' })).toBeVisible();
    await key('m');
    await userEvent.click(page.getByRole('button', { name: /^Tomorrow/ }));
    await expect
      .poll(() => shown())
      .toEqual(['This week 3', 'Task late', 'Task later', 'Task today', 'No date 1', 'Task never']);
    await key('{Delete}');
    await expect.poll(() => shown()).toEqual(['No date 1', 'Task never']);
    expect(await bed.db.bin.count()).toBe(3);
    await key('{Control>}z{/Control}');
    await expect.poll(() => shown().length).toBe(6);
    await key('{Control>}z{/Control}');
    await expect.poll(() => shown().length).toBe(8);
    await expect.element(page.getByText('Undone: moved task (3 records)')).toBeVisible();
  });
});

describe('to another account', () => {
  it('goes from its menu, told and taken back; an Enter of the input method chooses none', async () => {
    await open(FOUR);
    await expect.poll(() => shown().length).toBe(8);
    await userEvent.click(page.getByRole('button', { name: 'More for “Task late”' }));
    await userEvent.click(page.getByRole('menuitem', { name: /^Move to an account/ }));
    const chooser = page.getByRole('combobox', { name: 'Find an account' });
    await chooser.fill('Bor');
    const accept = { key: 'Enter', isComposing: true, bubbles: true, cancelable: true };
    chooser.element().dispatchEvent(new KeyboardEvent('keydown', accept));
    await expect.element(page.getByRole('dialog')).toBeVisible();
    await checkAccessibility(stage.element);
    await key('{Enter}');
    await expect.poll(async () => (await stored('late'))?.account).toBe('borea');
    await expect.element(page.getByText('1 task moved to Borea')).toBeVisible();
    await key('{Control>}z{/Control}');
    await expect.poll(async () => (await stored('late'))?.account).toBe('aoba');
    await expect.element(page.getByText('Undone: task moved to another account (Task late)')).toBeVisible();
  });

  it('goes by key with all that are chosen, and by the palette in both languages', async () => {
    const palette = offeredCommands();
    await open(FOUR, 'ja');
    await expect.poll(() => shown().length).toBe(8);
    await key('j{Shift>}j{/Shift}a');
    await expect.element(page.getByRole('dialog')).toBeVisible();
    await key('青葉{Enter}');
    await expect.poll(async () => (await stored('today'))?.account).toBe('aoba');
    await key('{Escape}');
    palette.run(ja.keys.account);
    await expect.element(page.getByRole('dialog', { name: ja.toAccountTitle(1) })).toBeVisible();
    palette.end();
  });
});

describe('a task that was found', () => {
  it.each([
    ['done', { state: 'done', doneAt: TASKS_NOW }],
    ['due next year', { due: '2027-06-01', side: 'theirs' }],
  ] as const)('is shown and marked, though it is %s and the view had left it out', async (_why, values) => {
    const before = Array.from({ length: 200 }, (_, i) => task(`t${i}`, { due: '2026-11-19', createdAt: i }));
    await open([...before, task('found', values)], 'en', {
      path: '/tasks?task=found',
      view: { scope: 'mine' },
    });
    await expect.poll(() => document.activeElement?.getAttribute('data-task')).toBe('found');
    await expect.element(page.getByRole('row', { name: 'Task found' })).toBeInViewport();
    expect(stage.history.at(-1)).toBe('/tasks');
  });

  it('says so when it is gone', async () => {
    await open(FOUR, 'en', { path: '/tasks?task=gone' });
    await expect.element(page.getByText('This task is no longer here.')).toBeVisible();
  });
});

describe('mine', () => {
  it('asks who I am and then shows mine', async () => {
    await open(FOUR);
    await expect.poll(() => shown().length).toBe(8);
    await key('1');
    await expect.element(page.getByText('Who are you?')).toBeVisible();
    await userEvent.fill(page.getByRole('combobox', { name: 'Your name' }), '佐藤 健二');
    await key('{Tab}');
    await userEvent.click(page.getByRole('button', { name: 'This is me' }));
    await expect.poll(shown).toEqual(['Overdue 1', 'Task late', 'No date 1', 'Task never']);
    expect(await bed.db.team.toArray()).toMatchObject([{ name: '佐藤 健二', me: true }]);
  });
});
