import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DigestIndex } from './digest-index.ts';

const word = fc.integer({ min: 0, max: 0xffff_ffff });
const entry = fc.record({
  hi: word,
  lo: fc.oneof(word, fc.constant(7)),
  contentHi: word,
  contentLo: word,
  page: fc.integer({ min: 1, max: 9_999 }),
  change: fc.boolean(),
});

describe('DigestIndex', () => {
  it('equals a plain map, grown, stored in chunks and loaded again', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 3_000 }), fc.integer({ min: 1, max: 5 }), (entries, job) => {
        const index = new DigestIndex(1);
        const plain = new Map<string, (typeof entries)[number]>();
        for (const each of entries) {
          const slot = index.putWaiting(each.hi, each.lo, each.contentHi, each.contentLo, job, each.change);
          index.markSeen(slot);
          index.place(slot, each.page);
          plain.set(`${each.hi}:${each.lo}`, each);
        }
        const loaded = new DigestIndex(1);
        for (const chunk of index.takeReady('s')) loaded.load(chunk);
        const rewritten = new DigestIndex(1);
        for (const chunk of index.allChunks('s')) rewritten.load(chunk);
        for (const copy of [index, loaded, rewritten]) {
          expect(copy.size).toBe(plain.size);
          for (const each of plain.values()) {
            const slot = copy.find(each.hi, each.lo);
            expect(copy.sameContent(slot, each.contentHi, each.contentLo)).toBe(true);
            expect([copy.page(slot), copy.job(slot), copy.isChange(slot)]).toEqual([
              each.page,
              job,
              each.change,
            ]);
            expect(copy.isSeen(slot)).toBe(copy === index);
          }
        }
        expect(index.find(1, 2)).toBe(plain.has('1:2') ? index.find(1, 2) : -1);
      }),
      { numRuns: 40 },
    );
  });
});
