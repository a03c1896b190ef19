import { afterEach, beforeEach, expect, it } from 'vitest';
import { packPage } from './event-page.ts';
import { getPages, pageKey, putPages } from './page-store.ts';
import { KizunaDatabase } from './schema.ts';

let db: KizunaDatabase;

beforeEach(() => {
  db = new KizunaDatabase('relaxed', `pages-${crypto.randomUUID()}`);
});

afterEach(() => db.delete());

function pageOf(page: number) {
  const columns = [{ name: 'feature', custom: false }];
  const head = { page, account: 'a', noun: 'usage', scope: 's', columns, jobs: [1] } as const;
  return packPage(head, [{ at: page * 1_000, keyHi: 1, keyLo: page, cells: ['alerts'] }]);
}

it('has nothing to give for a page that is gone while its head is still there', async () => {
  const pages = [pageOf(1), pageOf(2)] as const;
  await db.transaction('rw', [db.pages, db.pageHeads], () => putPages(pages));
  await db.pages.delete(pageKey(pages[0]));
  const [gone, there] = await getPages(db, [1, 2]);
  expect(gone).toBeUndefined();
  expect(there).toMatchObject({ page: 2, count: 1 });
});
