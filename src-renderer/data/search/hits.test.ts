/** What a hit is called and where it matched: words of a note, never its signs, and nothing that was found is hidden. */
import { describe, expect, it } from 'vitest';
import { documentOf } from '#shared/domain/search/document.ts';
import { parseQuery } from '#shared/domain/search/parse-query.ts';
import { hitOf } from './hits.ts';

const BODY =
  '## [@Mia](kizuna-contact:c1) wants **more**\n\n- [ ] 京都の**倉庫** by [plan](https://x.example)';

function hit(table: 'activities' | 'drafts', typed: string) {
  const row = { id: 'n', account: 'a', accountId: 'a', subject: '', body: BODY, at: 1, updatedAt: 1 };
  const document = documentOf(table, row);
  return hitOf({ key: 'k', stamp: 1, document }, parseQuery(typed, {}).chunks);
}

const marked = ({ text, marks }: { text: string; marks: readonly (readonly [number, number])[] }) =>
  marks.map(([from, to]) => text.slice(from, to));

describe('a hit in a note without a subject', () => {
  it.each(['activities', 'drafts'] as const)('is called by its words (%s)', (table) => {
    const { title, snippet } = hit(table, 'more');
    expect(title.text).toBe('@Mia wants more');
    expect(marked(title)).toEqual(['more']);
    expect(snippet).toBeUndefined();
  });

  it('shows where it matched without signs, with the match marked', () => {
    const { snippet } = hit('activities', '倉庫');
    expect(snippet?.text).toContain('☐ 京都の倉庫 by plan');
    expect(snippet && marked(snippet)).toEqual(['倉庫']);
  });

  it('shows what matched in an address alone as it is written', () => {
    const { snippet } = hit('activities', 'x.example');
    expect(snippet?.text).toContain('https://x.example');
  });
});
