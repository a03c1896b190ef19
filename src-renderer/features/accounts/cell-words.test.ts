/** What the row of totals says: an average says that it is one, in both languages. */
import { expect, it } from 'vitest';
import { accounts as accountsEn } from '#renderer/i18n/en/accounts.ts';
import { fields as fieldsEn } from '#renderer/i18n/en/fields.ts';
import { formatsFor } from '#renderer/i18n/format.ts';
import { accounts as accountsJa } from '#renderer/i18n/ja/accounts.ts';
import { fields as fieldsJa } from '#renderer/i18n/ja/fields.ts';
import { accountColumns } from './account-columns.ts';
import { type CellWords, totalText } from './cell-words.ts';

const EN: CellWords = { texts: accountsEn, fields: fieldsEn, format: formatsFor('en'), today: '2026-06-30' };
const JA: CellWords = { texts: accountsJa, fields: fieldsJa, format: formatsFor('ja'), today: '2026-06-30' };

it('an average is called one; a sum and an NPS stand by themselves', () => {
  const columns = accountColumns(new Map());
  const said = (id: string, value: number, words: CellWords, type: 'ratio' | 'sum' = 'ratio') => {
    const column = columns.get(id);
    if (column === undefined) throw new Error(id);
    return totalText(column, { type, value }, words).lines;
  };
  expect(said('health', 71.24, EN)).toEqual(['avg 71']);
  expect(said('health', 71.24, JA)).toEqual(['平均 71']);
  expect(said('csat', 4.16, EN)).toEqual(['avg 4.2']);
  expect(said('nps', 12, EN)).toEqual(['+12']);
  expect(said('openTickets', 1240, EN, 'sum')).toEqual(['1,240']);
});
