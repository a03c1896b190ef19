/** Answers a query: candidates from the lists, the newest first, each checked against the record as it is now. */
import { type DocSet, eachDocInAll, planQuery } from '#shared/domain/search/candidates.ts';
import { SEARCH_GROUPS, type SearchGroup } from '#shared/domain/search/document.ts';
import { type Chunk, hasAll } from '#shared/domain/search/find-chunk.ts';
import type { SearchQuery } from '#shared/domain/search/parse-query.ts';
import { searchText } from '#shared/domain/search/search-text.ts';
import type { KizunaDatabase } from '../schema.ts';
import { readDocuments } from './documents.ts';
import { hitOf, type SearchHit } from './hits.ts';
import type { KeptIndex, ReadDocument, TailRow } from './kept-index.ts';
import { anyOf, ofPerson } from './need-lists.ts';

export interface Wanted extends Omit<SearchQuery, 'account' | 'since' | 'until' | 'unclear'> {
  /** Ids; absent = all. */
  readonly accounts?: readonly string[];
  /** Milliseconds since 1970 UTC, both included. */
  readonly from?: number;
  readonly to?: number;
}

export interface GroupHits {
  readonly group: SearchGroup;
  readonly hits: readonly SearchHit[];
  /** There may be more than these. */
  readonly more: boolean;
}

/** A document that may fit. */
interface Candidate {
  readonly key: string;
  readonly at: number;
}

/** Which kinds, accounts and times are wanted, asked of each document of the runs. */
function filterOf(index: KeptIndex, wanted: Wanted): (doc: number) => boolean {
  const { table } = index;
  const kinds = Uint8Array.from(table.kinds.list, (kind) => (isWantedKind(kind, wanted) ? 1 : 0));
  const accounts =
    wanted.accounts === undefined
      ? undefined
      : new Set(wanted.accounts.map((account) => table.accounts.find(account)));
  const from = (wanted.from ?? 0) / 1000;
  const to = (wanted.to ?? Number.POSITIVE_INFINITY) / 1000;
  return (doc) => {
    const at = table.at[doc] as number;
    if (table.gone[doc] !== 0 || kinds[table.kind[doc] as number] === 0 || at < from || at > to) return false;
    return accounts === undefined || accounts.has(table.account[doc]);
  };
}

function isWantedKind(kind: string, { kinds }: Wanted): boolean {
  return kinds === undefined || kind.split('/').some((part) => kinds.includes(part));
}

function fitsTail(row: TailRow, wanted: Wanted): boolean {
  const { accounts, owner, from = 0, to = Number.POSITIVE_INFINITY } = wanted;
  if (!isWantedKind(row.kind, wanted) || row.at < from || row.at > to) return false;
  if (accounts !== undefined && !accounts.includes(row.account)) return false;
  if (owner !== undefined && !row.people.some((name) => name.includes(owner))) return false;
  return hasAll(row.text, wanted.chunks);
}

function groupOf(kind: string): SearchGroup {
  return SEARCH_GROUPS.find((group) => kind.startsWith(`${group}/`)) ?? 'activity';
}

class Found {
  readonly #index: KeptIndex;
  readonly exact: boolean;
  /** Documents of the runs and rows of the tail, by group. */
  readonly docs = new Map<SearchGroup, number[]>();
  readonly tail = new Map<SearchGroup, Candidate[]>();

  constructor(index: KeptIndex, wanted: Wanted, count: number, sets: readonly DocSet[], exact: boolean) {
    this.#index = index;
    this.exact = exact;
    const fits = filterOf(index, wanted);
    const lists = index.table.kinds.list.map((kind) => this.#docsOf(groupOf(kind)));
    eachDocInAll(count, sets, (doc) => {
      if (fits(doc)) lists[index.table.kind[doc] as number]?.push(doc);
    });
    for (const row of index.tail.values()) {
      if (!fitsTail(row, wanted)) continue;
      const group = groupOf(row.kind);
      this.tail.set(group, [...(this.tail.get(group) ?? []), row]);
    }
  }

  #docsOf(group: SearchGroup): number[] {
    const docs = this.docs.get(group) ?? [];
    this.docs.set(group, docs);
    return docs;
  }

  /** Candidates of a group, the newest first, some at a time. */
  *newest(group: SearchGroup, together: number): Generator<Candidate[]> {
    const { table } = this.#index;
    const docs = this.docs.get(group) ?? [];
    const tail = this.tail.get(group) ?? [];
    const first = newestOf(docs, table.at, together);
    const candidates = (some: readonly number[]) =>
      some.map((doc) => ({ key: table.keyOf(doc), at: (table.at[doc] as number) * 1000 }));
    yield [...candidates(first), ...tail].sort((a, b) => b.at - a.at);
    if (first.length === docs.length) return;
    const taken = new Set(first);
    const rest = docs.filter((doc) => !taken.has(doc));
    rest.sort((a, b) => (table.at[b] as number) - (table.at[a] as number));
    for (let from = 0; from < rest.length; from += together) {
      yield candidates(rest.slice(from, from + together));
    }
  }
}

/** The few with the highest times without sorting all. */
function newestOf(docs: readonly number[], at: Uint32Array, most: number): number[] {
  if (docs.length <= most) return [...docs];
  const best: number[] = [];
  let lowest = -1;
  for (const doc of docs) {
    const time = at[doc] as number;
    if (best.length === most && time <= lowest) continue;
    let place = best.length;
    while (place > 0 && (at[best[place - 1] as number] as number) < time) place--;
    best.splice(place, 0, doc);
    if (best.length > most) best.pop();
    if (best.length === most) lowest = at[best[most - 1] as number] as number;
  }
  return best;
}

async function lookUp(index: KeptIndex, wanted: Wanted): Promise<Found> {
  const plan = planQuery(wanted.chunks);
  const needs = plan.needs.map((any) => anyOf(any));
  if (wanted.owner !== undefined) needs.push(ofPerson(wanted.owner));
  const count = index.table.count;
  return new Found(index, wanted, count, await index.sets.of(needs, count), plan.exact);
}

/** As they are now, or were a moment ago: what is typed next mostly asks for the same ones. */
async function readRecent(
  db: KizunaDatabase,
  { documents }: KeptIndex,
  keys: readonly string[],
): Promise<Map<string, ReadDocument>> {
  const found = new Map<string, ReadDocument>();
  const missing: string[] = [];
  for (const key of keys) {
    const known = documents.get(key);
    if (known === undefined) missing.push(key);
    else found.set(key, known);
  }
  if (missing.length === 0) return found;
  const { version } = documents;
  for (const [key, keyed] of await readDocuments(db, missing)) {
    const read = { keyed, text: searchText(keyed.document.fields.map((field) => field.text).join('\n')) };
    documents.set(key, read, read.text.length, version);
    found.set(key, read);
  }
  return found;
}

/** Keys of all documents that fit, in no order: what the tests hold against a plain look through everything. */
export async function findKeys(db: KizunaDatabase, index: KeptIndex, wanted: Wanted): Promise<Set<string>> {
  const found = await lookUp(index, wanted);
  const keys = new Set<string>();
  for (const group of SEARCH_GROUPS) {
    for (const candidates of found.newest(group, found.exact ? Number.POSITIVE_INFINITY : 500)) {
      const some = candidates.map((candidate) => candidate.key);
      const read = found.exact ? undefined : await readRecent(db, index, some);
      for (const key of some) {
        const document = read?.get(key);
        if (read === undefined || (document !== undefined && hasAll(document.text, wanted.chunks)))
          keys.add(key);
      }
    }
  }
  return keys;
}

/** A query whose words stand in many documents, but never together, gives up after so many. */
const MOST_READ = 600;

async function hitsOfGroup(
  db: KizunaDatabase,
  index: KeptIndex,
  found: Found,
  group: SearchGroup,
  chunks: readonly Chunk[],
  most: number,
): Promise<GroupHits> {
  const hits: SearchHit[] = [];
  const seen = new Set<string>();
  let read = 0;
  // Names are ranked by how well they fit, for which a few more are looked at.
  const ranked = group === 'account' || group === 'contact' || group === 'opportunity';
  const wanted = ranked ? most * 4 : most;
  for (const candidates of found.newest(group, found.exact ? wanted + 2 : wanted * 2)) {
    const fresh = candidates.map((candidate) => candidate.key).filter((key) => !seen.has(key));
    const documents = await readRecent(db, index, fresh);
    for (const key of fresh) {
      seen.add(key);
      const document = documents.get(key);
      if (document === undefined || !hasAll(document.text, chunks)) continue;
      if (hits.length <= wanted) hits.push(hitOf(document.keyed, chunks));
    }
    read += fresh.length;
    if (hits.length > wanted || read > MOST_READ) break;
  }
  if (ranked) hits.sort((a, b) => a.rank - b.rank);
  return { group, hits: hits.slice(0, most), more: hits.length > most };
}

/** At most `most` of each group, the groups in their order; groups without a hit are left out. */
export async function findHits(
  db: KizunaDatabase,
  index: KeptIndex,
  wanted: Wanted,
  most: number,
): Promise<GroupHits[]> {
  const found = await lookUp(index, wanted);
  const groups = SEARCH_GROUPS.filter((group) => found.docs.get(group)?.length || found.tail.has(group));
  const all = await Promise.all(
    groups.map((group) => hitsOfGroup(db, index, found, group, wanted.chunks, most)),
  );
  return all.filter(({ hits }) => hits.length > 0);
}
