import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { account, baseOf, saved, type TestBed, testBed } from '#test/fakes/test-store.ts';
import { readIdentity } from './identity.ts';

let bed: TestBed;
beforeEach(async () => {
  bed = await testBed();
});
afterEach(() => bed.end());

describe('the door for people', () => {
  it('puts row, outbox entry and operation in one transaction, then turns Saving into Saved', async () => {
    const { db, store, main } = bed;
    await db.accounts.add(account('a', { owner: 'Mia' }));
    await db.bases.add(baseOf(account('a', { owner: 'Mia' })));
    main.delay = 20;
    const written = await store.editRecords('account', ['a'], { owner: 'Ken' });
    expect(written.ok).toBe(true);
    expect(store.saveState.get()).toEqual({ state: 'saving', pending: 1 });
    expect((await db.accounts.get('a'))?.owner).toBe('Ken');
    const [entry] = await db.outbox.toArray();
    expect(entry).toMatchObject({
      noun: 'account',
      recordId: 'a',
      fields: { owner: ['Mia', 'Ken'] },
      attempts: 0,
    });
    await saved(store);
    expect(main.journal.map((each) => each.operation.intent)).toEqual(['account.edit']);
    expect((await db.operations.toArray())[0]).toMatchObject({ journaled: 1, order: 1 });
    expect((await readIdentity(db))?.lastSeq).toBe(1);
    expect(store.saveState.get()).toEqual({ state: 'saved', pending: 0 });
  });

  it('leaves nothing behind when one of the changes cannot be done', async () => {
    const { db, store, main } = bed;
    await db.accounts.add(account('a'));
    const written = await store.write('account.edit', [
      { type: 'set', table: 'accounts', id: 'a', fields: { owner: [null, 'Ken'] } },
      { type: 'set', table: 'accounts', id: 'nobody', fields: { owner: [null, 'Ken'] } },
    ]);
    expect(written).toEqual({
      ok: false,
      error: { type: 'no-such-record', table: 'accounts', id: 'nobody' },
    });
    expect(await db.accounts.get('a')).toEqual(account('a'));
    expect(await db.operations.count()).toBe(0);
    expect(await db.outbox.count()).toBe(0);
    expect(store.saveState.get()).toEqual({ state: 'saved', pending: 0 });
    expect(main.journal).toEqual([]);
  });

  it('leaves nothing behind when a put fails inside the transaction', async () => {
    const { db, store } = bed;
    await db.accounts.add(account('a'));
    db.operations.hook('creating', () => {
      throw new Error('no more');
    });
    await expect(store.editRecords('account', ['a'], { owner: 'Ken' })).rejects.toThrow('no more');
    expect(await db.accounts.get('a')).toEqual(account('a'));
    expect(store.saveState.get().state).toBe('saved');
  });

  it('keeps an edit without a source out of the outbox', async () => {
    const { db, store } = bed;
    await db.accounts.add(account('a'));
    await store.editRecords('account', ['a'], { owner: 'Ken' });
    expect(await db.outbox.count()).toBe(0);
  });

  it('sends operations again in order after main failed, and none twice', async () => {
    const { db, store, main } = bed;
    await db.accounts.add(account('a'));
    main.failing.set('journal.append', 'disk-full');
    for (const owner of ['Ada', 'Bob', 'Cem']) await store.editRecords('account', ['a'], { owner });
    await store.resend();
    expect(store.saveState.get()).toEqual({ state: 'failed', pending: 3, cause: 'disk-full' });
    main.failing.clear();
    main.losing.add('journal.append');
    await store.resend();
    expect(store.saveState.get().state).toBe('failed');
    main.losing.clear();
    expect(await store.resend()).toBe('saved');
    const owners = main.journal.map(({ operation: { changes } }) =>
      changes.map((change) => (change.type === 'set' ? change.fields['owner']?.[1] : undefined)),
    );
    expect(owners).toEqual([['Ada'], ['Bob'], ['Cem']]);
    expect(store.saveState.get()).toEqual({ state: 'saved', pending: 0 });
    expect((await readIdentity(db))?.lastSeq).toBe(3);
  });

  it('does not claim to hold what somebody else wrote into the journal', async () => {
    const { db, store, main } = bed;
    await db.accounts.add(account('a'));
    const change = { type: 'set' as const, table: 'accounts', id: 'a', fields: {} };
    main.journal.push({ seq: 1, operation: { id: 'foreign-1', at: 1, intent: 'x', changes: [change] } });
    await store.editRecords('account', ['a'], { owner: 'Ken' });
    await saved(store);
    expect((await readIdentity(db))?.lastSeq).toBe(0);
    expect(await db.operations.where('journaled').equals(1).count()).toBe(1);
  });

  it('counts logged, changed and removed activities in the summary', async () => {
    const { db, store } = bed;
    const day = Date.UTC(2026, 3, 10);
    await store.addActivity({ account: 'a', kind: 'meeting', at: day, subject: 'Kick-off' });
    await store.addActivity({ account: 'a', kind: 'call', at: day - 86_400_000 });
    await store.addActivity({ account: 'a', kind: 'internal-note', at: day + 86_400_000 });
    expect((await db.summaries.get('a'))?.lastTouchAt).toBe(day);
    const meeting = (await db.activities.toArray()).find((each) => each.kind === 'meeting');
    await store.removeRecord('activity', meeting?.id ?? '');
    const summary = await db.summaries.get('a');
    expect(summary?.lastTouchAt).toBe(day - 86_400_000);
    expect(summary?.rows.activity).toBe(2);
    expect(summary?.lastAt['meeting']).toBeUndefined();
    expect(
      await db.outbox
        .where('recordId')
        .equals(meeting?.id ?? '')
        .count(),
    ).toBe(2);
  });

  it('refuses what no operation may write', async () => {
    const written = await bed.store.write('x', [
      { type: 'add', table: 'pages', record: { id: 'p', page: 1 } },
    ]);
    expect(written.ok).toBe(false);
  });
});
