/** What a person said to an alert or a contradiction: kept under the finding's own id, and taken back by undo. */
import { err, ok } from '#shared/base/result.ts';
import { sameValue } from '#shared/base/same-value.ts';
import type { Settlement } from '#shared/model/alert.ts';
import type { Change, Json } from '#shared/model/operation.ts';
import { scopeOf } from '../apply-operation.ts';
import { toJsonRecord } from '../operations.ts';
import type { KizunaDatabase } from '../schema.ts';
import type { Store } from '../store.ts';
import type { WriteError } from '../write-with-outbox.ts';

/** Whoever says it and when is added. */
export type SettlementInput = Omit<Settlement, 'by' | 'createdAt' | 'updatedAt'>;

export type SettleError = WriteError | { readonly type: 'required'; readonly field: 'reason' | 'until' };

const SCOPE = [...scopeOf([{ type: 'set', table: 'settlements', id: '', fields: {} }]), 'team'];

export async function readSettlements(db: KizunaDatabase): Promise<ReadonlyMap<string, Settlement>> {
  return new Map((await db.settlements.toArray()).map((row) => [row.id, row]));
}

/** Of one account. */
export function settlementsOf(db: KizunaDatabase, account: string): Promise<Settlement[]> {
  return db.settlements.where('account').equals(account).toArray();
}

/** What is put off or explained away says why, and until when. */
function missingIn({ state, reason, until }: SettlementInput): 'reason' | 'until' | undefined {
  if (reason.trim() === '' && (state === 'snoozed' || state === 'explained' || state === 'dismissed'))
    return 'reason';
  return until === undefined && (state === 'snoozed' || state === 'explained') ? 'until' : undefined;
}

async function changesFor(
  { db, clock }: Store,
  inputs: readonly SettlementInput[],
): Promise<readonly Change[]> {
  const now = clock.now();
  const by = (await db.team.toArray()).find((member) => member.me === true)?.name ?? '';
  const rows = await db.settlements.bulkGet(inputs.map((input) => input.id));
  return inputs.flatMap((input, i): Change[] => {
    const wanted = toJsonRecord({ ...input, reason: input.reason.trim(), by });
    const row = rows[i];
    if (row === undefined)
      return [{ type: 'add', table: 'settlements', record: { ...wanted, createdAt: now, updatedAt: now } }];
    const before = toJsonRecord({ ...row });
    // When it was said counts anew: what happens from now on can bring it back. `until` may be gone.
    const after: Record<string, Json> = { ...wanted, until: wanted['until'] ?? null, createdAt: now };
    const fields = Object.entries(after).flatMap(([field, to]): [string, [Json, Json]][] => {
      const from = before[field] ?? null;
      return sameValue(from, to) ? [] : [[field, [from, to]]];
    });
    return [{ type: 'set', table: 'settlements', id: input.id, fields: Object.fromEntries(fields) }];
  });
}

/** Several at once are one operation: "snooze all of these". */
export async function settle(store: Store, inputs: readonly SettlementInput[]) {
  for (const input of inputs) {
    const field = missingIn(input);
    if (field !== undefined) return err<SettleError>({ type: 'required', field });
  }
  return store.decideAndWrite<SettleError>('settlement.settle', SCOPE, async () =>
    ok(await changesFor(store, inputs)),
  );
}

/** It is open again. */
export function unsettle({ db, decideAndWrite }: Store, id: string) {
  return decideAndWrite<SettleError>('settlement.reopen', SCOPE, async () => {
    const row = await db.settlements.get(id);
    if (row === undefined) return err({ type: 'no-such-record', table: 'settlements', id });
    return ok<Change[]>([{ type: 'remove', table: 'settlements', record: toJsonRecord({ ...row }) }]);
  });
}
