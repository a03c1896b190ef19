/** Moves tasks to another account: asks to which one, then does it. */
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { Texts } from '#renderer/i18n/dictionaries.ts';
import type { TaskAccount } from '#shared/domain/tasks/arrange-tasks.ts';
import type { Task } from '#shared/model/task.ts';
import type { TaskActions } from './task-actions.ts';
import type { LiveTasks } from './use-tasks.ts';

interface AskAccountParts {
  readonly title: string;
  readonly onChoose: (accountId: string) => void;
  readonly onClose: () => void;
}

export type AskAccount = (parts: AskAccountParts) => ReactNode;

interface Asking {
  readonly texts: Texts['tasks'];
  readonly list: LiveTasks;
  readonly accounts: ReadonlyMap<string, TaskAccount>;
  readonly actions: TaskActions;
  readonly askAccount: AskAccount;
}

/** Asks for the account of some tasks, then moves them there. */
export function useAskAccount({ texts, list, accounts, actions, askAccount }: Asking) {
  const [asked, ask] = useState<readonly Task[]>([]);
  const tasks = useRef(list.tasks);
  useEffect(() => {
    tasks.current = list.tasks;
  });
  const close = () => ask([]);
  return {
    ask,
    // The same for all rows, so that they need not be drawn again.
    askFor: useCallback((id: string) => {
      const task = tasks.current.get(id);
      if (task !== undefined) ask([task]);
    }, []),
    dialog:
      asked.length > 0 &&
      askAccount({
        title: texts.toAccountTitle(asked.length),
        onChoose: (account) => {
          close();
          void actions.setAccount(asked, account, accounts.get(account)?.name ?? '');
        },
        onClose: close,
      }),
  };
}
