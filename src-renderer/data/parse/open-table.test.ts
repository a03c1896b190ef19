import Encoding from 'encoding-japanese';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { failureOf, fileOf, inspectOk, readAll } from '#test/fakes/parse-bed.ts';
import { LIMITS, ParseFailed, type TableBatch } from './file-source.ts';
import { readJson } from './json.ts';
import { inspectFile } from './open-table.ts';

const REPORT = [
  'Account report',
  '',
  '"Account ID","Account Name","ARR","Close Date"',
  '"001x0000002xLD0","Acme","1,200","1/12/2026"',
  '"001x0000002xLd0","Globex, Inc.","900","1/30/2026"',
  '',
  '"Account ID","Account Name","ARR","Close Date"',
  '"001x0000002xLD1","Initech","5","2/1/2026"',
  '"001x0000002xLD2","Short"',
  '"001x0000002xLD3"',
  '"001x0000002xLD4","a","1","2/1/2026","extra"',
  '"001x0000002xLD5","b","1","2/2/2026",,',
  '',
  '"Grand Totals (5 records)"',
  '"Confidential Information - Do Not Distribute"',
  '"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."',
].join('\r\n');

describe('a report as text', () => {
  it('takes preamble, header, footers and broken rows off, each with its row and reason', async () => {
    const file = fileOf('report.csv', REPORT, 7);
    const [table] = await inspectOk(file);
    expect(table).toMatchObject({ rows: 5, footerRows: 3, problemRows: 3 });
    expect(table!.header).toEqual(['Account ID', 'Account Name', 'ARR', 'Close Date']);
    const read = await readAll(file, table!.format);
    expect(read.rows.map((row) => row[1])).toEqual(['Acme', 'Globex, Inc.', 'Initech', 'Short', 'b']);
    expect(read.rows.every((row) => row.length === 4)).toBe(true);
    expect(read.numbers).toEqual([4, 5, 8, 9, 12]);
    expect(read.problems.map(({ row, reason }) => [row, reason])).toEqual([
      [7, 'repeated-header'],
      [10, 'too-few-cells'],
      [11, 'too-many-cells'],
      [14, 'footer'],
      [15, 'footer'],
      [16, 'footer'],
    ]);
    expect(read.bytesRead).toBe(file.size);
    expect(table!.columns[3]!.shapes).toMatchObject({ dateMdy: 4, dateDmy: 3 });
  });
  it('keeps a column called __proto__', async () => {
    const file = fileOf('x.csv', 'id,__proto__,constructor\n1,a,b\n2,c,d\n');
    const [table] = await inspectOk(file);
    expect(table!.columns.map((c) => [c.header, c.distinct])).toEqual([
      ['id', 2],
      ['__proto__', 2],
      ['constructor', 2],
    ]);
  });
  it('reads what a person chose over the guess', async () => {
    const file = fileOf('x.csv', 'title\na;b\n1;2\n');
    const result = await inspectFile(file, () => undefined, undefined, {
      given: { delimiter: ';', headerRow: 1 },
    });
    expect(result.ok && result.value[0]!.header).toEqual(['a', 'b']);
  });
  it('reads Japanese exports with quoted line breaks, whatever the bytes are cut into', async () => {
    const text =
      '取引先ID(必須),アクション種別(必須),内容\r\nC-1,訪問,"一行目\r\n二行目、表"\r\nC-2,電話,ソ表能ー\r\n';
    const codes = Encoding.stringToCode(text);
    const utf16 = new Uint8Array(new Uint16Array(codes).buffer);
    const files = [
      ['shift_jis', Uint8Array.from(Encoding.convert(codes, { to: 'SJIS', from: 'UNICODE' }))],
      ['euc-jp', Uint8Array.from(Encoding.convert(codes, { to: 'EUCJP', from: 'UNICODE' }))],
      ['utf-16le', Uint8Array.from([0xff, 0xfe, ...utf16])],
    ] as const;
    for (const [encoding, bytes] of files) {
      for (const piece of [1, 3, 7, 1000]) {
        const file = fileOf('export.csv', bytes, piece);
        const [table] = await inspectOk(file);
        expect(table!.format).toMatchObject({ encoding, delimiter: ',', headerRow: 0 });
        const read = await readAll(file, table!.format);
        expect(read.rows).toEqual([
          ['C-1', '訪問', '一行目\r\n二行目、表'],
          ['C-2', '電話', 'ソ表能ー'],
        ]);
        expect(read.numbers).toEqual([2, 3]);
      }
    }
  });
  it('tells its progress and stops when asked', async () => {
    const file = fileOf('big.csv', `id,name\n${'1,Acme\n'.repeat(400_000)}`);
    const seen: number[] = [];
    const abort = new AbortController();
    const running = inspectFile(
      file,
      (bytes) => {
        seen.push(bytes);
        abort.abort();
      },
      abort.signal,
    );
    await expect(running).rejects.toThrow();
    expect(seen.at(-1)).toBeLessThan(file.size / 2);
  });
  it('gives the same rows for any cells, whatever the pieces', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '"', ',', '\n', '絆', '1'),
      minLength: 1,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 10 }),
        fc.integer({ min: 1, max: 9 }),
        async (rows, piece) => {
          const kept = rows
            .filter((row) => row.some((c) => c.trim() !== ''))
            .map(([a, b]) => [`x${a}`, `y${b}`]);
          const text = [['first', 'second'], ...kept]
            .map((row) => row.map((c) => `"${c.replaceAll('"', '""')}"`).join(','))
            .join('\r\n');
          const format = { type: 'delimited', encoding: 'utf-8', delimiter: ',', headerRow: 0 } as const;
          const read = await readAll(fileOf('x.csv', text, piece), format);
          expect(read.rows).toEqual(kept);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('refusals', () => {
  const limits = { ...LIMITS, textBytes: 1000, rows: 3, xlsxBytes: 100_000, inflatedBytes: 200_000 };
  it('says what is wrong', async () => {
    expect(await failureOf(fileOf('x.csv', ''))).toEqual({ type: 'empty' });
    expect(await failureOf(fileOf('x.csv', ' \n\n'))).toEqual({ type: 'empty' });
    expect(
      await failureOf(
        fileOf(
          'x.csv',
          Uint8Array.from({ length: 4000 }, (_, i) => (i * 7) % 256),
        ),
      ),
    ).toEqual({ type: 'not-a-table' });
    expect(await failureOf(fileOf('x.pdf', '%PDF-1.7\nblah'))).toEqual({ type: 'not-a-table' });
    expect(await failureOf(fileOf('x.csv', 'a,b\n1,2\n3,4\n5,6\n7,8\n'), { limits })).toEqual({
      type: 'too-large',
      what: 'rows',
      limit: 3,
    });
    expect(await failureOf(fileOf('x.csv', `a,b\n${'1,2\n'.repeat(400)}`), { limits })).toEqual({
      type: 'too-large',
      what: 'bytes',
      limit: 1000,
    });
    expect(await failureOf(fileOf('x.json', '{"a": 1}'))).toEqual({ type: 'not-a-table' });
    expect(await failureOf(fileOf('x.json', '[{"a": 1}, {"a":'))).toMatchObject({ type: 'damaged' });
    expect(await failureOf(fileOf('x.json', '[{"a": 1}] trailing'))).toMatchObject({ type: 'damaged' });
  });
  it('tells an encrypted workbook from an old one', async () => {
    const ole = new Uint8Array(4096);
    ole.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(await failureOf(fileOf('x.xls', ole))).toEqual({ type: 'old-excel' });
    [...'EncryptedPackage'].forEach((c, i) => {
      ole[1024 + 2 * i] = c.charCodeAt(0);
    });
    expect(await failureOf(fileOf('x.xlsx', ole))).toEqual({ type: 'encrypted' });
  });
  it('stops at zip bombs, damage and zips that are no workbook', async () => {
    const zeros = new Uint8Array(3_000_000);
    const bomb = zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/worksheets/sheet1.xml': zeros });
    expect(await failureOf(fileOf('x.xlsx', bomb), { limits })).toEqual({ type: 'zip-bomb' });
    const noise = Uint8Array.from({ length: 90_000 }, (_, i) => Math.imul(i, 2654435761) >>> 24);
    const large = zipSync(
      { 'xl/workbook.xml': strToU8('<workbook/>'), a: noise, b: noise, c: noise },
      { level: 1 },
    );
    expect(
      await failureOf(fileOf('x.xlsx', large), { limits: { ...limits, xlsxBytes: 10_000_000 } }),
    ).toEqual({
      type: 'too-large',
      what: 'inflated',
      limit: 200_000,
    });
    expect(await failureOf(fileOf('x.zip', zipSync({ 'readme.txt': strToU8('hello') })))).toEqual({
      type: 'not-a-table',
    });
    const book = await writeExcelFile([
      [{ value: 'a' }, { value: 'b' }],
      [{ value: 'c' }, { value: 'd' }],
    ]).toBuffer();
    expect(
      await failureOf(fileOf('x.xlsx', new Uint8Array(book).subarray(0, book.length / 2))),
    ).toMatchObject({ type: 'damaged' });
    const flipped = new Uint8Array(book);
    flipped.fill(0xff, 200, 400);
    expect(await failureOf(fileOf('x.xlsx', flipped))).toMatchObject({ type: 'damaged' });
  });
  it('throws a failure that comes only while reading', async () => {
    const reading = readAll(fileOf('x.json', '[{"a"'), { type: 'json', path: '', keys: ['a'] });
    await expect(reading).rejects.toBeInstanceOf(ParseFailed);
  });
});

describe('a workbook', () => {
  it('gives each sheet as a table, dates as ISO text, and no dashboard', async () => {
    const date = (iso: string) => ({ type: Date, value: new Date(iso), format: 'yyyy-mm-dd hh:mm' });
    const sheet = (name: string, data: (string | number | boolean | null | ReturnType<typeof date>)[][]) => ({
      sheet: name,
      data: data.map((row) =>
        row.map((value) => (value === null ? null : typeof value === 'object' ? value : { value })),
      ),
    });
    const book = await writeExcelFile([
      sheet('Dashboard', [
        ['Overview', null, null, null, null],
        [null, null, null, null, null],
        [null, 'ARR', null, null, 1200],
        [null, null, null, 'Next', null],
        ['Updated', null, null, null, null],
      ]),
      sheet('Accounts', [
        ['List of accounts', null, null, null],
        ['account', 'ARR', 'contract end', 'live'],
        ['アクメ', 1200.5, date('2026-03-31T00:00:00Z'), true],
        [null, null, null, null],
        ['Globex', 0.1, date('2026-04-01T09:30:00Z'), false],
      ]),
    ]).toBuffer();
    const file = fileOf('book.xlsx', new Uint8Array(book));
    const [dashboard, accounts] = await inspectOk(file);
    expect(dashboard).toMatchObject({ part: 'Dashboard', header: [], rows: 0 });
    expect(accounts).toMatchObject({
      part: 'Accounts',
      header: ['account', 'ARR', 'contract end', 'live'],
      rows: 2,
    });
    const read = await readAll(file, accounts!.format);
    expect(read.rows).toEqual([
      ['アクメ', '1200.5', '2026-03-31', 'true'],
      ['Globex', '0.1', '2026-04-01 09:30:00', 'false'],
    ]);
    expect(read.numbers).toEqual([3, 5]);
  });
});

describe('JSON', () => {
  it('reads an array, flattened one level, with numbers as they stand', async () => {
    const text =
      '\ufeff [{"Id":9007199254740993123,"Account":{"Name":"Acme","Deep":{"x":1}},"Tags":["a","b"],"ok":true,"none":null},{"New":"1.50","Id":1.50}]\n';
    const file = fileOf('x.json', text, 5);
    const [table] = await inspectOk(file);
    expect(table!.header).toEqual(['Id', 'Account.Name', 'Account.Deep', 'Tags', 'ok', 'none', 'New']);
    const read = await readAll(file, table!.format);
    expect(read.rows).toEqual([
      ['9007199254740993123', 'Acme', '{"x":"1"}', 'a;b', 'true', '', ''],
      ['1.50', '', '', '', '', '', '1.50'],
    ]);
    expect(read.numbers).toEqual([1, 2]);
  });
  it('reads an sObject Tree and a file of several lists', async () => {
    const tree = {
      records: [{ attributes: { type: 'Case', referenceId: 'CaseRef1' }, AccountId: '@AccountRef3' }],
    };
    const [table] = await inspectOk(fileOf('Cases.json', JSON.stringify(tree, undefined, 2)));
    expect(table).toMatchObject({
      part: 'records',
      header: ['attributes.type', 'attributes.referenceId', 'AccountId'],
      rows: 1,
    });
    const both = await inspectOk(
      fileOf('x.json', '{"total":2,"accounts":[{"a":1}],"contacts":[{"b":2},{"b":3}]}'),
    );
    expect(both.map((t) => [t.part, t.rows])).toEqual([
      ['accounts', 1],
      ['contacts', 2],
    ]);
  });
  it('keeps a key called __proto__', async () => {
    const [table] = await inspectOk(fileOf('x.json', '[{"id":1,"__proto__":"x"}]'));
    expect(table!.header).toEqual(['id', '__proto__']);
    expect(table!.head).toEqual([['1', 'x']]);
    expect(table!.columns.map(({ filled }) => filled)).toEqual([1, 1]);
  });
  it('counts elements that are no objects, and says what they are', async () => {
    const file = fileOf('x.json', '[{"a":1},7,null,["b","c"],{"a":2}]');
    const [table] = await inspectOk(file);
    expect(table).toMatchObject({ header: ['a'], rows: 2, problemRows: 3 });
    const batches: TableBatch[] = [];
    for await (const batch of readJson(file, { type: 'json', path: '' }, LIMITS)) batches.push(batch);
    expect(batches.flatMap(({ problems }) => problems)).toEqual([
      { row: 2, reason: 'no-record', text: '7' },
      { row: 3, reason: 'no-record', text: '' },
      { row: 4, reason: 'no-record', text: 'b;c' },
    ]);
    expect(
      batches.flatMap(({ rows, rowNumbers }) => rows.map((row, i) => [rowNumbers?.[i], ...row])),
    ).toEqual([
      [1, '1'],
      [5, '2'],
    ]);
  });
  it('takes a list of plain values beside a table for none', async () => {
    const tables = await inspectOk(fileOf('x.json', '{"tags":["a","b"],"accounts":[{"id":1}]}'));
    expect(tables.map(({ part, rows }) => [part, rows])).toEqual([['accounts', 1]]);
  });
});
