/** The kept index holds what is in the database: built, caught up, reopened, damaged. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { documentOf } from '#shared/domain/search/document.ts';
import { hasAll } from '#shared/domain/search/find-chunk.ts';
import { parseQuery } from '#shared/domain/search/parse-query.ts';
import { searchText } from '#shared/domain/search/search-text.ts';
import {
  bed,
  beginSearch,
  create,
  endSearch,
  engine,
  found,
  indexName,
  note,
  restart,
  start,
  states,
  voices,
} from '#test/fakes/search-bed.ts';
import { dropIndex, openIndex } from './index-database.ts';
import { createSearch, type Search } from './search-client.ts';

beforeEach(beginSearch);
afterEach(endSearch);

it('tells each time that what was written is in, so that who asked too early asks again', async () => {
  await start();
  await note('n1', 'Zeppelins', '');
  const told = states.length;
  await engine.changed([{ table: 'activities', id: 'n1' }], 1);
  expect(states.slice(told)).toEqual([{ type: 'ready' }]);
  expect(await found('zeppelins')).toEqual(['n1']);
});

it('builds, finds what a plain look finds, and is there at the next start without building', async () => {
  const words = [
    '東京都京都市',
    'ｶﾀｶﾅ',
    'ＡＰＩ連携',
    'meeting',
    'renewal',
    '更新の相談',
    'キックオフ',
    'capital',
  ];
  const rows = Array.from({ length: 900 }, (_, i) => ({
    id: `n${i}`,
    account: 'a1',
    kind: 'note',
    at: i * 1000,
    subject: `${words[i % 8]} ${i}`,
    body: `${words[(i * 7) % 8]}。${words[(i * 3 + 1) % 8]}`,
    createdAt: 1,
    updatedAt: 1,
  }));
  await bed.db.table('activities').bulkPut(rows);
  await start();
  expect(states.at(-1)).toEqual({ type: 'ready' });
  expect(states.some((state) => state.type === 'building')).toBe(true);
  const look = (typed: string) =>
    rows
      .filter((row) => {
        const { fields } = documentOf('activities', row);
        return hasAll(searchText(fields.map((field) => field.text).join('\n')), parseQuery(typed).chunks);
      })
      .map((row) => row.id);
  const ask = async (typed: string) => {
    const { groups } = await engine.find({ chunks: parseQuery(typed).chunks, kinds: ['note'] }, 1000, false);
    return groups.flatMap((group) => group.hits.map((hit) => hit.id)).sort();
  };
  const queries = [
    '京都',
    'カタカナ',
    'api',
    '東京都',
    'meet 更新',
    '相談',
    '899',
    '都市',
    'キックオフ api連携',
  ];
  for (const typed of queries) {
    // More than a screen shows is cut off; the newest are kept.
    const expected = look(typed).sort();
    const got = await ask(typed);
    expect(got.length, typed).toBeGreaterThan(0);
    expect(expected, typed).toEqual(expect.arrayContaining(got));
    if (expected.length <= 500) expect(got, typed).toEqual(expected);
  }
  await restart();
  expect(states).toEqual([{ type: 'ready' }]);
  expect(await ask('899')).toEqual(['n899', ...[]]);
});

it('follows each write, also one that a killed window never told of', async () => {
  await start();
  await note('n1', 'Renewal talk', 'first');
  await engine.changed([{ table: 'activities', id: 'n1' }], 1);
  expect(await found('renewal')).toEqual(['n1']);
  await bed.store.editRecords('activity', ['n1'], { subject: 'Expansion talk' });
  await engine.changed([{ table: 'activities', id: 'n1' }], 1);
  expect(await found('renewal')).toEqual([]);
  expect(await found('expansion')).toEqual(['n1']);
  await note('n2', 'Untold', 'of a window that died');
  await restart();
  expect(await found('untold')).toEqual(['n2']);
  await bed.store.removeRecord('activity', 'n2');
  await engine.changed([{ table: 'activities', id: 'n2' }], 1);
  expect(await found('untold')).toEqual([]);
});

it('brings an index up that an earlier Kizuna made, which knew nothing of surveys', async () => {
  await note('n1', 'Renewal', '');
  await start();
  await engine.close();
  await voices('survey', 1, ['現場の声が届いた。']);
  await start();
  // Nothing tells that something came in.
  expect(await found('現場')).toEqual([]);
  await engine.close();
  const index = await openIndex(indexName);
  await index.write(['meta'], (tx) => {
    const meta = tx.objectStore('meta');
    const asked = meta.get('seen');
    asked.onsuccess = () =>
      meta.put({ ...asked.result, database: asked.result.database.replace(/ \d+$/, '') }, 'seen');
  });
  index.close();
  await start();
  expect(await found('現場')).toEqual(['survey:1:0']);
  expect(await found('renewal')).toEqual(['n1']);
});

it('reads pages without a word once', async () => {
  await voices('survey', 1, [undefined, undefined]);
  await voices('survey', 2, ['現場の声が届いた。', undefined]);
  await start();
  await restart();
  const read = vi.spyOn(bed.db.pages, 'bulkGet');
  await engine.catchUp();
  const asked = read.mock.calls.flatMap(([keys]) => keys);
  // Page 2 stands in the tail, which is looked at row by row.
  expect(asked.map((key) => (Array.isArray(key) ? key[3] : key))).toEqual([2]);
  read.mockRestore();
  await voices('survey', 1, ['一言', undefined]);
  await bed.db.pageHeads.update(1, { jobs: [1, 2] });
  await engine.catchUp();
  expect(await found('一言')).toEqual(['survey:1:0']);
});

it('packs a tail that has grown, and forgets nothing in it', async () => {
  await start();
  for (let from = 0; from < 600; from += 100) {
    const rows = Array.from({ length: 100 }, (_, i) => ({
      table: 'activities' as const,
      id: `n${from + i}`,
    }));
    await bed.db.table('activities').bulkPut(
      rows.map(({ id }) => ({
        id,
        kind: 'note',
        at: 1,
        subject: `memo ${id}`,
        createdAt: 1,
        updatedAt: 1,
      })),
    );
    await engine.changed(rows, 0);
  }
  for (const id of ['n0', 'n399', 'n401', 'n599']) expect(await found(id)).toContain(id);
  await restart();
  for (const id of ['n0', 'n399', 'n401', 'n599']) expect(await found(id)).toContain(id);
});

it('is built again when it is gone, half written or cannot be read', async () => {
  await note('n1', 'Renewal', '');
  await start();
  await engine.close();
  await dropIndex(indexName);
  await start();
  expect(await found('renewal')).toEqual(['n1']);
  await engine.close();
  const open = indexedDB.open(indexName);
  await new Promise((resolve) => {
    open.onsuccess = resolve;
  });
  const tx = open.result.transaction(['meta', 'tail'], 'readwrite');
  tx.objectStore('meta').put(9, 'writing');
  tx.objectStore('tail').clear();
  await new Promise((resolve) => {
    tx.oncomplete = resolve;
  });
  open.result.close();
  await start();
  expect(await found('renewal')).toEqual(['n1']);
});

it('answers who asks before it is in step, and a second window that only reads', async () => {
  await note('n1', 'Renewal', '');
  await start();
  await engine.close();
  create();
  const first = engine;
  expect(await found('renewal')).toEqual(['n1']);
  await first.ready;
  expect(states).toEqual([{ type: 'ready' }]);
  await start();
  expect(await found('renewal')).toEqual(['n1']);
  await first.close();
  await note('n2', 'Expansion', '');
  await engine.changed([{ table: 'activities', id: 'n2' }], 1);
  await expect.poll(() => found('expansion')).toEqual(['n2']);
});

it('works through its worker, and follows what the store writes', async () => {
  await note('n1', '京都の件', '');
  const search: Search = createSearch({
    makeWorker: () => new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' }),
    database: bed.db.name,
    index: indexName,
  });
  const stop = bed.store.onWritten(search.written);
  search.start();
  await new Promise<void>((resolve) => {
    search.state.subscribe((state) => state.type === 'ready' && resolve());
  });
  const ids = async (typed: string) => {
    const { groups } = await search.find({ chunks: parseQuery(typed).chunks }, 5, false);
    return groups.flatMap((group) => group.hits.map((hit) => hit.id));
  };
  expect(await ids('京都')).toEqual(['n1']);
  await note('n2', '京都の続き', '', { at: 1_760_000_000_000 });
  expect(await ids('京都')).toEqual(['n2', 'n1']);
  stop();
  search.close();
  await start();
});
