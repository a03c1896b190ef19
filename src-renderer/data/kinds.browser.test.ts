/** Kinds of activity as the user wants them: what counts as a touch, and kinds of their own. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bed, beginNotes, endNotes, logged, must } from '#test/fakes/note-bed.ts';
import { readKinds, resetKind, saveKind } from './kinds.ts';

beforeEach(beginNotes);
afterEach(endNotes);

describe('kinds of activity', () => {
  const lastTouch = async () => (await bed.db.summaries.get('a'))?.lastTouchAt;

  it('count as a touch or not as the user says, for what is logged already too', async () => {
    const { store } = bed;
    await logged();
    expect(await lastTouch()).toBe(1_000);
    must(await saveKind(store, { id: 'call', name: 'Anruf', icon: 'phone', touch: false, hidden: false }));
    expect(await lastTouch()).toBeUndefined();
    must(await store.undoRedo.undo());
    expect(await lastTouch()).toBe(1_000);
    must(await store.undoRedo.redo());
    await logged();
    expect(await lastTouch()).toBeUndefined();
    must(await resetKind(store, 'call'));
    expect(await lastTouch()).toBe(1_000);
  });

  it('can be added, and a note of the new kind is a touch', async () => {
    const { store, db } = bed;
    const id = must(await saveKind(store, { name: ' Lunch ', icon: 'coffee', touch: true, hidden: false }));
    must(await store.addActivity({ account: 'a', kind: 'note', at: 3_000, subject: 'x' }));
    const draft = must(await store.startDraft({ accountId: 'a', kind: id, activityAt: 9_000, body: 'x' }));
    must(await store.finishDraft(draft.id));
    expect(await lastTouch()).toBe(9_000);
    const kinds = await readKinds(db);
    expect(kinds.at(-1)).toEqual({
      id,
      name: 'Lunch',
      icon: 'coffee',
      touch: true,
      hidden: false,
      builtIn: false,
      changed: false,
    });
    expect(kinds.find((kind) => kind.id === 'task')?.hidden).toBe(true);
    must(await saveKind(store, { id, name: 'Lunch', icon: 'coffee', touch: false, hidden: true }));
    expect(await lastTouch()).toBeUndefined();
  });
});
