/** The currency that another cell of the row names, in records and in history: kept, counted as content, never guessed. */
import { describe, expect, it } from 'vitest';
import type { ColumnTarget, TablePlan } from '#shared/model/import-plan.ts';
import { cutPlainRows } from '../parse/plain-rows.ts';
import { compileMapper, isProblem, mapRow } from './row-mapper.ts';
import { RowReading } from './row-reading.ts';

function planOf(noun: 'opportunity' | 'churnEvent', field: string, currency: ColumnTarget): TablePlan {
  const column = (index: number, header: string, target: ColumnTarget) => ({
    index,
    header,
    target,
    reading: field === header ? { currencyFrom: 'Currency' } : {},
    confidence: 1,
  });
  return {
    id: 't',
    fileName: 't.csv',
    part: '',
    noun,
    format: { type: 'delimited', encoding: 'utf-8', delimiter: ',', headerRow: 0 },
    columns: [
      column(0, 'Id', { type: 'field', field: 'externalId' }),
      noun === 'opportunity'
        ? column(1, 'Name', { type: 'field', field: 'name' })
        : column(1, 'at', { type: 'field', field: 'at' }),
      column(2, field, { type: 'field', field }),
      column(3, 'Currency', currency),
    ],
  };
}

const SKIP: ColumnTarget = { type: 'skip' };
const OWN: ColumnTarget = { type: 'custom', name: 'Currency', valueKind: 'text' };

describe('a record', () => {
  const mapper = compileMapper(planOf('opportunity', 'amount', SKIP), {});
  const amount = (text: string, code: string) => {
    const row = mapRow(mapper, ['O-1', 'Renewal', text, code]);
    return isProblem(row) ? row : row.values.amount;
  };

  it('has its amount in the currency of its row, or is rejected for the want of one', () => {
    expect(amount('12.5', 'USD')).toEqual({ minor: 1250, currency: 'USD' });
    expect(amount('1250', 'JPY')).toEqual({ minor: 1250, currency: 'JPY' });
    expect(amount('5', '')).toEqual({ column: 'Currency', value: '', reason: 'no-currency' });
    expect(amount('5', 'XYZ')).toEqual({ column: 'Currency', value: 'XYZ', reason: 'no-currency' });
    expect(amount('much', 'USD')).toEqual({ column: 'amount', value: 'much', reason: 'bad-money' });
    expect(amount('', '')).toBeUndefined();
  });

  it('is another one when its currency is, kept as a column or not', () => {
    for (const target of [SKIP, OWN])
      expect(compileMapper(planOf('opportunity', 'amount', target), {}).contentIndexes).toEqual([0, 1, 2, 3]);
  });

  it('is rejected, not guessed, where the column has gone from the file', () => {
    const plan = planOf('opportunity', 'amount', SKIP);
    const without = compileMapper({ ...plan, columns: plan.columns.slice(0, 3) }, {});
    expect(mapRow(without, ['O-1', 'Renewal', '5'])).toEqual({
      column: 'Currency',
      value: '',
      reason: 'no-currency',
    });
  });
});

describe.each([
  ['left out', SKIP],
  ['kept', OWN],
])('a row of history whose currency column is %s', (_, target) => {
  const rows = [
    ['C-1', '2026-01-02', '12.5', 'USD'],
    ['C-1', '2026-01-02', '12.5', 'EUR'],
    ['C-1', '2026-01-02', '12.5', 'KWD'],
    ['C-1', '2026-01-02', '12.5', ''],
  ];

  it.each(['texts', 'bytes'])('reads the same amount differently, from %s', (way) => {
    const reading = new RowReading(compileMapper(planOf('churnEvent', 'refund', target), {}));
    const bytes = new TextEncoder().encode(`${rows.map((row) => row.join(',')).join('\n')}\n`);
    const plain = cutPlainRows(bytes, { delimiter: 44, width: 4, head: 'Id' }, 1, (cells) => cells);
    const contents = new Set<number>();
    const refunds = rows.map((row, line) => {
      if (way === 'texts') reading.takeTexts(row);
      else reading.takeLine(plain, line);
      reading.tie('acc');
      contents.add(reading.contentHi);
      const problem = reading.read();
      const place = reading.columns.findIndex(({ name }) => name === 'refund');
      return problem ?? reading.cells()[place];
    });
    expect(refunds).toEqual([
      { minor: 1250, currency: 'USD' },
      { minor: 1250, currency: 'EUR' },
      { minor: 12_500, currency: 'KWD' },
      { column: 'Currency', value: '', reason: 'no-currency' },
    ]);
    expect(contents.size).toBe(4);
  });
});
