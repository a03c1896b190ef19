/** The palette finds accounts as people type them. */
import { expect, it } from 'vitest';
import { accountRow } from '#test/factories/account-row.ts';
import { findAccounts } from './account-finder.tsx';

const rows = [
  accountRow('a1', {
    account: { name: '株式会社タナカゼ', nameKana: 'タナカゼ', domain: 'tanakaze.example' },
  }),
  accountRow('a2', { account: { name: 'Birch & Co Ltd', externalId: 'C-0042' } }),
  ...Array.from({ length: 20 }, (_, i) => accountRow(`b${i}`, { account: { name: `Same name ${i}` } })),
];

const idsFor = (query: string) => findAccounts(rows, query).map(({ account }) => account.id);

it('by name, kana, domain and id, whatever the width, case and kana', () => {
  for (const query of ['タナカゼ', 'たなかぜ', 'ﾀﾅｶｾﾞ', 'TANAKAZE', 'ｔａｎａ'])
    expect(idsFor(query)).toEqual(['a1']);
  expect(idsFor('ltd birch')).toEqual(['a2']);
  expect(idsFor('c-0042')).toEqual(['a2']);
});

it('shows a few and not hundreds', () => {
  expect(idsFor('same')).toHaveLength(6);
  expect(idsFor('nobody')).toEqual([]);
});
