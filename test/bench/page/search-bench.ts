/** Search in the browser: the product's worker and index over many notes, a plain scan and MiniSearch beside it. */
import MiniSearch from 'minisearch';
import { KizunaDatabase } from '#renderer/data/schema.ts';
import { findKeys } from '#renderer/data/search/find-documents.ts';
import { openKeptIndex } from '#renderer/data/search/kept-index.ts';
import { createSearch, type Search } from '#renderer/data/search/search-client.ts';
import { documentOf } from '#shared/domain/search/document.ts';
import { chunksOf } from '#shared/domain/search/find-chunk.ts';
import { eachTerm, pairText, searchText } from '#shared/domain/search/search-text.ts';
import { CORPUS_QUERIES, noteCorpus, RARE_QUERIES } from '#test/factories/note-corpus.ts';

/** As many as the palette shows of each group. */
const SHOWN = 6;
const ROUNDS = 3;
/** Asked first, so that what is measured is not how the worker's code warms up. */
const OTHER_QUERIES = [
  '物流',
  '岩手',
  'data',
  'next review',
  '倉庫 出荷',
  'feature',
  '障害',
  'kalo',
  '支払',
  '連絡',
];

function names(count: number) {
  return { database: `bench-notes-${count}`, index: `bench-search-${count}` };
}

function openSearch(count: number): Search {
  const makeWorker = () =>
    new Worker(new URL('../../../src-renderer/data/search/search-worker.ts', import.meta.url), {
      type: 'module',
    });
  return createSearch({ makeWorker, ...names(count) });
}

function whenReady(search: Search): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (search.state.get().type === 'failed') reject(new Error('the index could not be built'));
      if (search.state.get().type === 'ready') resolve();
    };
    search.state.subscribe(look);
    search.start();
    look();
  });
}

async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function timesOf(queries: readonly string[], ask: (query: string) => unknown): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const query of queries) times.push(await timed(() => ask(query)));
  }
  return times;
}

function textOf(row: object): string {
  return searchText(
    documentOf('activities', row)
      .fields.map((field) => field.text)
      .join('\n'),
  );
}

const LATIN = /[a-z0-9]/;

/** The reference: every text is looked through. A word of Latin letters counts from its beginning. */
function scan(texts: readonly string[], query: string): number[] {
  const parts = searchText(query).split(' ');
  const found: number[] = [];
  for (let i = 0; i < texts.length; i++) {
    const text = texts[i] as string;
    const all = parts.every((part) => {
      const free = !LATIN.test(part[0] ?? '');
      let at = text.indexOf(part);
      while (at > 0 && !free && LATIN.test(text[at - 1] as string)) at = text.indexOf(part, at + 1);
      return at !== -1;
    });
    if (all) found.push(i);
  }
  return found;
}

function termsOf(text: string): string[] {
  const terms: string[] = [];
  eachTerm(searchText(text), {
    pair: (pair) => terms.push(pairText(pair)),
    word: (word) => terms.push(word),
  });
  return terms;
}

async function readTexts(count: number): Promise<{ ids: string[]; texts: string[] }> {
  const db = new KizunaDatabase('relaxed', names(count).database);
  const ids: string[] = [];
  const texts: string[] = [];
  let after = '';
  for (;;) {
    const rows = await db.activities.where(':id').above(after).limit(5_000).toArray();
    for (const row of rows) {
      ids.push(row.id);
      texts.push(textOf(row));
    }
    after = rows.at(-1)?.id ?? '';
    if (rows.length < 5_000) break;
  }
  db.close();
  return { ids, texts };
}

function sizeOf(value: unknown): number {
  // As the database writes it: a byte for each letter where all are Latin, two otherwise.
  if (typeof value === 'string') return /[^\0-\xff]/.test(value) ? value.length * 2 : value.length;
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + sizeOf(each), 0);
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).reduce((sum, [name, each]) => sum + name.length + sizeOf(each), 0);
  }
  return 8;
}

export const benchSearch = {
  /** Notes as people write them, and how many bytes their texts have. */
  async writeNotes(count: number): Promise<{ bytes: number; characters: number }> {
    const db = new KizunaDatabase('relaxed', names(count).database);
    await db.open();
    let bytes = 0;
    let characters = 0;
    let batch: object[] = [];
    const put = async () => {
      await db.table('activities').bulkPut(batch);
      batch = [];
    };
    const encoder = new TextEncoder();
    for (const note of noteCorpus(count)) {
      batch.push(note);
      const text = note.subject + note.body + note.owner;
      bytes += encoder.encode(text).length;
      characters += text.length;
      if (batch.length === 5_000) await put();
    }
    await put();
    db.close();
    return { bytes, characters };
  },

  /** Milliseconds until the worker has built the index, and the longest task of this thread meanwhile. */
  async buildIndex(count: number): Promise<{ ms: number; longest: number }> {
    let longest = 0;
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) longest = Math.max(longest, entry.duration);
    });
    observer.observe({ type: 'longtask' });
    const search = openSearch(count);
    const ms = await timed(() => whenReady(search));
    observer.disconnect();
    search.close();
    return { ms, longest };
  },

  /** From a new worker to the first answer. */
  async firstQuery(count: number): Promise<number> {
    const search = openSearch(count);
    const ms = await timed(() => search.find({ chunks: chunksOf('霧島温泉') }, SHOWN, false));
    search.close();
    return ms;
  },

  /** As the palette asks: from here to the worker and back, with the hits read, checked and marked. */
  async queries(count: number): Promise<{ unseen: number[]; all: number[]; rare: number[] }> {
    const search = openSearch(count);
    await whenReady(search);
    const ask = (query: string) => search.find({ chunks: chunksOf(query) }, SHOWN, false);
    for (const query of OTHER_QUERIES) await ask(query);
    const unseen: number[] = [];
    for (const query of CORPUS_QUERIES) unseen.push(await timed(() => ask(query)));
    const all = await timesOf(CORPUS_QUERIES, ask);
    const rare = await timesOf(RARE_QUERIES, ask);
    search.close();
    return { unseen, all, rare };
  },

  /** Every document that fits, against the scan of all texts. */
  async oracle(count: number) {
    const { database, index: name } = names(count);
    const db = new KizunaDatabase('relaxed', database);
    const index = await openKeptIndex(name);
    const { ids, texts } = await readTexts(count);
    const { keyOfRecord } = await import('#renderer/data/search/document-keys.ts');
    let expected = 0;
    let found = 0;
    let right = 0;
    const wrong: string[] = [];
    const everything: number[] = [];
    for (const query of CORPUS_QUERIES) {
      const keys = new Set(scan(texts, query).map((i) => keyOfRecord('activities', ids[i] ?? '')));
      const started = performance.now();
      const got = await findKeys(db, index, { chunks: chunksOf(query) });
      everything.push(performance.now() - started);
      const both = [...got].filter((key) => keys.has(key)).length;
      expected += keys.size;
      found += got.size;
      right += both;
      if (both < keys.size || both < got.size) wrong.push(`${query}: ${keys.size}, ${got.size}, ${both}`);
    }
    index.close();
    db.close();
    return { recall: right / expected, precision: right / found, wrong, everything, expected };
  },

  /** The scan with all texts at hand, and with texts that must be read first. */
  async scans(count: number): Promise<{ rare: number[]; cold: number }> {
    const started = performance.now();
    const { texts } = await readTexts(count);
    scan(texts, '霧島温泉');
    const cold = performance.now() - started;
    return { rare: await timesOf(RARE_QUERIES, (query) => scan(texts, query)), cold };
  },

  async miniSearch(count: number): Promise<{ times: number[]; build: number }> {
    const { ids, texts } = await readTexts(count);
    const mini = new MiniSearch<{ id: string; text: string }>({
      fields: ['text'],
      tokenize: termsOf,
      processTerm: (term) => term,
      searchOptions: { combineWith: 'AND', prefix: (term) => LATIN.test(term) },
    });
    const build = await timed(() => mini.addAll(texts.map((text, i) => ({ id: ids[i] ?? '', text }))));
    const times = await timesOf(CORPUS_QUERIES, (query) => mini.search(query));
    return { times, build };
  },

  async indexBytes(count: number): Promise<Record<string, number>> {
    const index = await openKeptIndex(names(count).index);
    const sizes: Record<string, number> = {};
    for (const store of ['docs', 'lists', 'tail', 'dead'] as const) {
      let bytes = 0;
      await index.db.read([store], (tx) => {
        const asked = tx.objectStore(store).openCursor();
        return new Promise<void>((resolve, reject) => {
          asked.onerror = () => reject(asked.error);
          asked.onsuccess = () => {
            const cursor = asked.result;
            if (cursor === null) return resolve();
            bytes += sizeOf(cursor.key) + sizeOf(cursor.value);
            cursor.continue();
          };
        });
      });
      sizes[store] = bytes;
    }
    index.close();
    return sizes;
  },

  /** Opens the index in this thread and asks everything, so that the runner can weigh it. */
  async hold(count: number): Promise<void> {
    const { database, index: name } = names(count);
    const { createSearchEngine } = await import('#renderer/data/search/search-engine.ts');
    const db = new KizunaDatabase('relaxed', database);
    const engine = createSearchEngine({ db, name, onState: () => undefined });
    await engine.ready;
    for (const query of CORPUS_QUERIES) await engine.find({ chunks: chunksOf(query) }, SHOWN, false);
    Object.assign(window, { held: engine });
  },

  /** What an import brings, put where the index does not know of it yet. */
  async importNotes(count: number, more: number): Promise<void> {
    const db = new KizunaDatabase('relaxed', names(count).database);
    const notes = [...noteCorpus(more)].map((note, i) => ({ ...note, id: `more-${i}`, subject: '追加分' }));
    await db.table('activities').bulkPut(notes);
    db.close();
  },

  /** Milliseconds until the worker has caught up with it, and the longest task of this thread meanwhile. */
  async catchUp(count: number): Promise<{ ms: number; longest: number }> {
    const search = openSearch(count);
    await whenReady(search);
    let longest = 0;
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) longest = Math.max(longest, entry.duration);
    });
    observer.observe({ type: 'longtask' });
    const started = performance.now();
    search.imported();
    for (;;) {
      const { groups } = await search.find({ chunks: chunksOf('追加分') }, SHOWN, false);
      if (groups.length > 0) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const ms = performance.now() - started;
    observer.disconnect();
    search.close();
    return { ms, longest };
  },

  async forgetNotes(count: number): Promise<void> {
    for (const name of Object.values(names(count))) {
      await new Promise((resolve) => {
        const asked = indexedDB.deleteDatabase(name);
        asked.onsuccess = resolve;
        asked.onerror = resolve;
        asked.onblocked = resolve;
      });
    }
  },
};
