/** A source whose imports are not known any more (after a rebuild) goes all the same; what people wrote stays. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UsageOptions } from '#test/factories/usage-book.ts';
import { countsOf, importBook, undoBook } from '#test/fakes/imported-book.ts';
import { OWED, readOwed } from '../history-owed.ts';
import { KizunaDatabase } from '../schema.ts';
import { forgetSource, hasRecordsOf } from '../sources.ts';
import { forgetRecords } from './forget-source.ts';

const SMALL: UsageOptions = { accounts: 20, rows: 200, seed: 7 };

let db: KizunaDatabase;
beforeEach(() => {
  db = new KizunaDatabase('relaxed', `import-test-${crypto.randomUUID()}`);
});
afterEach(() => db.delete());

/** What a rebuild does not bring back. */
async function likeRebuilt(): Promise<void> {
  for (const table of [db.jobs, db.undo, db.quarantine, db.pages, db.pageHeads, db.digests])
    await table.clear();
}

const forget = (sourceId: string) =>
  forgetRecords(db, sourceId, {
    signal: new AbortController().signal,
    onStep: () => undefined,
    now: 5,
    newId: () => 'removal',
  });

async function onlySource(): Promise<string> {
  const [source] = await db.sources.toArray();
  if (source === undefined) throw new Error('no source');
  return source.id;
}

/** Each in another way, a hand laid on an account of its own; their ids. */
async function writeOnAccounts(): Promise<readonly string[]> {
  const ids = (await db.accounts.toCollection().primaryKeys()).slice(0, 7);
  const [task, objective, sentiment, override, settlement, person, note] = ids as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const row = (account: string) => ({ id: crypto.randomUUID(), account, createdAt: 1, updatedAt: 1 });
  await db.table('tasks').add({ ...row(task), title: 'Call', side: 'ours', owner: '', due: '' });
  await db.table('objectives').add({ ...row(objective), title: 'Faster' });
  await db.table('sentiments').add({ ...row(sentiment), level: 4 });
  await db.table('overrides').add({ ...row(override), band: 'watch' });
  await db.table('settlements').add({ ...row(settlement), choice: 'dismissed' });
  await db.contacts.add({ ...row(person), name: 'Added by hand' });
  await db.activities.add({ ...row(note), kind: 'note', at: 1 });
  return ids;
}

describe('a source without its imports', () => {
  it('leaves nothing behind, and its history is owed no longer', async () => {
    await importBook(db, SMALL);
    await likeRebuilt();
    const id = await onlySource();
    const owed = { sourceId: id, sourceName: 's', fileName: 'f', part: '', noun: 'usage', rows: 1 };
    await db.meta.put({ key: OWED, value: [owed] });
    expect(await forget(id)).toEqual({ kept: 0, removed: 20, restored: 0 });
    // Until the manifest is written, a start would take the missing rows for damage.
    expect(await db.jobs.toArray()).toMatchObject([{ state: 'undone' }]);
    await forgetSource(db, id);
    expect(await readOwed(db)).toEqual([]);
    for (const table of [db.accounts, db.bases, db.summaries, db.conflicts, db.jobs, db.sources])
      expect([table.name, await table.count()]).toEqual([table.name, 0]);
    expect(await hasRecordsOf(db, id)).toBe(false);
  });

  it('leaves every account that people wrote on', async () => {
    await importBook(db, SMALL);
    await likeRebuilt();
    const written = await writeOnAccounts();
    expect(await forget(await onlySource())).toMatchObject({ kept: written.length });
    expect(await db.accounts.toCollection().primaryKeys()).toEqual(written);
    expect(await db.contacts.count()).toBe(1);
  });

  it('leaves a record that another source gives as well, with what that one says', async () => {
    await importBook(db, SMALL);
    await likeRebuilt();
    const [base] = await db.bases.toArray();
    if (base === undefined) throw new Error('no base');
    await db.bases.add({ ...base, key: 'other', sourceId: 'other', values: { name: 'As the other says' } });
    expect(await forget(base.sourceId)).toMatchObject({ restored: 1, removed: 19 });
    expect(await db.accounts.toArray()).toMatchObject([{ id: base.recordId, name: 'As the other says' }]);
  });
});

describe('an undo', () => {
  it('leaves every account that people wrote on', async () => {
    const report = await importBook(db, SMALL);
    expect(countsOf(report, 'accounts')).toMatchObject({ added: 20 });
    const written = await writeOnAccounts();
    await undoBook(db, report);
    expect(await db.accounts.toCollection().primaryKeys()).toEqual(written);
  });
});
