/** What people do to tasks: stored, told in a toast that takes it back, refused in the user's words. */
import { useMemo } from 'react';
import { saveTeamMember } from '#renderer/data/notes.ts';
import type { Store } from '#renderer/data/store.ts';
import type { TaskEdits, TaskFields, TaskPerson } from '#renderer/data/tasks.ts';
import { useStore } from '#renderer/data/use-store.ts';
import type { WriteError } from '#renderer/data/write-with-outbox.ts';
import type { Texts } from '#renderer/i18n/dictionaries.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { refusalText, tell } from '#renderer/ui/refusal.ts';
import type { Result } from '#shared/base/result.ts';
import type { Task } from '#shared/model/task.ts';
import { dueText, type TaskWords } from './task-words.ts';
import { useTaskEdits } from './use-tasks.ts';

/** Each true when it was stored, or was so already. */
export interface TaskActions {
  /** The value is the new task's id. */
  add(fields: TaskFields): Promise<string | undefined>;
  setDone(tasks: readonly Task[], done: boolean): Promise<boolean>;
  move(tasks: readonly Task[], due: string | undefined): Promise<boolean>;
  reassign(tasks: readonly Task[], person: TaskPerson): Promise<boolean>;
  setAccount(tasks: readonly Task[], account: string, name: string): Promise<boolean>;
  rename(task: Task, title: string): Promise<boolean>;
  remove(tasks: readonly Task[]): Promise<boolean>;
  setMe(name: string): Promise<boolean>;
}

const ids = (tasks: readonly Task[]) => tasks.map((task) => task.id);

interface Parts {
  readonly store: Store;
  readonly edits: TaskEdits;
  readonly words: TaskWords;
  readonly refused: Texts['ui']['refused'];
}

function createActions({ store, edits, words, refused }: Parts): TaskActions {
  const { texts } = words;
  const firstTitle = (tasks: readonly Task[]) => tasks[0]?.title ?? '';
  const told = (done: Result<unknown, WriteError>, said: string) =>
    tell(done, said, (error) => refusalText(refused, error, texts.gone));
  return {
    async setMe(name) {
      return told(await saveTeamMember(store, name, { me: true }), texts.saidMe(name));
    },
    async add(fields) {
      const done = await edits.add(fields);
      told(done, texts.saidAdded(fields.title));
      return done.ok ? done.value : undefined;
    },
    async setDone(tasks, done) {
      const say = done ? texts.saidDone : texts.saidReopened;
      return told(await edits.setDone(ids(tasks), done), say(tasks.length, firstTitle(tasks)));
    },
    async move(tasks, due) {
      const said =
        due === undefined
          ? texts.saidUndated(tasks.length)
          : texts.saidMoved(tasks.length, dueText(words, due));
      return told(await edits.move(ids(tasks), due), said);
    },
    async reassign(tasks, person) {
      const said =
        person.owner === ''
          ? texts.saidUnassigned(tasks.length)
          : texts.saidAssigned(tasks.length, person.owner);
      return told(await edits.reassign(ids(tasks), person), said);
    },
    async setAccount(tasks, account, name) {
      return told(await edits.setAccount(ids(tasks), account), texts.saidToAccount(tasks.length, name));
    },
    async rename(task, title) {
      return told(await edits.rename(task.id, title), texts.saidRenamed);
    },
    async remove(tasks) {
      return told(await edits.remove(ids(tasks)), texts.saidDeleted(tasks.length, firstTitle(tasks)));
    },
  };
}

export function useTaskActions(words: TaskWords): TaskActions {
  const store = useStore();
  const edits = useTaskEdits();
  const { refused } = useText('ui');
  return useMemo(() => createActions({ store, edits, words, refused }), [store, edits, words, refused]);
}
