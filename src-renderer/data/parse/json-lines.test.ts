/** JSON Lines: one object a line, read as a JSON array of the same objects is; a broken line costs itself alone. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileOf, inspectOk, readAll } from '#test/fakes/parse-bed.ts';
import { LIMITS, ParseFailed } from './file-source.ts';
import { inspectFile } from './open-table.ts';

const LINES = [
  '{"Id":9007199254740993123,"Account":{"Name":"Acme","Deep":{"x":1}},"Tags":["a","b"],"ok":true,"none":null}',
  '',
  '{"New":"1.50","Id":1.50}',
].join('\r\n');

describe('a file of JSON Lines', () => {
  it.each(['x.jsonl', 'x.ndjson', 'X.NDJSON', 'log.json', 'log.txt'])(
    'is known by its name or by its first lines: %s',
    async (name) => {
      const file = fileOf(name, `\ufeff${LINES}`, 7);
      const tables = await inspectOk(file);
      expect(tables).toMatchObject([{ part: '', rows: 2, problemRows: 0 }]);
      const [table] = tables;
      expect(table!.header).toEqual(['Id', 'Account.Name', 'Account.Deep', 'Tags', 'ok', 'none', 'New']);
      const read = await readAll(file, table!.format);
      expect(read.rows).toEqual([
        ['9007199254740993123', 'Acme', '{"x":"1"}', 'a;b', 'true', '', ''],
        ['1.50', '', '', '', '', '', '1.50'],
      ]);
      expect(read.numbers).toEqual([1, 3]);
      expect(read.bytesRead).toBe(file.size);
    },
  );

  it('is one of a single line where its name says so', async () => {
    expect(await inspectOk(fileOf('x.jsonl', '{"records":[{"a":1}]}'))).toMatchObject([
      { part: '', header: ['records'], rows: 1 },
    ]);
  });

  it('is none where the lines belong to one value', async () => {
    expect(await inspectOk(fileOf('x.json', '{"records":[{"a":1},\n{"a":2}]}'))).toMatchObject([
      { part: 'records', rows: 2 },
    ]);
    expect(await inspectOk(fileOf('x.jsonl', '[{"a":1},\n{"a":2}]'))).toMatchObject([{ part: '', rows: 2 }]);
  });

  it('loses a broken line to the rejected rows, with its number, and goes on', async () => {
    const text = ['{"a":1}', '{"a":', 'oops', '7', '["b"]', '{"a":01}', '{"a":2} x', '{"a":3}'].join('\n');
    const file = fileOf('x.jsonl', text);
    const [table] = await inspectOk(file);
    expect(table).toMatchObject({ header: ['a'], rows: 2, problemRows: 6 });
    const read = await readAll(file, table!.format);
    expect(read.rows).toEqual([['1'], ['3']]);
    expect(read.numbers).toEqual([1, 8]);
    expect(read.problems).toEqual([
      { row: 2, reason: 'bad-json', text: '{"a":' },
      { row: 3, reason: 'bad-json', text: 'oops' },
      { row: 4, reason: 'no-record', text: '7' },
      { row: 5, reason: 'no-record', text: 'b' },
      { row: 6, reason: 'bad-json', text: '{"a":01}' },
      { row: 7, reason: 'bad-json', text: '{"a":2} x' },
    ]);
  });

  it('is read in UTF-16 too', async () => {
    const bytes = new Uint8Array(Buffer.from(`\ufeff{"名前":"青葉"}\n{"名前":"桜"}\n`, 'utf16le'));
    expect(await inspectOk(fileOf('x.jsonl', bytes, 3))).toMatchObject([
      { header: ['名前'], head: [['青葉'], ['桜']] },
    ]);
  });

  it('is refused beyond the limits, and where nothing in it is a row', async () => {
    const file = fileOf('x.jsonl', '{"a":1}\n{"a":2}\n{"a":3}\n');
    const [table] = await inspectOk(file);
    const limits = { ...LIMITS, rows: 2 };
    await expect(readAll(file, table!.format, limits)).rejects.toBeInstanceOf(ParseFailed);
    await expect(readAll(file, table!.format, { ...LIMITS, textBytes: 5 })).rejects.toBeInstanceOf(
      ParseFailed,
    );
    const none = await inspectFile(fileOf('x.jsonl', 'a\nb\n'), () => undefined);
    expect(none).toEqual({ ok: false, error: { type: 'not-a-table' } });
  });

  it('does not hold a line that never ends', async () => {
    const text = `{"a":1}\n{"a":"${'x'.repeat(17 * 1024 * 1024)}"}\n{"a":2}\n`;
    const file = fileOf('x.jsonl', text, 1024 * 1024);
    const read = await readAll(file, { type: 'json', path: '', lines: true, keys: ['a'] });
    expect(read.rows).toEqual([['1'], ['2']]);
    expect(read.problems).toMatchObject([{ row: 2, reason: 'bad-json' }]);
    expect(read.problems[0]?.text.length).toBeLessThan(100_000);
  });

  it('has the same rows as an array of the same objects, wherever its bytes are cut', async () => {
    const objects = fc.array(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), { minLength: 1 });
    const isValue = (value: unknown) => typeof value !== 'object' || value === null || Array.isArray(value);
    await fc.assert(
      fc.asyncProperty(objects, fc.integer({ min: 1, max: 40 }), async (list, piece) => {
        // Without a single key there is no column: no table.
        fc.pre(list.some((each) => Object.values(each).some(isValue)));
        const lines = list.map((each) => JSON.stringify(each));
        const [array, own] = await Promise.all(
          [fileOf('x.json', `[${lines.join(',')}]`), fileOf('x.jsonl', lines.join('\n'), piece)].map(
            async (file) => {
              const [table] = await inspectOk(file);
              return { header: table!.header, rows: (await readAll(file, table!.format)).rows };
            },
          ),
        );
        expect(own).toEqual(array);
      }),
      { numRuns: 60 },
    );
  });
});
