/** Documents that stand in all of several unions of lists. */
import type { Chunk, Need } from './find-chunk.ts';
import { planChunk } from './find-chunk.ts';
import { eachDoc } from './gap-list.ts';
import { type Group, listsIn } from './postings.ts';

export interface QueryPlan {
  /** Any of the inner ones, for each of the outer ones. */
  readonly needs: readonly (readonly Need[])[];
  /** False: a document may be in all lists and yet not have all chunks. */
  readonly exact: boolean;
}

/** Each is read from the database; nobody types so many words. */
const MOST_NEEDS = 200;

function wholeWord(term: string): Need {
  return { term, prefix: false };
}

export function planQuery(chunks: readonly Chunk[]): QueryPlan {
  const plans = chunks.map((chunk) => {
    if (chunk.near !== undefined) return { needs: [chunk.near.map(wholeWord)], exact: true };
    const { needs, exact } = planChunk(chunk);
    return { needs: needs.map((need) => [need]), exact };
  });
  const needs = plans.flatMap((plan) => plan.needs);
  const exact = plans.every((plan) => plan.exact) && needs.length <= MOST_NEEDS;
  return { needs: needs.slice(0, MOST_NEEDS), exact };
}

/** The lists of a need, from the records in its ranges. */
export function listsOf(
  { term, prefix }: Need,
  groups: readonly Group[],
  own: readonly Uint8Array[],
): Uint8Array[] {
  const fits = prefix ? (each: string) => each.startsWith(term) : (each: string) => each === term;
  return [...groups.flatMap((group) => listsIn(group, fits)), ...own];
}

/** A set of document numbers: one bit each. */
export type DocSet = Uint32Array;

/** The numbers below `count` that stand in any of the lists. */
export function docsInAny(count: number, lists: readonly Uint8Array[]): DocSet {
  const set = new Uint32Array(Math.ceil(count / 32));
  // A number beyond the end changes nothing.
  const take = (doc: number) => {
    (set[doc >>> 5] as number) |= 1 << (doc & 31);
  };
  for (const list of lists) eachDoc(list, take);
  return set;
}

/** The numbers below `count` that are in all of the sets, in their order. */
export function eachDocInAll(count: number, sets: readonly DocSet[], take: (doc: number) => void): void {
  for (let word = 0; word * 32 < count; word++) {
    let bits = -1;
    for (const set of sets) bits &= set[word] as number;
    while (bits !== 0) {
      const lowest = bits & -bits;
      const doc = word * 32 + 31 - Math.clz32(lowest);
      if (doc < count) take(doc);
      bits ^= lowest;
    }
  }
}
