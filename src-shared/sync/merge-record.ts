/** Three-way merge of one record, field by field: base = last value seen from the source, ours = here, theirs = the source now. */
import { sameValue } from '../base/same-value.ts';
import type { FieldSpecs, FieldValue, MergePolicy } from '../model/field.ts';

export type Values = Readonly<Record<string, FieldValue>>;

export interface FieldConflict {
  readonly field: string;
  readonly base: FieldValue | undefined;
  readonly ours: FieldValue | undefined;
  readonly theirs: FieldValue | undefined;
  /** Whose value stands until a person has chosen; the other one is kept beside it. */
  readonly taken: 'ours' | 'theirs';
}

export interface MergeResult {
  /** Fields to write here; undefined removes the value. Empty = nothing to do. */
  readonly patch: ReadonlyMap<string, FieldValue | undefined>;
  /** Both sides changed: with `ask` ours stays, with `crm` theirs is taken; either way both are shown. */
  readonly conflicts: readonly FieldConflict[];
}

function union(
  base: FieldValue | undefined,
  ours: FieldValue | undefined,
  theirs: FieldValue | undefined,
): FieldValue {
  const list = (value: FieldValue | undefined): readonly string[] => (Array.isArray(value) ? value : []);
  const before = new Set(list(base));
  const removed = new Set(
    [...before].filter((item) => !list(ours).includes(item) || !list(theirs).includes(item)),
  );
  return [...new Set([...list(ours), ...list(theirs)])].filter((item) => !removed.has(item));
}

/** What is here and not as the source said it is taken for a person's, unless it is known to be another source's. */
const BY_PERSON = (): boolean => true;

/**
 * Decides what the source's new values do to a record.
 * `fields` names the fields that the source speaks about (mapped columns); others are never touched.
 * `byPerson` tells of a field whether a person wrote the value that is here.
 */
export function mergeRecord(
  specs: FieldSpecs,
  fields: readonly string[],
  base: Values | undefined,
  ours: Values,
  theirs: Values,
  byPerson: (field: string) => boolean = BY_PERSON,
): MergeResult {
  const patch = new Map<string, FieldValue | undefined>();
  const conflicts: FieldConflict[] = [];
  for (const field of fields) {
    const was = base?.[field];
    const here = ours[field];
    const there = theirs[field];
    if (sameValue(here, there)) continue;
    // The source says what it said before (an empty cell without a base says nothing): what we have stays.
    if (sameValue(was, there)) continue;
    if (sameValue(was, here)) {
      patch.set(field, there);
      continue;
    }
    const policy: MergePolicy = Object.hasOwn(specs, field) ? (specs[field]?.merge ?? 'ask') : 'ask';
    const both = { field, base: was, ours: here, theirs: there };
    if (policy === 'crm') {
      patch.set(field, there);
      if (byPerson(field)) conflicts.push({ ...both, taken: 'theirs' });
    } else if (policy === 'union') patch.set(field, union(was, here, there));
    else if (policy === 'ask') conflicts.push({ ...both, taken: 'ours' });
  }
  return { patch, conflicts };
}
