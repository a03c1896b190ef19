import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saved, type TestBed, testBed } from '#test/fakes/test-store.ts';

let bed: TestBed;
beforeEach(async () => {
  bed = await testBed();
});
afterEach(() => bed.end());

async function newDraft(): Promise<string> {
  const started = await bed.store.startDraft({ accountId: 'a', kind: 'meeting', activityAt: 1_000 });
  if (!started.ok) throw new Error(started.error.type);
  await saved(bed.store);
  return started.value.id;
}

describe('drafts', () => {
  it('are saved to the key stroke, with at most one append in flight', async () => {
    const { store, main, db } = bed;
    const id = await newDraft();
    main.delay = 25;
    const editor = store.editDraft(id);
    const text = 'お客様は成果に満足している。';
    for (let length = 1; length <= text.length; length++) {
      editor.input('body', text.slice(0, length));
      expect(editor.saved.get()).toBe('saving');
      await new Promise((resolve) => setTimeout(resolve, 4));
    }
    expect(await editor.flush()).toBe('saved');
    expect((await db.drafts.get(id))?.body).toBe(text);
    const typed = main.journal.filter((entry) => entry.operation.intent === 'draft.type');
    expect(typed.length).toBeGreaterThan(1);
    expect(typed.length).toBeLessThan(text.length);
    const inserted = typed.flatMap((entry) => entry.operation.changes);
    expect(inserted.map((change) => (change.type === 'text' ? change.insert : '?')).join('')).toBe(text);
    // Single key strokes are the journal's; the database keeps what somebody may want to take back.
    expect(await db.operations.count()).toBe(1);
  });

  it('say exactly when the last key is not on disk', async () => {
    const { store, main, db } = bed;
    const editor = store.editDraft(await newDraft());
    main.failing.set('journal.append', 'disk-full');
    editor.input('body', 'x');
    expect(await editor.flush()).toBe('failed');
    editor.input('body', 'xy');
    expect(await editor.flush()).toBe('failed');
    expect((await db.drafts.toArray())[0]?.body).toBe('xy');
    main.failing.clear();
    expect(await store.resend()).toBe('saved');
    expect(editor.saved.get()).toBe('saved');
    expect(main.journal.map((each) => each.operation.intent)).toEqual([
      'draft.start',
      'draft.type',
      'draft.type',
    ]);
  });

  it('become an activity in one operation that waits for the last key', async () => {
    const { store, main, db } = bed;
    const id = await newDraft();
    const editor = store.editDraft(id);
    editor.input('subject', 'Kick-off');
    editor.input('body', 'All is well');
    const finished = await store.finishDraft(id);
    await saved(store);
    expect(await db.drafts.count()).toBe(0);
    const activity = await db.activities.get(finished.ok ? finished.value : '');
    expect(activity).toMatchObject({
      account: 'a',
      kind: 'meeting',
      at: 1_000,
      subject: 'Kick-off',
      body: 'All is well',
    });
    expect((await db.summaries.get('a'))?.lastTouchAt).toBe(1_000);
    expect(main.journal.at(-1)?.operation.changes.map((change) => change.type)).toEqual(['remove', 'add']);
    await store.undoRedo.undo();
    expect(await db.activities.count()).toBe(0);
    expect((await db.drafts.get(id))?.body).toBe('All is well');
  });

  it('keep the values that were said, also where nothing else was written yet, and not as part of the note', async () => {
    const begun = await bed.store.startDraft({ accountId: 'a1', kind: 'meeting', activityAt: 1 });
    if (!begun.ok) throw new Error('not begun');
    const { id } = begun.value;
    await bed.store.changeDraft(id, { saidValues: { o1: '' } });
    await bed.store.changeDraft(id, { saidValues: { o1: '0.9' } });
    await bed.store.closeDraft(id);
    expect((await bed.db.drafts.get(id))?.saidValues).toEqual({ o1: '0.9' });
    const done = await bed.store.finishDraft(id);
    expect(await bed.db.activities.get(done.ok ? done.value : '')).not.toHaveProperty('saidValues');
    const empty = await bed.store.startDraft({
      accountId: 'a1',
      kind: 'meeting',
      activityAt: 1,
      saidValues: { o1: '' },
    });
    await bed.store.closeDraft(empty.ok ? empty.value.id : '');
    expect(await bed.db.drafts.count()).toBe(0);
  });

  it('are not finished twice, nor written to when they are gone', async () => {
    const { store } = bed;
    const id = await newDraft();
    await store.finishDraft(id);
    expect((await store.finishDraft(id)).ok).toBe(false);
    const editor = store.editDraft(id);
    editor.input('body', 'late');
    expect(await editor.flush()).toBe('failed');
  });
});
