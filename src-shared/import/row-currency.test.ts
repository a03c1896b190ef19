/** Amounts whose currency another cell of the row names: vectors by hand, which column it is, and what always holds. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnOf, planOf, table } from '#test/factories/inspected-table.ts';
import type { ColumnReading } from '../model/import-plan.ts';
import { currencyColumnOf, isCurrencyColumn } from './currency-column.ts';
import { BAD, compileMoneyReader, compileReader } from './read-value.ts';

const read = (code: string, text: string, reading: ColumnReading = {}) => {
  const value = compileMoneyReader({ currencyFrom: 'Currency', ...reading })(code, text);
  return value === BAD ? 'bad' : value;
};
const money = (minor: number, currency: string) => ({ minor, currency });

describe('an amount in the currency of its row', () => {
  it.each([
    // The same text, another currency: other minor units.
    ['USD', '1234.5', {}, money(123_450, 'USD')],
    ['JPY', '1234', {}, money(1_234, 'JPY')],
    ['KWD', '1.5', {}, money(1_500, 'KWD')],
    ['jpy ', '9,000', {}, money(9_000, 'JPY')],
    ['ＥＵＲ', '5', {}, money(500, 'EUR')],
    ['€', '5', {}, money(500, 'EUR')],
    ['円', '5', {}, money(5, 'JPY')],
    ['XAF', '700', {}, money(700, 'XAF')],
    // As the column is read.
    ['EUR', '1.234,50', { decimalMark: ',' }, money(123_450, 'EUR')],
    ['JPY', '12', { factor: 1000 }, money(12_000, 'JPY')],
    // A sign of several dollars is the row's own; a cell that names its currency is right about it.
    ['AUD', '$5', {}, money(500, 'AUD')],
    ['JPY', '€5', {}, money(500, 'EUR')],
    ['nonsense', '€5', {}, money(500, 'EUR')],
    // Blank: what stands in, where something does.
    ['', '5', { currency: 'GBP' }, money(500, 'GBP')],
    ['N/A', '5', { currency: 'GBP' }, money(500, 'GBP')],
    ['', '5', {}, 'bad'],
    ['', '€5', {}, money(500, 'EUR')],
    // No currency is called so: nothing stands in for it.
    ['XYZ', '5', { currency: 'GBP' }, 'bad'],
    ['USD/EUR', '5', { currency: 'GBP' }, 'bad'],
    // No amount.
    ['', '', {}, undefined],
    ['XYZ', '', {}, undefined],
    ['', '-', {}, undefined],
    ['USD', 'much', {}, 'bad'],
  ] as const)('%s %s', (code, text, reading, expected) => {
    expect(read(code, text, reading)).toEqual(expected);
  });

  it('is what a column of that one currency reads, and depends on no row before it', () => {
    const codes = fc.constantFrom('USD', 'EUR', 'JPY', 'KWD', 'GBP', 'AUD', 'XOF');
    const amounts = fc.oneof(
      fc.integer({ min: -1e9, max: 1e9 }).map(String),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => value.toFixed(2)),
      fc.constantFrom('', '$5', '(1,234)', 'n/a', 'x'),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(codes, amounts), { minLength: 1 }), (rows) => {
        const byRow = compileMoneyReader({ currencyFrom: 'Currency' });
        for (const [code, text] of rows)
          expect(byRow(code, text)).toEqual(compileReader('money', { currency: code })(text));
      }),
    );
  });
});

describe('a column of currencies', () => {
  const columns = (header: string, ...lines: string[]) => table('x.csv', header, ...lines).columns;
  const [usual, words, mistyped, other, country] = columns(
    'Currency|Tag|通貨|Money|Country',
    ...Array.from({ length: 40 }, (_, i) =>
      [
        i % 2 ? 'USD' : 'XAF',
        i % 2 ? 'TOP' : 'ALL',
        i === 0 ? 'yen?' : 'JPY',
        i % 2 ? 'EUR' : 'JPY',
        'USA',
      ].join('|'),
    ),
  );

  it('holds codes in nearly all rows, by its name any, without it the usual ones', () => {
    expect([usual, words, mistyped, other, country].map((column) => isCurrencyColumn(column!))).toEqual([
      true,
      false,
      true,
      true,
      false,
    ]);
  });

  it('is the one called after the amounts, else the nearest', () => {
    const all = columns('Amount Currency|Amount|x|Fee|Fee Currency Code|ACV|ccy', 'USD|5|x|7|JPY|9|EUR');
    const of = (header: string) =>
      currencyColumnOf(all.find((column) => column.header === header)!, all)?.header;
    expect([of('Amount'), of('Fee'), of('ACV')]).toEqual([
      'Amount Currency',
      'Fee Currency Code',
      'Fee Currency Code',
    ]);
  });

  it('is followed by the guess, unless the amounts say their own', () => {
    const reading = (header: string, ...lines: string[]) =>
      columnOf(planOf(table('deals.csv', header, ...lines)).columns, header.split('|')[2]!).reading;
    const several = reading('deal_id|dealname|amount|currency', 'd1|a|5|USD', 'd2|b|900|JPY');
    expect(several).toMatchObject({ currencyFrom: 'currency' });
    expect(several.currency).toBeUndefined();
    const one = reading('deal_id|dealname|amount|currency', 'd1|a|5|EUR', 'd2|b|900|EUR');
    expect(one).toMatchObject({ currencyFrom: 'currency', currency: 'EUR' });
    const own = reading('deal_id|dealname|amount (USD)|currency', 'd1|a|5|EUR', 'd2|b|900|JPY');
    expect(own).toMatchObject({ currency: 'USD' });
    expect(own.currencyFrom).toBeUndefined();
  });
});
