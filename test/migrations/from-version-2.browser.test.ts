import { afterEach, expect, it } from 'vitest';
import { getPages } from '#renderer/data/page-store.ts';
import { openTimeline } from '#renderer/data/timeline.ts';
import { openMigrated, removeMigrated } from './open-migrated.ts';
import { makeVersion2 } from './version-2.ts';

afterEach(removeMigrated);

it('opens a database of version 2 with all that was in it', async () => {
  const db = await openMigrated(makeVersion2);
  expect((await db.accounts.get('a1'))?.touchModel).toBe('high');
  const { entries } = await openTimeline(db, { accountId: 'a1' }).next(50);
  expect(entries.map((entry) => entry.at)).toEqual([
    1_767_322_800_000, 1_767_321_000_000, 1_767_319_200_000, 1_767_000_000_000,
  ]);
  const [page] = await getPages(db, [7]);
  expect(page?.count).toBe(3);
  expect((await db.tasks.where('activity').equals('n1').first())?.title).toBe('Send the plan');
  expect((await db.versions.toArray())[0]?.body).toBe('Renew');
  expect((await db.kinds.get('call'))?.name).toBe('Ring');
  expect(await db.bin.count()).toBe(1);
  for (const table of ['weeks', 'signals', 'overrides', 'sentiments', 'settlements', 'ownRules'])
    expect(await db.table(table).count()).toBe(0);
  await db.overrides.add({
    id: 'o1',
    account: 'a1',
    band: 'watch',
    reason: 'New sponsor',
    until: '2026-12-31',
    by: '',
    createdAt: 1,
    updatedAt: 1,
  });
  expect(await db.overrides.where('account').equals('a1').count()).toBe(1);
});
