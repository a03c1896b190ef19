import { afterEach, expect, it } from 'vitest';
import { openMigrated, removeMigrated } from './open-migrated.ts';
import { makeVersion4 } from './version-4.ts';

afterEach(removeMigrated);

it('reads summaries as they were stored before, and after they were stored anew', async () => {
  const db = await openMigrated(makeVersion4);
  const before = await db.summaries.get('a1');
  if (before === undefined) throw new Error('the summary of version 4 is gone');
  expect(before).toMatchObject({ contacts: 2, usage: { '24312': 12 }, lastTouchAt: 1_767_000_000_000 });
  await db.summaries.put(before);
  expect(await db.summaries.get('a1')).toEqual(before);
  expect(await db.summaries.toArray()).toEqual([before]);
  expect(await db.summaries.bulkGet(['a1', 'gone'])).toEqual([before, undefined]);
});
