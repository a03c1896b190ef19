/** How the task list is arranged on this screen; kept in localStorage between starts. */
import { create } from 'zustand';
import {
  TASK_GROUPINGS,
  TASK_SCOPES,
  type TaskGrouping,
  type TaskScope,
} from '#shared/domain/tasks/arrange-tasks.ts';

export interface TasksViewState {
  readonly scope: TaskScope;
  readonly grouping: TaskGrouping;
  readonly showDone: boolean;
}

const STORAGE_KEY = 'kizuna.tasks-view';
const DEFAULT_VIEW: TasksViewState = { scope: 'mine', grouping: 'due', showDone: false };

/** Each field by itself, the default where it does not fit. */
export function parseTasksView(text: string | null): TasksViewState {
  let stored: Partial<Record<keyof TasksViewState, unknown>> = {};
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    if (typeof value === 'object' && value !== null) stored = value;
  } catch {
    // Not JSON: nothing to keep.
  }
  return {
    scope: TASK_SCOPES.find((scope) => scope === stored.scope) ?? DEFAULT_VIEW.scope,
    grouping: TASK_GROUPINGS.find((grouping) => grouping === stored.grouping) ?? DEFAULT_VIEW.grouping,
    showDone: stored.showDone === true,
  };
}

function readStored(): string | null {
  try {
    return globalThis.localStorage?.getItem(STORAGE_KEY) ?? null;
  } catch {
    // Storage that is switched off is no reason not to start.
    return null;
  }
}

export const useTasksView = create<TasksViewState>()(() => parseTasksView(readStored()));

export function changeTasksView(change: Partial<TasksViewState>): void {
  useTasksView.setState(change);
  try {
    globalThis.localStorage?.setItem(STORAGE_KEY, JSON.stringify(useTasksView.getState()));
  } catch {
    // The arrangement then lasts until the window closes.
  }
}
