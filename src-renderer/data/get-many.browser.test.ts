import { Dexie, type Table } from 'dexie';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getMany } from './get-many.ts';

interface Row {
  readonly id: string;
  readonly at: number;
}

let db: Dexie;
let rows: Table<Row, string>;

beforeEach(() => {
  db = new Dexie(`get-many-${crypto.randomUUID()}`);
  db.version(1).stores({ rows: 'id' });
  rows = db.table('rows');
});

afterEach(() => db.delete());

const keys = fc.array(fc.stringMatching(/^[a-c日]{1,3}$/), { maxLength: 12 });

describe('getMany', () => {
  it('finds what a get of each key finds, be the rows between them few or many', async () => {
    await fc.assert(
      fc.asyncProperty(keys, keys, async (there, wanted) => {
        await rows.clear();
        await rows.bulkPut(there.map((id, at) => ({ id, at })));
        const expected = new Map<string, Row>();
        for (const key of wanted) {
          const row = await rows.get(key);
          if (row !== undefined) expected.set(key, row);
        }
        expect(new Map([...(await getMany(rows, wanted))].sort())).toEqual(new Map([...expected].sort()));
      }),
      { numRuns: 60 },
    );
  });

  it('asks for no single row where none, or all, of them are there', async () => {
    const wanted = Array.from({ length: 300 }, (_, i) => `row-${String(i).padStart(3, '0')}`);
    let asked = 0;
    const { get } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.get = function (key) {
      asked++;
      return get.call(this, key);
    };
    try {
      expect((await getMany(rows, wanted)).size).toBe(0);
      await rows.bulkPut(wanted.map((id, at) => ({ id, at })));
      expect((await getMany(rows, wanted)).size).toBe(300);
    } finally {
      IDBObjectStore.prototype.get = get;
    }
    expect(asked).toBe(0);
  });
});
