/** The keyboard of the task list, offered to the palette and the keyboard map as well. */
import type { RefObject } from 'react';
import type { Texts } from '#renderer/i18n/dictionaries.ts';
import { type Command, useCommands } from '#renderer/ui/keys.ts';
import { changeTasksView, useTasksView } from '#renderer/ui-state/tasks-view.ts';
import { TASK_SCOPES } from '#shared/domain/tasks/arrange-tasks.ts';
import type { Task } from '#shared/model/task.ts';
import type { TaskActions } from './task-actions.ts';
import type { TaskListHandle } from './task-list.tsx';
import { accountPath, notePath } from './task-paths.ts';
import {
  chooseAll,
  chooseNone,
  extendTo,
  moveTo,
  placeOf,
  type TaskSelection,
  toggle,
} from './task-selection.ts';

interface TaskKeys {
  readonly texts: Texts['tasks'];
  readonly actions: TaskActions;
  readonly tasks: ReadonlyMap<string, Task>;
  /** Of the tasks in the list, in its order. */
  readonly ids: readonly string[];
  readonly selection: TaskSelection;
  readonly onSelection: (next: TaskSelection) => void;
  readonly handle: RefObject<TaskListHandle | null>;
  readonly page: RefObject<HTMLElement | null>;
  readonly onAdd: () => void;
  readonly onAccount: (tasks: readonly Task[]) => void;
  readonly onOpen: (path: string) => void;
}

/** The chosen ones that are in the list, else the current one. */
function targetsOf({ ids, tasks, selection }: TaskKeys): Task[] {
  const chosen = ids.filter((id) => selection.chosen.has(id));
  const current = ids[placeOf(ids, selection)];
  const wanted = chosen.length > 0 ? chosen : current === undefined ? [] : [current];
  return wanted.flatMap((id) => tasks.get(id) ?? []);
}

function listCommands(keys: TaskKeys): readonly Command[] {
  const { texts, ids, selection, onSelection, handle } = keys;
  const at = placeOf(ids, selection);
  const go = (next: TaskSelection) => {
    onSelection(next);
    handle.current?.focus();
  };
  // The first press shows where one is.
  const step = (by: number) => moveTo(ids, selection, selection.cursor === undefined ? at : at + by);
  const only = { keyboardOnly: true };
  return [
    { id: 'tasks.next', label: texts.keys.next, keys: ['j', 'ArrowDown'], ...only, run: () => go(step(1)) },
    {
      id: 'tasks.previous',
      label: texts.keys.previous,
      keys: ['k', 'ArrowUp'],
      ...only,
      run: () => go(step(-1)),
    },
    {
      id: 'tasks.extend-down',
      label: texts.keys.extendDown,
      keys: ['shift+j', 'shift+ArrowDown'],
      ...only,
      run: () => go(extendTo(ids, selection, at + 1)),
    },
    {
      id: 'tasks.extend-up',
      label: texts.keys.extendUp,
      keys: ['shift+k', 'shift+ArrowUp'],
      ...only,
      run: () => go(extendTo(ids, selection, at - 1)),
    },
    {
      id: 'tasks.select',
      label: texts.keys.select,
      keys: ['v'],
      ...only,
      run: () => go(toggle(ids, selection, at)),
    },
    {
      id: 'tasks.all',
      label: texts.keys.all,
      keys: ['mod+a'],
      run: () => onSelection(chooseAll(ids, selection)),
    },
    {
      id: 'tasks.none',
      label: texts.clearSelection,
      keys: ['Escape'],
      ...only,
      run: () => onSelection(chooseNone(selection)),
    },
  ];
}

function taskCommands(keys: TaskKeys): readonly Command[] {
  const { texts, actions, ids, selection, onSelection, handle, page, onOpen } = keys;
  const targets = targetsOf(keys);
  const [first] = targets;
  if (first === undefined) return [];
  const current = keys.tasks.get(ids[placeOf(ids, selection)] ?? '') ?? first;
  /** With several chosen the bar's button is pressed, else the row's own. */
  const press = (act: string) => {
    const bar = page.current?.querySelector<HTMLElement>(`[data-bulk] [data-act=${act}]`);
    if (bar === null || bar === undefined) handle.current?.press(current.id, `[data-act=${act}]`);
    else bar.click();
  };
  /** The one that takes the place of the first is the next one to look at. */
  const letGo = () => onSelection(moveTo(ids, chooseNone(selection), ids.indexOf(first.id)));
  const finish = async () => {
    letGo();
    await actions.setDone(targets, !targets.every((task) => task.state === 'done'));
    handle.current?.focus();
  };
  const remove = async () => {
    letGo();
    await actions.remove(targets);
    handle.current?.focus();
  };
  const account = accountPath(current);
  const note = notePath(current);
  const edit = () => handle.current?.press(current.id, '.kz-task-title .kz-inline');
  const open = (path: string | undefined) => path !== undefined && onOpen(path);
  return [
    { id: 'tasks.done', label: texts.keys.done, keys: ['x'], run: () => void finish() },
    { id: 'tasks.move', label: texts.keys.move, keys: ['m'], run: () => press('move') },
    { id: 'tasks.assign', label: texts.keys.assign, keys: ['r'], run: () => press('assign') },
    { id: 'tasks.account', label: texts.keys.account, keys: ['a'], run: () => keys.onAccount(targets) },
    { id: 'tasks.edit', label: texts.keys.edit, keys: ['e', 'F2'], run: edit },
    { id: 'tasks.open', label: texts.keys.open, keys: ['o'], run: () => open(account) },
    { id: 'tasks.note', label: texts.keys.note, run: () => open(note) },
    { id: 'tasks.delete', label: texts.keys.delete, keys: ['Delete'], run: () => void remove() },
  ];
}

export function useTaskKeys(keys: TaskKeys): void {
  const { texts } = keys;
  const view = useTasksView();
  useCommands({
    id: 'tasks',
    title: texts.title,
    commands: [
      { id: 'tasks.add', label: texts.keys.add, keys: ['t'], run: keys.onAdd },
      ...listCommands(keys),
      ...taskCommands(keys),
      {
        id: 'tasks.show-done',
        label: texts.keys.showDone,
        keys: ['d'],
        run: () => changeTasksView({ showDone: !view.showDone }),
      },
      {
        id: 'tasks.group',
        label: texts.keys.group,
        keys: ['g'],
        run: () => changeTasksView({ grouping: view.grouping === 'due' ? 'account' : 'due' }),
      },
      ...TASK_SCOPES.map((scope, index) => ({
        id: `tasks.scope.${scope}`,
        label: texts.keys.scope(texts.scopes[scope]),
        keys: [String(index + 1)],
        run: () => changeTasksView({ scope }),
      })),
    ],
  });
}
