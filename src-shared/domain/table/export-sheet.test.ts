/** What leaves as CSV comes back as the same text, and nothing in it begins as a formula. */
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Money } from '../../base/money.ts';
import type { Column } from './column.ts';
import { csvOf, neutralised, sheetColumns, withoutGuard } from './export-sheet.ts';

interface Row {
  readonly text: string;
  readonly seats: number | undefined;
  readonly arr: readonly Money[];
}

const instantText = (at: number) => new Date(at).toISOString();
const nasty = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc
    .tuple(
      fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', "'", '"', ',', ' '),
      fc.string(),
    )
    .map(([start, rest]) => start + rest),
);

function parsed(csv: string): string[][] {
  expect(csv.startsWith('\ufeff')).toBe(true);
  const { data, errors } = Papa.parse<string[]>(csv.slice(1), { delimiter: ',', newline: '\r\n' });
  expect(errors).toEqual([]);
  // The last line ends with a line break as all others do.
  expect(data.at(-1)).toEqual(['']);
  return data.slice(0, -1);
}

const textColumn: Column<Row> = { kind: 'text', id: 'text', value: (row) => row.text };
const seatsColumn: Column<Row> = {
  kind: 'number',
  id: 'seats',
  value: (row) => row.seats,
  total: { type: 'sum' },
};
const arrColumn: Column<Row> = { kind: 'money', id: 'arr', value: (row) => row.arr };

describe('csvOf', () => {
  it('comes back as the same text, titles included', () => {
    fc.assert(
      fc.property(fc.array(nasty, { maxLength: 20 }), nasty, (texts, title) => {
        const rows = texts.map((text): Row => ({ text, seats: undefined, arr: [] }));
        const columns = [
          ...sheetColumns(textColumn, title, rows, (v) => v),
          { title: 'x', cell: () => ({ type: 'text', text: 'x' }) as const },
        ];
        const lines = parsed(csvOf(columns, rows, instantText));
        expect(lines.map(([first]) => withoutGuard(first ?? ''))).toEqual(
          [title, ...texts].map(withoutGuard),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('lets no cell begin like a formula', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(neutralised(text)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      }),
    );
    expect(neutralised('=HYPERLINK("http://x")')).toBe(`'=HYPERLINK("http://x")`);
    expect(neutralised('+81 3 1234')).toBe("'+81 3 1234");
    expect(neutralised('Acme = Co')).toBe('Acme = Co');
  });

  it('leaves numbers numbers, and keeps currencies apart', () => {
    const rows: Row[] = [
      { text: '青葉', seats: -3, arr: [{ minor: 1200, currency: 'JPY' }] },
      { text: 'Acme', seats: undefined, arr: [{ minor: -1250, currency: 'USD' }] },
    ];
    const columns = [textColumn, seatsColumn, arrColumn].flatMap((column) =>
      sheetColumns(column, column.id, rows, (value) => value),
    );
    expect(parsed(csvOf(columns, rows, instantText))).toEqual([
      ['text', 'seats', 'arr (JPY)', 'arr (USD)'],
      ['青葉', '-3', '1200', ''],
      ['Acme', '', '', '-12.5'],
    ]);
  });
});
