/** What is found out about a table must not depend on whether its cells came as texts or as bytes. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { TableInspection } from '#shared/model/import-plan.ts';
import { type DelimitedFormat, readDelimited } from './delimited.ts';
import { type FileSource, LIMITS } from './file-source.ts';
import { inspectRows } from './inspect-rows.ts';

const FORMAT: DelimitedFormat = { type: 'delimited', encoding: 'utf-8', delimiter: ',', headerRow: 0 };
const NAME = { fileName: 'x.csv', part: '', format: FORMAT };

function fileOf(text: string): FileSource {
  const bytes = new TextEncoder().encode(text);
  const stream = async () =>
    new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(bytes);
        controller.close();
      },
    });
  return { name: 'x.csv', size: bytes.length, stream };
}

async function inspect(text: string, plain: boolean): Promise<TableInspection> {
  const batches = readDelimited(fileOf(text), FORMAT, LIMITS, undefined, plain, 64 * 1024);
  return inspectRows(NAME, batches, () => undefined);
}

/** Columns as exports have them, and some that change their mind; `n` counts rows, `r` is any number. */
const COLUMNS: readonly ((n: number, r: number) => string)[] = [
  (n) => `evt_${n}`,
  (n) => (n === 20_000 ? 'evt_7' : `evt_${n}`),
  (n) => `取引-${n}`,
  (_, r) => `A-${r % 900}`,
  (_, r) => `A-${r % 5_000}`,
  (n) => new Date(Date.UTC(2026, 0, 1) + n * 61_000).toISOString(),
  (n, r) => (n > 9_000 && r % 4_000 === 0 ? '13/1/2026' : `${(r % 12) + 1}/${(n % 12) + 1}/2026`),
  (_, r) => String(r % 100_000),
  (_, r) => `${r % 977}.5`,
  (_, r) => ['福岡', 'Rotterdam', '', ' ', '\u3000', '\u3000大阪', ' Köln'][r % 7] ?? '',
  (n, r) => `user${r % 3_000}@company${n % 50}.example`,
  (n) => `https://app.vendor.example/t/${n}/a-page-with-a-rather-long-address-that-nobody-remembers?tab=1`,
  (n, r) =>
    r % 3 === 0 ? 'short' : `a long remark about what happened in week ${n} and whom it concerned, at length`,
  (n, r) =>
    r % 5 === 0
      ? '短い'
      : `訪問の記録その${n}：長い文章がここに入ります。六十四文字を超えるように続けます。まだまだ続きます。`,
  (_, r) => (r * 2_654_435_761).toString(16).slice(0, 8),
  (n, r) => (n < 6_000 ? 'word' : r % 50 === 0 ? '12,5'.replace(',', '.') : 'word'),
  (_, r) => ['true', 'false', 'TRUE'][r % 3] ?? '',
  (n) => (n > 15_000 ? String(n) : ''),
  (n) => (n % 90 === 0 ? ' ' : n % 91 === 0 ? '\u3000' : `S-${n}`),
  (n) =>
    n % 10 === 0
      ? 'まだ開かれていないページなので番地は誰にもわからないままです'
      : `https://a.example/${'x'.repeat(90)}/${n}`,
];

/** Small and the same for the same seed: what matters is the sequence of values. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 4;
  };
}

it('is the same for texts and for bytes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.subarray([...COLUMNS.keys()], { minLength: 2, maxLength: 6 }),
      fc.integer({ min: 1, max: 2 ** 31 }),
      fc.constantFrom(3, 400, 9_000, 25_000),
      fc.constantFrom(0, 0, 700),
      async (chosen, seed, rows, quotedEvery) => {
        const next = numbers(seed);
        const lines = [chosen.map((column) => `column ${column}`).join(',')];
        for (let n = 1; n <= rows; n++) {
          const cells = chosen.map((column) => COLUMNS[column]?.(n, next()) ?? '');
          const quoted = quotedEvery !== 0 && n % quotedEvery === 0;
          lines.push(cells.map((cell) => (quoted ? `"${cell}"` : cell)).join(','));
        }
        const text = `${lines.join('\n')}\n`;
        expect(await inspect(text, true)).toEqual(await inspect(text, false));
      },
    ),
    { numRuns: 40 },
  );
});

it('takes its first rows from bytes as well', async () => {
  const long = 'x'.repeat(1_000);
  const text = `id,remark\n${Array.from({ length: 80 }, (_, i) => `${i},${long}\n`).join('')}`;
  const { head, rows } = await inspect(text, true);
  expect(head.map(([id]) => id)).toEqual(Array.from({ length: 50 }, (_, i) => String(i)));
  expect(rows).toBe(80);
});

it('leaves out what is no row of the table', async () => {
  const body = Array.from({ length: 3_000 }, (_, i) => `A-${i},${i}\n${i % 500 === 0 ? 'a,b,c\n,\n' : ''}`);
  const text = `id,count\n${body.join('')}`;
  const found = await inspect(text, true);
  expect(found).toEqual(await inspect(text, false));
  expect(found).toMatchObject({ rows: 3_000, problemRows: 6 });
});
