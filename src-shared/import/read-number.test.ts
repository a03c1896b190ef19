import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldKind } from '../model/field.ts';
import type { ColumnReading } from '../model/import-plan.ts';
import { BAD, compileReader } from './read-value.ts';

const read = (kind: FieldKind, text: string, reading: ColumnReading = {}) =>
  compileReader(kind, reading)(text);

describe('numbers', () => {
  it.each<[string, number, ColumnReading?]>([
    ['1234', 1234],
    ['-1', -1],
    ['−1', -1],
    ['1,234.56', 1234.56],
    ['1.234,56', 1234.56, { decimalMark: ',' }],
    ['1.234', 1234, { decimalMark: ',' }],
    ['1.234', 1.234, { decimalMark: '.' }],
    ['1,234', 1234, { decimalMark: '.' }],
    ['12,5', 12.5, { decimalMark: ',' }],
    ['(1,234)', -1234],
    ['１２３', 123],
    ['１，２３４．５', 1234.5],
    ["1'234.5", 1234.5],
    ['1 234,5', 1234.5, { decimalMark: ',' }],
    ['1\u00a0234', 1234],
    ['12%', 12],
    ['12 %', 12],
    ['▲5', -5],
    ['5-', -5],
    ['+7', 7],
    ['12,34,567', 1_234_567, { decimalMark: '.' }],
    ['.5', 0.5],
    ['1.5E+3', 1500],
    ['1.2k', 1200],
    ['0', 0],
    ['-0', 0],
    ['3万', 30_000],
  ])('%s is %d', (text, expected, reading) => {
    expect(read('number', text, reading)).toBe(expected);
  });
  it.each(['abc', '1,23', '1.2.3', '12-34', '1,2345', '--1', '()'])('%s is bad', (text) => {
    expect(read('number', text, { decimalMark: '.' })).toBe(BAD);
  });
  it('keeps blank and zero apart', () => {
    expect(read('number', '')).toBeUndefined();
    expect(read('number', ' ')).toBeUndefined();
    expect(read('number', '0')).toBe(0);
  });
  it('refuses a fraction where whole numbers are asked for', () => {
    expect(read('integer', '9.0')).toBe(9);
    expect(read('integer', '9.5')).toBe(BAD);
  });
  it('multiplies by the factor of the column', () => {
    expect(read('number', '1,5', { decimalMark: ',', factor: 1000 })).toBe(1500);
  });
  it('gives back any number as countries write it', () => {
    const locales = [
      ['en-US', '.'],
      ['de-DE', ','],
      ['fr-FR', ','],
      ['de-CH', '.'],
      ['ja-JP', '.'],
      ['en-IN', '.'],
    ] as const;
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.constantFrom(...locales),
        fc.boolean(),
        (n, [locale, mark], wide) => {
          const value = n / 100;
          let text = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
          if (wide) text = text.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
          expect(read('number', text, { decimalMark: mark })).toBe(Object.is(value, -0) ? 0 : value);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('money', () => {
  it.each<[string, number, string, ColumnReading?]>([
    ['¥1,234', 1234, 'JPY'],
    ['￥１，２３４', 1234, 'JPY'],
    ['1,234円', 1234, 'JPY'],
    ['1,240万円', 12_400_000, 'JPY'],
    ['12億円', 1_200_000_000, 'JPY'],
    ['1億2,000万円', 120_000_000, 'JPY'],
    ['▲1,234', -1234, 'JPY', { currency: 'JPY' }],
    ['△1,234円', -1234, 'JPY'],
    ['$1,234.50', 123_450, 'USD'],
    ['US$5', 500, 'USD', { currency: 'EUR' }],
    ['$5', 500, 'AUD', { currency: 'AUD' }],
    ['EUR 12,50', 1250, 'EUR', { decimalMark: ',' }],
    ['12,50 €', 1250, 'EUR', { decimalMark: ',' }],
    ['1.234,56 EUR', 123_456, 'EUR', { decimalMark: ',', currency: 'USD' }],
    ['-$3.10', -310, 'USD'],
    ['($3.10)', -310, 'USD'],
    ['$(3.10)', -310, 'USD'],
    ['2786', 278_600, 'USD', { currency: 'USD' }],
    ['4.03', 403, 'USD', { currency: 'USD' }],
    ['500000.0', 50_000_000, 'USD', { currency: 'USD' }],
    ['1,200', 1_200_000, 'JPY', { currency: 'JPY', factor: 1000 }],
    ['CHF 1\u2019234.50', 123_450, 'CHF'],
    ['$1.2M', 120_000_000, 'USD'],
    ['1.5', 1500, 'KWD', { currency: 'KWD' }],
    ['0', 0, 'USD', { currency: 'USD' }],
  ])('%s is %d %s', (text, minor, currency, reading) => {
    expect(read('money', text, reading)).toEqual({ minor, currency });
  });
  it('is bad or blank where there is no amount', () => {
    expect(read('money', 'ask sales')).toBe(BAD);
    expect(read('money', 'XYZ 5')).toBe(BAD);
    expect(read('money', '-')).toBeUndefined();
    expect(read('money', '')).toBeUndefined();
  });
});

describe('the other kinds', () => {
  it('reads yes and no in both languages', () => {
    for (const yes of ['true', 'TRUE', 'True', 'yes', '1', 'Y', 'はい', '○', '有', 'あり'])
      expect(read('boolean', yes)).toBe(true);
    for (const no of ['false', 'FALSE', 'no', '0', 'N', 'いいえ', '×', '無', 'なし'])
      expect(read('boolean', no)).toBe(false);
    expect(read('boolean', '')).toBeUndefined();
    expect(read('boolean', 'maybe')).toBe(BAD);
  });
  it('keeps ids exactly, and refuses those that Excel broke', () => {
    expect(read('id', ' 001x0000002xLD0AAM ')).toBe('001x0000002xLD0AAM');
    expect(read('id', '000123')).toBe('000123');
    expect(read('id', '1.23E+15')).toBe(BAD);
    expect(read('id', '1.23456E+17')).toBe(BAD);
    expect(read('id', '5E+15')).toBe(BAD);
    expect(read('id', '000000000000000AAA')).toBeUndefined();
  });
  it('turns scores into 0 to 100 by their scale', () => {
    const tenth = { scale: { type: 'range', min: 0, max: 10, higherIsBetter: true } } as const;
    expect(read('percent', '7', tenth)).toBe(70);
    expect(read('percent', '11', tenth)).toBe(BAD);
    expect(read('percent', '80%', tenth)).toBe(80);
    expect(read('percent', '20', { scale: { type: 'range', min: 0, max: 100, higherIsBetter: false } })).toBe(
      80,
    );
    const words = { scale: { type: 'words', words: { a: 90, 赤: 20 } } } as const;
    expect(read('percent', 'Ａ', words)).toBe(90);
    expect(read('percent', '赤', words)).toBe(20);
    expect(read('percent', 'Z', words)).toBe(BAD);
    expect(read('percent', '', words)).toBeUndefined();
    expect(read('percent', '101')).toBe(BAD);
  });
  it('normalises addresses lightly', () => {
    expect(read('email', ' Jane <Jane.Doe@ACME.com> ')).toBe('Jane.Doe@acme.com');
    expect(read('email', 'fcb67ef339b691956cc85fa12be6490c')).toBe('fcb67ef339b691956cc85fa12be6490c');
    expect(read('url', 'http://www.accountInsert0.com')).toBe('accountinsert0.com');
    expect(read('url', 'https://acme.co.jp:443/ja/?x=1')).toBe('acme.co.jp');
    expect(read('url', 'jane@acme.com')).toBe('acme.com');
    expect(read('phone', '０３-１２３４-５６７８')).toBe('03-1234-5678');
  });
  it('splits tags', () => {
    expect(read('tags', 'influencer, developer')).toEqual(['influencer', 'developer']);
    expect(read('tags', 'a;b; a', { separator: ';' })).toEqual(['a', 'b']);
    expect(read('tags', '重要、更新')).toEqual(['重要', '更新']);
    expect(read('tags', '[]')).toBeUndefined();
    expect(read('tags', '["a","b"]')).toEqual(['a', 'b']);
  });
  it('knows its own choices in other dress and keeps foreign words', () => {
    const kinds = ['meeting', 'call', 'email', 'internal-note'];
    const choice = compileReader('choice', {}, {}, kinds);
    expect(choice('CALL')).toBe('call');
    expect(choice('電話')).toBe('call');
    expect(choice('Internal Note')).toBe('internal-note');
    expect(choice('Fax')).toBe('Fax');
  });
  it('trims full-width blanks off texts', () => {
    expect(read('text', '　山田 ')).toBe('山田');
    expect(read('text', '　 ')).toBeUndefined();
  });
});
