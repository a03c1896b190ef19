/** Who this database is: the row that a start compares with main's manifest. */
import * as z from 'zod/mini';
import type { KizunaDatabase } from './schema.ts';
import { SCHEMA_VERSION } from './schema.ts';

const identitySchema = z.object({
  databaseId: z.string(),
  generation: z.int(),
  schemaVersion: z.int(),
  /** Every operation up to this number of main's journal is in the database. */
  lastSeq: z.int(),
  /** Order of the newest operation written here: operations go to the journal in this order. */
  lastOrder: z.int(),
});

export type Identity = z.infer<typeof identitySchema>;

const KEY = 'identity';

export async function readIdentity(db: KizunaDatabase): Promise<Identity | undefined> {
  const row = await db.meta.get(KEY);
  const parsed = identitySchema.safeParse(row?.value);
  return parsed.success ? parsed.data : undefined;
}

export async function writeIdentity(db: KizunaDatabase, identity: Identity): Promise<void> {
  await db.meta.put({ key: KEY, value: identity });
}

export function newIdentity(databaseId: string, generation: number): Identity {
  return { databaseId, generation, schemaVersion: SCHEMA_VERSION, lastSeq: 0, lastOrder: 0 };
}

/** Inside a transaction that covers `meta`: the next operation's place in the order. */
export async function nextOrder(db: KizunaDatabase): Promise<number> {
  const identity = await readIdentity(db);
  if (identity === undefined)
    throw new Error('the database has no identity: it was not opened by the start check');
  await writeIdentity(db, { ...identity, lastOrder: identity.lastOrder + 1 });
  return identity.lastOrder + 1;
}
