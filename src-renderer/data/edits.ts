/** What people do to records: edit fields, log activities, remove, settle a conflict; each one intention, one operation. */
import type { Clock } from '#shared/base/clock.ts';
import type { NewId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { sameValue } from '#shared/base/same-value.ts';
import type { ActivityFields } from '#shared/model/activity.ts';
import type { ValueOf } from '#shared/model/field.ts';
import { type FieldName, fieldSpec, type nounFields, type RecordNoun } from '#shared/model/nouns.ts';
import type { Change, Json, Operation } from '#shared/model/operation.ts';
import type { Conflict } from '#shared/model/stored.ts';
import { scopeOf, TABLE_OF_NOUN } from './apply-operation.ts';
import { intoBin } from './bin.ts';
import { checkValue, type ValueError } from './check-value.ts';
import { CUSTOM_PREFIX, type Row, toJsonRecord, valueAt } from './operations.ts';
import type { KizunaDatabase } from './schema.ts';
import type { WriteError, Writer } from './write-with-outbox.ts';

export type EditableNoun = RecordNoun | 'activity';

type KindOf<N extends EditableNoun, F extends FieldName<N>> = (typeof nounFields)[N][F] extends {
  kind: infer K extends keyof ValueOf;
}
  ? K
  : never;

/** New values by field; null removes the value. `custom` is about the record's own columns. */
export type Patch<N extends EditableNoun> = {
  readonly [F in FieldName<N>]?: ValueOf[KindOf<N, F>] | null;
} & { readonly custom?: Readonly<Record<string, string | number | boolean | null>> };

export type EditError = ValueError | WriteError;

type ConflictChoice =
  | { readonly type: 'ours' }
  | { readonly type: 'theirs' }
  | { readonly type: 'other'; readonly value: unknown };

/** undefined: everything was already so, nothing was written. */
type EditResult = Promise<Result<Operation | undefined, EditError>>;

export interface Edits {
  editRecords<N extends EditableNoun>(noun: N, ids: readonly string[], patch: Patch<N>): EditResult;
  addActivity(fields: ActivityFields): EditResult;
  /** Into the bin, where it waits for 30 days. */
  removeRecord(noun: EditableNoun, id: string): EditResult;
  settleConflict(key: string, choice: ConflictChoice): EditResult;
}

interface Deps {
  readonly db: KizunaDatabase;
  readonly writer: Writer;
  readonly clock: Clock;
  readonly newId: NewId;
}

function tableOf(noun: EditableNoun): string {
  return noun === 'activity' ? 'activities' : TABLE_OF_NOUN[noun];
}

type Values = ReadonlyMap<string, Json>;

/** The patch as stored values by change field name, or the first that does not fit. */
function checkPatch(
  noun: EditableNoun,
  patch: Readonly<Record<string, unknown>>,
): Result<Values, ValueError> {
  const values = new Map<string, Json>();
  for (const [field, value] of Object.entries(patch)) {
    if (field === 'custom') {
      for (const [name, own] of Object.entries(value ?? {}))
        values.set(CUSTOM_PREFIX + name, own === '' ? null : own);
      continue;
    }
    const checked = checkValue(field, fieldSpec(noun, field), value);
    if (!checked.ok) return checked;
    values.set(field, checked.value);
  }
  return ok(values);
}

function changedFields(row: Row, values: Values): Record<string, [Json, Json]> {
  const changed = [...values].flatMap(([field, to]): [string, [Json, Json]][] => {
    const from = valueAt(row, field);
    return sameValue(from, to) ? [] : [[field, [from, to]]];
  });
  return Object.fromEntries(changed);
}

function removeConflict(conflict: Conflict): Change {
  return { type: 'remove', table: 'conflicts', record: toJsonRecord({ ...conflict }) };
}

export function createEdits({ db, writer, clock, newId }: Deps): Edits {
  /** Inside the transaction: the changes that bring the records to the values and settle what they answer. */
  async function planEdit(noun: EditableNoun, ids: readonly string[], values: Values) {
    const table = tableOf(noun);
    const rows = await db.table<Row, string>(table).bulkGet([...ids]);
    const conflicts = await db.conflicts
      .where('recordId')
      .anyOf([...ids])
      .toArray();
    const changes: Change[] = [];
    for (const [i, id] of ids.entries()) {
      const row = rows[i];
      if (row === undefined) return err({ type: 'no-such-record' as const, table, id });
      const fields = changedFields(row, values);
      if (Object.keys(fields).length > 0) changes.push({ type: 'set', table, id, fields });
      const answered = conflicts.filter((each) => each.recordId === id && values.has(each.field));
      changes.push(...answered.map(removeConflict));
    }
    return ok(changes);
  }

  function scope(...tables: string[]): string[] {
    return [...new Set(['conflicts', ...tables.flatMap((table) => scopeOf([emptyChange(table)]))])];
  }

  return {
    async editRecords(noun, ids, patch) {
      const values = checkPatch(noun, patch);
      if (!values.ok) return values;
      const unique = [...new Set(ids)];
      return writer.decideAndWrite<EditError>(`${noun}.edit`, scope(tableOf(noun)), () =>
        planEdit(noun, unique, values.value),
      );
    },

    async addActivity(fields) {
      const values = checkPatch('activity', { ...fields });
      if (!values.ok) return values;
      if (!values.value.has('at')) return err({ type: 'required', field: 'at' });
      const now = clock.now();
      const given = [...values.value].filter(([, value]) => value !== null);
      const record = { id: newId(), ...Object.fromEntries(given), createdAt: now, updatedAt: now };
      return writer.write('activity.add', [{ type: 'add', table: 'activities', record }]);
    },

    async removeRecord(noun, id) {
      const table = tableOf(noun);
      return writer.decideAndWrite<EditError>(`${noun}.remove`, scope(table, 'bin'), async () => {
        const row = await db.table<Row, string>(table).get(id);
        if (row === undefined) return err({ type: 'no-such-record', table, id });
        return ok(intoBin(table, row, clock.now()));
      });
    },

    async settleConflict(key, choice) {
      const tables = Object.values(TABLE_OF_NOUN);
      return writer.decideAndWrite<EditError>('conflict.settle', scope(...tables), async () => {
        const conflict = await db.conflicts.get(key);
        if (conflict === undefined) return err({ type: 'no-such-record', table: 'conflicts', id: key });
        // What stands already is only kept; the source may have said something newer since.
        if (choice.type === (conflict.taken ?? 'ours')) return ok([removeConflict(conflict)]);
        const values = settledValue(conflict, choice);
        if (!values.ok) return values;
        const edit = await planEdit(conflict.noun, [conflict.recordId], values.value);
        return edit;
      });
    },
  };
}

/** Only names a table, to ask which tables a transaction must cover. */
function emptyChange(table: string): Change {
  return { type: 'set', table, id: '', fields: {} };
}

function settledValue(conflict: Conflict, choice: ConflictChoice): Result<Values, ValueError> {
  if (choice.type !== 'other') return ok(new Map([[conflict.field, conflict[choice.type]]]));
  return checkPatch(conflict.noun, { [conflict.field]: choice.value });
}
