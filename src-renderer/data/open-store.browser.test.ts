/** The start: what either side lacks is made up for, a newer version is only read, and main may be out of reach. */
import { afterEach, describe, expect, it } from 'vitest';
import { endStores, newName, start, used } from '#test/fakes/app-store-bed.ts';
import { FakeMain } from '#test/fakes/fake-bridge.ts';
import { saved } from '#test/fakes/test-store.ts';
import { throwAway } from '#test/fakes/throw-away.ts';
import { readIdentity, writeIdentity } from './identity.ts';
import { SCHEMA_VERSION } from './schema.ts';

afterEach(endStores);

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

  it('never makes an empty database in place of one that the browser threw away', async () => {
    const main = new FakeMain();
    const name = newName();
    await used(name, main);
    const store = await start(name, main);
    await throwAway(name);
    const error = await store.db.accounts.toArray().then(
      (rows) => new Error(`${rows.length} accounts were read`),
      (reason: unknown) => reason,
    );
    store.noteFailure(error);
    expect(store.databaseState.get()).toMatchObject({ type: 'damaged', damage: { type: 'broken' } });
    expect(await store.restoreNow()).toMatchObject({ ok: true });
    expect((await store.db.accounts.get('a'))?.owner).toBe('Ken');
    store.close();
    const again = await start(name, main);
    expect((await again.db.accounts.get('a'))?.owner).toBe('Ken');
  });

  it('begins anew when the browser throws the database away while the journal is replayed', async () => {
    const main = new FakeMain();
    const name = newName();
    await used(name, main);
    const before = await start(name, main);
    await before.editRecords('account', ['b'], { owner: 'Zoe' });
    await saved(before);
    // The database has not got what the journal has.
    const identity = await readIdentity(before.db);
    if (identity !== undefined) await writeIdentity(before.db, { ...identity, lastSeq: 1 });
    before.close();
    let thrown = 0;
    const bridge = main.bridge();
    const store = await start(name, main, {
      ...bridge,
      subscribe: async (channel, input, onItem) => {
        if (channel === 'journal.read' && thrown++ === 0) await throwAway(name);
        return bridge.subscribe(channel, input, onItem);
      },
    });
    expect(thrown).toBeGreaterThan(0);
    expect(store.databaseState.get()).toMatchObject({ type: 'restored' });
    expect((await store.db.accounts.get('a'))?.owner).toBe('Ken');
    expect((await store.db.accounts.get('b'))?.owner).toBe('Zoe');
  });

  it('says that main cannot be reached', async () => {
    const main = new FakeMain();
    main.failing.set('manifest.read', 'closed');
    const store = await start(newName(), main);
    expect(store.databaseState.get()).toMatchObject({ type: 'failed', reason: 'main-unreachable' });
  });
});
