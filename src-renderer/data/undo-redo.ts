/** Takes back what was just done, and does it again: stacks of this window's operations. */
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Operation } from '#shared/model/operation.ts';
import { keyOf, scopeOf } from './apply-operation.ts';
import { PURGE_INTENT } from './bin.ts';
import { TYPING_INTENT } from './journal-client.ts';
import { createObservable, type Observable } from './observable.ts';
import { applyChange, invertChanges, misfit, type Row } from './operations.ts';
import type { KizunaDatabase } from './schema.ts';
import type { WriteError, Writer } from './write-with-outbox.ts';

/**
 * Nobody takes these back: a draft saves itself while it is written, a picture is kept for the note in which it is
 * pasted (the step is the note's own), and the bin forgets what is old.
 */
const BACKGROUND: ReadonlySet<string> = new Set([
  TYPING_INTENT,
  'draft.start',
  'draft.edit',
  'image.add',
  PURGE_INTENT,
]);

export function isBackground(intent: string): boolean {
  return BACKGROUND.has(intent);
}

export type UndoError =
  | { readonly type: 'nothing-to-undo' }
  /** Somebody or some import has been there since: taking it back would overwrite that. */
  | {
      readonly type: 'changed-since';
      readonly intent: string;
      readonly table: string;
      readonly id: string;
      readonly field: string;
    }
  | WriteError;

interface UndoState {
  /** Intent of what undo would take back, for the menu; undefined = nothing. */
  readonly undo: string | undefined;
  readonly redo: string | undefined;
}

export interface UndoRedo {
  readonly state: Observable<UndoState>;
  /** The value is the operation that was taken back: its intent names it in a toast. */
  undo(): Promise<Result<Operation, UndoError>>;
  redo(): Promise<Result<Operation, UndoError>>;
}

/** More steps than anybody takes back; older ones are forgotten. */
const DEPTH = 200;

type Direction = 'undo' | 'redo';

export function createUndoRedo(db: KizunaDatabase, writer: Writer): UndoRedo {
  /** What undo takes back, newest last; and what redo does again (as the operation that undid it). */
  const stacks: Record<Direction, Operation[]> = { undo: [], redo: [] };
  const state = createObservable<UndoState>({ undo: undefined, redo: undefined });
  /** The step before: keys pressed faster than steps are taken wait for their turn. */
  let before: Promise<unknown> = Promise.resolve();

  function show(): void {
    state.set({ undo: stacks.undo.at(-1)?.intent, redo: stacks.redo.at(-1)?.intent });
  }

  function push(direction: Direction, operation: Operation): void {
    stacks[direction].push(operation);
    if (stacks[direction].length > DEPTH) stacks[direction].shift();
    show();
  }

  writer.onWritten((operation) => {
    if (operation.undoes !== undefined || isBackground(operation.intent)) return;
    stacks.redo.length = 0;
    push('undo', operation);
  });

  /** Inside the transaction: the inverse changes, or the first thing that is no longer as the operation left it. */
  async function plan(operation: Operation) {
    const changes = invertChanges(operation.changes);
    const rows = new Map<string, Row | undefined>();
    for (const change of changes) {
      const id = keyOf(db, change);
      const place = `${change.table} ${id}`;
      const row = rows.has(place) ? rows.get(place) : await db.table<Row, string>(change.table).get(id);
      const field = misfit(row, change);
      if (field !== undefined) {
        const { intent } = operation;
        return err({ type: 'changed-since' as const, intent, table: change.table, id, field });
      }
      const applied = applyChange(row, change, 0);
      rows.set(place, applied.type === 'put' ? applied.row : undefined);
    }
    return ok(changes);
  }

  async function take(direction: Direction): Promise<Result<Operation, UndoError>> {
    const operation = stacks[direction].at(-1);
    if (operation === undefined) return err({ type: 'nothing-to-undo' });
    const done = await writer.decideAndWrite<UndoError>(
      operation.intent,
      scopeOf(operation.changes),
      () => plan(operation),
      { undoes: operation.id },
    );
    // A step that cannot be taken is put aside, so that the ones below it can be; others may have come on top meanwhile.
    if (done.ok || done.error.type === 'changed-since')
      stacks[direction] = stacks[direction].filter((each) => each !== operation);
    if (!done.ok) {
      show();
      return done;
    }
    if (done.value !== undefined) push(direction === 'undo' ? 'redo' : 'undo', done.value);
    return ok(operation);
  }

  function step(direction: Direction): Promise<Result<Operation, UndoError>> {
    const taken = before.then(() => take(direction));
    before = taken.catch(() => undefined);
    return taken;
  }

  return { state, undo: () => step('undo'), redo: () => step('redo') };
}
