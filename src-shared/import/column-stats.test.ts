import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createColumnStats } from './column-stats.ts';
import { TextHashSet } from './hash-set.ts';
import { ownText } from './own-text.ts';
import { SHAPES, shapesOf } from './value-shapes.ts';

function statsOf(values: readonly string[]) {
  const builder = createColumnStats(['x']);
  for (const value of values) builder.add([value]);
  return builder.finish()[0]!;
}

const shapeNames = (text: string) => SHAPES.filter((_, i) => (shapesOf(text) & (1 << i)) !== 0);

describe('shapesOf', () => {
  it.each([
    ['9', ['integer']],
    ['1', ['integer', 'boolean']],
    ['45383', ['integer', 'excelSerial']],
    ['20260401', ['integer', 'dateYmd']],
    ['12.5', ['decimalPoint']],
    ['1,234.56', ['decimalPoint']],
    ['1.234,56', ['decimalComma']],
    ['12,5', ['decimalComma']],
    ['1.234', ['decimalEither']],
    ['1,234', ['decimalEither']],
    ['(1,234)', ['decimalEither']],
    ['１２３', ['integer']],
    ['¥1,234', ['currency']],
    ['1,240万円', ['currency']],
    ['EUR 12,50', ['currency']],
    ['$4.50', ['currency']],
    ['85%', ['percent']],
    ['2026-04-01', ['dateYmd']],
    ['2026-04-01 10:00:00', ['dateYmd', 'time']],
    ['2026-04-01T10:00:00Z', ['dateYmd', 'time', 'zoned']],
    ['2026-04-01 10:00:00.000Z', ['dateYmd', 'time', 'zoned']],
    ['2026-04-01T10:00:00+0900', ['dateYmd', 'time', 'zoned']],
    ['2026-04-01T10:00:0xZ', ['dateYmd', 'time']],
    ['2026-13-01T10:00:00Z', []],
    ['2010-10-14T12:00:00.000Z-0300', ['dateYmd', 'time', 'zoned']],
    ['31/12/2026', ['dateDmy']],
    ['12/31/2026', ['dateMdy']],
    ['1/12/2026', ['dateDmy', 'dateMdy']],
    ['01.12.2026', ['dateDmy', 'dateMdy']],
    ['3 Feb 2026', ['dateWords']],
    ['令和6年4月1日', ['dateEra']],
    ['R6.4.1', ['dateEra']],
    ['true', ['boolean']],
    ['はい', ['boolean']],
    ['jane@acme.com', ['email']],
    ['https://acme.com/x', ['url']],
    ['www.acme.co.jp', ['url']],
    ['(415) 293-3313', ['phone']],
    ['1-955-371-0847 x371', ['phone']],
    ['03-1234-5678', ['phone']],
    ['001x0000002xLD0AAM', ['salesforceId18']],
    ['001x0000002xLD0', ['salesforceId15']],
    ['8c3f1c62-7d0e-4c36-9d55-9b3e0a1f2c3d', ['uuid']],
    ['1.23E+15', ['brokenId']],
    ['B+', ['letterGrade']],
    ['red', ['colourWord']],
    ['赤', ['colourWord']],
    ['76340251;46897301', ['multiSemicolon']],
    ['UI, design', ['multiComma']],
    ['Acme', []],
    ['U-1c6c24', []],
    ['feature_20', []],
  ])('%s: %j', (text, expected) => {
    expect(shapeNames(text)).toEqual(expected);
  });
  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => shapesOf(text) >= 0));
  });
});

describe('createColumnStats', () => {
  it('counts blanks, distinct values and shapes over all rows', () => {
    const stats = statsOf(['4', '', '5', '4', ' ', '3.5']);
    expect(stats).toMatchObject({
      blank: 2,
      filled: 4,
      distinct: 3,
      unique: false,
      longest: 3,
      min: 3.5,
      max: 5,
    });
    expect(stats.shapes).toEqual({ integer: 3, decimalPoint: 1 });
    expect(stats.values).toEqual([
      ['4', 2],
      ['5', 1],
      ['3.5', 1],
    ]);
  });
  it('knows unique ids in a long table, and one repeated at its end', () => {
    const ids = Array.from({ length: 30_000 }, (_, i) => `U-${i}`);
    expect(statsOf(ids)).toMatchObject({ unique: true, distinct: 1000, values: undefined });
    expect(statsOf([...ids, 'U-15000']).unique).toBe(false);
  });
  it('sees one odd date among many', () => {
    const dates = Array.from(
      { length: 20_000 },
      (_, i) => `${(i % 12) + 1}/${(i % 12) + 1}/${1000 + (i % 9000)}`,
    );
    const stats = statsOf([...dates, '13/1/2026']);
    expect(stats.shapes.dateDmy).toBe(20_001);
    expect(stats.shapes.dateMdy).toBe(20_000);
  });
  it('samples from all over the file', () => {
    const stats = statsOf(Array.from({ length: 50_000 }, (_, i) => `v${i}`));
    expect(stats.samples.length).toBeLessThanOrEqual(20);
    expect(stats.samples[0]).toBe('v0');
    expect(stats.samples.some((s) => Number(s.slice(1)) > 30_000)).toBe(true);
  });
  it('agrees with a plain count for any values', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(fc.constantFrom('', '1', 'a', '2026-04-01', 'x@y.zz'), fc.string({ maxLength: 5 })),
        ),
        (values) => {
          const stats = statsOf(values);
          const filled = values.filter((v) => v.trim() !== '');
          expect(stats.filled).toBe(filled.length);
          expect(stats.distinct).toBe(new Set(filled).size);
          expect(stats.unique).toBe(filled.length > 0 && new Set(filled).size === filled.length);
        },
      ),
    );
  });
});

describe('helpers of the statistics', () => {
  it('remembers texts by hash through growth', () => {
    const set = new TextHashSet();
    let added = 0;
    for (let i = 0; i < 50_000; i++) if (set.add(`id-${i}`)) added++;
    for (let i = 0; i < 50_000; i += 7) if (set.add(`id-${i}`)) added++;
    expect([added, set.size]).toEqual([50_000, 50_000]);
  });
  it('copies text without changing it', () => {
    fc.assert(fc.property(fc.string({ maxLength: 60 }), (text) => ownText(text) === text));
  });
});
