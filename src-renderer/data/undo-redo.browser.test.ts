import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { account, dump, saved, type TestBed, testBed } from '#test/fakes/test-store.ts';
import type { Row } from './operations.ts';

let bed: TestBed;
beforeEach(async () => {
  bed = await testBed();
});
afterEach(() => bed.end());

const TABLES = ['accounts', 'activities', 'drafts', 'bin'];

/** Rows as people see them: `updatedAt` says that something happened, not what. */
async function seen(): Promise<string> {
  const tables = await dump(bed.db, TABLES);
  return JSON.stringify(tables, (key, value) => (key === 'updatedAt' ? undefined : sorted(value)));
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value as Row).sort(([a], [b]) => (a < b ? -1 : 1)));
}

type Step =
  | { type: 'edit'; ids: string[]; owner: string | null; tags: string[] }
  | { type: 'log'; subject: string }
  | { type: 'remove' }
  | { type: 'draft'; body: string };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    type: fc.constant('edit' as const),
    ids: fc.subarray(['a', 'b', 'c'], { minLength: 1 }),
    owner: fc.option(fc.constantFrom('Mia', 'Ken', '健'), { nil: null }),
    tags: fc.subarray(['vip', 'pilot']),
  }),
  fc.record({ type: fc.constant('log' as const), subject: fc.string({ minLength: 1 }) }),
  fc.record({ type: fc.constant('remove' as const) }),
  fc.record({ type: fc.constant('draft' as const), body: fc.string() }),
);

/** The draft itself is no step, so it is there before and after. */
async function finishOne(body: string): Promise<void> {
  const { store, db } = bed;
  const waiting = await db.drafts.toCollection().first();
  if (waiting === undefined) return;
  if (body.length % 2 === 0) await store.finishDraft(waiting.id);
  else await store.discardDraft(waiting.id);
}

async function take(each: Step): Promise<void> {
  const { store, db } = bed;
  if (each.type === 'edit')
    await store.editRecords('account', each.ids, { owner: each.owner, tags: each.tags });
  else if (each.type === 'log')
    await store.addActivity({ account: 'a', kind: 'call', at: 5, subject: each.subject });
  else if (each.type === 'draft') await finishOne(each.body);
  else {
    const activity = await db.activities.toCollection().first();
    if (activity !== undefined) await store.removeRecord('activity', activity.id);
  }
}

describe('undo and redo', () => {
  it('all steps undone is the beginning, all redone is the end', async () => {
    await bed.db.accounts.bulkAdd([
      account('a'),
      account('b', { owner: 'Ada' }),
      account('c', { tags: ['vip'] }),
    ]);
    const { undoRedo } = bed.store;
    for (const kind of ['note', 'call', 'visit'])
      await bed.store.startDraft({ accountId: 'a', kind, activityAt: 7, body: kind });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const before = await seen();
        for (const each of steps) await take(each);
        const end = await seen();
        let undone = 0;
        while ((await undoRedo.undo()).ok) undone++;
        expect(await seen()).toBe(before);
        for (let i = 0; i < undone; i++) expect((await undoRedo.redo()).ok).toBe(true);
        expect(await seen()).toBe(end);
        while ((await undoRedo.undo()).ok);
        expect(await seen()).toBe(before);
      }),
      { numRuns: 25 },
    );
    await saved(bed.store);
    expect(bed.main.journal.length).toBe(await bed.db.operations.count());
  });

  it('refuses, as a value, when somebody changed the field since, and goes on to the step before', async () => {
    const { db, store } = bed;
    await db.accounts.bulkAdd([account('a', { owner: 'Mia' }), account('b')]);
    await store.editRecords('account', ['b'], { owner: 'Ken' });
    await store.editRecords('account', ['a'], { owner: 'Ken' });
    await db.accounts.update('a', { owner: 'the source' });
    expect(store.undoRedo.state.get()).toEqual({ undo: 'account.edit', redo: undefined });
    expect(await store.undoRedo.undo()).toEqual({
      ok: false,
      error: { type: 'changed-since', intent: 'account.edit', table: 'accounts', id: 'a', field: 'owner' },
    });
    const undone = await store.undoRedo.undo();
    expect(undone.ok && undone.value.intent).toBe('account.edit');
    expect((await db.accounts.get('b'))?.owner).toBeUndefined();
    expect((await db.accounts.get('a'))?.owner).toBe('the source');
    expect((await store.undoRedo.undo()).ok).toBe(false);
    const inverse = (await db.operations.toArray()).find((each) => each.operation.undoes !== undefined);
    expect(inverse?.operation.undoes).toBe(undone.ok ? undone.value.id : '');
  });

  it('takes each of the steps that are asked for faster than one is taken', async () => {
    const { store, db } = bed;
    await db.accounts.add(account('a'));
    for (const owner of ['Mia', 'Ken', '健']) await store.editRecords('account', ['a'], { owner });
    await Promise.all([store.undoRedo.undo(), store.undoRedo.undo(), store.undoRedo.undo()]);
    expect((await db.accounts.get('a'))?.owner).toBeUndefined();
    await Promise.all([store.undoRedo.redo(), store.undoRedo.redo()]);
    expect((await db.accounts.get('a'))?.owner).toBe('Ken');
  });

  it('keeps what is written while a step is being taken', async () => {
    const { store, db } = bed;
    await db.accounts.bulkAdd([account('a'), account('b')]);
    await store.editRecords('account', ['a'], { owner: 'Mia' });
    await Promise.all([store.undoRedo.undo(), store.editRecords('account', ['b'], { owner: 'Ken' })]);
    expect((await store.undoRedo.undo()).ok).toBe(true);
    expect((await db.accounts.get('b'))?.owner).toBeUndefined();
    expect((await db.accounts.get('a'))?.owner).toBeUndefined();
  });
});
