/** The bin: what is deleted can be put back as it was, until it is emptied or 30 days are over. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bed, beginNotes, endNotes, logged, must, seen } from '#test/fakes/note-bed.ts';
import { emptyBin, purgeBin, putBack } from './bin.ts';
import { readBin } from './notes.ts';

const DAY = 86_400_000;

beforeEach(beginNotes);
afterEach(endNotes);

describe('the bin', () => {
  it('takes what is deleted in one operation, and gives it back as it was', async () => {
    const { store, db } = bed;
    const id = await logged();
    const before = await seen('activities', 'summaries');
    must(await store.removeRecord('activity', id));
    expect(await db.activities.count()).toBe(0);
    expect((await db.summaries.get('a'))?.lastTouchAt).toBeUndefined();
    expect((await readBin(db)).map((row) => [row.id, row.table])).toEqual([[id, 'activities']]);
    must(await store.undoRedo.undo());
    expect(await seen('activities', 'summaries')).toBe(before);
    must(await store.undoRedo.redo());
    must(await putBack(db, store, id));
    expect(await seen('activities', 'summaries')).toBe(before);
    expect(await db.bin.count()).toBe(0);
    expect((await putBack(db, store, id)).ok).toBe(false);
  });

  it('refuses to put back over a record that is there', async () => {
    const { store, db } = bed;
    const id = await logged();
    const record = await db.activities.get(id);
    must(await store.removeRecord('activity', id));
    if (record !== undefined) await db.activities.add(record);
    expect(await putBack(db, store, id)).toMatchObject({ ok: false, error: { type: 'already-there' } });
  });

  it('is emptied at one press, with the way back', async () => {
    const { store, db } = bed;
    for (const id of [await logged(), await logged()]) must(await store.removeRecord('activity', id));
    must(await emptyBin(db, store));
    expect(await db.bin.count()).toBe(0);
    must(await store.undoRedo.undo());
    expect(await db.bin.count()).toBe(2);
  });

  it('forgets after 30 days, and nobody is asked to undo that', async () => {
    const { store, db } = bed;
    const id = await logged();
    must(await store.removeRecord('activity', id));
    const deleted = (await db.bin.get(id))?.deletedAt ?? 0;
    must(await purgeBin(db, store, deleted + 30 * DAY));
    expect(await db.bin.count()).toBe(1);
    must(await purgeBin(db, store, deleted + 30 * DAY + 1));
    expect(await db.bin.count()).toBe(0);
    expect(store.undoRedo.state.get().undo).toBe('activity.remove');
  });
});
