/** The bin: what was deleted waits for 30 days, as it was, and can be put back. */
import { err, ok } from '#shared/base/result.ts';
import type { BinRow } from '#shared/model/note.ts';
import type { Change } from '#shared/model/operation.ts';
import { isWritable, scopeOf } from './apply-operation.ts';
import { type Row, toJsonRecord } from './operations.ts';
import type { KizunaDatabase } from './schema.ts';
import type { WriteError, Writer } from './write-with-outbox.ts';

/** The operation that nobody did: see `isBackground`. */
export const PURGE_INTENT = 'bin.purge';

const DAY = 86_400_000;
export const BIN_DAYS = 30;

/** The changes that delete a record so that it can be put back: to be written in one operation. */
export function intoBin(table: string, row: Row, now: number): Change[] {
  const record = toJsonRecord(row);
  const id = String(row['id']);
  return [
    { type: 'remove', table, record },
    { type: 'add', table: 'bin', record: { id, table, record, deletedAt: now } },
  ];
}

function leaving(row: BinRow): Change {
  return { type: 'remove', table: 'bin', record: toJsonRecord({ ...row }) };
}

export type BinError =
  | WriteError
  /** A record of this id is there again. */
  | { readonly type: 'already-there'; readonly table: string; readonly id: string };

export async function putBack(db: KizunaDatabase, writer: Writer, id: string) {
  const known = await db.bin.get(id);
  if (known === undefined || !isWritable(db, known.table))
    return err<BinError>({ type: 'no-such-record', table: 'bin', id });
  const { table } = known;
  const scope = scopeOf([leaving(known), { type: 'set', table, id, fields: {} }]);
  return writer.decideAndWrite<BinError>('bin.putBack', scope, async () => {
    const row = await db.bin.get(id);
    if (row === undefined) return err({ type: 'no-such-record', table: 'bin', id });
    if ((await db.table<Row, string>(table).get(id)) !== undefined)
      return err({ type: 'already-there', table, id });
    return ok([leaving(row), { type: 'add', table, record: row.record }]);
  });
}

const BIN_SCOPE = scopeOf([{ type: 'set', table: 'bin', id: '', fields: {} }]);

/** All of it, or one record. */
export function emptyBin(db: KizunaDatabase, writer: Writer, id?: string) {
  return writer.decideAndWrite<WriteError>('bin.empty', BIN_SCOPE, async () => {
    const rows = await db.bin.toArray();
    return ok(rows.filter((row) => id === undefined || row.id === id).map(leaving));
  });
}

export function purgeBin(db: KizunaDatabase, writer: Writer, now: number) {
  return writer.decideAndWrite<WriteError>(PURGE_INTENT, BIN_SCOPE, async () => {
    const old = await db.bin
      .where('deletedAt')
      .below(now - BIN_DAYS * DAY)
      .toArray();
    return ok(old.map(leaving));
  });
}
