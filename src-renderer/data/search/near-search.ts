/** For a query that finds little: the same query with the words of the index that are one slip away. */
import type { Chunk } from '#shared/domain/search/find-chunk.ts';
import { mayHaveSlip, nearBeginnings, oneSlipApart } from '#shared/domain/search/near-words.ts';
import { type Group, OWN_RECORDS, rangesOf, termOfOwn, termsOf } from '#shared/domain/search/postings.ts';
import { runsOf } from '#shared/domain/search/search-text.ts';
import { answered } from './index-database.ts';
import type { KeptIndex } from './kept-index.ts';
import { keyRange } from './need-lists.ts';

const MOST_WORDS = 12;

/** Words of the runs, by their beginnings and by the records of frequent ones. */
async function wordsNear({ db }: KeptIndex, word: string): Promise<string[]> {
  return db.read(['lists'], async (tx) => {
    const lists = tx.objectStore('lists');
    const own = answered(lists.getAllKeys(keyRange({ ...OWN_RECORDS, to: `${OWN_RECORDS.from}\u3000` })));
    const groups = nearBeginnings(word).map((beginning) =>
      answered<Group[]>(lists.getAll(keyRange(rangesOf(beginning, false).groups))),
    );
    const names = (await own).map((key) => (Array.isArray(key) ? termOfOwn(String(key[0])) : ''));
    return [...names, ...(await Promise.all(groups)).flat().flatMap(termsOf)];
  });
}

function wordsOfTail(index: KeptIndex): string[] {
  const words = [...index.tail.values()].flatMap((row) => runsOf(row.text));
  return words.filter((run) => !run.japanese).map((run) => run.text);
}

/** Undefined where no word of the query has anything near it. */
export async function nearChunks(
  index: KeptIndex,
  chunks: readonly Chunk[],
): Promise<readonly Chunk[] | undefined> {
  const tail = wordsOfTail(index);
  let any = false;
  const widened = await Promise.all(
    chunks.map(async (chunk) => {
      if (!mayHaveSlip(chunk.text)) return chunk;
      const words = [...(await wordsNear(index, chunk.text)), ...tail];
      const near = [...new Set(words.filter((word) => oneSlipApart(chunk.text, word)))].slice(0, MOST_WORDS);
      if (near.length > 0) any = true;
      return near.length === 0 ? chunk : { ...chunk, near };
    }),
  );
  return any ? widened : undefined;
}
