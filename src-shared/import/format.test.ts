import { describe, expect, it } from 'vitest';
import { guessDelimiter, guessHeader, isFooterRow, isRepeatedHeader, splitSample } from './format.ts';

const lines = (...rows: string[]) => rows.join('\r\n');

describe('guessDelimiter', () => {
  it.each([
    [',', lines('a,b,c', '1,"x;y;z",3', '4,5,6')],
    [';', lines('name;amount', 'Acme;"1,234.50"', 'Globex;12,5')],
    ['\t', lines('name\tnote', 'Acme\thello, world', 'B\tx;y')],
    ['|', lines('a|b', '1|2')],
    [',', lines('only', 'one', 'column')],
    [';', lines('a;b;c', '1,5;2,5;3,5', '1,5;2,5;3,5')],
    [',', lines('"id","note"', '1,"line', 'two; three; four"', '2,x')],
  ])('finds %j', (delimiter, text) => {
    expect(guessDelimiter(text).delimiter).toBe(delimiter);
  });
});

describe('guessHeader', () => {
  it('takes the first row of an ordinary file', () => {
    expect(
      guessHeader([
        ['id', 'name'],
        ['1', 'Acme'],
        ['2', 'Globex'],
      ]).headerRow,
    ).toBe(0);
  });
  it('skips the five lines before a name-card export', () => {
    const text = lines(
      '名刺データ',
      '所有者,山田',
      '出力日時,2026/04/01 10:00',
      '件数,2',
      '※社外秘',
      '会社名,部署名,役職,氏名,e-mail,郵便番号,住所,TEL会社,携帯電話,URL',
      'アクメ株式会社,営業部,部長,佐藤 花子,h@acme.example,100-0001,東京都,03-0000-0000,,acme.example',
      'グローブ,,課長,鈴木 一郎,i@globe.example,,,,,',
    );
    expect(guessHeader(splitSample(text, ',', 100)).headerRow).toBe(5);
    const padded = splitSample(text, ',', 100).map((row) => [...row, ...Array(10 - row.length).fill('')]);
    expect(guessHeader(padded).headerRow).toBe(5);
  });
  it('skips the title of a report', () => {
    const rows = [
      ['Accounts by owner', '', ''],
      ['As of 2026-04-01', '', ''],
      ['Account Name', 'ARR', 'Owner'],
      ['Acme', '100', 'Jo'],
    ];
    expect(guessHeader(rows).headerRow).toBe(2);
  });
  it('is unsure about a table without labels', () => {
    expect(
      guessHeader([
        ['1', '2'],
        ['3', '4'],
      ]).confidence,
    ).toBeLessThan(0.5);
  });
});

describe('footers and repeated headers', () => {
  it.each([
    [['Grand Totals (120 records)']],
    [['Grand Totals (1,234 records)', '', '99,000']],
    [['Confidential Information - Do Not Distribute']],
    [['Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved.', '', '']],
    [['合計', '', '¥1,234,000']],
  ])('%j is a footer', (row) => {
    expect(isFooterRow(row)).toBe(true);
  });
  it.each([
    [['Copyright Agency', 'Tokyo', '5']],
    [['Total Wine', 'Retail', '5']],
    [['Acme', '', '']],
    [['Total Wine', '', '']],
    [['', 'Grand Totals', '']],
  ])('%j is a row', (row) => {
    expect(isFooterRow(row)).toBe(false);
  });
  it('knows a header that comes again', () => {
    expect(isRepeatedHeader(['id', ' name '], ['id', 'name'])).toBe(true);
    expect(isRepeatedHeader(['id', 'Name of'], ['id', 'name'])).toBe(false);
  });
});
