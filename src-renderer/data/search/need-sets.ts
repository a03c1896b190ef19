/** The documents of each need of a query as sets of bits; those of the letters typed a moment ago are still at hand. */
import { type DocSet, docsInAny } from '#shared/domain/search/candidates.ts';
import type { AskedNeed, IndexDatabase } from './index-database.ts';
import { Recent } from './recent.ts';

/** Bytes of sets that are kept: about five hundred over 100,000 documents. */
const MOST_BYTES = 6_000_000;

export function createNeedSets(db: IndexDatabase) {
  const recent = new Recent<DocSet>({ most: MOST_BYTES, now: () => performance.now() });
  return {
    /** In the order of the needs; of documents below `count`, as many as the index has when it is asked. */
    async of(needs: readonly AskedNeed[], count: number): Promise<DocSet[]> {
      const keyOf = (need: AskedNeed) => `${count} ${need.name}`;
      const known = needs.map((need) => recent.get(keyOf(need)));
      const missing = needs.filter((_, i) => known[i] === undefined);
      if (missing.length === 0) return known.flatMap((set) => set ?? []);
      const { version } = recent;
      const read = (await db.lists(missing)).map((lists) => docsInAny(count, lists));
      for (const [i, need] of missing.entries()) {
        const set = read[i] as DocSet;
        recent.set(keyOf(need), set, set.byteLength, version);
      }
      let next = 0;
      return known.map((set) => set ?? (read[next++] as DocSet));
    },

    /** A run was added: there are more documents now. */
    clear: () => recent.clear(),
  };
}
