/** Brings operations to main's journal, in order and each once, and knows at every moment whether all are on disk. */
import type { Bridge } from '#shared/ipc/contract.ts';
import type { Operation } from '#shared/model/operation.ts';
import type { StoredOperation } from '#shared/model/stored.ts';
import { readIdentity, writeIdentity } from './identity.ts';
import { createObservable, type Observable } from './observable.ts';
import type { KizunaDatabase } from './schema.ts';
import { bridgeFailure } from './store-failure.ts';

export interface SaveState {
  /** `saved` only when every operation handed over has its receipt from the journal. */
  readonly state: 'saved' | 'saving' | 'failed';
  /** Operations of this window that still wait for their receipt. */
  readonly pending: number;
  /** Why the last attempt failed. */
  readonly cause?: 'disk-full' | 'io' | 'closed';
}

export interface JournalClient {
  readonly saveState: Observable<SaveState>;
  /** Before the transaction: from now on the state is "Saving". */
  expect(id: string): void;
  /** The transaction failed: there is nothing to save. */
  forget(id: string): void;
  /** After the transaction: brings it (and all before it) to the journal. */
  committed(id: string): void;
  /** Settles with the receipt, or with the first failed attempt. */
  settled(id: string): Promise<'saved' | 'failed'>;
  /** Tries again what was not acknowledged: at start and when main is back. */
  resend(): Promise<'saved' | 'failed'>;
  /** No more attempts; the window is going or the database is being replaced. */
  stop(): void;
}

interface Deps {
  /** The same database with relaxed durability: losing a receipt costs one resend, which main ignores. */
  readonly receipts: KizunaDatabase;
  readonly bridge: Bridge;
  /** `setTimeout` of the window; tests bring their own. */
  readonly later?: (run: () => void, ms: number) => void;
  /** Told of every error, so that a broken store is noticed. */
  readonly onError?: (error: unknown) => void;
}

const BATCH_OPERATIONS = 500;
/** Characters of JSON per message, far below any limit of the wire. */
const BATCH_CHARACTERS = 1_000_000;
const LOCK = 'kizuna-journal';
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 15_000;

/** Intents whose operations are not kept once the journal has them: nobody looks back at single key strokes. */
export const TYPING_INTENT = 'draft.type';

function batches(stored: readonly StoredOperation[]): StoredOperation[][] {
  const all: StoredOperation[][] = [];
  let batch: StoredOperation[] = [];
  let characters = 0;
  for (const each of stored) {
    const size = stored.length === 1 ? 0 : JSON.stringify(each.operation).length;
    if (batch.length > 0 && (batch.length === BATCH_OPERATIONS || characters + size > BATCH_CHARACTERS)) {
      all.push(batch);
      batch = [];
      characters = 0;
    }
    batch.push(each);
    characters += size;
  }
  if (batch.length > 0) all.push(batch);
  return all;
}

async function unsent(db: KizunaDatabase): Promise<StoredOperation[]> {
  const rows = await db.operations.where('journaled').equals(0).toArray();
  return rows.sort((a, b) => a.order - b.order);
}

/**
 * Notes main's receipt. The database's own number only moves when the answer shows that nobody else wrote to the
 * journal in between; otherwise the next start reads what is missing and skips what it knows by id.
 */
async function noteReceipt(
  db: KizunaDatabase,
  batch: readonly StoredOperation[],
  lastSeq: number,
): Promise<void> {
  await db.transaction('rw', db.operations, db.meta, async () => {
    const identity = await readIdentity(db);
    const complete = identity !== undefined && lastSeq === identity.lastSeq + batch.length;
    const passing = complete ? batch.filter((each) => each.operation.intent === TYPING_INTENT) : [];
    const gone = new Set(passing.map((each) => each.id));
    await db.operations.bulkPut(
      batch.filter((each) => !gone.has(each.id)).map((each) => ({ ...each, journaled: 1 as const })),
    );
    if (gone.size > 0) await db.operations.bulkDelete([...gone]);
    if (complete) await writeIdentity(db, { ...identity, lastSeq });
  });
}

export async function sendUnsent(db: KizunaDatabase, bridge: Bridge, note = true): Promise<Operation[]> {
  const sent: Operation[] = [];
  for (const batch of batches(await unsent(db))) {
    const operations = batch.map((each) => each.operation);
    const { lastSeq } = await bridge.call('journal.append', { operations });
    if (note) await noteReceipt(db, batch, lastSeq);
    sent.push(...operations);
  }
  return sent;
}

export function createJournalClient(deps: Deps): JournalClient {
  const { receipts, bridge } = deps;
  const later = deps.later ?? ((run, ms) => void setTimeout(run, ms));
  const saveState = createObservable<SaveState>({ state: 'saved', pending: 0 });
  /** Operations of this window without receipt; true once their transaction is through. */
  const open = new Map<string, boolean>();
  const waiters = new Map<string, ((outcome: 'saved' | 'failed') => void)[]>();
  let cause: SaveState['cause'];
  let running: Promise<'saved' | 'failed'> | undefined;
  let again = false;
  let retryMs = FIRST_RETRY_MS;
  let retryPlanned = false;
  let stopped = false;

  function show(): void {
    if (cause !== undefined) saveState.set({ state: 'failed', pending: open.size, cause });
    else saveState.set({ state: open.size === 0 ? 'saved' : 'saving', pending: open.size });
  }

  function tell(id: string, outcome: 'saved' | 'failed'): void {
    const list = waiters.get(id) ?? [];
    waiters.delete(id);
    for (const waiter of list) waiter(outcome);
  }

  function received(ids: Iterable<string>): void {
    for (const id of ids) {
      open.delete(id);
      tell(id, 'saved');
    }
    show();
  }

  /** One run under the lock that all windows share, so that the journal's order is the database's order. */
  async function run(): Promise<'saved' | 'failed'> {
    const mine = [...open].filter(([, committed]) => committed).map(([id]) => id);
    try {
      await navigator.locks.request(LOCK, async () => {
        const sent = await sendUnsent(receipts, bridge);
        received(sent.map((operation) => operation.id));
      });
      cause = undefined;
      retryMs = FIRST_RETRY_MS;
      received(mine);
      return 'saved';
    } catch (error) {
      deps.onError?.(error);
      const code = bridgeFailure(error);
      cause = code === 'disk-full' || code === 'closed' ? code : 'io';
      for (const id of mine) tell(id, 'failed');
      show();
      planRetry();
      return 'failed';
    }
  }

  function planRetry(): void {
    if (retryPlanned || stopped) return;
    retryPlanned = true;
    later(() => {
      retryPlanned = false;
      void pump();
    }, retryMs);
    retryMs = Math.min(LAST_RETRY_MS, retryMs * 2);
  }

  async function pump(): Promise<'saved' | 'failed'> {
    if (stopped) return 'failed';
    if (running !== undefined) {
      again = true;
      return running;
    }
    running = drain();
    return running;
  }

  /** Clears `running` in the same breath as it sees that there is nothing more to do, so that no call falls between. */
  async function drain(): Promise<'saved' | 'failed'> {
    let outcome: 'saved' | 'failed';
    do {
      again = false;
      outcome = await run();
    } while (again && !stopped);
    running = undefined;
    return outcome;
  }

  return {
    saveState,
    expect(id) {
      open.set(id, false);
      show();
    },
    forget(id) {
      open.delete(id);
      show();
    },
    committed(id) {
      open.set(id, true);
      void pump();
    },
    settled(id) {
      if (!open.has(id)) return Promise.resolve('saved');
      return new Promise((resolve) => {
        waiters.set(id, [...(waiters.get(id) ?? []), resolve]);
      });
    },
    resend: pump,
    stop() {
      stopped = true;
    },
  };
}
