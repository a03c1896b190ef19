/** Today's database over one that an older version made. */
import { expect } from 'vitest';
import { readIdentity } from '#renderer/data/identity.ts';
import { KizunaDatabase, SCHEMA_VERSION } from '#renderer/data/schema.ts';

const opened: KizunaDatabase[] = [];

export async function openMigrated(make: (name: string) => Promise<void>): Promise<KizunaDatabase> {
  const db = new KizunaDatabase('strict', `migrated-${crypto.randomUUID()}`);
  await make(db.name);
  opened.push(db);
  await db.open();
  expect((await readIdentity(db))?.schemaVersion).toBe(SCHEMA_VERSION);
  return db;
}

/** After each test. */
export async function removeMigrated(): Promise<void> {
  for (const db of opened.splice(0)) await db.delete();
}
