/** A database as version 2 of the schema made it, written with IndexedDB itself: released versions are stone. */
import { makeDatabase, type StoredRow } from './make-database.ts';

export const STORES_2: Readonly<Record<string, string>> = {
  accounts: 'id, externalId, domain, owner, *tags',
  contacts: 'id, account, externalId, email',
  subscriptions: 'id, account, externalId, renewalDate',
  opportunities: 'id, account, externalId',
  activities: 'id, account, [account+at], at',
  drafts: 'id, accountId, updatedAt',
  tasks: 'id, account, due, activity',
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
  pageHeads: 'page',
  digests: '++key, scope',
  summaries: 'accountId',
  operations: 'id, journaled',
  outbox: 'key, recordId, nextAttemptAt',
  meta: 'key',
  kinds: 'id',
  templates: 'id',
  versions: 'id, activity',
  bin: 'id, deletedAt',
  images: 'id',
};

/** One page of usage with three events, as version 2 packed and kept it. */
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

/** What stood in it; version 3 kept the same rows in the same way. */
export const rowsOfVersion = (schemaVersion: number): readonly StoredRow[] => [
  [
    'meta',
    {
      key: 'identity',
      value: { databaseId: 'db2', generation: 3, schemaVersion, lastSeq: 0, lastOrder: 0 },
    },
  ],
  ['accounts', { id: 'a1', name: '青葉物流', touchModel: 'high', createdAt: 1, updatedAt: 1 }],
  [
    'activities',
    {
      id: 'n1',
      account: 'a1',
      kind: 'call',
      at: 1_767_000_000_000,
      body: 'Renewal',
      sentiment: 2,
      createdAt: 1,
      updatedAt: 1,
    },
  ],
  [
    'tasks',
    {
      id: 't1',
      title: 'Send the plan',
      account: 'a1',
      side: 'ours',
      owner: 'Sato',
      state: 'open',
      activity: 'n1',
      createdAt: 1,
      updatedAt: 1,
    },
  ],
  ['kinds', { id: 'call', name: 'Ring', icon: 'phone', touch: true, createdAt: 1, updatedAt: 1 }],
  ['versions', { id: 'v1', activity: 'n1', at: 2, subject: '', body: 'Renew', createdAt: 1, updatedAt: 1 }],
  ['bin', { id: 'n0', table: 'activities', record: { id: 'n0' }, deletedAt: 1 }],
  ['pages', PAGE, ['a1', PAGE.order, PAGE.lane, PAGE.page]],
  ['pageHeads', { page: 7, account: 'a1', lane: 0, order: PAGE.order, jobs: [1], oldest: PAGE.oldest }],
];

export async function makeVersion2(name: string): Promise<void> {
  await makeDatabase(name, 2, STORES_2, rowsOfVersion(2));
}
