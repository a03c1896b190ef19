import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameValue } from '../base/same-value.ts';
import { accountFields } from '../model/account.ts';
import { mergeRecord, type Values } from './merge-record.ts';

/** Read aloud: base | ours | theirs → outcome. */
function merge(field: string, base: unknown, ours: unknown, theirs: unknown) {
  const values = (value: unknown): Values => (value === undefined ? {} : { [field]: value as string });
  const result = mergeRecord(accountFields, [field], values(base), values(ours), values(theirs));
  const [conflict] = result.conflicts;
  if (conflict?.taken === 'ours') return 'conflict';
  if (conflict !== undefined) return { taken: result.patch.get(field), kept: conflict.ours };
  return result.patch.has(field) ? result.patch.get(field) : 'keep';
}

describe('mergeRecord', () => {
  it('takes the source where nobody here changed it', () => {
    expect(merge('owner', 'Sato', 'Sato', 'Mori')).toBe('Mori');
    expect(merge('owner', 'Sato', 'Sato', undefined)).toBe(undefined);
    expect(merge('owner', undefined, undefined, 'Mori')).toBe('Mori');
  });
  it('keeps ours where the source says what it said before', () => {
    expect(merge('owner', 'Sato', 'Tanaka', 'Sato')).toBe('keep');
    expect(merge('owner', undefined, 'Tanaka', undefined)).toBe('keep');
    expect(merge('owner', 'Sato', undefined, 'Sato')).toBe('keep');
  });
  it('follows the policy where both changed', () => {
    expect(merge('owner', 'Sato', 'Tanaka', 'Mori')).toBe('conflict');
    expect(merge('owner', 'Sato', undefined, 'Mori')).toBe('conflict');
    expect(merge('industry', 'IT', 'Retail', 'Logistics')).toEqual({ taken: 'Logistics', kept: 'Retail' });
    expect(merge('stage', 'onboarding', 'operation', 'renewal')).toBe('keep');
    expect(merge('tags', ['a', 'b'], ['a', 'b', 'mine'], ['b', 'theirs'])).toEqual(['b', 'mine', 'theirs']);
  });
  it('keeps nothing beside the word of one source that another source replaced', () => {
    const values = (industry: string): Values => ({ industry });
    const merged = mergeRecord(
      accountFields,
      ['industry'],
      values('IT'),
      values('Retail'),
      values('Food'),
      () => false,
    );
    expect([...merged.patch]).toEqual([['industry', 'Food']]);
    expect(merged.conflicts).toEqual([]);
  });
  it('does nothing where both made the same change', () => {
    expect(merge('owner', 'Sato', 'Mori', 'Mori')).toBe('keep');
  });
  it('never touches fields that the source does not speak about, and never loses ours in silence', () => {
    const value = fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined });
    fc.assert(
      fc.property(
        fc.constantFrom('owner', 'industry', 'stage', 'name'),
        value,
        value,
        value,
        (field, base, ours, theirs) => {
          const of = (v: string | undefined): Values => (v === undefined ? {} : { [field]: v });
          const result = mergeRecord(
            accountFields,
            [field],
            of(base),
            { ...of(ours), region: 'x' },
            of(theirs),
          );
          expect([...result.patch.keys()].every((key) => key === field)).toBe(true);
          // Where a person's value goes, it is kept as a conflict that says so.
          if (!sameValue(base, ours) && result.patch.has(field)) {
            expect(accountFields[field as 'industry'].merge).toBe('crm');
            expect(result.conflicts).toEqual([{ field, base, ours, theirs, taken: 'theirs' }]);
          }
          // Once merged, the same source values again change nothing.
          const after = result.patch.has(field)
            ? of(result.patch.get(field) as string | undefined)
            : of(ours);
          const again = mergeRecord(accountFields, [field], of(theirs), after, of(theirs));
          expect(again.patch.size + again.conflicts.length).toBe(0);
        },
      ),
    );
  });
});
