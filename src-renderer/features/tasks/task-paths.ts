/** Where a task's account and the note or the playbook that made it are. */
import type { Task } from '#shared/model/task.ts';

export function accountPath(task: Task): string | undefined {
  return task.account === '' ? undefined : `/accounts/${encodeURIComponent(task.account)}`;
}

export function playbookPath({ playbook }: Task): string | undefined {
  return playbook === undefined ? undefined : `/tasks/playbooks/${encodeURIComponent(playbook)}`;
}

export function notePath(task: Task): string | undefined {
  const account = accountPath(task);
  if (task.activity === undefined || account === undefined) return undefined;
  return `${account}?entry=${encodeURIComponent(task.activity)}`;
}
