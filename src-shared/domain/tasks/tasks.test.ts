/** The rules of the task list: when a task is due, whose it is, in which order it stands. */
import { describe, expect, it } from 'vitest';
import type { Task } from '../../model/task.ts';
import { accountDue, arrangeTasks, countScopes, isMine, type TaskQuery } from './arrange-tasks.ts';
import { DUE_CHOICES, dayOfChoice, daysOfChoices, dueGroup } from './due.ts';
import { distinctNames, sameName } from './people.ts';
import { readTaskLine } from './read-task-line.ts';

/** A Wednesday. */
const TODAY = '2026-11-18';

let serial = 0;
function task(values: Partial<Task>): Task {
  serial++;
  return {
    id: `t${String(serial).padStart(3, '0')}`,
    title: 'Send the plan',
    account: '',
    side: 'ours',
    owner: '',
    state: 'open',
    createdAt: serial,
    updatedAt: serial,
    ...values,
  };
}

const query: TaskQuery = {
  scope: 'all',
  grouping: 'due',
  showDone: false,
  today: TODAY,
  me: '佐藤 健二',
  accounts: new Map([
    ['aoba', { name: '青葉物流', owner: '佐藤健二' }],
    ['borea', { name: 'Borea', owner: 'Kim' }],
  ]),
  compare: new Intl.Collator('ja').compare,
};

describe('when a task is due', () => {
  it.each([
    ['2026-11-17', 'overdue'],
    ['2026-11-18', 'today'],
    ['2026-11-19', 'week'],
    ['2026-11-22', 'week'],
    ['2026-11-23', 'later'],
    [undefined, 'none'],
    ['next spring', 'none'],
  ] as const)('%s is %s, seen from a Wednesday', (due, group) => {
    expect(dueGroup(due, TODAY)).toBe(group);
  });

  it('ends the week on Sunday', () => {
    expect(dueGroup('2026-11-23', '2026-11-22')).toBe('later');
  });

  it('knows the days that one moves a task to', () => {
    expect(dayOfChoice('tomorrow', '2026-12-31')).toBe('2027-01-01');
    expect(dayOfChoice('nextWeek', TODAY)).toBe('2026-11-23');
    expect(dayOfChoice('nextWeek', '2026-11-23')).toBe('2026-11-30');
    expect(dayOfChoice('inTwoWeeks', TODAY)).toBe('2026-12-02');
    expect(dayOfChoice('endOfMonth', '2028-02-10')).toBe('2028-02-29');
  });

  it('offers each day once, under the first of its names', () => {
    const names = (today: string) => daysOfChoices(DUE_CHOICES, today).map(({ choice }) => choice);
    expect(names(TODAY)).toEqual(DUE_CHOICES);
    // A Sunday; and the last day of a month.
    expect(names('2026-11-22')).toEqual(['today', 'tomorrow', 'inTwoWeeks', 'endOfMonth']);
    expect(names('2026-11-30')).not.toContain('endOfMonth');
  });
});

describe('who is who', () => {
  it('reads over width, case, spaces and the order of names', () => {
    expect(sameName('佐藤　健二', '佐藤健二')).toBe(true);
    expect(sameName('Ｋｅｎ Sato', 'sato ken')).toBe(true);
    expect(sameName('ken.sato@example.com', 'Ken Sato')).toBe(true);
    expect(sameName('Sato', 'Ken Sato')).toBe(false);
    expect(sameName('', '')).toBe(false);
  });

  it('lists each person once', () => {
    expect(distinctNames(['Ken Sato', ' sato ken', '', '佐藤 健二', '佐藤　健二'])).toEqual([
      'Ken Sato',
      '佐藤 健二',
    ]);
  });
});

describe('mine', () => {
  it('is what was given to me, and what nobody has on my accounts', () => {
    const mine = (values: Partial<Task>) => isMine(task(values), query.me, query.accounts);
    expect(mine({ owner: '佐藤健二', account: 'borea' })).toBe(true);
    expect(mine({ account: 'aoba' })).toBe(true);
    expect(mine({})).toBe(true);
    expect(mine({ account: 'borea' })).toBe(false);
    expect(mine({ owner: 'Kim', account: 'aoba' })).toBe(false);
    expect(mine({ side: 'theirs', owner: '佐藤健二' })).toBe(false);
  });

  it('is what nobody has while I have not said who I am', () => {
    expect(isMine(task({ account: 'borea' }), undefined, query.accounts)).toBe(true);
    expect(isMine(task({ owner: 'Kim' }), undefined, query.accounts)).toBe(false);
  });
});

describe('the list', () => {
  const late = task({ title: 'late', due: '2026-11-10', account: 'aoba' });
  const later = task({ title: 'later', due: '2027-01-10', account: 'borea', side: 'theirs', owner: 'Mori' });
  const undated = task({ title: 'undated' });
  const today = task({ title: 'today', due: TODAY, account: 'borea', owner: 'Kim' });
  const done = task({ title: 'done', state: 'done', doneAt: 5, account: 'aoba' });
  const tasks = [later, undated, done, today, late];

  /** 'Heading 2' for a group, 'title' for a task. */
  const told = (change: Partial<TaskQuery>) =>
    arrangeTasks(tasks, { ...query, ...change }).map((line) =>
      line.type === 'group' ? `${line.key} ${line.count}` : line.task.title,
    );

  it('stands by date, the most urgent first, done ones only when asked for', () => {
    expect(told({})).toEqual([
      'overdue 1',
      'late',
      'today 1',
      'today',
      'later 1',
      'later',
      'none 1',
      'undated',
    ]);
    expect(told({ showDone: true }).slice(-2)).toEqual(['done 1', 'done']);
  });

  it('stands by account, in the order of names, what has none last', () => {
    expect(told({ grouping: 'account', showDone: true })).toEqual([
      'borea 2',
      'today',
      'later',
      'aoba 2',
      'late',
      'done',
      ' 1',
      'undated',
    ]);
  });

  it('shows mine, ours or theirs, and counts them', () => {
    expect(told({ scope: 'mine' })).toEqual(['overdue 1', 'late', 'none 1', 'undated']);
    expect(told({ scope: 'theirs' })).toEqual(['later 1', 'later']);
    expect(countScopes(tasks, query)).toEqual({ mine: 2, ours: 3, theirs: 1, all: 4, overdue: 1 });
  });

  it('tells an account what is due on it', () => {
    expect(accountDue(tasks, TODAY)).toEqual({ open: 4, overdue: 1, due: [late, today] });
  });
});

describe('a task in one line', () => {
  const options = {
    today: TODAY,
    me: '佐藤 健二',
    team: ['佐藤 健二', 'Ken Sato'],
    contacts: [{ id: 'c1', name: 'Mori Emi' }],
  };

  it.each([
    ['Send plan @Sato fri', { title: 'Send plan', side: 'ours', owner: 'Ken Sato', due: '2026-11-20' }],
    [
      '計画書を送る @佐藤 金曜',
      { title: '計画書を送る', side: 'ours', owner: '佐藤 健二', due: '2026-11-20' },
    ],
    ['Call back', { title: 'Call back', side: 'ours', owner: '佐藤 健二' }],
    [
      '@Mori sends the floor plan by 12/1',
      { title: 'sends the floor plan', side: 'theirs', owner: 'Mori Emi', contact: 'c1', due: '2026-12-01' },
    ],
    ['→ tidy up tomorrow', { title: 'tidy up', side: 'ours', owner: '佐藤 健二', due: '2026-11-19' }],
  ])('reads “%s”', (line, task) => {
    expect(readTaskLine(line, options)).toEqual(expect.objectContaining(task));
  });

  it('reads nothing from nothing', () => {
    expect(readTaskLine('   ', options)).toBeUndefined();
  });
});
