import { afterEach, expect, it } from 'vitest';
import { getPages } from '#renderer/data/page-store.ts';
import { openTimeline } from '#renderer/data/timeline.ts';
import { openMigrated, removeMigrated } from './open-migrated.ts';
import { makeVersion1 } from './version-1.ts';

afterEach(removeMigrated);

it('opens a database of version 1 with all that was in it', async () => {
  const db = await openMigrated(makeVersion1);
  expect((await db.accounts.get('a1'))?.name).toBe('青葉物流');
  expect((await db.drafts.get('d1'))?.body).toBe('half a sent');
  const { entries } = await openTimeline(db, { accountId: 'a1' }).next(50);
  expect(entries.map((entry) => entry.at)).toEqual([
    1_767_322_800_000, 1_767_321_000_000, 1_767_319_200_000, 1_767_000_000_000,
  ]);
  const usage = await openTimeline(db, { accountId: 'a1', lanes: ['usage'], written: false }).next(50);
  expect(usage.entries).toHaveLength(3);
  const [page] = await getPages(db, [7]);
  expect(page?.count).toBe(3);
  expect(await db.pages.count()).toBe(1);
  expect(await db.tasks.count()).toBe(0);
});
