/** A book of history imported, imported again changed, cut off and taken back. */
import { afterEach, describe, expect, it } from 'vitest';
import { type UsageOptions, usageBookPlan } from '#test/factories/usage-book.ts';
import {
  beginJob,
  bookFiles,
  countsOf,
  everyEvent,
  importBook,
  importDeps,
  undoBook,
} from '#test/fakes/imported-book.ts';
import type { EventPage } from '../event-page.ts';
import { eachPage } from '../page-store.ts';
import { KizunaDatabase } from '../schema.ts';
import { runImport } from './run-import.ts';

let opened: KizunaDatabase | undefined;

function database(): KizunaDatabase {
  opened = new KizunaDatabase('relaxed', `import-test-${crypto.randomUUID()}`);
  return opened;
}

afterEach(async () => {
  await opened?.delete();
  opened = undefined;
});

async function wholeState(db: KizunaDatabase): Promise<unknown> {
  const summaries = await db.summaries.orderBy('accountId').toArray();
  return { events: await everyEvent(db, 1_000), accounts: await db.accounts.count(), summaries };
}

const SMALL: UsageOptions = { accounts: 20, rows: 4_000, seed: 7 };

describe('importing history', () => {
  it('stores every row once, and the same file again changes nothing', async () => {
    const db = database();
    const first = await importBook(db, SMALL);
    expect(countsOf(first, 'accounts')).toEqual({
      read: 20,
      added: 20,
      changed: 0,
      unchanged: 0,
      rejected: 0,
      unlinked: 0,
    });
    expect(countsOf(first, 'usage')).toEqual({
      read: 4_000,
      added: 4_000,
      changed: 0,
      unchanged: 0,
      rejected: 0,
      unlinked: 0,
    });
    const before = await wholeState(db);
    expect((before as { events: string[] }).events).toHaveLength(4_000);
    const again = await importBook(db, SMALL);
    expect(countsOf(again, 'accounts')).toMatchObject({ read: 20, unchanged: 20 });
    expect(countsOf(again, 'usage')).toMatchObject({ read: 4_000, added: 0, changed: 0, unchanged: 4_000 });
    expect(await wholeState(db)).toEqual(before);
  });

  it('gives the same result for changed rows as importing the changed file alone, and undo brings the first back', async () => {
    const db = database();
    await importBook(db, SMALL);
    const before = await wholeState(db);
    const second = await importBook(db, { ...SMALL, changed: 0.05 });
    const usage = countsOf(second, 'usage');
    expect(usage?.changed).toBeGreaterThan(50);
    expect((usage?.changed ?? 0) + (usage?.unchanged ?? 0)).toBe(4_000);
    const changed = await wholeState(db);
    const fresh = database();
    await importBook(fresh, { ...SMALL, changed: 0.05 });
    expect(await everyEvent(fresh, 100)).toEqual((changed as { events: string[] }).events);
    await fresh.delete();
    await undoBook(db, second);
    expect(await wholeState(db)).toEqual(before);
    const again = await importBook(db, SMALL);
    expect(countsOf(again, 'usage')).toMatchObject({ unchanged: 4_000 });
    await db.delete();
  });

  it('leaves nothing behind when undone', async () => {
    const db = database();
    const report = await importBook(db, SMALL);
    await undoBook(db, report);
    for (const table of [
      db.accounts,
      db.bases,
      db.pages,
      db.pageHeads,
      db.digests,
      db.summaries,
      db.undo,
      db.quarantine,
      db.conflicts,
    ]) {
      expect([table.name, await table.count()]).toEqual([table.name, 0]);
    }
  });

  it('keeps the newest first cheap to read when the file is in random order', async () => {
    const db = database();
    await importBook(db, { ...SMALL, shuffled: true });
    expect(await everyEvent(db, 100)).toHaveLength(4_000);
    const account = await db.accounts.toCollection().first();
    const pages: EventPage[] = [];
    for await (const page of eachPage(db, { account: account?.id ?? '', noun: 'usage' })) pages.push(page);
    for (let i = 1; i < pages.length; i++)
      expect(-(pages[i]?.order ?? 0)).toBeLessThanOrEqual(pages[i - 1]?.oldest ?? 0);
  });

  it('counts its own rows as new when it was cut off and starts again', async () => {
    const db = database();
    const plan = usageBookPlan();
    const job = await beginJob(db, plan);
    const deps = importDeps(db, bookFiles(SMALL));
    await runImport(deps, plan, job, false);
    const whole = await db.summaries.orderBy('accountId').toArray();
    // Cut off before the end: the pages are there, the summaries are not yet.
    await db.summaries.clear();
    const resumed = await runImport({ ...deps, resumed: true }, plan, job, false);
    expect(countsOf(resumed, 'usage')).toMatchObject({ read: 4_000, added: 4_000, unchanged: 0 });
    expect(await db.summaries.orderBy('accountId').toArray()).toEqual(whole);
    expect(await everyEvent(db, 100)).toHaveLength(4_000);
  });

  it('loses no edit by hand to the same file, and takes the source’s later change where nobody edited', async () => {
    const db = database();
    await importBook(db, SMALL);
    const account = await db.accounts.toCollection().first();
    if (account === undefined) throw new Error('no account');
    await db.accounts.update(account.id, { owner: 'me@vendor.example', segment: 'Strategic' });
    await importBook(db, SMALL);
    expect(await db.accounts.get(account.id)).toMatchObject({
      owner: 'me@vendor.example',
      segment: 'Strategic',
    });
    expect(await db.conflicts.count()).toBe(0);
  });
});
