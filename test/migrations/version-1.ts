/** A database as version 1 of the schema made it, written with IndexedDB itself: released versions are stone. */

const STORES: Readonly<Record<string, string>> = {
  accounts: 'id, externalId, domain, owner, *tags',
  contacts: 'id, account, externalId, email',
  subscriptions: 'id, account, externalId, renewalDate',
  opportunities: 'id, account, externalId',
  activities: 'id, account, [account+at], at',
  drafts: 'id, accountId, updatedAt',
  tasks: 'id, account, due',
  plans: 'id, account',
  objectives: 'id, plan, account',
  milestones: 'id, objective',
  playbooks: 'id',
  requests: 'id, account',
  alerts: 'id, account, [account+type+reason]',
  contradictions: 'id, account',
  healthSnapshots: '[account+day], day',
  scorecards: 'id',
  segments: 'id',
  journeys: 'id',
  team: 'id',
  views: 'id, table',
  sources: 'id, name',
  jobs: 'id, number, sourceId, state',
  bases: 'key, recordId, sourceId, [sourceId+noun]',
  conflicts: 'key, recordId',
  quarantine: '++key, jobId',
  undo: '++key, jobId',
  pages: '',
  pageHeads: 'page, [account+lane+order+page], *jobs',
  digests: '++key, scope',
  summaries: 'accountId',
  operations: 'id, journaled',
  outbox: 'key, recordId, nextAttemptAt',
  meta: 'key',
};

function pathOf(text: string): string | string[] {
  return text.startsWith('[') ? text.slice(1, -1).split('+') : text;
}

function makeStore(db: IDBDatabase, name: string, spec: string): void {
  const [key = '', ...indexes] = spec.split(', ');
  const plain = key.replace('++', '');
  const store = db.createObjectStore(
    name,
    plain === '' ? {} : { keyPath: pathOf(plain), autoIncrement: key.startsWith('++') },
  );
  for (const index of indexes) {
    const path = pathOf(index.replace('*', ''));
    store.createIndex(index.replace('*', ''), path, { multiEntry: index.startsWith('*') });
  }
}

/** One page of usage with three events, as version 1 packed and kept it. */
const PAGE = {
  page: 7,
  account: 'a1',
  lane: 0,
  order: -1_767_322_800_000,
  oldest: 1_767_319_200_000,
  count: 3,
  scope: 's\u001ft',
  jobs: [1],
  at: { s: 1, v: Uint32Array.from([1_767_322_800, 1_767_321_000, 1_767_319_200]) },
  keyHi: Uint32Array.from([11, 12, 13]),
  keyLo: Uint32Array.from([21, 22, 23]),
  names: ['feature', 'count'],
  custom: Uint8Array.from([0, 0]),
  columns: [
    { t: 'd', d: ['alerts'], v: Uint8Array.from([1, 1, 0]) },
    { t: 'n', v: Uint8Array.from([3, 4, 5]) },
  ],
};

const ROWS: readonly [string, unknown, IDBValidKey?][] = [
  [
    'meta',
    {
      key: 'identity',
      value: { databaseId: 'db1', generation: 1, schemaVersion: 1, lastSeq: 0, lastOrder: 0 },
    },
  ],
  ['accounts', { id: 'a1', name: '青葉物流', createdAt: 1, updatedAt: 1 }],
  [
    'activities',
    {
      id: 'n1',
      account: 'a1',
      kind: 'call',
      at: 1_767_000_000_000,
      body: 'Renewal',
      createdAt: 1,
      updatedAt: 1,
    },
  ],
  [
    'drafts',
    {
      id: 'd1',
      accountId: 'a1',
      noun: 'activity',
      kind: 'note',
      activityAt: 1,
      subject: '',
      body: 'half a sent',
      createdAt: 1,
      updatedAt: 1,
    },
  ],
  ['pages', PAGE, ['a1', PAGE.order, PAGE.page]],
  ['pageHeads', { page: 7, account: 'a1', lane: 0, order: PAGE.order, jobs: [1] }],
];

/** Dexie keeps its versions times ten. */
export async function makeVersion1(name: string): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open(name, 10);
    asked.onupgradeneeded = () => {
      for (const [store, spec] of Object.entries(STORES)) makeStore(asked.result, store, spec);
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  await new Promise<void>((resolve, reject) => {
    const tx = db.transaction([...new Set(ROWS.map(([store]) => store))], 'readwrite');
    for (const [store, row, key] of ROWS) tx.objectStore(store).put(row, key);
    tx.oncomplete = () => resolve();
    tx.onabort = () => reject(tx.error);
  });
  db.close();
}
