/** A book of history imported, imported again changed, cut off and taken back. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ColumnPlan, ImportPlan } from '#shared/model/import-plan.ts';
import { type UsageOptions, usageBookPlan } from '#test/factories/usage-book.ts';
import {
  beginJob,
  bookFiles,
  countsOf,
  everyEvent,
  filesOf,
  importBook,
  importDeps,
  importFiles,
  undoBook,
} from '#test/fakes/imported-book.ts';
import { type TestBed, testBed } from '#test/fakes/test-store.ts';
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

  it('tells in a preview which fields of history change, and writes nothing', async () => {
    const db = database();
    await importBook(db, SMALL);
    const before = await wholeState(db);
    const plan = usageBookPlan();
    const job = { ...(await beginJob(db, plan)), number: 0x3fff_fffe };
    const deps = importDeps(db, bookFiles({ ...SMALL, changed: 0.05 }));
    const preview = await runImport(deps, plan, job, true);
    const usage = preview.tables.find(({ tableId }) => tableId === 'usage');
    expect(usage?.changes.length).toBeGreaterThan(50);
    const accounts = new Set<string>(await db.accounts.toCollection().primaryKeys());
    for (const change of usage?.changes ?? []) {
      expect(accounts.has(change.record)).toBe(true);
      expect(change.row).toBeDefined();
      expect(change.from).not.toEqual(change.to);
    }
    expect(new Set(usage?.changes.map(({ row }) => row)).size).toBe(
      Math.min(200, usage?.counts.changed ?? 0),
    );
    expect(await wholeState(db)).toEqual(before);
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

describe('an edit by hand that the source changes as well', () => {
  let bed: TestBed;
  beforeEach(async () => {
    bed = await testBed();
  });
  afterEach(() => bed.end());

  const CSV = (industry: string, tier: string) =>
    `account_id,name,Industry,Tier\nA-1,Aoba,${industry},${tier}\n`;
  const plan = (): ImportPlan => {
    const whole = usageBookPlan();
    const accounts = whole.tables.find(({ noun }) => noun === 'account');
    if (accounts === undefined) throw new Error('no accounts');
    const column = (index: number, header: string, target: ColumnPlan['target']): ColumnPlan => ({
      index,
      header,
      target,
      reading: {},
      confidence: 1,
    });
    const columns = [
      column(0, 'account_id', { type: 'field', field: 'externalId' }),
      column(1, 'name', { type: 'field', field: 'name' }),
      column(2, 'Industry', { type: 'field', field: 'industry' }),
      column(3, 'Tier', { type: 'custom', name: 'Tier', valueKind: 'text' }),
    ];
    return { ...whole, tables: [{ ...accounts, columns }] };
  };

  it('is told, kept, and can be taken back in full', async () => {
    const { db, store } = bed;
    await importFiles(db, plan(), filesOf(CSV('IT', 'A'), new Blob([])));
    const [account] = await db.accounts.toArray();
    const id = account?.id ?? '';
    await store.editRecords('account', [id], { industry: 'Mine', custom: { Tier: 'My own' } });
    const report = await importFiles(db, plan(), filesOf(CSV('Food', 'B'), new Blob([])));
    expect(report.tables[0]?.both).toEqual({ ours: 0, theirs: 2 });
    expect(report.tables[0]?.changes).toMatchObject([{ replacesEdit: true }, { replacesEdit: true }]);
    expect(await db.accounts.get(id)).toMatchObject({ industry: 'Food', custom: { Tier: 'B' } });
    for (const { key } of await db.conflicts.toArray()) await store.settleConflict(key, { type: 'ours' });
    expect(await db.accounts.get(id)).toMatchObject({ industry: 'Mine', custom: { Tier: 'My own' } });
    expect(await db.conflicts.count()).toBe(0);
    // The same file again is no news.
    await importFiles(db, plan(), filesOf(CSV('Food', 'B'), new Blob([])));
    expect(await db.accounts.get(id)).toMatchObject({ industry: 'Mine', custom: { Tier: 'My own' } });
  });
});
