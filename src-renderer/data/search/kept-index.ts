/**
 * The index as it is kept: runs of documents whose lists are packed, and a tail of the latest ones, few enough to be
 * looked through as they are. What was changed since it was packed is marked gone and stands in the tail.
 */
import { Postings } from '#shared/domain/search/postings.ts';
import { searchText } from '#shared/domain/search/search-text.ts';
import { type DocBlock, type DocRow, DocTable, packBlock } from './doc-table.ts';
import type { KeyedDocument } from './documents.ts';
import { answered, dropIndex, type IndexDatabase, openIndex } from './index-database.ts';
import { createNeedSets } from './need-sets.ts';
import { Recent } from './recent.ts';

/** A document of the tail, or on its way into a run: `text` and `people` are normalised. */
export interface TailRow extends DocRow {
  readonly text: string;
  readonly people: readonly string[];
}

/** A document as it was read, with all of its text normalised. */
export interface ReadDocument {
  readonly keyed: KeyedDocument;
  readonly text: string;
}

/** What the index has seen of the app's database; equal means that nothing has happened since. */
export interface Seen {
  readonly database: string;
  /** Order of the newest operation. */
  readonly order: number;
  /** Imports and undos, as one text. */
  readonly jobs: string;
}

/** Stamps of pages without a word to search for, by page: nothing in the index tells that they were looked at. */
type BarePages = ReadonlyMap<number, number>;

/** More is packed into a run. */
export const TAIL_ROWS = 400;
/** A build holds about this many bytes before it writes a run. */
const RUN_BYTES = 20_000_000;
/** The first run is short, so that something is found soon. */
const FIRST_RUN_ROWS = 1_000;
/** Each run makes every query read a little more. */
const MOST_RUNS = 24;
/** Other queries get their turn between pieces. */
const RECORDS_TOGETHER = 400;
/** Letters of documents that were read a moment ago. */
const RECENT_LETTERS = 1_000_000;
/** Another window may have written meanwhile. */
const FRESH_MS = 10_000;
/** While this is there a run is half written. */
const WRITING = 'writing';
const SEEN = 'seen';
const RUN = 'run';
const BARE = 'bare';

export function tailRowOf({ key, stamp, document }: KeyedDocument): TailRow {
  const { group, kind, account, at, people, fields } = document;
  return {
    key,
    stamp,
    kind: `${group}/${kind}`,
    account,
    at,
    text: searchText(fields.map((field) => field.text).join('\n')),
    people: people.map(searchText),
  };
}

export type KeptIndex = Awaited<ReturnType<typeof openKeptIndex>>;

interface Loaded {
  readonly table: DocTable;
  readonly tail: Map<string, TailRow>;
  readonly seen: Seen | undefined;
  readonly bare: BarePages;
  readonly runs: number;
}

/** Undefined where it must be built anew. */
async function load(db: IndexDatabase): Promise<Loaded | undefined> {
  return db.read(['meta', 'docs', 'dead', 'tail'], async (tx) => {
    const meta = tx.objectStore('meta');
    const [blocks, dead, tail, writing, seen, runs, bare] = await Promise.all([
      answered<DocBlock[]>(tx.objectStore('docs').getAll()),
      answered(tx.objectStore('dead').getAllKeys()),
      answered<TailRow[]>(tx.objectStore('tail').getAll()),
      answered<unknown>(meta.get(WRITING)),
      answered<Seen | undefined>(meta.get(SEEN)),
      answered<number | undefined>(meta.get(RUN)),
      answered<BarePages | undefined>(meta.get(BARE)),
    ]);
    if (writing !== undefined) return undefined;
    const table = new DocTable();
    for (const block of blocks) {
      if (block.first !== table.count) return undefined;
      table.append(block);
    }
    for (const doc of dead) table.remove(Number(doc));
    const worn = (runs ?? 0) > MOST_RUNS || table.dead > 1000 + table.count / 2;
    if (worn) return undefined;
    return {
      table,
      tail: new Map(tail.map((row) => [row.key, row])),
      seen,
      bare: bare ?? new Map(),
      runs: runs ?? 0,
    };
  });
}

async function loadOrClear(name: string): Promise<{ db: IndexDatabase; loaded: Loaded }> {
  let db = await openIndex(name);
  let loaded = await load(db).catch(() => undefined);
  if (loaded === undefined) {
    db.close();
    await dropIndex(name);
    db = await openIndex(name);
    loaded = { table: new DocTable(), tail: new Map(), seen: undefined, bare: new Map(), runs: 0 };
  }
  return { db, loaded };
}

export async function openKeptIndex(name: string) {
  const { db, loaded } = await loadOrClear(name);
  const { table, tail } = loaded;
  let { runs, seen, bare } = loaded;
  const sets = createNeedSets(db);
  const documents = new Recent<ReadDocument>({
    most: RECENT_LETTERS,
    freshFor: FRESH_MS,
    now: () => performance.now(),
  });

  async function writeRun(rows: readonly DocRow[], postings: Postings, fromTail: boolean): Promise<void> {
    const run = runs + 1;
    await db.write(['meta'], (tx) => tx.objectStore('meta').put(run, WRITING));
    const records = postings.records();
    for (let more = true; more; ) {
      await db.write(['lists'], (tx) => {
        const lists = tx.objectStore('lists');
        for (let i = 0; more && i < RECORDS_TOGETHER; i++) {
          const next = records.next();
          if (next.done === true) more = false;
          else lists.put(next.value[1], [next.value[0], run]);
        }
      });
    }
    const block = packBlock(table.count, rows);
    await db.write(['meta', 'docs', 'tail'], (tx) => {
      tx.objectStore('docs').put(block, block.first);
      tx.objectStore('meta').put(run, RUN);
      tx.objectStore('meta').delete(WRITING);
      if (fromTail) tx.objectStore('tail').clear();
    });
    runs = run;
    table.append(block);
    sets.clear();
    if (fromTail) tail.clear();
  }

  return {
    db,
    table,
    tail: tail as ReadonlyMap<string, TailRow>,
    sets,
    /** By key; to be forgotten when a record changes. */
    documents,
    seen: () => seen,
    bare: () => bare,

    async setSeen(next: Seen): Promise<void> {
      seen = next;
      await db.write(['meta'], (tx) => tx.objectStore('meta').put(next, SEEN));
    },

    async setBare(next: BarePages): Promise<void> {
      const same = next.size === bare.size && [...next].every(([page, stamp]) => bare.get(page) === stamp);
      bare = next;
      if (!same) await db.write(['meta'], (tx) => tx.objectStore('meta').put(next, BARE));
    },

    /** Takes documents out of the packed runs. */
    async remove(docs: readonly number[]): Promise<void> {
      const going = docs.filter((doc) => table.remove(doc));
      if (going.length === 0) return;
      await db.write(['dead'], (tx) => {
        for (const doc of going) tx.objectStore('dead').put(1, doc);
      });
    },

    /** Puts rows into the tail, each in the place of an older one of its key, and takes others out of it. */
    async changeTail(put: readonly TailRow[], remove: readonly string[]): Promise<void> {
      for (const key of remove) tail.delete(key);
      for (const row of put) tail.set(row.key, row);
      await db.write(['tail'], (tx) => {
        const store = tx.objectStore('tail');
        for (const key of remove) store.delete(key);
        for (const row of put) store.put(row, row.key);
      });
      if (tail.size <= TAIL_ROWS) return;
      const rows = [...tail.values()];
      const postings = new Postings();
      for (const [i, row] of rows.entries()) postings.add(table.count + i, row.text, row.people);
      await writeRun(rows, postings, true);
    },

    /** Packs many documents: what is added is found when its run is written. */
    startRuns() {
      let rows: DocRow[] = [];
      let postings = new Postings();
      let first = true;
      const flush = async (): Promise<void> => {
        if (rows.length > 0) await writeRun(rows, postings, false);
        first = false;
        rows = [];
        postings = new Postings();
      };
      return {
        async add(row: TailRow): Promise<void> {
          postings.add(table.count + rows.length, row.text, row.people);
          const { key, stamp, kind, account, at } = row;
          rows.push({ key, stamp, kind, account, at });
          const full = postings.size > RUN_BYTES || (first && rows.length >= FIRST_RUN_ROWS);
          if (full) await flush();
        },
        flush,
      };
    },

    close: () => db.close(),
  };
}
