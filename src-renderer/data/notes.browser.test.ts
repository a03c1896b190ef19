/** Notes over a real database: finished with tasks and contacts, edited, versions, bin, kinds, templates; all taken back. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { account, dump, saved, type TestBed, testBed } from '#test/fakes/test-store.ts';
import { emptyBin, purgeBin, putBack } from './bin.ts';
import { readKinds, resetKind, saveKind } from './kinds.ts';
import { bringBackVersion, versionsOf } from './note-versions.ts';
import { readBin, readNotePeople, saveTeamMember, tasksOfActivity } from './notes.ts';
import { importTemplates, readTemplates, removeTemplate, resetTemplate, saveTemplate } from './templates.ts';

const DAY = 86_400_000;
let bed: TestBed;
beforeEach(async () => {
  bed = await testBed();
  await bed.db.accounts.add(account('a', { owner: 'Mia', tags: ['vip'] }));
});
afterEach(() => bed.end());

function must<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: { type: string } },
): T {
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
}

/** Everything that people see; times say that something happened, not what. */
async function seen(...tables: string[]): Promise<string> {
  const plain = (_: string, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([key]) => key !== 'updatedAt')
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : value;
  return JSON.stringify(await dump(bed.db, tables), plain);
}

const NOTE_TABLES = ['accounts', 'activities', 'drafts', 'tasks', 'contacts', 'versions', 'bin', 'summaries'];

async function logged(body = 'first'): Promise<string> {
  const draft = must(await bed.store.startDraft({ accountId: 'a', kind: 'call', activityAt: 1_000, body }));
  return must(await bed.store.finishDraft(draft.id));
}

async function edited(activityId: string, body: string): Promise<void> {
  const draft = must(await bed.store.editActivity(activityId));
  bed.store.editDraft(draft.id).input('body', body);
  must(await bed.store.finishDraft(draft.id));
}

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

describe('templates', () => {
  it('are changed and reset, added, imported and deleted into the bin', async () => {
    const { store, db } = bed;
    const one = async (id: string) => (await readTemplates(db)).find((template) => template.id === id);
    const delivered = await one('qbr.en');
    must(
      await saveTemplate(store, { id: 'qbr.en', name: 'Ours', language: 'en', kind: 'qbr', body: '## Ours' }),
    );
    expect(await one('qbr.en')).toMatchObject({ name: 'Ours', builtIn: true, changed: true });
    must(await resetTemplate(store, 'qbr.en'));
    expect(await one('qbr.en')).toEqual(delivered);
    const file = { name: 'From a colleague', language: 'ja', kind: 'visit', body: '## 議題' } as const;
    must(await importTemplates(store, [file, { ...file, name: 'Second' }]));
    const own = (await readTemplates(db)).filter((template) => !template.builtIn);
    expect(own.map((template) => template.name)).toEqual(['From a colleague', 'Second']);
    must(await removeTemplate(store, own[0]?.id ?? ''));
    expect(await db.bin.count()).toBe(1);
    must(await putBack(db, store, own[0]?.id ?? ''));
    expect(await db.templates.count()).toBe(2);
  });
});
