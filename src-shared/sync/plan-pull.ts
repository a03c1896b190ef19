/** Decides what a page of source rows does to the stored records: pure, so that every door and every test asks the same. */

import { sameValue } from '../base/same-value.ts';
import { notedChampion } from '../model/champion-change.ts';
import type { FieldSpecs, FieldValue, RecordBase } from '../model/field.ts';
import { nounFields, type RecordNoun } from '../model/nouns.ts';
import { notedStages } from '../model/stage-change.ts';
import type { Base, Conflict, UndoRecord } from '../model/stored.ts';
import { type FieldConflict, mergeRecord, type Values } from './merge-record.ts';

export type Custom = Readonly<Record<string, string | number | boolean>>;
export type StoredRow = RecordBase & Record<string, unknown>;

export interface IncomingRow {
  readonly baseKey: string;
  readonly recordId: string;
  /** The record that the row is about by itself, where that one was merged into `recordId`: its base stays with it. */
  readonly ownId?: string;
  /** The base that counts where the row has none of its own: of a row that said less about the same record. */
  readonly formerKey?: string;
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
  /** What people wrote last, by record and field (`custom.NAME` for columns of the source's own); null = removed. */
  readonly edits?: ReadonlyMap<string, ReadonlyMap<string, unknown>>;
  /** Ids of records that no source has given: what they hold a person wrote. */
  readonly byHand?: ReadonlySet<string>;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
}

export type PullOutcome = Base['outcome'];

export interface FieldChange {
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
  /** `from` is what a person wrote; it is kept as a conflict. */
  readonly replacesEdit?: true;
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
/** What sorts right after all that begins with the separator. */
const AFTER_SEPARATOR = '\u0020';

export function baseKeyOf(sourceId: string, noun: RecordNoun, key: string): string {
  return [sourceId, noun, key].join(SEPARATOR);
}

/** Where the keys of all that a source has given (of a noun) lie: from the first text up to, not including, the second. */
export function baseKeyRange(sourceId: string, noun?: RecordNoun): readonly [from: string, until: string] {
  const head = noun === undefined ? sourceId : `${sourceId}${SEPARATOR}${noun}`;
  return [head + SEPARATOR, head + AFTER_SEPARATOR];
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

/** Fields of the source's own stand under this in edits and conflicts. */
const CUSTOM = 'custom.';

type CustomValue = string | number | boolean;

interface MergedCustom {
  readonly custom: Custom | undefined;
  readonly changes: readonly FieldChange[];
  readonly conflicts: readonly FieldConflict[];
}

/**
 * Custom values, three-way as well: where the source says what it said before, ours stays; else the source's counts, and
 * what a person wrote is kept as a conflict.
 */
function mergeCustom(
  ours: Custom | undefined,
  base: Custom | undefined,
  theirs: Custom,
  byPerson: (field: string) => boolean,
): MergedCustom {
  const merged: [string, CustomValue][] = [];
  const changes: FieldChange[] = [];
  const conflicts: FieldConflict[] = [];
  for (const name of new Set([...Object.keys(ours ?? {}), ...Object.keys(theirs)])) {
    const was = own(base, name);
    const here = own(ours, name);
    const there = own(theirs, name);
    const value = there === was ? here : there;
    if (value !== undefined) merged.push([name, value]);
    if (value === here) continue;
    const field = CUSTOM + name;
    const replaces = here !== was && byPerson(field);
    changes.push({ field: name, from: here, to: value, ...(replaces ? { replacesEdit: true } : {}) });
    if (replaces) conflicts.push({ field, base: was, ours: here, theirs: there, taken: 'theirs' });
  }
  // fromEntries defines own properties: a column called __proto__ is a column like any other.
  return { custom: merged.length === 0 ? undefined : Object.fromEntries(merged), changes, conflicts };
}

function own(custom: Custom | undefined, name: string): CustomValue | undefined {
  return custom !== undefined && Object.hasOwn(custom, name) ? custom[name] : undefined;
}

/** Whether a person wrote what stands in a field of the record now. */
function byPersonOf({ edits, byHand }: PullInput, current: StoredRow | undefined) {
  const written = current === undefined ? undefined : edits?.get(current.id);
  const all = current !== undefined && byHand?.has(current.id) === true;
  return (field: string): boolean => {
    if (all) return true;
    if (written === undefined || !written.has(field)) return false;
    const here = field.startsWith(CUSTOM)
      ? own(current?.custom, field.slice(CUSTOM.length))
      : current?.[field];
    return sameValue(written.get(field) ?? undefined, here);
  };
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
  const byPerson = byPersonOf(input, current);
  const result = mergeRecord(specs, input.fields, base?.values, ours, row.values, byPerson);
  const replaced = new Set(
    result.conflicts.flatMap(({ field, taken }) => (taken === 'theirs' ? [field] : [])),
  );
  const record: StoredRow =
    current === undefined ? { id: row.recordId, createdAt: input.now, updatedAt: input.now } : { ...current };
  const changes: FieldChange[] = [];
  for (const [field, value] of result.patch) {
    const mark = replaced.has(field) ? { replacesEdit: true as const } : {};
    changes.push({ field, from: ours[field], to: value, ...mark });
    if (value === undefined) delete record[field];
    else record[field] = value;
  }
  if (input.noun === 'account' && current !== undefined) {
    const { stage } = current;
    const now = { stage: record['stage'], stages: record['stages'] };
    const stages = notedStages({ stage }, now, { at: input.now, source: input.sourceId });
    if (stages !== undefined) record['stages'] = stages;
  }
  if (input.noun === 'contact' && current !== undefined) {
    const now = { role: record['role'], championUntil: record['championUntil'] };
    const noted = notedChampion({ role: current['role'] }, now, input.now);
    if (noted?.championUntil !== undefined) record['championUntil'] = noted.championUntil;
    else if (noted !== undefined) delete record['championUntil'];
  }
  const columns = mergeCustom(current?.custom, base?.custom, row.custom, byPerson);
  if (columns.changes.length > 0) {
    changes.push(...columns.changes);
    if (columns.custom === undefined) delete record.custom;
    else record.custom = columns.custom;
  }
  const conflicts = [...result.conflicts, ...columns.conflicts].map(
    (conflict): Conflict => ({
      key: [row.recordId, conflict.field].join(SEPARATOR),
      noun: input.noun,
      recordId: row.recordId,
      field: conflict.field,
      base: toJson(conflict.base),
      ours: toJson(conflict.ours),
      theirs: toJson(conflict.theirs),
      ...(conflict.taken === 'theirs' ? { taken: 'theirs' } : {}),
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
    const own = bases.get(row.baseKey) ?? input.bases.get(row.baseKey);
    const base = own ?? (row.formerKey === undefined ? undefined : input.bases.get(row.formerKey));
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
      baseBefore: own,
    });
  }
  return { records: [...records.values()], bases: [...bases.values()], conflicts, undo, outcomes, changes };
}
