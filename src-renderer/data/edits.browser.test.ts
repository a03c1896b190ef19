import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Conflict } from '#shared/model/stored.ts';
import { account, baseOf, type TestBed, testBed } from '#test/fakes/test-store.ts';
import { factsOf } from './facts.ts';

let bed: TestBed;
beforeEach(async () => {
  bed = await testBed();
  await bed.db.accounts.bulkAdd([account('a', { owner: 'Mia' }), account('b', { owner: 'Mia' })]);
});
afterEach(() => bed.end());

const conflict: Conflict = {
  key: ['a', 'owner'].join('\u001f'),
  noun: 'account',
  recordId: 'a',
  field: 'owner',
  base: 'Ada',
  ours: 'Mia',
  theirs: 'Ken',
  sourceId: 'crm',
  at: 1,
};

describe('edits', () => {
  it('change many records in one operation and leave alone what is already so', async () => {
    const { db, store } = bed;
    await db.accounts.update('b', { owner: 'Ken' });
    const written = await store.editRecords('account', ['a', 'b'], { owner: 'Ken', tags: ['vip', 'vip'] });
    const changes = written.ok ? (written.value?.changes ?? []) : [];
    expect(changes.map((change) => (change.type === 'set' ? change.fields : {}))).toEqual([
      { owner: ['Mia', 'Ken'], tags: [null, ['vip']] },
      { tags: [null, ['vip']] },
    ]);
    const again = await store.editRecords('account', ['a', 'b'], { owner: 'Ken' });
    expect(again).toEqual({ ok: true, value: undefined });
    expect(await db.operations.count()).toBe(1);
  });

  it('refuse values of the wrong kind, read-only and required fields, and unknown records', async () => {
    const { store, db } = bed;
    const refused = async (patch: Parameters<typeof store.editRecords<'account'>>[2], ids = ['a']) => {
      const written = await store.editRecords('account', ids, patch);
      return written.ok ? 'written' : written.error.type;
    };
    expect(await refused({ renewalDate: '2026-02-30' })).toBe('wrong-kind');
    expect(await refused({ seats: 1.5 })).toBe('wrong-kind');
    expect(await refused({ arr: { minor: 1.5, currency: 'JPY' } })).toBe('wrong-kind');
    expect(await refused({ stage: 'nowhere' })).toBe('not-a-choice');
    expect(await refused({ externalId: 'x' })).toBe('read-only-field');
    expect(await refused({ name: '  ' })).toBe('required');
    expect(await refused({ owner: 'Ken' }, ['a', 'nobody'])).toBe('no-such-record');
    expect(await db.operations.count()).toBe(0);
  });

  it('settle the conflict of a field that is edited, and undo brings it back', async () => {
    const { store, db } = bed;
    await db.conflicts.add(conflict);
    await store.editRecords('account', ['a'], { segment: 'enterprise' });
    expect(await db.conflicts.count()).toBe(1);
    await store.editRecords('account', ['a'], { owner: 'Leo' });
    expect(await db.conflicts.count()).toBe(0);
    await store.undoRedo.undo();
    expect(await db.conflicts.toArray()).toEqual([conflict]);
    expect((await db.accounts.get('a'))?.owner).toBe('Mia');
  });

  it('settle a conflict with ours, theirs or another value', async () => {
    const { store, db } = bed;
    const owners: unknown[] = [];
    for (const choice of [
      { type: 'ours' as const },
      { type: 'theirs' as const },
      { type: 'other' as const, value: 'Leo' },
    ]) {
      await db.conflicts.put(conflict);
      await db.accounts.update('a', { owner: 'Mia' });
      expect((await store.settleConflict(conflict.key, choice)).ok).toBe(true);
      owners.push((await db.accounts.get('a'))?.owner);
      expect(await db.conflicts.count()).toBe(0);
    }
    expect(owners).toEqual(['Mia', 'Ken', 'Leo']);
    expect((await store.settleConflict(conflict.key, { type: 'ours' })).ok).toBe(false);
  });

  it('keep the source of each fact, its word beside ours, and when it was changed', async () => {
    const { store, db, clock } = bed;
    const record = account('a', { owner: 'Mia', custom: { Tier: 'gold' } });
    await db.accounts.put(record);
    await db.bases.add(baseOf(record));
    const plan = { sourceId: 'crm', sourceName: 'CRM', tables: [], confirmedLinks: {} };
    await db.sources.add({ id: 'crm', name: 'Our CRM', kind: 'file', plan, createdAt: 1 });
    await store.editRecords('account', ['a'], { owner: 'Ken', custom: { Tier: null } });
    const facts = await factsOf(db, 'account', 'a');
    const source = { sourceId: 'crm', sourceName: 'Our CRM', seenAt: 500 };
    expect(facts.find((fact) => fact.field === 'owner')).toEqual({
      field: 'owner',
      value: 'Ken',
      source: { ...source, value: 'Mia' },
      changedAt: clock.at,
      conflict: undefined,
    });
    expect(facts.find((fact) => fact.field === 'custom.Tier')).toMatchObject({
      value: null,
      source: { ...source, value: 'gold' },
      changedAt: clock.at,
    });
    expect(facts.find((fact) => fact.field === 'name')?.changedAt).toBeUndefined();
  });
});
