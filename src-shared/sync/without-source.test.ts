import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Base } from '../model/stored.ts';
import type { StoredRow } from './plan-pull.ts';
import { withoutSource } from './without-source.ts';

type Said = Readonly<Record<string, string>>;

const record = (values: Said, custom?: Said): StoredRow => ({
  id: 'a',
  createdAt: 1,
  updatedAt: 1,
  ...values,
  ...(custom === undefined ? {} : { custom }),
});

const base = (sourceId: string, seenAt: number, values: Said, custom: Said = {}): Base => ({
  key: sourceId,
  sourceId,
  noun: 'account',
  recordId: 'a',
  digest: '',
  values,
  custom,
  seenAt,
  jobId: 'job',
  outcome: 'added',
});

describe('withoutSource', () => {
  it('takes away what only the source said, and lets the newest other source speak', () => {
    const gone = base(
      'gone',
      9,
      { name: 'Aoba', industry: 'IT', region: 'East', owner: 'Sato' },
      { Tier: 'A' },
    );
    const others = [
      base('old', 1, { industry: 'Food' }),
      base('new', 5, { industry: 'Retail' }, { Tier: 'B' }),
    ];
    const all = record(
      { name: 'Aoba', industry: 'IT', region: 'East', owner: 'Mori' },
      { Tier: 'A', Mine: 'kept' },
    );
    expect(withoutSource(all, gone, others)).toEqual(
      record({ name: 'Aoba', industry: 'Retail', owner: 'Mori' }, { Tier: 'B', Mine: 'kept' }),
    );
  });

  it('never touches what a person wrote since, and never leaves a required field empty', () => {
    const value = fc.constantFrom('a', 'b', 'c');
    const values = fc.record({ industry: value, region: value }, { requiredKeys: [] });
    fc.assert(
      fc.property(values, values, values, (here, said, other) => {
        const after = withoutSource(record({ name: 'x', ...here }), base('gone', 2, { name: 'x', ...said }), [
          base('other', 1, other),
        ]);
        expect(after['name']).toBe('x');
        for (const field of ['industry', 'region'] as const) {
          if (here[field] !== said[field]) expect(after[field]).toBe(here[field]);
          else if (here[field] !== undefined) expect(after[field]).toBe(other[field]);
        }
      }),
    );
  });
});
