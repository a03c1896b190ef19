/** A store over a fresh database and a fake main, for tests of the data layer. */

import { newIdentity, writeIdentity } from '#renderer/data/identity.ts';
import { KizunaDatabase } from '#renderer/data/schema.ts';
import { createStore, type Store } from '#renderer/data/store.ts';
import type { Account } from '#shared/model/account.ts';
import type { Base } from '#shared/model/stored.ts';
import { FakeMain } from './fake-bridge.ts';

export interface TestClock {
  now(): number;
  at: number;
}

export function testClock(at = 1_750_000_000_000): TestClock {
  const clock = { at, now: () => ++clock.at };
  return clock;
}

let serial = 0;

/** Ids that can be read in a failing test. */
export function testIds(prefix = 'id'): () => string {
  let n = 0;
  return () => `${prefix}-${String(++n).padStart(8, '0')}`;
}

export function databaseName(): string {
  return `test-${Date.now()}-${++serial}`;
}

export interface TestBed {
  readonly main: FakeMain;
  readonly db: KizunaDatabase;
  readonly store: Store;
  readonly clock: TestClock;
  end(): Promise<void>;
}

export async function testBed(main = new FakeMain()): Promise<TestBed> {
  const db = new KizunaDatabase('strict', databaseName());
  await db.open();
  await writeIdentity(db, newIdentity('database-1', 1));
  const clock = testClock();
  const store = createStore({ db, bridge: main.bridge(), clock, newId: testIds() });
  return {
    main,
    db,
    store,
    clock,
    async end() {
      await Promise.race([saved(store), new Promise((resolve) => setTimeout(resolve, 300))]);
      store.close();
      await db.delete();
    },
  };
}

export function account(id: string, values: Partial<Account> = {}): Account {
  return { id, name: `Account ${id}`, createdAt: 1, updatedAt: 1, ...values };
}

export function baseOf(record: Omit<Account, 'stages'>, sourceId = 'crm'): Base {
  const { id, createdAt: _created, updatedAt: _updated, custom = {}, ...values } = record;
  return {
    key: [sourceId, 'account', id].join('\u001f'),
    sourceId,
    noun: 'account',
    recordId: id,
    digest: 'd',
    values,
    custom,
    seenAt: 500,
    jobId: 'job-1',
    outcome: 'added',
  };
}

/** Waits until the journal has answered for everything. */
export async function saved(store: Store): Promise<void> {
  if (store.saveState.get().state === 'saved') return;
  await new Promise<void>((resolve) => {
    const end = store.saveState.subscribe((state) => {
      if (state.state !== 'saved') return;
      end();
      resolve();
    });
  });
}

/** Every row of every named table, to compare databases. */
export async function dump(
  db: KizunaDatabase,
  tables: readonly string[],
): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {};
  for (const table of tables) all[table] = await db.table<unknown, string>(table).toArray();
  return all;
}
