import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DelimitedFormat, readDelimited } from './delimited.ts';
import { type FileSource, LIMITS } from './file-source.ts';
import { cellEnd, cellStart } from './plain-rows.ts';
import { rowNumberOf } from './row-batch.ts';

const HEADER = 'id,at,name,note\n';
const NAMELESS = ',at,name,note\n';
const format: DelimitedFormat = { type: 'delimited', encoding: 'utf-8', delimiter: ',', headerRow: 0 };

function fileOf(bytes: Uint8Array, chunk: number): FileSource {
  return {
    name: 'x.csv',
    size: bytes.length,
    stream: async () =>
      new ReadableStream<Uint8Array>({
        start(controller) {
          for (let at = 0; at < bytes.length; at += chunk) controller.enqueue(bytes.slice(at, at + chunk));
          controller.close();
        },
      }),
  };
}

interface Seen {
  readonly rows: [number, ...string[]][];
  readonly problems: string[];
  /** Lines that came without having been made texts. */
  readonly cut: number;
}

async function read(bytes: Uint8Array, chunk: number, plain: boolean, piece = 48): Promise<Seen> {
  const rows: [number, ...string[]][] = [];
  const problems: string[] = [];
  let cut = 0;
  const decoder = new TextDecoder();
  for await (const batch of readDelimited(fileOf(bytes, chunk), format, LIMITS, undefined, plain, piece)) {
    for (const each of batch.problems) problems.push(`${each.row} ${each.reason} ${each.text}`);
    for (const [i, row] of batch.rows.entries()) rows.push([rowNumberOf(batch, i), ...row]);
    const lines = batch.plain;
    for (let line = 0; lines !== undefined && line < lines.lines; line++) {
      const odd = lines.odd.get(line);
      if (odd !== undefined) rows.push([lines.firstRow + line, ...odd]);
      if (lines.odd.has(line)) continue;
      cut++;
      const cells = Array.from({ length: lines.width }, (_, cell) =>
        decoder.decode(lines.bytes.subarray(cellStart(lines, line, cell), cellEnd(lines, line, cell))),
      );
      rows.push([lines.firstRow + line, ...cells]);
    }
  }
  return { rows, problems: problems.sort(), cut };
}

const cell = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('a1', '2026-01-02', 'Leeds', '東京第一', 'x y', '0', 'total', '-'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('', ' ', '　', 'id', '"a, b"', '"line\nend"', 'a"b', '\r', '\u001f'),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
);
const line = fc.oneof(
  { weight: 8, arbitrary: fc.array(cell, { minLength: 4, maxLength: 4 }) },
  { weight: 2, arbitrary: fc.array(cell, { maxLength: 6 }) },
);
const plainLine = fc.array(fc.constantFrom('a1', '東京', 'x y', '7'), { minLength: 4, maxLength: 4 });

function textOf(lines: readonly string[][], end: string, last: boolean, header = HEADER): Uint8Array {
  const body = lines.map((cells) => cells.join(',')).join(end);
  return new TextEncoder().encode(header + body + (last ? end : ''));
}

const FILLING = Array.from({ length: 8 }, () => ['a1', '東京', 'x y', '7']);

describe('plain rows', () => {
  it('leave out a row of nothing but empty cells and spaces', async () => {
    for (const blank of [' ', '\t', '　', '\u00a0']) {
      const bytes = textOf([...FILLING, ['', '', '', blank], ...FILLING], '\n', true);
      const seen = await read(bytes, 64, true);
      expect(seen.rows).toEqual((await read(bytes, 64, false)).rows);
      expect(seen.rows).toHaveLength(2 * FILLING.length);
    }
  });

  it('keep a row whose first cell alone is empty, without making texts of it', async () => {
    const bytes = textOf([...FILLING, ['', '', '', '7'], ['', '', '', '京'], ...FILLING], '\n', true);
    const seen = await read(bytes, 64, true);
    expect(seen.rows).toEqual((await read(bytes, 64, false)).rows);
    expect(seen.rows).toHaveLength(2 * FILLING.length + 2);
  });

  it('know the header again where its first column has no name', async () => {
    const again = NAMELESS.trim().split(',');
    const bytes = textOf([...FILLING, again, ...FILLING], '\n', true, NAMELESS);
    const seen = await read(bytes, 64, true);
    const texts = await read(bytes, 64, false);
    expect(seen.problems).toEqual(texts.problems);
    expect(seen.problems).toEqual(['10 repeated-header ,at,name,note']);
    expect(seen.rows).toEqual(texts.rows);
  });

  it('are the rows that the row reader finds, wherever pieces end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 30 }),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.integer({ min: 1, max: 90 }),
        fc.constantFrom(HEADER, NAMELESS),
        async (lines, end, last, chunk, header) => {
          const bytes = textOf(lines, end, last, header);
          const cutRows = await read(bytes, chunk, true);
          const texts = await read(bytes, chunk, false);
          expect(cutRows.rows).toEqual(texts.rows);
          expect(cutRows.problems).toEqual(texts.problems);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('are the same where the top of a large piece is read as texts and the rest is cut', async () => {
    const filler = ['a1', '2026-01-02', 'Leeds', 'x y'];
    const most = Math.floor((16 * 1024) / (filler.join(',').length + 1));
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 4, maxLength: 12 }),
        fc.integer({ min: most - 6, max: most }),
        async (lines, before) => {
          const fill = (count: number) => Array.from({ length: count }, () => filler);
          const bytes = textOf([...fill(before), ...lines, ...fill(20)], '\n', true);
          const cutRows = await read(bytes, bytes.length, true, bytes.length);
          const texts = await read(bytes, bytes.length, false, bytes.length);
          expect(cutRows.rows).toEqual(texts.rows);
          expect(cutRows.problems).toEqual(texts.problems);
        },
      ),
    );
    const large = textOf(
      Array.from({ length: 4 * most }, () => filler),
      '\n',
      true,
    );
    const seen = await read(large, large.length, true, large.length);
    expect(seen.rows).toHaveLength(4 * most);
    expect(seen.cut).toBeGreaterThan(2.9 * most);
  });

  it('are cut without being made texts in a file without quotes, damaged bytes and all', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(plainLine, { minLength: 20, maxLength: 40 }),
        fc.integer({ min: 0, max: 400 }),
        async (lines, damaged) => {
          const bytes = textOf(lines, '\n', true);
          const place = HEADER.length + damaged;
          if (place < bytes.length && (bytes[place] ?? 0) > 0x7f) bytes[place] = 0xff;
          const cutRows = await read(bytes, 64, true);
          expect(cutRows.rows).toEqual((await read(bytes, 64, false)).rows);
          expect(cutRows.cut).toBeGreaterThan(4);
        },
      ),
      { numRuns: 100 },
    );
  });
});
