import { afterEach, expect, it } from 'vitest';
import { readIdentity } from '#renderer/data/identity.ts';
import { KizunaDatabase, SCHEMA_VERSION } from '#renderer/data/schema.ts';
import { makeVersion4 } from './version-4.ts';

const name = `from-version-4-${crypto.randomUUID()}`;

afterEach(async () => {
  await new KizunaDatabase('strict', name).delete();
});

it('reads summaries as they were stored before, and after they were stored anew', async () => {
  await makeVersion4(name);
  const db = new KizunaDatabase('strict', name);
  await db.open();
  expect((await readIdentity(db))?.schemaVersion).toBe(SCHEMA_VERSION);
  const before = await db.summaries.get('a1');
  if (before === undefined) throw new Error('the summary of version 4 is gone');
  expect(before).toMatchObject({ contacts: 2, usage: { '24312': 12 }, lastTouchAt: 1_767_000_000_000 });
  await db.summaries.put(before);
  expect(await db.summaries.get('a1')).toEqual(before);
  expect(await db.summaries.toArray()).toEqual([before]);
  expect(await db.summaries.bulkGet(['a1', 'gone'])).toEqual([before, undefined]);
  db.close();
});
