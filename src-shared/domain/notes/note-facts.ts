/** What a note says besides its words: kept with each version, compared with the note as it is now. */

import { sameValue } from '../../base/same-value.ts';
import type { Contact } from '../../model/contact.ts';
import type { FieldValue } from '../../model/field.ts';
import { NOTE_FACTS, type NoteFact, type NoteFacts, type NoteVersion } from '../../model/note.ts';

/** From the version (`before`) to the note as it is now (`after`); undefined = no value. */
export interface FactChange {
  readonly field: NoteFact;
  readonly before: FieldValue | undefined;
  readonly after: FieldValue | undefined;
}

export function factsOf(note: NoteFacts): NoteFacts {
  const told = NOTE_FACTS.map((field) => [field, note[field]] as const);
  return Object.fromEntries(told.filter(([, value]) => value !== undefined));
}

/** Who an id means today: whoever was merged into somebody is that person, unless a contact of that id is here. */
export function whoIsNow(contacts: readonly Pick<Contact, 'id' | 'merged'>[]): (id: string) => string {
  const now = new Map<string, string>();
  for (const { id, merged = [] } of contacts) for (const gone of merged) now.set(gone.id, id);
  for (const { id } of contacts) now.delete(id);
  return (id) => now.get(id) ?? id;
}

function valueIn(facts: NoteFacts, field: NoteFact, whoIs: (id: string) => string): FieldValue | undefined {
  const value = facts[field];
  if (!Array.isArray(value)) return value;
  if (value.length === 0) return undefined;
  return field === 'contacts' ? [...new Set(value.map(String).map(whoIs))] : value;
}

/** In which order people or tags were named is no difference. */
function same(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return sameValue(a, b);
  return sameValue([...new Set(a)].sort(), [...new Set(b)].sort());
}

/** None where the version says nothing of it. A note always has a time, so that none is brought back without. */
export function factChanges(
  { facts }: Pick<NoteVersion, 'facts'>,
  note: NoteFacts,
  whoIs: (id: string) => string,
): FactChange[] {
  if (facts === undefined) return [];
  return NOTE_FACTS.flatMap((field) => {
    const before = valueIn(facts, field, whoIs);
    const after = valueIn(note, field, whoIs);
    if (same(before, after) || (field === 'at' && before === undefined)) return [];
    return [{ field, before, after }];
  });
}
