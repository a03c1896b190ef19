/** What is done from Today: stored, told in a toast that takes it back, refused in the user's words. */
import { useMemo } from 'react';
import { type SettleError, settle } from '#renderer/data/health/settlements.ts';
import { createTaskEdits, type TaskPerson } from '#renderer/data/tasks.ts';
import { useStore } from '#renderer/data/use-store.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { editRefusalText, refusalText, tell } from '#renderer/ui/refusal.ts';
import type { Result } from '#shared/base/result.ts';
import type { Alert } from '#shared/model/alert.ts';
import type { Task } from '#shared/model/task.ts';

export interface NewTask {
  readonly title: string;
  readonly account: string;
  readonly person: TaskPerson;
  readonly due: string | undefined;
}

/** Each true when it was stored. */
export interface TodayActions {
  finishAlert(alert: Alert, title: string): Promise<boolean>;
  finishTask(task: Task): Promise<boolean>;
  moveTask(task: Task, due: string): Promise<boolean>;
  addTask(task: NewTask): Promise<boolean>;
  assignTask(task: Task, person: TaskPerson): Promise<boolean>;
  /** The account's owner from now on; '' = nobody. `name` is the account's. */
  assignAccount(account: string, name: string, owner: string): Promise<boolean>;
}

export function useTodayActions(): TodayActions {
  const store = useStore();
  const texts = useText('today');
  const { refused } = useText('ui');
  const fields = useText('fields').labels.account;
  const { format } = useLocale();
  return useMemo(() => {
    const edits = createTaskEdits(store);
    const told = (done: Result<unknown, SettleError>, said: string) =>
      tell(done, said, (error) => (error.type === 'required' ? refused.failed : refusalText(refused, error)));
    return {
      async finishAlert({ id, account, mark }, title) {
        const said = { id, account, mark, about: 'alert', state: 'done', reason: '' } as const;
        return told(await settle(store, [said]), texts.saidDone(title));
      },
      async finishTask(task) {
        return told(await edits.setDone([task.id], true), texts.saidTaskDone(task.title));
      },
      async moveTask(task, due) {
        return told(await edits.move([task.id], due), texts.saidMoved(task.title, format.date(due)));
      },
      async addTask({ title, account, person, due }) {
        return told(await edits.add({ title, account, due, ...person }), texts.saidTask(title, person.owner));
      },
      async assignTask(task, person) {
        return told(await edits.reassign([task.id], person), texts.saidAssigned(task.title, person.owner));
      },
      async assignAccount(account, name, owner) {
        const done = await store.editRecords('account', [account], { owner: owner === '' ? null : owner });
        return tell(done, texts.saidOwner(name, owner), (error) =>
          editRefusalText(refused, error, () => fields.owner),
        );
      },
    };
  }, [store, texts, refused, fields, format]);
}
