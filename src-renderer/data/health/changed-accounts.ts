/** Whose score an operation can change, and whether it changes the rules of all scores. */
import type { Change } from '#shared/model/operation.ts';
import type { Row } from '../operations.ts';
import type { KizunaDatabase } from '../schema.ts';

/** Rows of these tables carry their account; 'accounts' are their own. */
const OF_ACCOUNTS: ReadonlySet<string> = new Set([
  'accounts',
  'contacts',
  'subscriptions',
  'activities',
  'sentiments',
  'objectives',
]);

export interface Concerned {
  readonly accounts: ReadonlySet<string>;
  /** What counts as a touch changed, or when one is due. */
  readonly all: boolean;
  /** Scorecards, or the segments that say to whom they apply. */
  readonly cards: boolean;
  readonly overrides: boolean;
  readonly team: boolean;
  /** Something was logged, or taken away. */
  readonly touches: boolean;
}

function accountIn(row: Row | undefined): string[] {
  const account = row?.['account'];
  return typeof account === 'string' ? [account] : [];
}

async function accountsOf(db: KizunaDatabase, change: Change): Promise<string[]> {
  if (change.type === 'add' || change.type === 'remove') {
    return change.table === 'accounts' ? [String(change.record['id'])] : accountIn(change.record);
  }
  if (change.table === 'accounts') return [change.id];
  // A record that went from one account to another concerns both.
  const moved = change.type === 'set' ? (change.fields['account'] ?? []) : [];
  return [
    ...moved.flatMap((account) => (typeof account === 'string' ? [account] : [])),
    ...accountIn(await db.table<Row, string>(change.table).get(change.id)),
  ];
}

export async function accountsOfChanges(db: KizunaDatabase, changes: readonly Change[]): Promise<Concerned> {
  const tables = new Set(changes.map((change) => change.table));
  const lists = await Promise.all(
    changes.filter((change) => OF_ACCOUNTS.has(change.table)).map((change) => accountsOf(db, change)),
  );
  return {
    accounts: new Set(lists.flat()),
    all: tables.has('kinds') || tables.has('journeys'),
    cards: tables.has('scorecards') || tables.has('segments'),
    overrides: tables.has('overrides'),
    team: tables.has('team'),
    touches: tables.has('activities'),
  };
}
