/** A database as version 3 of the schema made it, written with IndexedDB itself: released versions are stone. */
import { makeDatabase } from './make-database.ts';
import { rowsOfVersion, STORES_2 } from './version-2.ts';

export const STORES_3: Readonly<Record<string, string>> = {
  ...STORES_2,
  weeks: 'account, [account+stamp]',
  signals: 'account',
  overrides: 'id, account',
  sentiments: 'id, account',
  scorecardVersions: 'id, scorecard',
  settlements: 'id, account',
  ownRules: 'id',
  meetings: 'id, at',
};

export async function makeVersion3(name: string): Promise<void> {
  await makeDatabase(name, 3, STORES_3, rowsOfVersion(3));
}
