/** Where each value of a record comes from: its source and date, who changed it here since, and open conflicts. */

import { sameValue } from '#shared/base/same-value.ts';
import type { FieldValue } from '#shared/model/field.ts';
import { nounFields, type RecordNoun } from '#shared/model/nouns.ts';
import type { Json } from '#shared/model/operation.ts';
import type { Base, Conflict, OutboxEntry, Source } from '#shared/model/stored.ts';
import { TABLE_OF_NOUN } from './apply-operation.ts';
import { CUSTOM_PREFIX, type Row, toJson, valueAt } from './operations.ts';
import type { KizunaDatabase } from './schema.ts';

interface SourceSays {
  readonly sourceId: string;
  readonly sourceName: string;
  readonly value: Json;
  /** Milliseconds since 1970 UTC when the source last said so. */
  readonly seenAt: number;
}

export interface Fact {
  /** Field name, or `custom.NAME` for a column of the source's own. */
  readonly field: string;
  /** What is here now; null = no value. */
  readonly value: Json;
  /** The source that said it last; undefined when only people wrote here. */
  readonly source: SourceSays | undefined;
  /** When a person changed it so that it differs from the source; undefined while they agree. */
  readonly changedAt: number | undefined;
  readonly conflict: Conflict | undefined;
}

function saidOf(base: Base, field: string): FieldValue | undefined {
  if (!field.startsWith(CUSTOM_PREFIX))
    return Object.hasOwn(base.values, field) ? base.values[field] : undefined;
  const name = field.slice(CUSTOM_PREFIX.length);
  return Object.hasOwn(base.custom, name) ? base.custom[name] : undefined;
}

function fieldsOf(noun: RecordNoun, row: Row, bases: readonly Base[]): string[] {
  const own = [row['custom'], ...bases.map((base) => base.custom)].flatMap((custom) =>
    typeof custom === 'object' && custom !== null ? Object.keys(custom) : [],
  );
  return [...Object.keys(nounFields[noun]), ...[...new Set(own)].map((name) => CUSTOM_PREFIX + name)];
}

/** The newest word of any source on the field. */
function sourceOf(
  field: string,
  bases: readonly Base[],
  names: ReadonlyMap<string, string>,
): SourceSays | undefined {
  const speaking = bases
    .filter((base) => saidOf(base, field) !== undefined)
    .sort((a, b) => b.seenAt - a.seenAt);
  const [base] = speaking;
  if (base === undefined) return undefined;
  return {
    sourceId: base.sourceId,
    sourceName: names.get(base.sourceId) ?? base.sourceId,
    value: toJson(saidOf(base, field)),
    seenAt: base.seenAt,
  };
}

function lastEdit(field: string, edits: readonly OutboxEntry[]): number | undefined {
  const times = edits.filter((edit) => Object.hasOwn(edit.fields, field)).map((edit) => edit.at);
  return times.length === 0 ? undefined : Math.max(...times);
}

/** What the sources say about a contact that was merged into this one is about this one. */
function mergedIds(row: Row): string[] {
  const merged = row['merged'];
  if (!Array.isArray(merged)) return [];
  return merged.flatMap((each: unknown) =>
    typeof each === 'object' && each !== null && 'id' in each ? [String(each.id)] : [],
  );
}

/** A fact for each field of the noun and each custom column; empty when the record does not exist. */
export async function factsOf(db: KizunaDatabase, noun: RecordNoun, recordId: string): Promise<Fact[]> {
  const row = await db.table<Row, string>(TABLE_OF_NOUN[noun]).get(recordId);
  if (row === undefined) return [];
  const bases = await db.bases
    .where('recordId')
    .anyOf([recordId, ...mergedIds(row)])
    .toArray();
  const edits = await db.outbox.where('recordId').equals(recordId).toArray();
  const conflicts = await db.conflicts.where('recordId').equals(recordId).toArray();
  const sources = await db.sources.bulkGet(bases.map((base) => base.sourceId));
  const names = new Map(
    sources.flatMap((source: Source | undefined) => (source ? [[source.id, source.name]] : [])),
  );
  return fieldsOf(noun, row, bases).map((field) => {
    const value = valueAt(row, field);
    const source = sourceOf(field, bases, names);
    const differs = source === undefined ? value !== null : !sameValue(source.value, value);
    return {
      field,
      value,
      source,
      changedAt: differs ? (lastEdit(field, edits) ?? changedWithout(row, source)) : undefined,
      conflict: conflicts.find((each) => each.field === field),
    };
  });
}

/** The entry has left the outbox: the record's own time is the nearest that is known. */
function changedWithout(row: Row, source: SourceSays | undefined): number | undefined {
  const at = row['updatedAt'];
  return source !== undefined && typeof at === 'number' ? at : undefined;
}
