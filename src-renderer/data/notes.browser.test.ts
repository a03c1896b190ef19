/** Notes over a real database: finished with tasks and contacts, edited, their versions; all taken back. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bed, beginNotes, edited, endNotes, logged, must, seen } from '#test/fakes/note-bed.ts';
import { saved } from '#test/fakes/test-store.ts';
import { bringBackVersion, versionsOf } from './note-versions.ts';
import { readNotePeople, saveTeamMember, tasksOfActivity } from './notes.ts';

const NOTE_TABLES = ['accounts', 'activities', 'drafts', 'tasks', 'contacts', 'versions', 'bin', 'summaries'];

beforeEach(beginNotes);
afterEach(endNotes);

describe('finishing a note', () => {
  it('makes the activity, its contact and its tasks in one operation that one undo takes back', async () => {
    const { store, db, main } = bed;
    const contact = { id: 'c-new', name: 'Mia Wong', role: 'champion', email: 'mia@example.com' };
    const draft = must(
      await store.startDraft({ accountId: 'a', kind: 'meeting', activityAt: 5_000, body: 'Hello #renewal' }),
    );
    must(
      await store.changeDraft(draft.id, {
        contacts: [contact.id],
        newContacts: [contact, { id: 'c-gone', name: 'Nobody' }],
        team: ['Ken'],
        sentiment: 4,
        sentimentReasons: ['Results are visible'],
        tags: ['wms'],
        durationMinutes: 45,
        nextOn: '2026-04-01',
      }),
    );
    const before = await seen(...NOTE_TABLES);
    const activityId = must(
      await store.finishDraft(draft.id, {
        tasks: [
          { title: 'Send plan', side: 'ours', owner: 'Ken', due: '2026-03-15', line: 'sendplan' },
          { title: 'Name a sponsor', side: 'theirs', owner: 'Mia Wong', contact: 'c-new' },
        ],
      }),
    );
    await saved(store);
    expect(await db.activities.get(activityId)).toMatchObject({
      account: 'a',
      contacts: ['c-new'],
      team: ['Ken'],
      sentiment: 4,
      tags: ['wms', 'renewal'],
      durationMinutes: 45,
      nextOn: '2026-04-01',
    });
    expect((await db.contacts.toArray()).map(({ name, role, account: of }) => [name, role, of])).toEqual([
      ['Mia Wong', 'champion', 'a'],
    ]);
    const tasks = await tasksOfActivity(db, activityId);
    expect(tasks.map(({ title, state, account: of }) => [title, state, of]).sort()).toEqual([
      ['Name a sponsor', 'open', 'a'],
      ['Send plan', 'open', 'a'],
    ]);
    expect((await db.summaries.get('a'))?.contacts).toBe(1);
    expect(main.journal.filter((entry) => entry.operation.intent === 'note.finish')).toHaveLength(1);
    must(await store.undoRedo.undo());
    expect(JSON.parse(await seen('activities', 'tasks', 'contacts'))).toEqual({
      activities: [],
      tasks: [],
      contacts: [],
    });
    expect(JSON.parse(await seen('drafts'))).toEqual({ drafts: JSON.parse(before).drafts });
    must(await store.undoRedo.redo());
    expect(await db.tasks.count()).toBe(2);
  });

  it('refuses and writes nothing when the draft is gone', async () => {
    const { store, db } = bed;
    const done = await store.finishDraft('nowhere', { tasks: [{ title: 'x', side: 'ours', owner: '' }] });
    expect(done).toEqual({ ok: false, error: { type: 'no-such-record', table: 'drafts', id: 'nowhere' } });
    expect(await db.tasks.count()).toBe(0);
  });

  it('knows who writes', async () => {
    must(await saveTeamMember(bed.store, 'Ken', { me: true }));
    must(await saveTeamMember(bed.store, 'Ada', { me: true }));
    const activity = await bed.db.activities.get(await logged());
    expect(activity?.owner).toBe('Ada');
    expect(await readNotePeople(bed.db, 'a')).toMatchObject({ me: 'Ada', owner: 'Mia', tags: ['vip'] });
    expect((await readNotePeople(bed.db, 'a')).team).toEqual(expect.arrayContaining(['Ada', 'Ken', 'Mia']));
  });
});

describe('editing a logged note', () => {
  it('keeps the version before, shows what was, and brings it back', async () => {
    const { store, db } = bed;
    const id = await logged('first');
    await edited(id, 'second');
    await edited(id, 'third');
    expect((await db.activities.get(id))?.body).toBe('third');
    const versions = await versionsOf(db, id);
    expect(versions.map((version) => version.body)).toEqual(['second', 'first']);
    must(await bringBackVersion(store, versions[1]?.id ?? ''));
    expect((await db.activities.get(id))?.body).toBe('first');
    expect((await versionsOf(db, id)).map((version) => version.body)).toEqual(['third', 'second', 'first']);
    must(await store.undoRedo.undo());
    expect((await db.activities.get(id))?.body).toBe('third');
    expect(await db.versions.count()).toBe(2);
  });

  const FACTS = {
    kind: 'meeting',
    activityAt: 2_000,
    durationMinutes: 30,
    contacts: ['c1'],
    team: ['Ken'],
    sentiment: 2,
    sentimentReasons: ['Open issues'],
    tags: ['wms'],
    nextOn: '2026-04-01',
  };

  it('keeps all that the form can change, and one operation brings all of it back', async () => {
    const { store, db, main } = bed;
    const id = await logged('first');
    const before = await seen('activities');
    const draft = must(await store.editActivity(id));
    must(await store.changeDraft(draft.id, FACTS));
    must(await store.finishDraft(draft.id));
    const after = await seen('activities');
    expect(after).not.toBe(before);
    const [version] = await versionsOf(db, id);
    must(await bringBackVersion(store, version?.id ?? ''));
    await saved(store);
    expect(await seen('activities')).toBe(before);
    expect((await versionsOf(db, id))[0]?.facts).toMatchObject({ kind: 'meeting', at: 2_000, tags: ['wms'] });
    expect(main.journal.filter((entry) => entry.operation.intent === 'version.bringBack')).toHaveLength(1);
    must(await store.undoRedo.undo());
    expect(await seen('activities')).toBe(after);
    expect(await versionsOf(db, id)).toEqual([version]);
  });

  it('brings the words of a version of an earlier Kizuna back, and leaves the rest as it is', async () => {
    const { store, db } = bed;
    const id = await logged('second');
    const draft = must(await store.editActivity(id));
    must(await store.changeDraft(draft.id, { sentiment: 4, tags: ['wms'] }));
    must(await store.finishDraft(draft.id));
    const old = { id: 'old', activity: id, at: 9, subject: '', body: 'first', createdAt: 9, updatedAt: 9 };
    await db.versions.add(old);
    must(await bringBackVersion(store, 'old'));
    expect(await db.activities.get(id)).toMatchObject({ body: 'first', sentiment: 4, tags: ['wms'] });
  });

  it('takes a form along that was only opened, and leaves one in which something was typed', async () => {
    const { store, db } = bed;
    const id = await logged('first');
    await edited(id, 'second');
    const [version] = await versionsOf(db, id);
    const idle = must(await store.editActivity(id));
    must(await bringBackVersion(store, version?.id ?? ''));
    expect(await db.drafts.get(idle.id)).toBeUndefined();
    must(await store.undoRedo.undo());
    expect(await db.drafts.get(idle.id)).toBeDefined();
    store.editDraft(idle.id).input('body', 'third');
    await store.editDraft(idle.id).flush();
    must(await bringBackVersion(store, version?.id ?? ''));
    expect(await db.drafts.get(idle.id)).toMatchObject({ body: 'third' });
  });

  it('goes back step by step', async () => {
    const { store, db } = bed;
    const id = await logged('first');
    await edited(id, 'second');
    must(await store.undoRedo.undo());
    expect((await db.activities.get(id))?.body).toBe('first');
    expect(await db.versions.count()).toBe(0);
    expect((await db.drafts.toArray()).map((draft) => [draft.activityId, draft.body])).toEqual([
      [id, 'second'],
    ]);
    must(await store.undoRedo.redo());
    expect((await db.activities.get(id))?.body).toBe('second');
    expect(await db.drafts.count()).toBe(0);
  });

  it('opens the draft that waits, and leaves none behind when nothing was changed', async () => {
    const { store, db } = bed;
    const id = await logged();
    const draft = must(await store.editActivity(id));
    expect(must(await store.editActivity(id)).id).toBe(draft.id);
    must(await store.closeDraft(draft.id));
    expect(await db.drafts.count()).toBe(0);
    const again = must(await store.editActivity(id));
    must(await store.changeDraft(again.id, { sentiment: 2 }));
    must(await store.closeDraft(again.id));
    expect(await db.drafts.count()).toBe(1);
    must(await store.finishDraft(again.id));
    expect(await db.activities.get(id)).toMatchObject({ sentiment: 2, body: 'first' });
    expect((await versionsOf(db, id)).map((version) => version.facts?.sentiment)).toEqual([undefined]);
  });

  it('keeps what was typed when the note was deleted meanwhile', async () => {
    const { store, db } = bed;
    const id = await logged();
    const draft = must(await store.editActivity(id));
    store.editDraft(draft.id).input('body', 'typed');
    must(await store.removeRecord('activity', id));
    const now = must(await store.finishDraft(draft.id));
    expect(now).not.toBe(id);
    expect((await db.activities.get(now))?.body).toBe('typed');
  });
});
