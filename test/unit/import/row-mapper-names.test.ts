import { describe, expect, it } from 'vitest';
import { compileMapper, mapRow } from '#renderer/data/ingest/row-mapper.ts';
import type { ColumnPlan, TablePlan } from '#shared/model/import-plan.ts';

const half = (index: number, part: 'given' | 'family'): ColumnPlan => ({
  index,
  header: part,
  target: { type: 'field', field: 'name', part },
  reading: {},
  confidence: 1,
});

describe('a name in two columns', () => {
  const plan: TablePlan = {
    id: 't',
    fileName: 'contacts.csv',
    part: '',
    noun: 'contact',
    format: { type: 'delimited', encoding: 'utf-8', delimiter: ',', headerRow: 0 },
    columns: [half(0, 'given'), half(1, 'family')],
  };
  const mapper = compileMapper(plan, {});
  it('becomes one, in the order of its script', () => {
    expect(mapRow(mapper, ['Jane', 'Doe'])).toEqual({ values: { name: 'Jane Doe' }, custom: {} });
    expect(mapRow(mapper, ['太郎', '山田'])).toEqual({ values: { name: '山田 太郎' }, custom: {} });
    expect(mapRow(mapper, ['', 'Doe'])).toEqual({ values: { name: 'Doe' }, custom: {} });
  });
  it('is missing only when both halves are', () => {
    expect(mapRow(mapper, ['', ' '])).toMatchObject({ reason: 'required-missing' });
  });
});
