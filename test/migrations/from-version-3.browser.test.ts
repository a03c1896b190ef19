import { afterEach, expect, it } from 'vitest';
import { getPages, putPages } from '#renderer/data/page-store.ts';
import { openTimeline } from '#renderer/data/timeline.ts';
import { openMigrated, removeMigrated } from './open-migrated.ts';
import { makeVersion3 } from './version-3.ts';

afterEach(removeMigrated);

it('reads pages as they were stored before, beside those of today', async () => {
  const db = await openMigrated(makeVersion3);
  const [page] = await getPages(db, [7]);
  if (page === undefined) throw new Error('the page of version 3 is gone');
  await db.transaction('rw', ['pages', 'pageHeads'], () =>
    putPages([{ ...page, page: 8, order: page.order - 1 }]),
  );
  const { entries } = await openTimeline(db, { accountId: 'a1' }).next(50);
  const read = entries.map((entry) => (entry.type === 'event' ? entry.event.values : undefined));
  expect(read.slice(0, 2)).toEqual([
    { feature: 'alerts', count: 3 },
    { feature: 'alerts', count: 3 },
  ]);
  expect(entries).toHaveLength(7);
});
