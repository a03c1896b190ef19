/** How the lists of a need are asked of the index's database: its records, of all the runs in which they were written. */
import { listsOf } from '#shared/domain/search/candidates.ts';
import type { Need } from '#shared/domain/search/find-chunk.ts';
import { type Group, listsIn, type NameRange, PERSON, rangesOf } from '#shared/domain/search/postings.ts';
import { type AskedNeed, answered } from './index-database.ts';

/** Keys are [name, run]. */
export function keyRange({ from, to }: NameRange): IDBKeyRange {
  return IDBKeyRange.bound([from], [to, []]);
}

async function listsOfNeed(lists: IDBObjectStore, need: Need): Promise<Uint8Array[]> {
  const ranges = rangesOf(need.term, need.prefix);
  const [groups, own] = await Promise.all([
    answered<Group[]>(lists.getAll(keyRange(ranges.groups))),
    answered<Uint8Array[]>(lists.getAll(keyRange(ranges.own))),
  ]);
  return listsOf(need, groups, own);
}

/** Documents that have any of these. */
export function anyOf(needs: readonly Need[]): AskedNeed {
  return {
    name: needs.map(({ term, prefix }) => `${term}${prefix ? '*' : ''}`).join(' '),
    lists: async (lists) => (await Promise.all(needs.map((need) => listsOfNeed(lists, need)))).flat(),
  };
}

/** Documents of people whose name has this in it. */
export function ofPerson(part: string): AskedNeed {
  return {
    name: PERSON + part,
    lists: async (lists) => {
      const groups = await answered<Group[]>(lists.getAll(keyRange(rangesOf(PERSON, true).groups)));
      return groups.flatMap((group) => listsIn(group, (term) => term.includes(part)));
    },
  };
}
