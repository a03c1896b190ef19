/** A role that was given up is remembered, and forgotten when it is taken up again. */
import { expect, it } from 'vitest';
import { notedChampion } from './champion-change.ts';

it('notes when a champion became something else, and nothing of other roles', () => {
  expect(notedChampion({ role: 'champion' }, { role: 'user' }, 7)).toEqual({ championUntil: 7 });
  expect(notedChampion({ role: 'champion' }, {}, 7)).toEqual({ championUntil: 7 });
  expect(notedChampion({ role: 'champion' }, { role: 'champion' }, 7)).toBeUndefined();
  expect(notedChampion({ role: 'user' }, { role: 'admin', championUntil: 3 }, 7)).toBeUndefined();
  expect(notedChampion({ role: 'user' }, { role: 'champion', championUntil: 3 }, 7)).toEqual({
    championUntil: undefined,
  });
});
