/** Follows `?task=ID` in the address, from the search: the view gives way until that task is in it, and it is the current one. */
import { useEffect, useEffectEvent } from 'react';
import { useLocation, useSearch } from 'wouter';
import { toast } from '#renderer/ui/toast.tsx';
import { changeTasksView } from '#renderer/ui-state/tasks-view.ts';
import type { TaskWords } from './task-words.ts';
import type { LiveTasks } from './use-tasks.ts';

interface FoundTask {
  readonly list: LiveTasks;
  /** Of the tasks in the list, in its order. */
  readonly ids: readonly string[];
  readonly texts: TaskWords['texts'];
  readonly onFound: (id: string) => void;
}

export function useFoundTask({ list, ids, texts, onFound }: FoundTask): void {
  const id = new URLSearchParams(useSearch()).get('task');
  const [path, navigate] = useLocation();
  const isReady = list.state === 'ready';
  const follow = useEffectEvent((asked: string, shown: readonly string[]) => {
    const task = list.tasks.get(asked);
    if (task !== undefined && !shown.includes(asked)) {
      changeTasksView({ scope: 'all', ...(task.state === 'done' ? { showDone: true } : {}) });
      return;
    }
    if (task === undefined) toast({ message: texts.foundGone, tone: 'danger' });
    else onFound(asked);
    // Followed once: the same hit may be opened again.
    navigate(path, { replace: true });
  });
  useEffect(() => {
    if (isReady && id !== null && id !== '') follow(id, ids);
  }, [isReady, id, ids]);
}
