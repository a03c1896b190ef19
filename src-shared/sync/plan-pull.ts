/** Decides what a page of source rows does to the stored records: pure, so that every door and every test asks the same. */
import type { FieldSpecs, FieldValue, RecordBase } from '../model/field.ts';
import { nounFields, type RecordNoun } from '../model/nouns.ts';
import { notedStages } from '../model/stage-change.ts';
import type { Base, Conflict, UndoRecord } from '../model/stored.ts';
import { mergeRecord, sameValue, type Values } from './merge-record.ts';

export type Custom = Readonly<Record<string, string | number | boolean>>;
export type StoredRow = RecordBase & Record<string, unknown>;

export interface IncomingRow {
  readonly baseKey: string;
  readonly recordId: string;
  /** The record that the row is about by itself, where that one was merged into `recordId`: its base stays with it. */
  readonly ownId?: string;
  readonly digest: string;
  readonly values: Values;
  readonly custom: Custom;
}

export interface PullInput {
  readonly noun: RecordNoun;
  readonly table: string;
  readonly sourceId: string;
  readonly jobId: string;
  /** Fields that the mapped columns speak about. */
  readonly fields: readonly string[];
  readonly rows: readonly IncomingRow[];
  readonly bases: ReadonlyMap<string, Base>;
  readonly records: ReadonlyMap<string, StoredRow>;
  /** Ids of records that wait in the bin. */
  readonly binned?: ReadonlySet<string>;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
}

export type PullOutcome = Base['outcome'];

export interface FieldChange {
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

export interface PullPlan {
  readonly records: readonly StoredRow[];
  readonly bases: readonly Base[];
  readonly conflicts: readonly Conflict[];
  readonly undo: readonly UndoRecord[];
  /** One per incoming row, in order. A run that was cut off counts its own rows again as what they were. */
  readonly outcomes: readonly PullOutcome[];
  /** What changed, per record, for the preview. */
  readonly changes: ReadonlyMap<string, readonly FieldChange[]>;
}

const SEPARATOR = '\u001f';

export function baseKeyOf(sourceId: string, noun: RecordNoun, key: string): string {
  return [sourceId, noun, key].join(SEPARATOR);
}

function valuesOf(specs: FieldSpecs, record: StoredRow | undefined): Values {
  const values: Record<string, FieldValue> = {};
  if (record === undefined) return values;
  for (const field of Object.keys(specs)) {
    const value = record[field];
    if (value !== undefined) values[field] = value as FieldValue;
  }
  return values;
}

/** Custom values, three-way as well: where the source says what it said before, ours stays; else the source's counts. */
function mergeCustom(ours: Custom | undefined, base: Custom | undefined, theirs: Custom): Custom | undefined {
  const merged: [string, string | number | boolean][] = [];
  for (const name of new Set([...Object.keys(ours ?? {}), ...Object.keys(theirs)])) {
    const here = own(ours, name);
    const there = own(theirs, name);
    const value = there === own(base, name) ? here : there;
    if (value !== undefined) merged.push([name, value]);
  }
  // fromEntries defines own properties: a column called __proto__ is a column like any other.
  return merged.length === 0 ? undefined : Object.fromEntries(merged);
}

function own(custom: Custom | undefined, name: string): string | number | boolean | undefined {
  return custom !== undefined && Object.hasOwn(custom, name) ? custom[name] : undefined;
}

interface Merged {
  readonly record: StoredRow;
  readonly changes: readonly FieldChange[];
  readonly conflicts: readonly Conflict[];
}

function mergeOne(
  input: PullInput,
  row: IncomingRow,
  base: Base | undefined,
  current: StoredRow | undefined,
): Merged {
  const specs: FieldSpecs = nounFields[input.noun];
  const ours = valuesOf(specs, current);
  const result = mergeRecord(specs, input.fields, base?.values, ours, row.values);
  const record: StoredRow =
    current === undefined ? { id: row.recordId, createdAt: input.now, updatedAt: input.now } : { ...current };
  const changes: FieldChange[] = [];
  for (const [field, value] of result.patch) {
    changes.push({ field, from: ours[field], to: value });
    if (value === undefined) delete record[field];
    else record[field] = value;
  }
  if (input.noun === 'account' && current !== undefined) {
    const { stage } = current;
    const now = { stage: record['stage'], stages: record['stages'] };
    const stages = notedStages({ stage }, now, { at: input.now, source: input.sourceId });
    if (stages !== undefined) record['stages'] = stages;
  }
  const custom = mergeCustom(current?.custom, base?.custom, row.custom);
  if (!sameValue(custom ?? {}, current?.custom ?? {})) {
    for (const [name, value] of Object.entries(custom ?? {})) {
      if (current?.custom?.[name] !== value)
        changes.push({ field: name, from: current?.custom?.[name], to: value });
    }
    if (custom === undefined) delete record.custom;
    else record.custom = custom;
    if (changes.length === 0) changes.push({ field: 'custom', from: current?.custom, to: custom });
  }
  const conflicts = result.conflicts.map(
    (conflict): Conflict => ({
      key: [row.recordId, conflict.field].join(SEPARATOR),
      noun: input.noun,
      recordId: row.recordId,
      field: conflict.field,
      base: toJson(conflict.base),
      ours: toJson(conflict.ours),
      theirs: toJson(conflict.theirs),
      sourceId: input.sourceId,
      at: input.now,
    }),
  );
  return { record, changes, conflicts };
}

function toJson(value: FieldValue | undefined): Conflict['base'] {
  if (value === undefined) return null;
  if (typeof value !== 'object') return value;
  return Array.isArray(value) ? [...value] : { ...(value as { minor: number; currency: string }) };
}

function outcomeOf(
  base: Base | undefined,
  current: StoredRow | undefined,
  row: IncomingRow,
  merged: Merged,
): PullOutcome {
  if (base === undefined) return current === undefined ? 'added' : 'changed';
  if (merged.changes.length > 0 || merged.conflicts.length > 0) return 'changed';
  return sameValue(base.values, row.values) && sameValue(base.custom, row.custom) ? 'unchanged' : 'changed';
}

/** Rows of one page may name the same record twice (two sources' rows matched to one): later rows see earlier ones. */
export function planPull(input: PullInput): PullPlan {
  const records = new Map<string, StoredRow>();
  const bases = new Map<string, Base>();
  const conflicts: Conflict[] = [];
  const undo: UndoRecord[] = [];
  const outcomes: PullOutcome[] = [];
  const changes = new Map<string, readonly FieldChange[]>();
  for (const row of input.rows) {
    const base = bases.get(row.baseKey) ?? input.bases.get(row.baseKey);
    const current = records.get(row.recordId) ?? input.records.get(row.recordId);
    if (base !== undefined && base.digest === row.digest && current !== undefined) {
      outcomes.push(base.jobId === input.jobId ? base.outcome : 'unchanged');
      continue;
    }
    // The source gave it before and it is not here, or it is in the bin: a person removed it. It stays away until they
    // put it back.
    if (current === undefined && (base !== undefined || input.binned?.has(row.recordId) === true)) {
      outcomes.push('unchanged');
      continue;
    }
    // A merged record's row that comes without its base (after a rebuild): the merge has decided what it says.
    const decided = row.ownId !== undefined && base === undefined && current !== undefined;
    const merged = decided
      ? { record: current, changes: [], conflicts: [] }
      : mergeOne(input, row, base, current);
    const touched = current === undefined || merged.changes.length > 0;
    if (touched) {
      merged.record.updatedAt = input.now;
      records.set(row.recordId, merged.record);
    }
    conflicts.push(...merged.conflicts);
    const outcome = decided ? 'unchanged' : outcomeOf(base, current, row, merged);
    outcomes.push(outcome);
    if (merged.changes.length > 0 && current !== undefined) changes.set(row.recordId, merged.changes);
    const nextBase: Base = {
      key: row.baseKey,
      sourceId: input.sourceId,
      noun: input.noun,
      recordId: row.ownId ?? row.recordId,
      digest: row.digest,
      values: row.values,
      custom: row.custom,
      seenAt: input.now,
      jobId: input.jobId,
      outcome,
    };
    bases.set(row.baseKey, nextBase);
    undo.push({
      table: input.table,
      id: row.recordId,
      before: current,
      after: touched ? merged.record : (current as StoredRow),
      baseKey: row.baseKey,
      baseBefore: base,
    });
  }
  return { records: [...records.values()], bases: [...bases.values()], conflicts, undo, outcomes, changes };
}
