/** The real import worker behind the importer: what a cancelled import leaves behind, and one that runs to its end. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { usageBookPlan } from '#test/factories/usage-book.ts';
import { FakeMain } from '#test/fakes/fake-bridge.ts';
import { SLOW_BOOK } from '#test/fakes/slow-book.ts';
import { throwAway } from '#test/fakes/throw-away.ts';
import { DATABASE_NAME } from './database-name.ts';
import { newIdentity, writeIdentity } from './identity.ts';
import { createImporter, type Importer } from './imports.ts';
import { KizunaDatabase } from './schema.ts';
import { takeSnapshot } from './snapshots.ts';
import { cutOffJobs } from './sources.ts';

const FILES = [
  { name: 'accounts.csv', ticket: 'accounts-ticket', size: 1_000 },
  { name: 'usage.csv', ticket: 'usage-ticket', size: 2_000_000 },
];

let db: KizunaDatabase;
let worker: Worker | undefined;
let importer: Importer;

beforeEach(async () => {
  // The worker opens the database of the app; here it has no other user.
  db = new KizunaDatabase('relaxed', DATABASE_NAME);
  await db.delete();
  await db.open();
  importer = createImporter(() => {
    worker = new Worker(new URL('../../test/fakes/import-worker-with-files.ts', import.meta.url), {
      type: 'module',
    });
    return worker;
  });
});

afterEach(async () => {
  worker?.terminate();
  await db.delete();
});

async function counts(): Promise<Record<string, number>> {
  const tables = [
    db.accounts,
    db.bases,
    db.pages,
    db.pageHeads,
    db.digests,
    db.summaries,
    db.undo,
    db.quarantine,
  ];
  return Object.fromEntries(
    await Promise.all(tables.map(async (table) => [table.name, await table.count()])),
  );
}

const nothing = (found: Record<string, number>) =>
  Object.fromEntries(Object.keys(found).map((name) => [name, 0]));

it('a run that failed is one to go on with; one that runs is not', async () => {
  const lost = FILES.map((file) => (file.name === 'usage.csv' ? { ...file, ticket: 'lost-ticket' } : file));
  await expect(importer.apply(usageBookPlan(), lost)).rejects.toMatchObject({
    failure: { type: 'file-gone' },
  });
  const [job] = await cutOffJobs(db);
  expect(job).toMatchObject({ state: 'running' });
  // A backup waits for an import that is writing, never for one that has failed.
  await writeIdentity(db, newIdentity('database-1', 1));
  const bridge = new FakeMain().bridge();
  expect(await takeSnapshot(db, bridge, 'manual', 0)).toMatchObject({ ok: true });
  let whileRunning: number | undefined;
  let backedUp: boolean | undefined;
  const looked: Promise<unknown>[] = [];
  await importer.apply(usageBookPlan(), FILES, {
    resumeJobId: job?.id ?? '',
    onProgress: () => {
      looked.push(cutOffJobs(db).then((jobs) => (whileRunning ??= jobs.length)));
      if (looked.length === 1)
        looked.push(takeSnapshot(db, bridge, 'manual', 0).then((taken) => (backedUp = taken.ok)));
    },
  });
  await Promise.all(looked);
  expect(whileRunning).toBe(0);
  expect(backedUp).toBe(false);
  expect(await cutOffJobs(db)).toEqual([]);
});

describe('cancelling an import', () => {
  it('midway in the history takes everything back, and says so', async () => {
    const stop = new AbortController();
    let seen = 0;
    const importing = importer.apply(usageBookPlan(), FILES, {
      signal: stop.signal,
      onProgress: ({ fileName, rows }) => {
        if (fileName !== 'usage.csv' || rows === 0) return;
        seen = rows;
        stop.abort();
      },
    });
    await expect(importing).rejects.toMatchObject({ failure: { type: 'cancelled' } });
    // It was really in the middle: some rows had come in, the rest had not.
    expect(seen).toBeGreaterThan(0);
    expect(seen).toBeLessThan(SLOW_BOOK.rows);
    const left = await counts();
    expect(left).toEqual(nothing(left));
    expect(await db.jobs.toArray()).toMatchObject([{ state: 'cancelled' }]);
  });

  it('leaves what an earlier import brought as it was, and the next one runs to its end', async () => {
    const whole = await importer.apply(usageBookPlan(), FILES);
    expect(whole.tables.map(({ counts: { added } }) => added)).toEqual([SLOW_BOOK.accounts, SLOW_BOOK.rows]);
    const before = await counts();
    const stop = new AbortController();
    const again = importer.apply(usageBookPlan(), FILES, {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    await expect(again).rejects.toMatchObject({ failure: { type: 'cancelled' } });
    expect(await counts()).toEqual(before);
    await importer.undo(whole.jobId);
    const left = await counts();
    expect(left).toEqual(nothing(left));
  });
});

it('an import whose database the browser threw away says so, and makes no empty one', async () => {
  await importer.apply(usageBookPlan(), FILES);
  await throwAway(DATABASE_NAME);
  await expect(importer.apply(usageBookPlan(), FILES)).rejects.toMatchObject({
    failure: { type: 'store-broken' },
  });
  expect((await indexedDB.databases()).filter(({ name }) => name === DATABASE_NAME)).toEqual([]);
});
