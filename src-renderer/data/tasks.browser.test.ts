/** Tasks in a real database: each intention one operation, taken back as one; the list follows every write. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Task } from '#shared/model/task.ts';
import { type TestBed, testBed } from '#test/fakes/test-store.ts';
import { createTaskEdits, type FollowedTasks, followTasks, type TaskEdits } from './tasks.ts';

let bed: TestBed;
let edits: TaskEdits;
let followed: FollowedTasks | undefined;

function task(id: string, values: Partial<Task> = {}): Task {
  const base = { id, title: `Task ${id}`, account: '', side: 'ours', owner: '', state: 'open' } as const;
  return { ...base, createdAt: 1, updatedAt: 1, ...values };
}

beforeEach(async () => {
  bed = await testBed();
  edits = createTaskEdits(bed.store);
  await bed.db.tasks.bulkPut([
    task('a'),
    task('b', { due: '2026-11-20' }),
    task('c', { state: 'done', doneAt: 5 }),
  ]);
});
afterEach(async () => {
  followed?.close();
  followed = undefined;
  await bed.end();
});

const all = () => bed.db.tasks.toArray();
const get = (id: string) => bed.db.tasks.get(id);
const intents = () => bed.main.journal.map((each) => each.operation.intent);

describe('what people do to tasks', () => {
  it('adds one, without empty fields', async () => {
    const added = await edits.add({
      title: '計画書を送る',
      account: 'x',
      side: 'ours',
      owner: '佐藤',
      due: undefined,
    });
    if (!added.ok) throw new Error('not added');
    expect(await get(added.value)).toEqual({
      id: added.value,
      title: '計画書を送る',
      account: 'x',
      side: 'ours',
      owner: '佐藤',
      state: 'open',
      createdAt: expect.any(Number),
      updatedAt: expect.any(Number),
    });
  });

  it('finishes many as one operation, leaves alone what is done already, and takes it back as one', async () => {
    await edits.setDone(['a', 'b', 'c'], true);
    expect((await all()).map(({ state }) => state)).toEqual(['done', 'done', 'done']);
    expect((await get('c'))?.doneAt).toBe(5);
    const undone = await bed.store.undoRedo.undo();
    expect(undone.ok && undone.value.intent).toBe('task.done');
    expect((await all()).map(({ state, doneAt }) => [state, doneAt])).toEqual([
      ['open', undefined],
      ['open', undefined],
      ['done', 5],
    ]);
    expect((await bed.store.undoRedo.redo()).ok).toBe(true);
    expect((await get('a'))?.state).toBe('done');
  });

  it('moves, takes the date away, reassigns and renames', async () => {
    await edits.move(['a', 'b'], '2026-12-01');
    expect((await all()).map(({ due }) => due)).toEqual(['2026-12-01', '2026-12-01', undefined]);
    await edits.move(['a'], undefined);
    expect(await get('a')).not.toHaveProperty('due');
    await edits.reassign(['a'], { side: 'theirs', owner: 'Mori', contact: 'c1' });
    expect(await get('a')).toMatchObject({ side: 'theirs', owner: 'Mori', contact: 'c1' });
    await edits.reassign(['a'], { side: 'ours', owner: 'Kim' });
    expect(await get('a')).not.toHaveProperty('contact');
    await edits.rename('a', 'Call back');
    expect((await get('a'))?.title).toBe('Call back');
  });

  it('moves to another account, leaves the contact of the first one behind, and takes it back as one', async () => {
    await bed.db.tasks.put(task('d', { account: 'x', side: 'theirs', owner: 'Mori', contact: 'c1' }));
    await edits.setAccount(['a', 'd'], 'y');
    expect(await get('a')).toMatchObject({ account: 'y' });
    expect(await get('d')).toMatchObject({ account: 'y', side: 'theirs', owner: 'Mori' });
    expect(await get('d')).not.toHaveProperty('contact');
    await expect.poll(intents).toEqual(['task.account']);
    await bed.store.undoRedo.undo();
    expect(await get('a')).toMatchObject({ account: '' });
    expect(await get('d')).toMatchObject({ account: 'x', contact: 'c1' });
    // Already there: who does it stays as it was.
    expect(await edits.setAccount(['d'], 'x')).toEqual({ ok: true, value: undefined });
  });

  it('writes nothing when everything is so already', async () => {
    expect(await edits.move(['b'], '2026-11-20')).toEqual({ ok: true, value: undefined });
    expect(await bed.db.operations.count()).toBe(0);
  });

  it('deletes into the bin in one operation, and undo brings everything back', async () => {
    await edits.remove(['a', 'b']);
    expect((await all()).map(({ id }) => id)).toEqual(['c']);
    expect((await bed.db.bin.toArray()).map(({ id, table }) => [id, table])).toEqual([
      ['a', 'tasks'],
      ['b', 'tasks'],
    ]);
    await expect.poll(intents).toEqual(['task.remove']);
    await bed.store.undoRedo.undo();
    expect((await all()).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(await bed.db.bin.count()).toBe(0);
  });

  it('refuses what concerns a task that is gone, and changes none of the others', async () => {
    const moved = await edits.move(['a', 'gone'], '2026-12-01');
    expect(moved).toEqual({ ok: false, error: { type: 'no-such-record', table: 'tasks', id: 'gone' } });
    expect(await get('a')).not.toHaveProperty('due');
  });

  it('does not undo what somebody has changed since', async () => {
    await edits.move(['a'], '2026-12-01');
    await bed.db.tasks.update('a', { due: '2026-12-24' });
    const undone = await bed.store.undoRedo.undo();
    expect(undone).toEqual({
      ok: false,
      error: { type: 'changed-since', intent: 'task.move', table: 'tasks', id: 'a', field: 'due' },
    });
    expect((await get('a'))?.due).toBe('2026-12-24');
  });
});

describe('all tasks, kept fresh', () => {
  const titles = () => [...(followed?.get().tasks.values() ?? [])].map(({ title }) => title).sort();

  it('follows what is added, changed and removed', async () => {
    followed = followTasks(bed.db, () => undefined);
    await expect.poll(titles).toEqual(['Task a', 'Task b', 'Task c']);
    await edits.rename('b', 'Renamed');
    await expect.poll(titles).toEqual(['Renamed', 'Task a', 'Task c']);
    await edits.remove(['a']);
    await expect.poll(titles).toEqual(['Renamed', 'Task c']);
    await bed.store.undoRedo.undo();
    await expect.poll(titles).toEqual(['Renamed', 'Task a', 'Task c']);
  });

  it('reads one of ten thousand again, not all of them', async () => {
    await bed.db.tasks.bulkPut(Array.from({ length: 10_000 }, (_, i) => task(`t${i}`)));
    followed = followTasks(bed.db, () => undefined);
    await expect.poll(() => followed?.get().tasks.size).toBe(10_003);
    const before = followed.get().tasks.get('t5');
    await edits.setDone(['t7'], true);
    await expect.poll(() => followed?.get().tasks.get('t7')?.state).toBe('done');
    expect(followed.get().tasks.get('t5')).toBe(before);
  });
});
