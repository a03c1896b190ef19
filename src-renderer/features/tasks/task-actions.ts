/** What people do to tasks: stored, told in a toast that takes it back, refused in the user's words. */
import { useMemo } from 'react';
import { saveTeamMember } from '#renderer/data/notes.ts';
import type { TaskEdits, TaskFields, TaskPerson } from '#renderer/data/tasks.ts';
import { useStore } from '#renderer/data/use-store.ts';
import type { WriteError } from '#renderer/data/write-with-outbox.ts';
import type { Texts } from '#renderer/i18n/dictionaries.ts';
import { toast } from '#renderer/ui/toast.tsx';
import { offerUndo } from '#renderer/ui/undo-toast.ts';
import { assertNever } from '#shared/base/assert-never.ts';
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
  rename(task: Task, title: string): Promise<boolean>;
  remove(tasks: readonly Task[]): Promise<boolean>;
  setMe(name: string): Promise<boolean>;
}

function refusal(texts: Texts['tasks'], error: WriteError): string {
  switch (error.type) {
    case 'read-only':
      return texts.readOnly;
    case 'no-such-record':
      return texts.gone;
    case 'store-failed':
      return texts.failed;
    default:
      return assertNever(error);
  }
}

/** Says what came of it; nothing when it was so already. */
function tell(texts: Texts['tasks'], done: Result<unknown, WriteError>, said: string): boolean {
  if (!done.ok) toast({ message: refusal(texts, done.error), tone: 'danger' });
  else if (done.value !== undefined) offerUndo(said);
  return done.ok;
}

const ids = (tasks: readonly Task[]) => tasks.map((task) => task.id);

function createActions(edits: TaskEdits, words: TaskWords, setMe: TaskActions['setMe']): TaskActions {
  const { texts } = words;
  const firstTitle = (tasks: readonly Task[]) => tasks[0]?.title ?? '';
  return {
    setMe,
    async add(fields) {
      const done = await edits.add(fields);
      tell(texts, done, texts.saidAdded(fields.title));
      return done.ok ? done.value : undefined;
    },
    async setDone(tasks, done) {
      const say = done ? texts.saidDone : texts.saidReopened;
      return tell(texts, await edits.setDone(ids(tasks), done), say(tasks.length, firstTitle(tasks)));
    },
    async move(tasks, due) {
      const said =
        due === undefined
          ? texts.saidUndated(tasks.length)
          : texts.saidMoved(tasks.length, dueText(words, due));
      return tell(texts, await edits.move(ids(tasks), due), said);
    },
    async reassign(tasks, person) {
      const said =
        person.owner === ''
          ? texts.saidUnassigned(tasks.length)
          : texts.saidAssigned(tasks.length, person.owner);
      return tell(texts, await edits.reassign(ids(tasks), person), said);
    },
    async rename(task, title) {
      return tell(texts, await edits.rename(task.id, title), texts.saidRenamed);
    },
    async remove(tasks) {
      return tell(texts, await edits.remove(ids(tasks)), texts.saidDeleted(tasks.length, firstTitle(tasks)));
    },
  };
}

export function useTaskActions(words: TaskWords): TaskActions {
  const store = useStore();
  const edits = useTaskEdits();
  return useMemo(() => {
    const { texts } = words;
    return createActions(edits, words, async (name) =>
      tell(texts, await saveTeamMember(store, name, { me: true }), texts.saidMe(name)),
    );
  }, [edits, store, words]);
}
