import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TablePlan } from '#shared/model/import-plan.ts';
import { cutPlainRows } from '../parse/plain-rows.ts';
import { compileMapper } from './row-mapper.ts';
import { RowReading } from './row-reading.ts';

const table: TablePlan = {
  id: 't',
  fileName: 't.csv',
  part: '',
  noun: 'usage',
  format: { type: 'delimited', encoding: 'utf-8', delimiter: ',', headerRow: 0 },
  columns: (
    [
      ['id', 'externalId'],
      ['account', 'account'],
      ['at', 'at'],
      ['feature', 'feature'],
      ['count', 'count'],
      ['note', undefined],
    ] as const
  ).map(([header, field], index) => ({
    index,
    header,
    target:
      field === undefined ? { type: 'custom', name: header, valueKind: 'text' } : { type: 'field', field },
    reading: header === 'at' ? { dateOrder: 'ymd', zone: 'utc' } : {},
    ...(header === 'account' ? { link: { to: 'account', by: 'externalId' } as const } : {}),
    confidence: 1,
  })),
};

const hex = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength, maxLength });
const id = fc.oneof(
  hex(1, 20),
  fc.constantFrom('', ' 7 ', '000000000000000', '1.23E+15', '東京-1', '\\N', 'Ａ１'),
);
const row = fc.tuple(
  id,
  fc.constantFrom('A-1', 'A-2', '', ' A-1'),
  fc.constantFrom('2026-01-02', '2026-01-02T03:04:05Z', '2026/1/2', 'never'),
  fc.oneof(fc.constantFrom('alerts', '', '　', '在庫'), hex(0, 9)),
  fc.oneof(fc.integer().map(String), fc.constantFrom('', '1,5'.replace(',', '.'), 'n/a', 'x')),
  fc.oneof(fc.constantFrom('note', '\\N', ' padded '), fc.string({ maxLength: 12 })),
);

function clean(cells: readonly string[]): string[] {
  return cells.map((cell) =>
    new TextDecoder().decode(new TextEncoder().encode(cell)).replace(/[",\r\n]/g, '·'),
  );
}

/** Everything that the rest of the import learns of a row. */
function facts(reading: RowReading): unknown {
  reading.tie('acc');
  reading.key(0);
  const key = [reading.keyHi, reading.keyLo];
  const problem = reading.read();
  return {
    key,
    content: [reading.contentHi, reading.contentLo],
    link: reading.linkText(0),
    row: problem ?? { at: reading.at, cells: reading.cells() },
  };
}

describe('a row', () => {
  it('says the same as texts and as bytes, with codes and without', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (rows) => {
        const lines = rows.map(clean);
        const asTexts = new RowReading(compileMapper(table, {}));
        const asBytes = new RowReading(compileMapper(table, {}));
        const bytes = new TextEncoder().encode(`${lines.map((cells) => cells.join(',')).join('\n')}\n`);
        const shape = { delimiter: 44, width: 6, head: 'id' };
        const plain = cutPlainRows(bytes, shape, 1, (cells) => cells);
        // Both forget their codes after two thousand rows of ever new texts.
        for (const reading of [asTexts, asBytes]) {
          const turns = reading === asBytes ? 2_100 : 0;
          for (let i = 0; i < turns; i++) reading.takeTexts(Array.from({ length: 6 }, (_, c) => `${c}-${i}`));
        }
        lines.forEach((cells, line) => {
          asTexts.takeTexts(cells);
          if (plain.odd.has(line)) asBytes.takeTexts(cells);
          else asBytes.takeLine(plain, line);
          expect(facts(asBytes)).toEqual(facts(asTexts));
        });
      }),
      { numRuns: 60 },
    );
  });
});
