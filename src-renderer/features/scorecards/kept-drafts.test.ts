/** Drafts of scorecards come back as they were kept, half done ones too; damage loses no more than itself. */
import { expect, it } from 'vitest';
import { STANDARD_CARDS } from '#shared/domain/health/standard-scorecards.ts';
import { draftsText, parseDrafts } from './kept-drafts.ts';

const [card] = STANDARD_CARDS;
if (card === undefined) throw new Error('no card');

it('come back as they were kept, with weights that do not sum yet and segments that are saved', () => {
  const scope = { ...card.scope, saved: ['s1'] };
  const half = { ...card, scope, groups: card.groups.map((group) => ({ ...group, weight: 90 })) };
  const kept = parseDrafts(draftsText(new Map([[card.id, half]]))).get(card.id);
  expect(kept).toMatchObject({ id: card.id, name: card.name, groups: half.groups, scope, bands: card.bands });
});

it.each([
  ['nothing', null],
  ['no JSON', '{"a":'],
  ['a list', '[1, 2]'],
  ['something else', JSON.stringify({ a: { kizuna: 'view' }, b: 3 })],
])('damage is left out: %s', (_what, text) => {
  expect(parseDrafts(text).size).toBe(0);
});
