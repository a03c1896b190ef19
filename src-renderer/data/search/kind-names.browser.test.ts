/** Names of kinds for hits and filters: those that a person gave, and none where only the icon was changed. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ownKindId } from '#shared/model/note.ts';
import { type TestBed, testBed } from '#test/fakes/test-store.ts';
import { kindNames } from './kind-names.ts';

let bed: TestBed;
beforeEach(async () => {
  bed = await testBed();
});
afterEach(() => bed.end());

it('leaves the word of the language to a built-in kind without a name of its own', async () => {
  const row = { icon: 'phone', touch: true, createdAt: 1, updatedAt: 1 };
  const own = ownKindId('demo');
  await bed.db.kinds.bulkAdd([
    { ...row, id: 'call', name: '' },
    { ...row, id: 'visit', name: 'Rundgang' },
    { ...row, id: own, name: 'Demo' },
  ]);
  expect(await kindNames(bed.db)).toEqual({ visit: ['Rundgang'], [own]: ['Demo'] });
});
