/** Contradiction rules of the user's own: saved, switched and removed, each as one operation. */
import { err, ok, type Result } from '#shared/base/result.ts';
import { sameValue } from '#shared/base/same-value.ts';
import type { OwnRule } from '#shared/model/alert.ts';
import type { Change, Json, Operation } from '#shared/model/operation.ts';
import { scopeOf } from '../apply-operation.ts';
import { intoBin } from '../bin.ts';
import { toJsonRecord } from '../operations.ts';
import type { KizunaDatabase } from '../schema.ts';
import type { Store } from '../store.ts';
import type { WriteError } from '../write-with-outbox.ts';

export type OwnRuleFields = Omit<OwnRule, 'id' | 'createdAt' | 'updatedAt'>;
type Written = Promise<Result<Operation | undefined, WriteError>>;

const RULES: Change = { type: 'set', table: 'ownRules', id: '', fields: {} };
const BIN: Change = { type: 'set', table: 'bin', id: '', fields: {} };
const SCOPE = [...scopeOf([RULES, BIN])];

export async function readOwnRules(db: KizunaDatabase): Promise<OwnRule[]> {
  const rules = await db.ownRules.toArray();
  return rules.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}

function gone(id: string) {
  return err<WriteError>({ type: 'no-such-record', table: 'ownRules', id });
}

function differing(rule: OwnRule, wanted: Partial<OwnRuleFields>): Record<string, [Json, Json]> {
  const row = toJsonRecord({ ...rule });
  return Object.fromEntries(
    Object.entries(toJsonRecord({ ...wanted })).flatMap(([field, to]): [string, [Json, Json]][] => {
      const from = row[field] ?? null;
      return sameValue(from, to) ? [] : [[field, [from, to]]];
    }),
  );
}

/** A new one where no id is given. */
export function saveOwnRule(store: Store, fields: OwnRuleFields, id?: string): Written {
  return store.decideAndWrite<WriteError>('rule.save', SCOPE, async () => {
    if (id === undefined) {
      const now = store.clock.now();
      const record = toJsonRecord({ ...fields, id: store.newId(), createdAt: now, updatedAt: now });
      return ok([{ type: 'add', table: 'ownRules', record }]);
    }
    const rule = await store.db.ownRules.get(id);
    if (rule === undefined) return gone(id);
    const changed = differing(rule, fields);
    return ok(
      Object.keys(changed).length === 0 ? [] : [{ type: 'set', table: 'ownRules', id, fields: changed }],
    );
  });
}

export function switchOwnRule(store: Store, id: string, off: boolean): Written {
  return store.decideAndWrite<WriteError>('rule.switch', SCOPE, async () => {
    const rule = await store.db.ownRules.get(id);
    if (rule === undefined) return gone(id);
    return ok(
      rule.off === off ? [] : [{ type: 'set', table: 'ownRules', id, fields: { off: [rule.off, off] } }],
    );
  });
}

/** Into the bin, from which it can be put back for 30 days. */
export function removeOwnRule(store: Store, id: string): Written {
  return store.decideAndWrite<WriteError>('rule.remove', SCOPE, async () => {
    const rule = await store.db.ownRules.get(id);
    return rule === undefined ? gone(id) : ok(intoBin('ownRules', { ...rule }, store.clock.now()));
  });
}
