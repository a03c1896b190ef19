/** A store that is opened as at a start of the app, again and again over the same database and the same main. */
import { type AppStore, openStore } from '#renderer/data/open-store.ts';
import { KizunaDatabase } from '#renderer/data/schema.ts';
import type { Bridge } from '#shared/ipc/contract.ts';
import type { ImportJob } from '#shared/model/stored.ts';
import type { FakeMain } from './fake-bridge.ts';
import { account, baseOf, databaseName, saved, testClock, testIds } from './test-store.ts';

const names: string[] = [];
const stores: AppStore[] = [];
let run = 0;

/** For after each test. */
export async function endStores(): Promise<void> {
  for (const store of stores.splice(0)) store.close();
  for (const name of names.splice(0)) await new KizunaDatabase('strict', name).delete();
}

export function newName(): string {
  const name = databaseName();
  names.push(name);
  return name;
}

export async function start(name: string, main: FakeMain, bridge: Bridge = main.bridge()): Promise<AppStore> {
  const { store, opened } = openStore({ name, bridge, clock: testClock(), newId: testIds(`run${++run}`) });
  stores.push(store);
  await opened;
  return store;
}

/** A first run with two accounts of a source, a snapshot, an edit after it, and the window closed. */
export async function used(name: string, main: FakeMain): Promise<void> {
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
