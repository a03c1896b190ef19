/** Keys come out of the table as they went in, whatever they look like. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DocTable, packBlock } from './doc-table.ts';
import { keyOfEvent, keyOfRecord, locate } from './document-keys.ts';

const key = fc.oneof(
  fc.uuid().map((id) => keyOfRecord('activities', id)),
  fc.string({ maxLength: 40 }).map((id) => keyOfRecord('accounts', id)),
  fc.tuple(fc.nat(), fc.nat(200)).map(([page, row]) => keyOfEvent(page, row)),
);

it('gives back every key, and finds it', () => {
  fc.assert(
    fc.property(fc.uniqueArray(key, { maxLength: 200 }), fc.nat(199), (keys, cut) => {
      const rows = keys.map((each) => ({
        key: each,
        stamp: 1,
        kind: 'activity/note',
        account: 'a',
        at: 1000,
      }));
      const table = new DocTable();
      table.append(packBlock(0, rows.slice(0, cut)));
      table.append(packBlock(table.count, rows.slice(cut)));
      expect(table.count).toBe(keys.length);
      for (const [doc, each] of keys.entries()) {
        expect(table.keyOf(doc)).toBe(each);
        expect(table.find(each)).toBe(doc);
      }
      expect([...table.keys()]).toEqual([...keys.entries()]);
    }),
  );
});

it('tells where a record is', () => {
  fc.assert(
    fc.property(fc.oneof(fc.uuid(), fc.string({ maxLength: 20 })), (id) => {
      expect(locate(keyOfRecord('tasks', id))).toEqual({ type: 'record', table: 'tasks', id });
    }),
  );
  expect(locate(keyOfEvent(12, 5))).toEqual({ type: 'event', page: 12, row: 5 });
});
