/** The days between touches as they are kept: read, changed, put back to the delivered ones; each change can be undone. */
import { err, ok, type Result } from '#shared/base/result.ts';
import type { CadenceSettings } from '#shared/domain/cadence/cadence.ts';
import { cadenceFrom, isDays } from '#shared/domain/cadence/cadence-settings.ts';
import { CADENCE_ROW, type JourneyRow } from '#shared/model/journey.ts';
import type { Change, Json, Operation } from '#shared/model/operation.ts';
import { scopeOf } from './apply-operation.ts';
import { type Row, toJsonRecord, valueAt } from './operations.ts';
import type { KizunaDatabase } from './schema.ts';
import type { Store } from './store.ts';
import type { WriteError } from './write-with-outbox.ts';

const SCOPE = scopeOf([{ type: 'set', table: 'journeys', id: '', fields: {} }]);

function rowOf(row: JourneyRow | undefined): Row | undefined {
  return row === undefined ? undefined : { ...row };
}

export async function readCadenceRow(db: KizunaDatabase): Promise<Row | undefined> {
  return rowOf(await db.journeys.get(CADENCE_ROW));
}

export async function readCadence(db: KizunaDatabase): Promise<CadenceSettings> {
  return cadenceFrom(await readCadenceRow(db));
}

export type CadenceError = WriteError | { readonly type: 'no-days' };

type Writes = Pick<Store, 'db' | 'decideAndWrite' | 'clock'>;

/** `days` null = as delivered. The value is undefined when nothing differs. */
export function saveCadence(
  { db, decideAndWrite, clock }: Writes,
  figure: string,
  days: number | null,
): Promise<Result<Operation | undefined, CadenceError>> {
  return decideAndWrite<CadenceError>('cadence.save', SCOPE, async () => {
    if (days !== null && !isDays(days)) return err({ type: 'no-days' });
    const row = await readCadenceRow(db);
    const from = valueAt(row, figure);
    if (from === days) return ok<Change[]>([]);
    if (row === undefined) {
      const now = clock.now();
      const record: Record<string, Json> = {
        id: CADENCE_ROW,
        [figure]: days,
        createdAt: now,
        updatedAt: now,
      };
      return ok<Change[]>([{ type: 'add', table: 'journeys', record }]);
    }
    return ok<Change[]>([
      { type: 'set', table: 'journeys', id: CADENCE_ROW, fields: { [figure]: [from, days] } },
    ]);
  });
}

/** All of it as delivered. */
export function resetCadence({
  db,
  decideAndWrite,
}: Writes): Promise<Result<Operation | undefined, CadenceError>> {
  return decideAndWrite<CadenceError>('cadence.reset', SCOPE, async () => {
    const row = await readCadenceRow(db);
    if (row === undefined) return ok<Change[]>([]);
    return ok<Change[]>([{ type: 'remove', table: 'journeys', record: toJsonRecord(row) }]);
  });
}
