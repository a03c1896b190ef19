/** What a search finds: the words of notes, of imported history and of surveys, where they stand, and a slip forgiven. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { parseQuery } from '#shared/domain/search/parse-query.ts';
import { bed, beginSearch, endSearch, engine, found, note, start, voices } from '#test/fakes/search-bed.ts';
import { packPage } from '../event-page.ts';
import { putPages } from '../page-store.ts';

beforeEach(beginSearch);
afterEach(endSearch);

it('says where it matched, newest first, and who and what is asked for', async () => {
  await start();
  await note('n1', '定例', '来期の京都拠点について', { owner: '佐藤', at: 1 });
  await note('n2', 'Kyoto', 'ｷｮｳﾄ and 京都', { kind: 'call', team: ['Sato Ken'], at: 2 });
  await engine.changed(
    [
      { table: 'activities', id: 'n1' },
      { table: 'activities', id: 'n2' },
    ],
    2,
  );
  const { groups } = await engine.find({ chunks: parseQuery('京都').chunks }, 5, false);
  const hits = groups[0]?.hits ?? [];
  expect(hits.map((hit) => hit.id)).toEqual(['n2', 'n1']);
  expect(hits[1]?.field).toBe('body');
  const snippet = hits[1]?.snippet;
  expect(snippet?.marks.map(([from, to]) => snippet.text.slice(from, to))).toEqual(['京都']);
  expect(await found('kind:call 京都')).toEqual(['n2']);
  expect(await found('担当:佐藤 京都')).toEqual(['n1']);
  expect(await found('owner:sato')).toEqual(['n2']);
  expect(await found('種類:会議')).toEqual(['n1']);
});

it('finds imported history, what a later import changed, and nothing that was taken back', async () => {
  const columns = [
    { name: 'subject', custom: false },
    { name: 'kind', custom: false },
    { name: 'Memo', custom: true },
  ];
  const page = (jobs: number[], subject: string, noun: 'activity' | 'ticket', number: number) =>
    packPage({ page: number, account: 'a1', noun, scope: 's', columns, jobs }, [
      { at: 2_000, keyHi: 7, keyLo: 8, cells: [subject, 'call', '倉庫の件'] },
      { at: 1_000, keyHi: 7, keyLo: 9, cells: ['Other', 'call', undefined] },
    ]);
  const put = (...pages: ReturnType<typeof page>[]) =>
    bed.db.transaction('rw', ['pages', 'pageHeads'], () => putPages(pages));
  await put(page([1], '出荷の遅れ', 'activity', 1), page([1], 'Login broken', 'ticket', 2));
  await start();
  expect(await found('出荷')).toEqual(['activity:7:8']);
  expect(await found('倉庫')).toEqual(['activity:7:8', 'ticket:7:8']);
  expect(await found('kind:ticket login')).toEqual(['ticket:7:8']);
  await put(page([1, 2], '出荷の回復', 'activity', 1));
  await engine.catchUp();
  expect(await found('遅れ')).toEqual([]);
  expect(await found('回復')).toEqual(['activity:7:8']);
  await bed.db.pages.clear();
  await bed.db.pageHeads.clear();
  await engine.catchUp();
  expect(await found('倉庫')).toEqual([]);
});

it('finds what was said in surveys and at a churn, and no mark without a word', async () => {
  await voices('survey', 1, ['現場の声が届いた。\nLabels print fast', undefined]);
  await voices('churnEvent', 2, ['Moved to a rival', undefined]);
  await start();
  expect(await found('現場')).toEqual(['survey:1:0']);
  expect(await found('kind:survey')).toEqual(['survey:1:0']);
  expect(await found('種類:nps labels')).toEqual(['survey:1:0']);
  expect(await found('kind:churn')).toEqual(['churnEvent:2:0']);
  const { groups } = await engine.find({ chunks: parseQuery('価格').chunks }, 5, false);
  expect(groups.map((group) => group.group)).toEqual(['churnEvent']);
  expect(groups[0]?.hits[0]).toMatchObject({ field: 'reason', account: 'a1', at: 9_000 });
});

it('forgives one slip in a Latin word', async () => {
  await note('n1', 'Logistics review', '');
  await note('n2', '会議', 'onboarding');
  await start();
  expect(await found('logitsics')).toEqual([]);
  expect(await found('logitsics', true)).toEqual(['n1']);
  expect(await found('onbording', true)).toEqual(['n2']);
  expect(await found('xogistics', true)).toEqual(['n1']);
});
