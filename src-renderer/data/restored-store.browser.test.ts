/** A store that comes back from its snapshot and journal, because the database is gone or somebody asks; and is wiped. */
import { afterEach, describe, expect, it } from 'vitest';
import { endStores, newName, start, used } from '#test/fakes/app-store-bed.ts';
import { FakeMain } from '#test/fakes/fake-bridge.ts';
import { account, baseOf } from '#test/fakes/test-store.ts';
import { readIdentity, writeIdentity } from './identity.ts';
import { KizunaDatabase } from './schema.ts';

afterEach(endStores);

const REIMPORT = [
  { sourceId: 'crm', sourceName: 'Our CRM', fileName: 'usage.csv', part: '', noun: 'usage', rows: 60 },
];

describe('a start without its database', () => {
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
