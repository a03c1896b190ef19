import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RowProblem, rowNumberOf } from './row-batch.ts';
import { createRowReader } from './row-reader.ts';

interface Read {
  rows: string[][];
  numbers: number[];
  problems: RowProblem[];
}

function readPieces(pieces: readonly string[], delimiter = ',', maxCarry?: number): Read {
  const reader = createRowReader({ delimiter, ...(maxCarry === undefined ? {} : { maxCarry }) });
  const out: Read = { rows: [], numbers: [], problems: [] };
  const take = (text: string, final: boolean) => {
    const batch = reader.push(text, final);
    batch.rows.forEach((row, i) => {
      out.rows.push(row);
      out.numbers.push(rowNumberOf(batch, i));
    });
    out.problems.push(...batch.problems);
  };
  for (const piece of pieces) take(piece, false);
  take('', true);
  return out;
}

const read = (text: string, delimiter = ',') => readPieces([text], delimiter);

function cut(text: string, points: readonly number[]): string[] {
  const at = [...new Set(points.map((p) => p % (text.length + 1)))].sort((a, b) => a - b);
  const pieces: string[] = [];
  let from = 0;
  for (const to of [...at, text.length]) {
    pieces.push(text.slice(from, to));
    from = to;
  }
  return pieces;
}

const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const cellText = fc.string({
  unit: fc.constantFrom('a', 'b', '"', ',', '\n', '\r', ' ', '絆'),
  maxLength: 6,
});

describe('createRowReader', () => {
  it('reads CRLF, LF and CR files alike', () => {
    for (const end of ['\r\n', '\n', '\r']) {
      expect(read(['a,b', '1,2', '3,4'].join(end)).rows).toEqual([
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
      ]);
    }
  });
  it('counts a quoted line break as one row and blank lines as rows of their own', () => {
    const out = read('a,b\r\n\r\n"x\r\ny",2\r\n , \r\n3,4\r\n');
    expect(out.rows).toEqual([
      ['a', 'b'],
      ['x\r\ny', '2'],
      ['3', '4'],
    ]);
    expect(out.numbers).toEqual([1, 3, 5]);
  });
  it('keeps a header called __proto__', () => {
    expect(read('id,__proto__\n1,2').rows[0]).toEqual(['id', '__proto__']);
  });
  it('sets aside the line of a quote that never closes, and nothing else', () => {
    const out = read('a,b\n1,"open\n2,x\n3,"y"\n4,z\n');
    expect(out.problems).toEqual([{ row: 2, reason: 'unclosed-quote', text: '1,"open' }]);
    expect(out.rows).toEqual([
      ['a', 'b'],
      ['2', 'x'],
      ['3', 'y'],
      ['4', 'z'],
    ]);
    expect(out.numbers).toEqual([1, 3, 4, 5]);
  });
  it('bounds what it keeps of an unclosed quote', () => {
    const lines = Array.from({ length: 200 }, (_, i) => `${i},value`);
    const out = readPieces(cut(`a,b\n9,"open\n${lines.join('\n')}\n`, [50, 400, 900, 1500]), ',', 300);
    expect(out.problems.map((p) => p.text)).toEqual(['9,"open']);
    expect(out.rows).toHaveLength(201);
  });
  it('sets aside a line that is too long to be a row', () => {
    const out = readPieces(['a,b\n1,', 'x'.repeat(500), 'y'.repeat(500), '\n2,z\n'], ',', 300);
    expect(out.problems).toHaveLength(1);
    expect(out.rows).toEqual([
      ['a', 'b'],
      ['2', 'z'],
    ]);
  });
  it('reads a stray quote inside one line leniently', () => {
    expect(read('a,b\n"5" pipe",x\n6" hose,y\n').rows.slice(1)).toEqual([
      ['5" pipe', 'x'],
      ['6" hose', 'y'],
    ]);
  });
  it('is not slowed down for ever by a file of bad quotes', () => {
    const text = Array.from({ length: 3000 }, (_, i) => `"n"${i}" x,y`).join('\n');
    expect(read(text).problems.length + read(text).rows.length).toBeGreaterThanOrEqual(3000);
  });

  it('gives back every cell that was written, for any cells and any cuts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cellText, { minLength: 2, maxLength: 4 }), { maxLength: 8 }),
        fc.constantFrom('\r\n', '\n'),
        fc.boolean(),
        fc.array(fc.nat(), { maxLength: 6 }),
        (rows, end, always, points) => {
          const kept = [['head', 'er'], ...rows.filter((row) => row.some((cell) => cell.trim() !== ''))];
          const text = kept
            .map((row) => row.map((c) => (always || /["\r\n,]/.test(c) ? quote(c) : c)).join(','))
            .join(end);
          const out = readPieces(cut(text, points));
          expect(out.rows).toEqual(kept);
          expect(out.problems).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });
  it('gives the same rows for any text wherever it is cut', () => {
    const wild = fc.string({
      unit: fc.constantFrom('a', '1', '"', '"', ',', '\n', '\r\n', '\r', ' ', '""', '",'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(wild, fc.array(fc.nat(), { minLength: 1, maxLength: 8 }), (text, points) => {
        expect(readPieces(cut(text, points))).toEqual(read(text));
      }),
      { numRuns: 3000 },
    );
  });
});

const spectrum = fileURLToPath(new URL('../../../../shared/data/csv-spectrum/', import.meta.url));
describe.runIf(existsSync(spectrum))('csv-spectrum (left out where ../shared/data is absent)', () => {
  const names = existsSync(spectrum) ? readdirSync(`${spectrum}csvs`) : [];
  it.each(names)('%s', (name) => {
    const text = readFileSync(`${spectrum}csvs/${name}`, 'utf8');
    const json = readFileSync(`${spectrum}json/${name.replace('.csv', '.json')}`, 'utf8');
    // Upstream's expectation of this file is one object instead of a list, with another telephone number.
    const expected: unknown = name.startsWith('location')
      ? [JSON.parse(json.replace('1234567890', '2095257564'))]
      : JSON.parse(json);
    const [header = [], ...rows] = read(text).rows;
    expect(rows.map((row) => Object.fromEntries(header.map((h, i) => [h, row[i]])))).toEqual(expected);
  });
});
