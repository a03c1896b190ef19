/** Does operations of the journal again on this database: each once, in order, none dropped. */
import * as z from 'zod/mini';
import type { Bridge } from '#shared/ipc/contract.ts';
import { type Operation, operationSchema } from '#shared/model/operation.ts';
import { applyOperation, isWritable, scopeOf } from './apply-operation.ts';
import { readIdentity, writeIdentity } from './identity.ts';
import { TYPING_INTENT } from './journal-client.ts';
import type { KizunaDatabase } from './schema.ts';

interface Entry {
  readonly seq: number;
  readonly operation: Operation;
}

export const waitingSchema = z.array(z.object({ operation: operationSchema, places: z.array(z.int()) }));
/** Changes whose record is not here: it came from a source and comes back with its next import. */
export type Waiting = z.infer<typeof waitingSchema>;

/** Meta key, and the name of their rows in a snapshot. */
export const WAITING = 'waiting';

export interface Replayed {
  readonly operations: number;
  readonly waiting: number;
  readonly lastSeq: number;
}

export async function readWaiting(db: KizunaDatabase): Promise<Waiting> {
  const parsed = waitingSchema.safeParse((await db.meta.get(WAITING))?.value);
  return parsed.success ? parsed.data : [];
}

function tablesOf(db: KizunaDatabase, operations: readonly Operation[]): string[] {
  const known = operations.flatMap((each) => each.changes).filter((change) => isWritable(db, change.table));
  return scopeOf(known);
}

/** In one transaction; answers with how many were not here yet. */
async function replayBatch(
  db: KizunaDatabase,
  entries: readonly Entry[],
  known: ReadonlySet<string>,
): Promise<number> {
  return db.transaction(
    'rw',
    tablesOf(
      db,
      entries.map((entry) => entry.operation),
    ),
    async () => {
      const stored = await db.operations.bulkGet(entries.map((entry) => entry.operation.id));
      const waiting = await readWaiting(db);
      let done = 0;
      let added = false;
      for (const [i, { seq, operation }] of entries.entries()) {
        const here = stored[i];
        if (here === undefined && !known.has(operation.id)) {
          const outcome = await applyOperation(db, operation);
          done++;
          if (outcome.waiting.length > 0) {
            waiting.push({ operation, places: [...outcome.waiting] });
            added = true;
          }
        }
        if (here !== undefined) await db.operations.put({ ...here, journaled: 1 });
        else if (operation.intent !== TYPING_INTENT) {
          await db.operations.put({ id: operation.id, journaled: 1, order: seq, operation });
        }
      }
      if (added) await db.meta.put({ key: WAITING, value: waiting });
      const identity = await readIdentity(db);
      const lastSeq = entries.at(-1)?.seq ?? 0;
      if (identity !== undefined) {
        const lastOrder = Math.max(identity.lastOrder, lastSeq);
        await writeIdentity(db, { ...identity, lastSeq: Math.max(identity.lastSeq, lastSeq), lastOrder });
      }
      return done;
    },
  );
}

/** `known`: operations that the rows hold already although `operations` does not name them. */
export async function replayJournal(
  db: KizunaDatabase,
  bridge: Bridge,
  afterSeq: number,
  known: ReadonlySet<string> = new Set(),
): Promise<Replayed> {
  let operations = 0;
  let lastSeq = afterSeq;
  await bridge.subscribe('journal.read', { afterSeq }, async (entries) => {
    if (entries.length === 0) return;
    operations += await replayBatch(db, entries, known);
    lastSeq = entries.at(-1)?.seq ?? lastSeq;
  });
  return { operations, waiting: (await readWaiting(db)).length, lastSeq };
}

/** After an import: the changes whose records are back are done now. Answers with how many operations that were. */
export async function applyWaiting(db: KizunaDatabase): Promise<number> {
  const waiting = await readWaiting(db);
  if (waiting.length === 0) return 0;
  const tables = tablesOf(
    db,
    waiting.map((each) => each.operation),
  );
  return db.transaction('rw', tables, async () => {
    const still: Waiting = [];
    for (const { operation, places } of waiting) {
      const outcome = await applyOperation(db, operation, new Set(places));
      if (outcome.waiting.length > 0) still.push({ operation, places: [...outcome.waiting] });
    }
    await db.meta.put({ key: WAITING, value: still });
    return waiting.length - still.length;
  });
}
