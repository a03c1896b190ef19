/** What stands between a table's columns and its import. */
import { describe, expect, it } from 'vitest';
import type { ColumnPlan } from '../model/import-plan.ts';
import { validateColumns } from './validate-columns.ts';

describe('validateColumns', () => {
  const field = (index: number, name: string): ColumnPlan => ({
    index,
    header: name,
    target: { type: 'field', field: name },
    reading: {},
    confidence: 1,
  });
  it('refuses two columns on one field and a missing required one', () => {
    expect(validateColumns('account', [field(0, 'domain'), field(1, 'domain')])).toEqual([
      { type: 'two-on-one', field: 'domain', custom: false, indexes: [0, 1] },
      { type: 'required-missing', field: 'name' },
    ]);
    expect(validateColumns('subscription', [field(0, 'account')])).toEqual([
      { type: 'link-missing', field: 'account', index: 0 },
    ]);
    expect(validateColumns('skip', [])).toEqual([]);
  });
  it('takes both halves of a name for the name, but not beside it', () => {
    const half = (index: number, part: 'given' | 'family'): ColumnPlan => ({
      ...field(index, 'name'),
      target: { type: 'field', field: 'name', part },
    });
    expect(validateColumns('contact', [half(0, 'given'), half(1, 'family')])).toEqual([]);
    expect(validateColumns('contact', [half(0, 'given'), half(1, 'family'), field(2, 'name')])).toEqual([
      { type: 'two-on-one', field: 'name', custom: false, indexes: [2, 0, 1] },
    ]);
  });
});
