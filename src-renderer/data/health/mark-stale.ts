/** Inside the writer's transaction: accounts whose signals an operation touched are read again, even after a crash. */
import type { Row } from '../operations.ts';
import type { KizunaDatabase } from '../schema.ts';
import type { SignalsRow } from './rows.ts';

/** Tables of which signals are made, each row with its account. */
const OF_ACCOUNTS = ['contacts', 'subscriptions', 'activities', 'sentiments', 'objectives'] as const;
const TABLES: ReadonlySet<string> = new Set(['accounts', ...OF_ACCOUNTS]);

/** Whether a transaction over this table must cover `signals` too. */
export function feedsSignals(table: string): boolean {
  return TABLES.has(table) || table === 'kinds' || table === 'journeys';
}

type Cells = ReadonlyMap<string, { readonly before: Row | undefined; readonly now: Row | undefined }>;

function accountsIn(tables: ReadonlyMap<string, Cells>): ReadonlySet<string> {
  const accounts = new Set<string>();
  for (const [id, cell] of tables.get('accounts') ?? []) if (cell.before !== cell.now) accounts.add(id);
  for (const table of OF_ACCOUNTS)
    for (const { before, now } of tables.get(table)?.values() ?? [])
      if (before !== now)
        for (const row of [before, now]) {
          const account = row?.['account'];
          if (typeof account === 'string') accounts.add(account);
        }
  return accounts;
}

function staleRow(row: SignalsRow): SignalsRow {
  return { ...row, day: '', touched: (row.touched ?? 0) + 1 };
}

/** `all`: a kind of activity became a touch or is none any more, or touches are due at other times. */
export async function markStale(
  db: KizunaDatabase,
  tables: ReadonlyMap<string, Cells>,
  all: boolean,
): Promise<void> {
  if (all) {
    await db.signals.toCollection().modify((row) => Object.assign(row, staleRow(row)));
    return;
  }
  const accounts = [...accountsIn(tables)];
  if (accounts.length === 0) return;
  const rows = await db.signals.bulkGet(accounts);
  const stale = rows.flatMap((row) => (row === undefined ? [] : staleRow(row)));
  if (stale.length > 0) await db.signals.bulkPut(stale);
}
