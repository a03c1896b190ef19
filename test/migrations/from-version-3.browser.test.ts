import { afterEach, expect, it } from 'vitest';
import { readIdentity } from '#renderer/data/identity.ts';
import { getPages, putPages } from '#renderer/data/page-store.ts';
import { KizunaDatabase, SCHEMA_VERSION } from '#renderer/data/schema.ts';
import { openTimeline } from '#renderer/data/timeline.ts';
import { makeVersion3 } from './version-3.ts';

const name = `from-version-3-${crypto.randomUUID()}`;

afterEach(async () => {
  await new KizunaDatabase('strict', name).delete();
});

it('reads pages as they were stored before, beside those of today', async () => {
  await makeVersion3(name);
  const db = new KizunaDatabase('strict', name);
  await db.open();
  expect((await readIdentity(db))?.schemaVersion).toBe(SCHEMA_VERSION);
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
  db.close();
});
