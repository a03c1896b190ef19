/** Tasks as people change them, one operation per intention however many are chosen; and all of them, kept fresh. */
import { err, ok, type Result } from '#shared/base/result.ts';
import type { TeamMember } from '#shared/model/note.ts';
import type { Change, Json, Operation } from '#shared/model/operation.ts';
import type { Task } from '#shared/model/task.ts';
import { intoBin } from './bin.ts';
import { onChangedKeys } from './changed-keys.ts';
import { createObservable, type Observable } from './observable.ts';
import { toJsonRecord } from './operations.ts';
import type { KizunaDatabase } from './schema.ts';
import type { Store } from './store.ts';
import type { WriteError } from './write-with-outbox.ts';

export interface TaskFields {
  readonly title: string;
  readonly account: string;
  readonly side: Task['side'];
  readonly owner: string;
  readonly contact?: string | undefined;
  readonly due?: string | undefined;
}

/** Who does it from now on. */
export type TaskPerson = Pick<TaskFields, 'side' | 'owner' | 'contact'>;

/** undefined: everything was already so, nothing was written. */
type TaskResult = Promise<Result<Operation | undefined, WriteError>>;

export interface TaskEdits {
  /** The value is the new task's id. */
  add(fields: TaskFields): Promise<Result<string, WriteError>>;
  setDone(ids: readonly string[], done: boolean): TaskResult;
  /** Undefined takes the date away. */
  move(ids: readonly string[], due: string | undefined): TaskResult;
  reassign(ids: readonly string[], person: TaskPerson): TaskResult;
  rename(id: string, title: string): TaskResult;
  /** A contact stays behind with the account; the name of who does it goes along. */
  setAccount(ids: readonly string[], account: string): TaskResult;
  /** Into the bin, from which it can be put back for 30 days. */
  remove(ids: readonly string[]): TaskResult;
}

const SCOPE = ['tasks', 'operations', 'outbox', 'bases', 'meta'];

/** The fields that differ, as [from, to]; null stands for "no value". */
function differing(task: Task, wanted: Readonly<Record<string, Json>>): Record<string, [Json, Json]> {
  const row = toJsonRecord({ ...task });
  return Object.fromEntries(
    Object.entries(wanted).flatMap(([field, to]): [string, [Json, Json]][] => {
      const from = row[field] ?? null;
      return from === to ? [] : [[field, [from, to]]];
    }),
  );
}

type TaskStore = Pick<Store, 'db' | 'write' | 'decideAndWrite' | 'clock' | 'newId'>;

export function createTaskEdits(store: TaskStore): TaskEdits {
  const { db, clock, newId } = store;

  /** Inside the transaction: what each of the tasks comes to. Those that are gone meanwhile are a refusal. */
  async function plan(ids: readonly string[], change: (task: Task) => readonly Change[]) {
    const unique = [...new Set(ids)];
    const tasks = await db.tasks.bulkGet(unique);
    const changes: Change[] = [];
    for (const [i, task] of tasks.entries()) {
      if (task === undefined)
        return err<WriteError>({ type: 'no-such-record', table: 'tasks', id: unique[i] ?? '' });
      changes.push(...change(task));
    }
    return ok(changes);
  }

  function planSet(
    ids: readonly string[],
    wanted: Readonly<Record<string, Json>>,
    concerns: (task: Task) => boolean = () => true,
  ) {
    return plan(ids, (task) => {
      const fields = concerns(task) ? differing(task, wanted) : {};
      return Object.keys(fields).length === 0 ? [] : [{ type: 'set', table: 'tasks', id: task.id, fields }];
    });
  }

  return {
    async add({ contact, due, ...fields }) {
      const now = clock.now();
      const task: Task = {
        ...fields,
        ...(contact === undefined ? {} : { contact }),
        ...(due === undefined ? {} : { due }),
        id: newId(),
        state: 'open',
        createdAt: now,
        updatedAt: now,
      };
      const record = toJsonRecord({ ...task });
      const written = await store.write('task.add', [{ type: 'add', table: 'tasks', record }]);
      return written.ok ? ok(task.id) : written;
    },

    setDone: (ids, done) =>
      store.decideAndWrite<WriteError>(done ? 'task.done' : 'task.reopen', SCOPE, () =>
        planSet(
          ids,
          { state: done ? 'done' : 'open', doneAt: done ? clock.now() : null },
          (task) => (task.state === 'done') !== done,
        ),
      ),

    move: (ids, due) =>
      store.decideAndWrite<WriteError>('task.move', SCOPE, () => planSet(ids, { due: due ?? null })),

    reassign: (ids, { side, owner, contact }) =>
      store.decideAndWrite<WriteError>('task.assign', SCOPE, () =>
        planSet(ids, { side, owner, contact: contact ?? null }),
      ),

    rename: (id, title) =>
      store.decideAndWrite<WriteError>('task.edit', SCOPE, () => planSet([id], { title })),

    setAccount: (ids, account) =>
      store.decideAndWrite<WriteError>('task.account', SCOPE, () =>
        planSet(ids, { account, contact: null }, (task) => task.account !== account),
      ),

    remove: (ids) =>
      store.decideAndWrite<WriteError>('task.remove', [...SCOPE, 'bin'], () =>
        plan(ids, (task) => intoBin('tasks', { ...task }, clock.now())),
      ),
  };
}

export interface TaskList {
  readonly state: 'loading' | 'ready' | 'failed';
  readonly tasks: ReadonlyMap<string, Task>;
}

export interface FollowedTasks extends Observable<TaskList> {
  close(): void;
}

/** All tasks in memory: read once, then only what was written is read again, so that ten thousand stay quick. */
export function followTasks(db: KizunaDatabase, onFailure: (error: unknown) => void): FollowedTasks {
  const list = createObservable<TaskList>({ state: 'loading', tasks: new Map() });
  let waiting: Set<string> | 'all' = 'all';
  let running = false;
  let closed = false;

  async function readAll(): Promise<Map<string, Task>> {
    const tasks = await db.tasks.toArray();
    return new Map(tasks.map((task) => [task.id, task]));
  }

  async function readSome(ids: readonly string[]): Promise<Map<string, Task>> {
    const tasks = new Map(list.get().tasks);
    const fresh = await db.tasks.bulkGet([...ids]);
    for (const [i, id] of ids.entries()) {
      const task = fresh[i];
      if (task === undefined) tasks.delete(id);
      else tasks.set(id, task);
    }
    return tasks;
  }

  async function follow(): Promise<void> {
    if (running) return;
    running = true;
    try {
      while (!closed && (waiting === 'all' || waiting.size > 0)) {
        const wanted = waiting;
        waiting = new Set();
        const tasks = wanted === 'all' ? await readAll() : await readSome([...wanted]);
        if (!closed) list.set({ state: 'ready', tasks });
      }
    } catch (error) {
      waiting = 'all';
      onFailure(error);
      if (!closed) list.set({ ...list.get(), state: 'failed' });
    } finally {
      running = false;
    }
  }

  const stop = onChangedKeys(db.name, ['tasks'], (keys) => {
    if (keys === 'many') waiting = 'all';
    else if (waiting !== 'all') for (const key of keys) waiting.add(key);
    void follow();
  });
  void follow();
  return {
    get: list.get,
    subscribe: list.subscribe,
    close() {
      closed = true;
      stop();
    },
  };
}

export function tasksOfAccount(db: KizunaDatabase, account: string): Promise<Task[]> {
  return db.tasks.where('account').equals(account).toArray();
}

export function teamMembers(db: KizunaDatabase): Promise<TeamMember[]> {
  return db.team.toArray();
}
