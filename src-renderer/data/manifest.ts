/** Tells main what this database holds, so that the next start can notice when it is not the same one. */
import type { Clock } from '#shared/base/clock.ts';
import type { Bridge } from '#shared/ipc/contract.ts';
import type { Manifest } from '#shared/model/manifest.ts';
import { readIdentity } from './identity.ts';
import { type KizunaDatabase, SNAPSHOT_TABLES } from './schema.ts';

/** What the manifest counts: what people wrote, the records of sources, and pages of history. */
export const COUNTED_TABLES: readonly string[] = [...SNAPSHOT_TABLES, 'pages'];

export async function countTables(
  db: KizunaDatabase,
  tables: readonly string[],
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of tables) counts[table] = await db.table(table).count();
  return counts;
}

/** Nothing is written when the database has no identity (it is being replaced). */
export async function writeManifest(db: KizunaDatabase, bridge: Bridge, clock: Clock): Promise<void> {
  const manifest = await db.transaction(
    'r',
    [...COUNTED_TABLES, 'meta'],
    async (): Promise<Manifest | undefined> => {
      const identity = await readIdentity(db);
      if (identity === undefined) return undefined;
      const { lastOrder: _here, ...rest } = identity;
      return { ...rest, counts: await countTables(db, COUNTED_TABLES), writtenAt: clock.now() };
    },
  );
  if (manifest !== undefined) await bridge.call('manifest.write', { manifest });
}
