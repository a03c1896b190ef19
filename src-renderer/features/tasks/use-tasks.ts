/** All tasks, who is who, and what can be done: what the list and the strip on the account page are made of. */
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Book } from '#renderer/data/book.ts';
import { useData } from '#renderer/data/data-context.ts';
import {
  createTaskEdits,
  followTasks,
  type TaskEdits,
  type TaskList,
  teamMembers,
} from '#renderer/data/tasks.ts';
import { useLive } from '#renderer/data/use-live.ts';
import type { TaskAccount } from '#shared/domain/tasks/arrange-tasks.ts';
import { distinctNames } from '#shared/domain/tasks/people.ts';

const LOADING: TaskList = { state: 'loading', tasks: new Map() };

export interface LiveTasks extends TaskList {
  readonly retry: () => void;
}

/** Read while the component is mounted. */
export function useTaskList(): LiveTasks {
  const { db, store } = useData();
  const [list, setList] = useState(LOADING);
  const begin = useCallback(() => {
    const followed = followTasks(db, store.noteFailure);
    const show = () => setList(followed.get());
    show();
    const stop = followed.subscribe(show);
    return () => {
      stop();
      followed.close();
    };
  }, [db, store]);
  const end = useRef<() => void>(undefined);
  useEffect(() => {
    end.current = begin();
    return () => end.current?.();
  }, [begin]);
  const retry = () => {
    end.current?.();
    end.current = begin();
  };
  return { ...list, retry };
}

function accountsIn(book: Book): ReadonlyMap<string, TaskAccount> {
  return new Map(book.rows.map(({ account }) => [account.id, { name: account.name, owner: account.owner }]));
}

export function useTaskAccounts(): ReadonlyMap<string, TaskAccount> {
  const { book } = useData();
  const now = useSyncExternalStore(book.subscribe, book.get);
  return useMemo(() => accountsIn(now), [now]);
}

export interface OurSide {
  /** Everybody on our side: the user first, the team, then the owners of accounts. */
  readonly names: readonly string[];
  /** Undefined while nobody has said. */
  readonly me: string | undefined;
  /** Whether `me` is known not to be there, rather than not yet read. */
  readonly asked: boolean;
}

export function useOurSide(accounts: ReadonlyMap<string, TaskAccount>): OurSide {
  const { db } = useData();
  const live = useLive(() => teamMembers(db), [db]);
  return useMemo(() => {
    const team = live.state === 'ready' ? live.value : [];
    const me = team.find((member) => member.me === true)?.name;
    const owners = [...accounts.values()].flatMap((account) => account.owner ?? []).sort();
    const names = distinctNames([
      ...(me === undefined ? [] : [me]),
      ...team.map(({ name }) => name),
      ...owners,
    ]);
    return { names, me, asked: live.state === 'ready' };
  }, [live, accounts]);
}

export function useTaskEdits(): TaskEdits {
  const { store } = useData();
  return useMemo(() => createTaskEdits(store), [store]);
}
