/** A database as version 4 of the schema made it, written with IndexedDB itself: released versions are stone. */
import { makeDatabase, type StoredRow } from './make-database.ts';
import { rowsOfVersion } from './version-2.ts';
import { STORES_3 } from './version-3.ts';

/** What the account's history adds up to: the page's three events and the call, as version 4 kept it. */
const SUMMARY: StoredRow = [
  'summaries',
  {
    accountId: 'a1',
    revenue: [
      { start: '2026-01-01', end: '2026-12-31', renewal: '2026-12-31', mrr: 100_000, currency: 'JPY' },
    ],
    contacts: 2,
    months: { '24312': { usage: 3 }, '24311': { call: 1 } },
    usage: { '24312': 12 },
    lastAt: { usage: 1_767_322_800_000, call: 1_767_000_000_000 },
    lastTouchAt: 1_767_000_000_000,
    rows: { usage: 3, activity: 1 },
    ticketsOpen: 0,
    ticketsEscalated: 0,
    csatSum: 0,
    csatCount: 0,
    npsPromoters: 0,
    npsPassives: 0,
    npsDetractors: 0,
  },
];

export async function makeVersion4(name: string): Promise<void> {
  await makeDatabase(name, 4, STORES_3, [...rowsOfVersion(4), SUMMARY]);
}
