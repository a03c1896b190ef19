/** What stays of a record when one of its sources is taken away, told by the bases alone: pure. */

import { sameValue } from '../base/same-value.ts';
import type { FieldSpecs } from '../model/field.ts';
import { nounFields } from '../model/nouns.ts';
import type { Base } from '../model/stored.ts';
import type { StoredRow } from './plan-pull.ts';

/** The word of another source on a field, the newest first; undefined = none speaks about it. */
function otherWord(others: readonly Base[], field: string): unknown {
  return others.find((base) => Object.hasOwn(base.values, field))?.values[field];
}

function customWithout(record: StoredRow, gone: Base, others: readonly Base[]): StoredRow['custom'] {
  const kept = Object.entries(record.custom ?? {}).flatMap(([name, value]): [string, typeof value][] => {
    if (!Object.hasOwn(gone.custom, name) || !sameValue(gone.custom[name], value)) return [[name, value]];
    const other = others.find((base) => Object.hasOwn(base.custom, name))?.custom[name];
    return other === undefined ? [] : [[name, other]];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/**
 * A record that other sources speak about as well: what only `gone` said goes, or becomes what another source says; what
 * a person wrote since (it differs from what `gone` said) and what the record cannot be without stays.
 */
export function withoutSource(record: StoredRow, gone: Base, others: readonly Base[]): StoredRow {
  const specs: FieldSpecs = nounFields[gone.noun];
  const newestFirst = [...others].sort((a, b) => b.seenAt - a.seenAt);
  const next: StoredRow = { ...record };
  for (const [field, said] of Object.entries(gone.values)) {
    if (!sameValue(record[field], said)) continue;
    const other = otherWord(newestFirst, field);
    if (other !== undefined) next[field] = other;
    else if (specs[field]?.required !== true) delete next[field];
  }
  const custom = customWithout(record, gone, newestFirst);
  if (custom === undefined) delete next.custom;
  else next.custom = custom;
  return next;
}
