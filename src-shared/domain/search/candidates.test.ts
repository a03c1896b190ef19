import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { docsInAny, eachDocInAll } from './candidates.ts';
import { packGaps } from './gap-list.ts';

const docs = fc
  .uniqueArray(fc.nat({ max: 200 }), { minLength: 1, maxLength: 60 })
  .map((list) => list.sort((a, b) => a - b));

function packed(list: readonly number[]): Uint8Array {
  return packGaps(list.map((doc, i) => doc - (list[i - 1] ?? -1)));
}

it('documents in all of several unions are those that plain sets find, in rising order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(docs, { maxLength: 3 }), { maxLength: 4 }),
      fc.nat({ max: 180 }),
      (needs, count) => {
        const found: number[] = [];
        const sets = needs.map((lists) => docsInAny(count, lists.map(packed)));
        eachDocInAll(count, sets, (doc) => found.push(doc));
        const unions = needs.map((lists) => new Set(lists.flat()));
        const all = Array.from({ length: count }, (_, doc) => doc);
        expect(found).toEqual(all.filter((doc) => unions.every((union) => union.has(doc))));
      },
    ),
  );
});
