/** Which tasks a list shows, in which order and under which headings: pure, quick for ten thousand of them. */
import type { Task } from '../../model/task.ts';
import type { Day } from '../table/days.ts';
import { DUE_GROUPS, type DueGroup, dueGroup } from './due.ts';
import { sameName } from './people.ts';

export const TASK_SCOPES = ['mine', 'ours', 'theirs', 'all'] as const;
export type TaskScope = (typeof TASK_SCOPES)[number];

export const TASK_GROUPINGS = ['due', 'account'] as const;
export type TaskGrouping = (typeof TASK_GROUPINGS)[number];

/** What the list needs to know of an account. */
export interface TaskAccount {
  readonly name: string;
  readonly owner: string | undefined;
}

export interface TaskQuery {
  readonly scope: TaskScope;
  readonly grouping: TaskGrouping;
  readonly showDone: boolean;
  /** 'YYYY-MM-DD'. */
  readonly today: Day;
  /** The user's own name; undefined while nobody has said. */
  readonly me: string | undefined;
  readonly accounts: ReadonlyMap<string, TaskAccount>;
  /** Orders names in the reader's language. */
  readonly compare: (a: string, b: string) => number;
}

/** Group keys: of `due`, one of the due groups or 'done'; of `account`, the account's id, '' for none. */
export type TaskLine =
  | { readonly type: 'group'; readonly key: string; readonly count: number }
  | { readonly type: 'task'; readonly task: Task };

/** Ours and given to me; or to nobody, on an account of mine or on none. Who has not said who they are has what nobody has. */
export function isMine(
  task: Task,
  me: string | undefined,
  accounts: ReadonlyMap<string, TaskAccount>,
): boolean {
  if (task.side !== 'ours') return false;
  if (me === undefined) return task.owner === '';
  if (task.owner !== '') return sameName(task.owner, me);
  const account = accounts.get(task.account);
  return task.account === '' || (account?.owner !== undefined && sameName(account.owner, me));
}

/** A name is compared once, not once per task. */
function mineTest(query: Pick<TaskQuery, 'me' | 'accounts'>): (task: Task) => boolean {
  const known = new Map<string, boolean>();
  return (task) => {
    const key = [task.side, task.owner, task.owner === '' ? task.account : ''].join('\u001f');
    const answer = known.get(key) ?? isMine(task, query.me, query.accounts);
    known.set(key, answer);
    return answer;
  };
}

function scopeTest(scope: TaskScope, query: Pick<TaskQuery, 'me' | 'accounts'>): (task: Task) => boolean {
  switch (scope) {
    case 'mine':
      return mineTest(query);
    case 'ours':
    case 'theirs':
      return (task) => task.side === scope;
    case 'all':
      return () => true;
  }
}

/** Without a date last; the older first among equals. */
function byDue(a: Task, b: Task): number {
  const left = a.due ?? '9999';
  const right = b.due ?? '9999';
  if (left !== right) return left < right ? -1 : 1;
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
}

/** Done ones stand below the open ones, the last finished first. */
function inOrder(a: Task, b: Task): number {
  if (a.state !== b.state) return a.state === 'open' ? -1 : 1;
  return a.state === 'done' ? (b.doneAt ?? 0) - (a.doneAt ?? 0) : byDue(a, b);
}

function keyOf(task: Task, query: TaskQuery): DueGroup | 'done' | string {
  if (query.grouping === 'account') return task.account;
  return task.state === 'done' ? 'done' : dueGroup(task.due, query.today);
}

function groupOrder(keys: Iterable<string>, query: TaskQuery): string[] {
  if (query.grouping === 'due') {
    const order: readonly string[] = [...DUE_GROUPS, 'done'];
    return [...keys].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  }
  const name = (id: string) => query.accounts.get(id)?.name ?? '';
  return [...keys].sort((a, b) => {
    // What belongs to no account comes last.
    if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1;
    return query.compare(name(a), name(b)) || (a < b ? -1 : 1);
  });
}

export function arrangeTasks(tasks: Iterable<Task>, query: TaskQuery): readonly TaskLine[] {
  const wanted = scopeTest(query.scope, query);
  const groups = new Map<string, Task[]>();
  for (const task of tasks) {
    if ((task.state === 'done' && !query.showDone) || !wanted(task)) continue;
    const key = keyOf(task, query);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [task]);
    else group.push(task);
  }
  return groupOrder(groups.keys(), query).flatMap((key): TaskLine[] => {
    const group = (groups.get(key) ?? []).sort(inOrder);
    return [
      { type: 'group', key, count: group.length },
      ...group.map((task): TaskLine => ({ type: 'task', task })),
    ];
  });
}

export interface ScopeCounts extends Readonly<Record<TaskScope, number>> {
  /** Of mine. */
  readonly overdue: number;
}

/** Open tasks by scope. */
export function countScopes(
  tasks: Iterable<Task>,
  query: Pick<TaskQuery, 'me' | 'accounts' | 'today'>,
): ScopeCounts {
  const counts = { mine: 0, ours: 0, theirs: 0, all: 0, overdue: 0 };
  const mine = mineTest(query);
  for (const task of tasks) {
    if (task.state === 'done') continue;
    counts.all++;
    counts[task.side]++;
    if (!mine(task)) continue;
    counts.mine++;
    if (dueGroup(task.due, query.today) === 'overdue') counts.overdue++;
  }
  return counts;
}

export interface AccountDue {
  readonly open: number;
  readonly overdue: number;
  /** What is due until the end of the week, the most urgent first. */
  readonly due: readonly Task[];
}

/** The tasks of one account, as its head shows them. */
export function accountDue(tasks: Iterable<Task>, today: Day): AccountDue {
  const open = [...tasks].filter((task) => task.state === 'open').sort(byDue);
  const near = (task: Task) => ['overdue', 'today', 'week'].includes(dueGroup(task.due, today));
  return {
    open: open.length,
    overdue: open.filter((task) => dueGroup(task.due, today) === 'overdue').length,
    due: open.filter(near),
  };
}
