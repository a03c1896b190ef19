/** Playbooks that run on an account, read from the tasks that they made. */
import type { Playbook } from '../../model/playbook.ts';
import type { Task } from '../../model/task.ts';

export interface PlaybookRun {
  readonly run: string;
  readonly account: string;
  readonly playbook: string;
  /** Of the newest start. */
  readonly startedAt: number;
  readonly done: number;
  readonly total: number;
  /** The day of the next open task; undefined where none has one. */
  readonly due: string | undefined;
  /** Steps that have a task, open or done. */
  readonly steps: ReadonlySet<string>;
}

type RunTask = Pick<Task, 'account' | 'state' | 'due' | 'createdAt' | 'playbook' | 'run' | 'step'>;

/**
 * What was started and has an open task left, by account and playbook: missing steps that were added later belong to the
 * same run. Once all is done it has run, and can begin anew.
 */
export function runningPlaybooks(tasks: Iterable<RunTask>): readonly PlaybookRun[] {
  const byRun = new Map<string, RunTask[]>();
  for (const task of tasks) {
    if (task.playbook === undefined || task.run === undefined) continue;
    const list = byRun.get(task.run);
    if (list === undefined) byRun.set(task.run, [task]);
    else list.push(task);
  }
  const runs: PlaybookRun[] = [];
  for (const [run, list] of byRun) {
    const [first] = list;
    const open = list.filter(({ state }) => state === 'open');
    if (first?.playbook === undefined || open.length === 0) continue;
    const days = open.flatMap(({ due }) => due ?? []).sort();
    runs.push({
      run,
      account: first.account,
      playbook: first.playbook,
      startedAt: Math.max(...list.map(({ createdAt }) => createdAt)),
      done: list.length - open.length,
      total: list.length,
      due: days[0],
      steps: new Set(list.flatMap(({ step }) => step ?? [])),
    });
  }
  return runs.sort((a, b) => b.startedAt - a.startedAt || (a.playbook < b.playbook ? -1 : 1));
}

/** The steps that a running playbook has no task for. */
export function missingSteps(
  playbook: Pick<Playbook, 'steps'>,
  run: Pick<PlaybookRun, 'steps'> | undefined,
): Playbook['steps'] {
  return run === undefined ? playbook.steps : playbook.steps.filter(({ id }) => !run.steps.has(id));
}
