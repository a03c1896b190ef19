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

/** Marks are bytes; nobody types so many words. */
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

/** For each of `count` documents: how many of the needs, in their order, it has. Numbers beyond are left out. */
export function markDocs(count: number, needs: readonly (readonly Uint8Array[])[]): Uint8Array {
  const marks = new Uint8Array(count);
  needs.forEach((lists, i) => {
    const mark = (doc: number) => {
      if (marks[doc] === i) marks[doc] = i + 1;
    };
    for (const list of lists) eachDoc(list, mark);
  });
  return marks;
}
