/** After the start, in the background: does the database hold what main remembers, and can all of it be read. */
import type { Manifest } from '#shared/model/manifest.ts';
import type { Damage } from './database-state.ts';
import { COUNTED_TABLES, countTables } from './manifest.ts';
import type { KizunaDatabase } from './schema.ts';

/** Rows read of each table, spread over it. */
const SAMPLES = 8;

/** Throws what the store throws when a part of it cannot be read. */
async function readSamples(db: KizunaDatabase, table: string, count: number): Promise<void> {
  const step = Math.max(1, Math.floor(count / SAMPLES));
  await db.table(table).orderBy(':id').last();
  let after: unknown;
  for (let i = 0; i < SAMPLES && i * step < count; i++) {
    const rows = db.table(table).orderBy(':id');
    const [key] = await (after === undefined ? rows : db.table(table).where(':id').above(after))
      .offset(i === 0 ? 0 : step - 1)
      .limit(1)
      .primaryKeys();
    if (key === undefined) return;
    await db.table(table).get(key);
    after = key;
  }
}

/** Rows that people took away since the manifest was written, by table. */
async function removedSince(db: KizunaDatabase, at: number): Promise<ReadonlyMap<string, number>> {
  const removed = new Map<string, number>();
  await db.operations.each(({ operation }) => {
    if (operation.at < at) return;
    for (const change of operation.changes) {
      if (change.type === 'remove') removed.set(change.table, (removed.get(change.table) ?? 0) + 1);
    }
  });
  return removed;
}

/** An import or its undo after the manifest makes its counts old. */
async function importedSince(db: KizunaDatabase, at: number): Promise<boolean> {
  const newest = await db.jobs.orderBy('number').last();
  if (newest === undefined) return false;
  // An undo leaves no time behind, so the newest job counts as undone just now.
  return (
    newest.state === 'running' || newest.state === 'undone' || (newest.finishedAt ?? newest.startedAt) >= at
  );
}

/** Clocks of a laptop move; what happened around the manifest counts as after it. */
const MARGIN_MS = 5 * 60_000;

/** undefined = everything that should be here is here, and was read. Throws what a broken store throws. */
export async function verifyDatabase(
  db: KizunaDatabase,
  manifest: Manifest | null,
): Promise<Damage | undefined> {
  const counts = await countTables(db, COUNTED_TABLES);
  for (const table of db.tables)
    await readSamples(db, table.name, counts[table.name] ?? (await table.count()));
  if (manifest === null) return undefined;
  const since = manifest.writtenAt - MARGIN_MS;
  const removed = await removedSince(db, since);
  const imported = await importedSince(db, since);
  const missing = Object.entries(manifest.counts).filter(([table, expected]) => {
    if (imported && table !== 'activities' && table !== 'drafts' && table !== 'views') return false;
    // Settled by pulls and pushes, which no operation names.
    if (table === 'outbox' || table === 'conflicts') return false;
    return (counts[table] ?? 0) < expected - (removed.get(table) ?? 0);
  });
  if (missing.length === 0) return undefined;
  const tables = Object.fromEntries(
    missing.map(([table, expected]): [string, readonly [number, number]] => [
      table,
      [counts[table] ?? 0, expected],
    ]),
  );
  return { type: 'rows-missing', tables };
}
