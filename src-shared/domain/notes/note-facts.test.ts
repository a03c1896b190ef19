/** What a version keeps besides the words, for every pair of notes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoteFacts } from '../../model/note.ts';
import { factChanges, factsOf, whoIsNow } from './note-facts.ts';

const ITSELF = (id: string) => id;

const list = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 });
const anyNote: fc.Arbitrary<NoteFacts> = fc.record(
  {
    kind: fc.constantFrom('note', 'meeting', 'call'),
    at: fc.integer({ min: 0, max: 9 }),
    durationMinutes: fc.integer({ min: 1, max: 9 }),
    contacts: list,
    team: list,
    sentiment: fc.integer({ min: 1, max: 5 }),
    sentimentReasons: list,
    tags: list,
    nextOn: fc.constantFrom('2026-04-01', '2026-05-01'),
  },
  { requiredKeys: ['at'] },
) as fc.Arbitrary<NoteFacts>;

const sorted = (note: NoteFacts) =>
  Object.fromEntries(
    Object.entries(note).map(([field, value]) => [field, Array.isArray(value) ? [...value].sort() : value]),
  );

describe('the facts of a version', () => {
  it('lead back to the note as it was, whatever was changed since', () => {
    fc.assert(
      fc.property(anyNote, anyNote, (then, now) => {
        const back: Record<string, unknown> = { ...now };
        for (const { field, before, after } of factChanges({ facts: factsOf(then) }, now, ITSELF)) {
          if (after !== undefined) expect(back[field]).toEqual(after);
          if (before === undefined) delete back[field];
          else back[field] = before;
        }
        expect(sorted(back)).toEqual(sorted(then));
      }),
    );
  });

  it('say nothing where an earlier Kizuna kept the words only', () => {
    expect(factChanges({}, { at: 1, sentiment: 4 }, ITSELF)).toEqual([]);
  });

  it('mean the person that a contact was merged into, while no contact of the old id is here', () => {
    const merged = [{ id: 'old', name: 'Mia W', at: 1 }];
    const whoIs = whoIsNow([{ id: 'mia', merged }, { id: 'ken' }]);
    const facts = { at: 1, contacts: ['ken', 'old'] };
    expect(factChanges({ facts }, { at: 1, contacts: ['mia', 'ken'] }, whoIs)).toEqual([]);
    expect(factChanges({ facts }, { at: 1 }, whoIs)).toEqual([
      { field: 'contacts', before: ['ken', 'mia'], after: undefined },
    ]);
    expect(whoIsNow([{ id: 'mia', merged }, { id: 'old' }])('old')).toBe('old');
  });
});
