/** Which of the tasks found in a note are to be made when it is saved: what exists is not doubled, what was left out stays out. */
import type { TaskChoice } from '../../model/stored.ts';
import type { Task } from '../../model/task.ts';
import type { FoundTask } from './find-tasks.ts';

export interface ProposedTask extends FoundTask {
  /** `exists`: the note made it earlier. `left-out`: found, but not to be made. */
  readonly state: 'new' | 'exists' | 'left-out';
}

export interface ProposeOptions {
  /** What was decided about each, by key. */
  readonly choices?: Readonly<Record<string, TaskChoice>>;
  /** The tasks that this note made earlier, done ones too. */
  readonly existing?: readonly Pick<Task, 'line' | 'title'>[];
  /** Keys that stood in the note before this edit: without a task they were left out then, or deleted since. */
  readonly before?: ReadonlySet<string>;
}

function chosen(task: FoundTask, choice: TaskChoice): FoundTask {
  const { due: _due, contact: _contact, ...rest } = task;
  const due = choice.due === undefined ? task.due : choice.due === '' ? undefined : choice.due;
  const samePerson = choice.owner === undefined || choice.owner === task.owner;
  const contact = samePerson && (choice.side ?? task.side) === 'theirs' ? task.contact : undefined;
  return {
    ...rest,
    title: choice.title?.trim() || task.title,
    side: choice.side ?? task.side,
    owner: choice.owner ?? task.owner,
    ...(contact === undefined ? {} : { contact }),
    ...(due === undefined ? {} : { due }),
  };
}

export function proposeTasks(found: readonly FoundTask[], options: ProposeOptions = {}): ProposedTask[] {
  const { choices = {}, existing = [], before } = options;
  const made = new Set(existing.map((task) => task.line ?? task.title));
  return found.map((task) => {
    if (made.has(task.key) || made.has(task.title)) return { ...task, state: 'exists' };
    const choice = Object.hasOwn(choices, task.key) ? (choices[task.key] ?? {}) : {};
    const skip = choice.skip ?? before?.has(task.key) ?? false;
    return { ...chosen(task, choice), state: skip ? 'left-out' : 'new' };
  });
}
