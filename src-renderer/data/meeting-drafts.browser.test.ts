/** What a meeting leaves in its draft besides the note: mail, lines that were not entered, changes of plan and people. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anObjective } from '#test/factories/objectives.ts';
import { account, dump, saved, type TestBed, testBed } from '#test/fakes/test-store.ts';
import type { FinishExtras } from './finish-extras.ts';
import { savePicture } from './notes.ts';

let bed: TestBed;
beforeEach(async () => {
  bed = await testBed();
  await bed.db.accounts.add(account('a'));
});
afterEach(() => bed.end());

type Start = Parameters<TestBed['store']['startDraft']>[0];
const AT = new Date(2026, 2, 11, 10).getTime();

async function begin(fields: Partial<Start> = {}): Promise<string> {
  const begun = await bed.store.startDraft({ accountId: 'a', kind: 'meeting', activityAt: AT, ...fields });
  if (!begun.ok) throw new Error(begun.error.type);
  return begun.value.id;
}

async function finish(id: string, extras: FinishExtras = {}): Promise<string> {
  const done = await bed.store.finishDraft(id, extras);
  if (!done.ok) throw new Error(done.error.type);
  return done.value;
}

describe('lines beside the note', () => {
  for (const field of ['mail', 'parkedLine', 'contactLine', 'teamLine', 'reasonLine', 'tagLine'] as const) {
    it(`${field} is kept with every key, keeps the draft, and is no part of the note`, async () => {
      const id = await begin();
      const editor = bed.store.editDraft(id);
      for (const text of ['価', '価格', '価格表']) editor.input(field, text);
      expect(await editor.flush()).toBe('saved');
      await bed.store.closeDraft(id);
      expect((await bed.db.drafts.get(id))?.[field]).toBe('価格表');
      const last = bed.main.journal.at(-1)?.operation;
      expect(last?.intent).toBe('draft.type');
      editor.input(field, '');
      await editor.flush();
      await bed.store.closeDraft(id);
      expect(await bed.db.drafts.count()).toBe(0);
      const again = await begin({ [field]: 'x', body: 'note' });
      const activity = await bed.db.activities.get(await finish(again, { mail: 'handed-over' }));
      expect(activity).not.toHaveProperty(field);
    });
  }
});

describe('the mail that somebody wrote', () => {
  it('waits as a draft when the meeting is logged before it was sent', async () => {
    const id = await begin({ body: 'note', mail: 'Dear Mia,\nthank you.', contacts: ['c1'] });
    await finish(id, { mail: { subject: 'Our meeting' } });
    const [waiting, ...others] = await bed.db.drafts.toArray();
    expect(others).toEqual([]);
    expect(waiting).toMatchObject({
      accountId: 'a',
      kind: 'email',
      subject: 'Our meeting',
      body: 'Dear Mia,\nthank you.',
      contacts: ['c1'],
    });
    await bed.store.undoRedo.undo();
    expect((await bed.db.drafts.toArray()).map(({ id: each, mail }) => [each, mail])).toEqual([
      [id, 'Dear Mia,\nthank you.'],
    ]);
  });

  it('waits for nobody when it was handed over, or was never written', async () => {
    await finish(await begin({ body: 'one', mail: 'sent' }), { mail: 'handed-over' });
    await finish(await begin({ body: 'two', mail: '  ' }), { mail: { subject: 'x' } });
    await finish(await begin({ body: 'three' }));
    expect(await bed.db.drafts.count()).toBe(0);
  });
});

describe('what the meeting changed', () => {
  const milestones = [
    { id: 'm1', title: 'Pilot', due: '2026-03-01' },
    { id: 'm2', title: 'Rollout' },
    { id: 'm3', title: 'Done before', doneOn: '2026-01-05' },
  ];
  const contact = (id: string, fields = {}) => ({
    id,
    name: id,
    account: 'a',
    createdAt: 1,
    updatedAt: 1,
    ...fields,
  });
  const seed = async () => {
    await bed.db.objectives.add(anObjective({ id: 'o1', due: '2026-06-30', milestones }));
    await bed.db.contacts.bulkAdd([
      contact('c1', { role: 'user', sentiment: 2 }),
      contact('c2', { role: 'admin' }),
    ]);
    await bed.db.conflicts.add({
      key: 'k',
      sourceId: 'crm',
      noun: 'contact',
      recordId: 'c1',
      field: 'leftOn',
      ours: null,
      theirs: '2026-02-01',
      base: null,
      at: 1,
    });
  };
  const said = {
    saidSteps: {
      o1: { due: '2026-09-30', met: ['m1', 'm3'], milestoneDue: { m2: '2026-05-01' } },
      gone: { due: '' },
    },
    saidPeople: {
      c1: { role: 'champion', sentiment: 4, left: true },
      c2: { role: '' },
      gone: { left: true },
    },
  };
  /** Says when something was so, not what is so. */
  const FOLLOWING = new Set(['updatedAt', 'championUntil']);
  const rows = () => dump(bed.db, ['objectives', 'contacts', 'conflicts', 'activities', 'drafts']);
  const plain = (value: unknown) =>
    JSON.stringify(value, (key, each: unknown) => (FOLLOWING.has(key) ? undefined : each));

  it('is one operation with the note, that one undo takes back', async () => {
    await seed();
    const id = await begin({ body: 'note', ...said });
    const before = plain(await rows());
    await saved(bed.store);
    const sent = bed.main.journal.length;
    await finish(id);
    await saved(bed.store);
    expect(bed.main.journal.length - sent).toBe(1);
    const objective = await bed.db.objectives.get('o1');
    expect(objective).toMatchObject({
      due: '2026-09-30',
      milestones: [
        { id: 'm1', title: 'Pilot', due: '2026-03-01', doneOn: '2026-03-11' },
        { id: 'm2', title: 'Rollout', due: '2026-05-01' },
        { id: 'm3', title: 'Done before', doneOn: '2026-01-05' },
      ],
    });
    expect(await bed.db.contacts.get('c1')).toMatchObject({
      role: 'champion',
      sentiment: 4,
      leftOn: '2026-03-11',
    });
    expect(await bed.db.contacts.get('c2')).not.toHaveProperty('role');
    expect(await bed.db.conflicts.count()).toBe(0);
    await bed.store.undoRedo.undo();
    expect(JSON.parse(plain(await rows()))).toEqual(JSON.parse(before));
    await bed.store.undoRedo.redo();
    expect((await bed.db.objectives.get('o1'))?.due).toBe('2026-09-30');
  });

  it('keeps the draft of a meeting in which nothing else was written, and takes no day before the beginning', async () => {
    await seed();
    const id = await begin({ saidSteps: { o1: { due: '2025-12-31' } } });
    await bed.store.closeDraft(id);
    expect(await bed.db.drafts.count()).toBe(1);
    await finish(id);
    expect((await bed.db.objectives.get('o1'))?.due).toBe('2026-06-30');
  });
});

describe('a picture of a note', () => {
  it('is not taken from the note by an undo elsewhere', async () => {
    await bed.store.editRecords('account', ['a'], { owner: 'Ken' });
    await savePicture(bed.store, { data: 'data:image/webp;base64,AAAA', width: 1, height: 1 });
    await bed.store.undoRedo.undo();
    expect((await bed.db.accounts.get('a'))?.owner).toBeUndefined();
    expect(await bed.db.images.count()).toBe(1);
  });
});
