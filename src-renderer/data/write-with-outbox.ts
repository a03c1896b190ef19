/** The one door for people: a change goes into rows, outbox and operations in one transaction, then to the journal. */
import type { Clock } from '#shared/base/clock.ts';
import type { NewId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Change, type Operation, operationSchema } from '#shared/model/operation.ts';
import { applyOperation, keyOf, scopeOf } from './apply-operation.ts';
import { nextOrder } from './identity.ts';
import type { JournalClient } from './journal-client.ts';
import type { KizunaDatabase } from './schema.ts';
import { type StoreFailure, storeFailure } from './store-failure.ts';

export type WriteError =
  /** The data was written by a newer version, or the database is not open. */
  | { readonly type: 'read-only' }
  | { readonly type: 'no-such-record'; readonly table: string; readonly id: string }
  | { readonly type: 'store-failed'; readonly cause: StoreFailure };

interface WriteOptions {
  /** For undo and redo: the operation that this one takes back. */
  readonly undoes?: string;
}

/** What a decision inside the transaction comes to: the changes (none = nothing to do) or why not. */
type Decision<E> = Result<readonly Change[], E>;

export interface Writer {
  write(
    intent: string,
    changes: readonly Change[],
    options?: WriteOptions,
  ): Promise<Result<Operation, WriteError>>;
  /**
   * Reads, decides and writes in one transaction over `tables`. `decide` may only wait for the database.
   * The value is undefined when there was nothing to change.
   */
  decideAndWrite<E>(
    intent: string,
    tables: readonly string[],
    decide: () => Promise<Decision<E>>,
    options?: WriteOptions,
  ): Promise<Result<Operation | undefined, E | WriteError>>;
  /** Called after each operation that was committed here. */
  onWritten(listener: (operation: Operation) => void): () => void;
}

interface Deps {
  /** Opened with strict durability. */
  readonly db: KizunaDatabase;
  readonly journal: JournalClient;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly mayWrite: () => boolean;
  /** Told of every error, so that a broken store is noticed. */
  readonly onError?: (error: unknown) => void;
}

/** Leaves the transaction so that nothing of it stays. */
class Refusal<E> extends Error {
  readonly reason: E;

  constructor(reason: E) {
    super('refused');
    this.reason = reason;
  }
}

function missing(db: KizunaDatabase, operation: Operation, place: number): WriteError {
  const change = operation.changes[place];
  if (change === undefined) throw new Error('a change waits that is not in its operation');
  return { type: 'no-such-record', table: change.table, id: keyOf(db, change) };
}

export function createWriter(deps: Deps): Writer {
  const { db, journal, clock, newId } = deps;
  const listeners = new Set<(operation: Operation) => void>();

  async function store(operation: Operation): Promise<void> {
    const outcome = await applyOperation(db, operation);
    const [first] = outcome.waiting;
    if (first !== undefined) throw new Refusal(missing(db, operation, first));
    await db.operations.add({ id: operation.id, journaled: 0, order: await nextOrder(db), operation });
  }

  async function decideAndWrite<E>(
    intent: string,
    tables: readonly string[],
    decide: () => Promise<Decision<E>>,
    options: WriteOptions = {},
  ): Promise<Result<Operation | undefined, E | WriteError>> {
    if (!deps.mayWrite()) return err({ type: 'read-only' });
    const id = newId();
    journal.expect(id);
    try {
      const operation = await db.transaction('rw', [...tables], async () => {
        const decision = await decide();
        if (!decision.ok) throw new Refusal(decision.error);
        if (decision.value.length === 0) return undefined;
        const candidate = { id, at: clock.now(), intent, ...options, changes: [...decision.value] };
        const parsed = operationSchema.parse(candidate);
        await store(parsed);
        return parsed;
      });
      if (operation === undefined) journal.forget(id);
      else {
        journal.committed(id);
        for (const listener of [...listeners]) listener(operation);
      }
      return ok(operation);
    } catch (error) {
      journal.forget(id);
      if (error instanceof Refusal) return err(error.reason as E | WriteError);
      deps.onError?.(error);
      const cause = storeFailure(error);
      if (cause === undefined) throw error;
      return err({ type: 'store-failed', cause });
    }
  }

  return {
    decideAndWrite,
    async write(intent, changes, options) {
      const written = await decideAndWrite<never>(intent, scopeOf(changes), async () => ok(changes), options);
      if (!written.ok) return written;
      if (written.value === undefined) throw new Error('an operation needs at least one change');
      return ok(written.value);
    },
    onWritten(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
