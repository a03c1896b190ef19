import { afterEach, describe, expect, it } from 'vitest';
import type { Bridge } from '#shared/ipc/contract.ts';
import type { ImportJob } from '#shared/model/stored.ts';
import { FakeMain } from '#test/fakes/fake-bridge.ts';
import { account, baseOf, databaseName, saved, testClock, testIds } from '#test/fakes/test-store.ts';
import { readIdentity, writeIdentity } from './identity.ts';
import { type AppStore, openStore } from './open-store.ts';
import { KizunaDatabase, SCHEMA_VERSION } from './schema.ts';

const names: string[] = [];
const stores: AppStore[] = [];
let run = 0;

afterEach(async () => {
  for (const store of stores.splice(0)) store.close();
  for (const name of names.splice(0)) await new KizunaDatabase('strict', name).delete();
});

function newName(): string {
  const name = databaseName();
  names.push(name);
  return name;
}

async function start(name: string, main: FakeMain, bridge: Bridge = main.bridge()): Promise<AppStore> {
  const { store, opened } = openStore({ name, bridge, clock: testClock(), newId: testIds(`run${++run}`) });
  stores.push(store);
  await opened;
  return store;
}

/** A first run with two accounts of a source, a snapshot, an edit after it, and the window closed. */
async function used(name: string, main: FakeMain): Promise<void> {
  const store = await start(name, main);
  const records = [account('a', { owner: 'Mia' }), account('b')];
  await store.db.accounts.bulkAdd(records);
  await store.db.bases.bulkAdd(records.map((record) => baseOf(record)));
  await store.db.jobs.add(usageJob());
  await store.afterImport();
  await store.editRecords('account', ['a'], { owner: 'Ken' });
  await saved(store);
  store.close();
}

function usageJob(): ImportJob {
  const format = { type: 'delimited', encoding: 'utf-8', delimiter: ',', headerRow: 0 } as const;
  const table = { id: 't', fileName: 'usage.csv', part: '', noun: 'usage', format, columns: [] } as const;
  return {
    id: 'job-1',
    number: 1,
    sourceId: 'crm',
    plan: { sourceId: 'crm', sourceName: 'Our CRM', tables: [table], confirmedLinks: {} },
    tickets: {},
    state: 'done',
    startedAt: 1,
    finishedAt: 2,
    counts: { t: { read: 70, added: 60, changed: 0, unchanged: 0, rejected: 10, unlinked: 0 } },
  };
}

const REIMPORT = [
  { sourceId: 'crm', sourceName: 'Our CRM', fileName: 'usage.csv', part: '', noun: 'usage', rows: 60 },
];

describe('the start', () => {
  it('is a first run when neither side has anything', async () => {
    const main = new FakeMain();
    const store = await start(newName(), main);
    expect(store.databaseState.get()).toEqual({ type: 'ready', firstRun: true });
    expect(main.manifest).toMatchObject({ generation: 1, schemaVersion: SCHEMA_VERSION, lastSeq: 0 });
    expect(main.manifest?.databaseId).toBe((await readIdentity(store.db))?.databaseId);
  });

  it('goes on in silence when both sides agree', async () => {
    const main = new FakeMain();
    const name = newName();
    await used(name, main);
    const store = await start(name, main);
    expect(store.databaseState.get()).toEqual({ type: 'ready', firstRun: false });
    expect((await store.db.accounts.get('a'))?.owner).toBe('Ken');
  });

  it('sends again what a crash kept from the journal', async () => {
    const main = new FakeMain();
    const name = newName();
    await used(name, main);
    const before = await start(name, main);
    main.failing.set('journal.append', 'closed');
    await before.editRecords('account', ['b'], { owner: 'Zoe' });
    before.close();
    main.failing.clear();
    const store = await start(name, main);
    await store.resend();
    expect(main.journal).toHaveLength(2);
    expect(await store.db.operations.where('journaled').equals(0).count()).toBe(0);
  });

  it('only marks what the journal has although the receipt was lost', async () => {
    const main = new FakeMain();
    const name = newName();
    await used(name, main);
    const before = await start(name, main);
    main.losing.add('journal.append');
    await before.editRecords('account', ['b'], { owner: 'Zoe' });
    await before.resend();
    before.close();
    main.losing.clear();
    const store = await start(name, main);
    expect(store.databaseState.get().type).toBe('ready');
    await store.resend();
    expect(main.journal).toHaveLength(2);
    expect(await readIdentity(store.db)).toMatchObject({ lastSeq: 2 });
  });

  it('does again what the database itself lost, and says so', async () => {
    const main = new FakeMain();
    const name = newName();
    await used(name, main);
    const set = { type: 'set' as const, table: 'accounts', id: 'b', fields: { owner: [null, 'Zoe'] } };
    const changes = [{ ...set, fields: { owner: [null, 'Zoe'] as [null, string] } }];
    main.journal.push({ seq: 2, operation: { id: 'lost-0001', at: 9, intent: 'account.edit', changes } });
    const store = await start(name, main);
    expect(store.databaseState.get()).toMatchObject({
      type: 'restored',
      report: { cause: 'behind', operations: 1 },
    });
    expect((await store.db.accounts.get('b'))?.owner).toBe('Zoe');
    expect(await store.db.outbox.where('recordId').equals('b').count()).toBe(1);
  });

  it('rebuilds a missing database, and tells what is back and what to import again', async () => {
    const main = new FakeMain();
    const name = newName();
    await used(name, main);
    await new KizunaDatabase('strict', name).delete();
    const store = await start(name, main);
    const state = store.databaseState.get();
    expect(state).toMatchObject({
      type: 'restored',
      report: { cause: 'missing', operations: 1, waiting: 0, rescued: 0, reimport: REIMPORT },
    });
    expect(state.type === 'restored' && state.report.rows).toMatchObject({
      accounts: 2,
      bases: 2,
      outbox: 1,
    });
    expect((await store.db.accounts.get('a'))?.owner).toBe('Ken');
    expect(main.manifest).toMatchObject({ generation: 2, lastSeq: 1 });
    store.close();
    // It is told until it was read, and history stays owed in later snapshots.
    const again = await start(name, main);
    expect(again.databaseState.get().type).toBe('restored');
    await again.acknowledgeRestore();
    expect(again.databaseState.get().type).toBe('ready');
    await again.snapshot('manual');
    again.close();
    await new KizunaDatabase('strict', name).delete();
    const third = await start(name, main);
    expect(third.databaseState.get()).toMatchObject({ report: { operations: 0, reimport: REIMPORT } });
  });

  it('rebuilds when the database is another one, after rescuing what only it holds', async () => {
    const main = new FakeMain();
    const name = newName();
    await used(name, main);
    const before = await start(name, main);
    main.failing.set('journal.append', 'closed');
    await before.editRecords('account', ['b'], { owner: 'Zoe' });
    const identity = await readIdentity(before.db);
    if (identity !== undefined) await writeIdentity(before.db, { ...identity, databaseId: 'another' });
    before.close();
    main.failing.clear();
    const store = await start(name, main);
    expect(store.databaseState.get()).toMatchObject({ report: { cause: 'other-database', rescued: 1 } });
    expect((await store.db.accounts.get('b'))?.owner).toBe('Zoe');
  });

  it('takes the snapshot before when the newest cannot be read', async () => {
    const main = new FakeMain();
    const name = newName();
    await used(name, main);
    const before = await start(name, main);
    await before.snapshot('manual');
    before.close();
    expect(main.snapshots).toHaveLength(2);
    for (const newest of main.snapshots.slice(0, 1)) newest.damaged = true;
    await new KizunaDatabase('strict', name).delete();
    const store = await start(name, main);
    expect(store.databaseState.get()).toMatchObject({ report: { operations: 1 } });
    expect((await store.db.accounts.get('a'))?.owner).toBe('Ken');
  });

  it('rebuilds from the journal alone; edits of records that are not back yet wait for their import', async () => {
    const main = new FakeMain();
    const name = newName();
    await used(name, main);
    main.snapshots = [];
    await new KizunaDatabase('strict', name).delete();
    const store = await start(name, main);
    expect(store.databaseState.get()).toMatchObject({ report: { snapshotAt: null, waiting: 1 } });
    await store.snapshot('manual');
    store.close();
    await new KizunaDatabase('strict', name).delete();
    const again = await start(name, main);
    expect(again.databaseState.get()).toMatchObject({ report: { operations: 0, waiting: 1 } });
    await again.db.accounts.add(account('a', { owner: 'Mia' }));
    await again.db.bases.add(baseOf(account('a', { owner: 'Mia' })));
    await again.afterImport();
    expect((await again.db.accounts.get('a'))?.owner).toBe('Ken');
    expect(await again.db.outbox.count()).toBe(1);
  });

  it('keeps a good database whose main has forgotten everything', async () => {
    const name = newName();
    await used(name, new FakeMain());
    const empty = new FakeMain();
    const store = await start(name, empty);
    expect(store.databaseState.get().type).toBe('ready');
    expect((await store.db.accounts.get('a'))?.owner).toBe('Ken');
    expect(empty.snapshots).toHaveLength(1);
    expect(empty.manifest?.lastSeq).toBe(0);
    await store.editRecords('account', ['a'], { owner: 'Leo' });
    await saved(store);
    expect(await readIdentity(store.db)).toMatchObject({ lastSeq: 1 });
  });

  it('opens what a newer version wrote for reading only', async () => {
    const main = new FakeMain();
    const name = newName();
    await used(name, main);
    const before = await start(name, main);
    const identity = await readIdentity(before.db);
    if (identity !== undefined)
      await writeIdentity(before.db, { ...identity, schemaVersion: SCHEMA_VERSION + 1 });
    before.close();
    const store = await start(name, main);
    expect(store.databaseState.get()).toEqual({ type: 'read-only', schemaVersion: SCHEMA_VERSION + 1 });
    const written = await store.editRecords('account', ['a'], { owner: 'Leo' });
    expect(written).toEqual({ ok: false, error: { type: 'read-only' } });
    expect((await store.db.accounts.get('a'))?.owner).toBe('Ken');
  });

  it('reads a database whose version number is newer', async () => {
    const main = new FakeMain();
    const name = newName();
    await used(name, main);
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open(name, (SCHEMA_VERSION + 1) * 10);
      request.onupgradeneeded = () => request.result.createObjectStore('future');
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
    });
    const store = await start(name, main);
    expect(store.databaseState.get()).toEqual({ type: 'read-only', schemaVersion: SCHEMA_VERSION + 1 });
    expect(await store.db.accounts.count()).toBe(2);
  });

  it('says that main cannot be reached', async () => {
    const main = new FakeMain();
    main.failing.set('manifest.read', 'closed');
    const store = await start(newName(), main);
    expect(store.databaseState.get()).toMatchObject({ type: 'failed', reason: 'main-unreachable' });
  });
});

describe('restore and wipe', () => {
  it('goes back to a snapshot, backs up the present first, and stays there at the next start', async () => {
    const main = new FakeMain();
    const name = newName();
    await used(name, main);
    const store = await start(name, main);
    const [snapshot] = main.snapshots;
    const restored = await store.restoreSnapshot(snapshot?.info.id ?? '');
    expect(restored.ok && restored.value.cause).toBe('asked');
    expect((await store.db.accounts.get('a'))?.owner).toBe('Mia');
    expect(main.snapshots.map((each) => each.info.reason)).toEqual(['manual', 'before-restore', 'import']);
    store.close();
    await new KizunaDatabase('strict', name).delete();
    const again = await start(name, main);
    expect((await again.db.accounts.get('a'))?.owner).toBe('Mia');
    const back = await again.restoreSnapshot(main.snapshots[1]?.info.id ?? '');
    expect(back.ok).toBe(true);
    expect((await again.db.accounts.get('a'))?.owner).toBe('Ken');
  });

  it('ends in a rebuild, never halfway, when a restore is cut off', async () => {
    const main = new FakeMain();
    const name = newName();
    await used(name, main);
    const store = await start(name, main);
    // The backup of the present goes well; the window dies while the snapshot is brought forward.
    let commits = 0;
    main.beforeCall = (channel) => {
      if (channel === 'snapshot.commit' && ++commits === 2) main.failing.set(channel, 'closed');
    };
    const restored = await store.restoreSnapshot(main.snapshots[0]?.info.id ?? '');
    expect(restored.ok).toBe(false);
    expect(store.databaseState.get().type).toBe('failed');
    store.close();
    main.failing.clear();
    const again = await start(name, main);
    expect(again.databaseState.get()).toMatchObject({ report: { cause: 'other-database' } });
    expect((await again.db.accounts.get('a'))?.owner).toBe('Ken');
  });

  it('changes nothing when the present cannot be backed up', async () => {
    const main = new FakeMain();
    const name = newName();
    await used(name, main);
    const store = await start(name, main);
    main.failing.set('snapshot.commit', 'disk-full');
    const restored = await store.restoreSnapshot(main.snapshots[0]?.info.id ?? '');
    expect(restored).toEqual({ ok: false, error: { type: 'disk-full' } });
    expect(store.databaseState.get().type).toBe('ready');
    expect((await store.db.accounts.get('a'))?.owner).toBe('Ken');
  });

  it('removes everything', async () => {
    const main = new FakeMain();
    const name = newName();
    await used(name, main);
    const store = await start(name, main);
    expect((await store.wipe()).ok).toBe(true);
    expect(main.wiped).toBe(1);
    const again = await start(name, main);
    expect(again.databaseState.get()).toEqual({ type: 'ready', firstRun: true });
    expect(await again.db.accounts.count()).toBe(0);
  });
});
