/** Filters are read in both languages; what is not a filter is looked for. */
import { expect, it } from 'vitest';
import { parseQuery } from './parse-query.ts';

it('takes filters out of what was typed', () => {
  expect(parseQuery('kind:meeting owner:Sato since:2026-04 until:2026/4/15 renewal')).toEqual({
    chunks: [{ text: 'renewal' }],
    kinds: ['meeting'],
    owner: 'sato',
    since: '2026-04-01',
    until: '2026-04-15',
  });
  expect(parseQuery('種類：会議 担当:佐藤 以降:2026年4月 まで:2026 更新')).toEqual({
    chunks: [{ text: '更新' }],
    kinds: ['meeting'],
    owner: '佐藤',
    since: '2026-04-01',
    until: '2026-12-31',
  });
  expect(parseQuery('account:"Aoba Logistics" kind:task kind:ti')).toEqual({
    chunks: [],
    account: 'aoba logistics',
    kinds: ['task', 'ticket'],
  });
});

it('knows kinds that users made, waits for a value, and says what it cannot read', () => {
  expect(parseQuery('kind:workshop', { 'k-1': ['Workshop'] }).kinds).toEqual(['k-1']);
  expect(parseQuery('kind: x')).toEqual({ chunks: [{ text: 'x' }] });
  expect(parseQuery('since:soon x').unclear).toBe('since:soon');
  expect(parseQuery('since:2026-13').unclear).toBe('since:2026-13');
  expect(parseQuery('12:30 http://x')).toEqual({ chunks: [{ text: '12:30' }, { text: 'http://x' }] });
});
