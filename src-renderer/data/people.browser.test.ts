import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lastContacts, meetingsOf, whoIsWho } from '#shared/domain/people/encounters.ts';
import type { ImportPlan } from '#shared/model/import-plan.ts';
import { PEOPLE_FILES, peoplePlan } from '#test/factories/people-book.ts';
import { saved, type TestBed, testBed } from '#test/fakes/test-store.ts';
import { putBack } from './bin.ts';
import { factsOf } from './facts.ts';
import { newIdentity, writeIdentity } from './identity.ts';
import { finishJob, startJob } from './ingest/import-jobs.ts';
import { runImport } from './ingest/run-import.ts';
import { undoImport } from './ingest/undo-import.ts';
import { createPeopleWrites, type PeopleWrites, readPeople } from './people.ts';
import { applyWaiting, replayJournal } from './replay.ts';

let bed: TestBed;
let writes: PeopleWrites;
let ids = 0;

beforeEach(async () => {
  bed = await testBed();
  writes = createPeopleWrites({
    db: bed.db,
    writer: bed.store,
    clock: bed.clock,
    newId: () => `new-${++ids}`,
  });
});
afterEach(() => bed.end());

async function load(plan: ImportPlan, change: Readonly<Record<string, string>> = {}) {
  const { db, clock } = bed;
  const texts = { ...PEOPLE_FILES, ...change };
  const files = new Map(
    Object.entries(texts).map(([name, text]) => {
      const blob = new Blob([text]);
      return [name, { name, size: blob.size, stream: async (from = 0) => blob.slice(from).stream() }];
    }),
  );
  const job = await startJob(db, plan, [], clock.now(), () => crypto.randomUUID());
  const deps = {
    db,
    files,
    env: {},
    now: () => clock.now(),
    onProgress: () => undefined,
    signal: new AbortController().signal,
  };
  const report = await runImport(deps, plan, job, false);
  await finishJob(db, job, report, clock.now());
  return report;
}

const crm = () => load(peoplePlan('crm'));

async function people() {
  const all = await bed.db.contacts.toArray();
  return all.sort((a, b) => (a.externalId ?? a.id).localeCompare(b.externalId ?? b.id));
}

const names = async () => (await people()).map((contact) => contact.name);

async function pair() {
  const [a, b, c] = await people();
  if (a === undefined || b === undefined || c === undefined) throw new Error('three people were imported');
  return { a, b, c };
}

async function merge(choices: Readonly<Record<string, 'kept' | 'dropped'>> = {}) {
  const { a, b } = await pair();
  const merged = await writes.mergeContacts(a.id, b.id, choices);
  expect(merged).toMatchObject({ ok: true });
}

function contactsOf(report: Awaited<ReturnType<typeof load>>) {
  return report.tables.find((table) => table.tableId === 'contacts')?.counts;
}

describe('merging', () => {
  it('is one operation that notes, tasks and reports follow, and one undo takes all of it back', async () => {
    await crm();
    const { db, store } = bed;
    const { a, b, c } = await pair();
    const account = a.account ?? '';
    await store.addActivity({ account, at: 5, kind: 'meeting', contacts: [b.id, a.id] });
    await store.addActivity({ account, at: 6, kind: 'call', contact: b.id });
    const task = { title: 't', account, side: 'theirs', owner: '', contact: b.id, state: 'open' };
    const record = { id: 'task-1', ...task, createdAt: 1, updatedAt: 1 };
    await store.write('task.add', [{ type: 'add', table: 'tasks', record }]);
    const before = [await db.contacts.toArray(), await db.activities.toArray(), await db.tasks.toArray()];
    const count = await db.operations.count();
    await merge({ title: 'dropped' });
    expect(await db.operations.count()).toBe(count + 1);
    expect(await names()).toEqual(['田中 太郎', 'Mori Hana']);
    expect(await db.contacts.get(a.id)).toMatchObject({
      title: 'Plant manager',
      email: 'tanaka@aoba.example',
      otherEmails: ['t.tanaka@aoba.example'],
      merged: [{ id: b.id, name: '太郎 田中', externalId: 'C-2' }],
    });
    expect((await db.activities.toArray()).map(({ contacts, contact }) => contacts ?? contact)).toEqual(
      expect.arrayContaining([[a.id], a.id]),
    );
    expect((await db.tasks.get('task-1'))?.contact).toBe(a.id);
    expect((await db.contacts.get(c.id))?.reportsTo).toBe(a.id);
    expect((await db.summaries.get(account))?.contacts).toBe(2);
    expect(await db.bin.count()).toBe(1);
    expect(await store.undoRedo.undo()).toMatchObject({ ok: true });
    const times = (rows: readonly object[]) => rows.map((row) => ({ ...row, updatedAt: 0 }));
    const after = [await db.contacts.toArray(), await db.activities.toArray(), await db.tasks.toArray()];
    expect(after.map(times)).toEqual(before.map(times));
    expect(await db.bin.count()).toBe(0);
  });

  it('is followed by the notes that wait to be finished, and undone in them with the rest', async () => {
    await crm();
    const { db, store } = bed;
    const { a, b } = await pair();
    const draft = { accountId: a.account ?? '', kind: 'meeting', activityAt: 5, body: 'half' };
    const waiting = await store.startDraft({ ...draft, contacts: [b.id, a.id] });
    const other = await store.startDraft({ ...draft, contacts: [a.id] });
    if (!waiting.ok || !other.ok) throw new Error('two drafts were begun');
    const said = { [b.id]: { role: 'champion', sentiment: 4 }, [a.id]: { sentiment: 2 } };
    await store.changeDraft(waiting.value.id, { saidPeople: said });
    const before = await db.drafts.toArray();
    const count = await db.operations.count();
    await merge();
    expect(await db.operations.count()).toBe(count + 1);
    expect(await db.drafts.get(waiting.value.id)).toMatchObject({
      contacts: [a.id],
      // Of the two it is said once; what was said of the kept one holds.
      saidPeople: { [a.id]: { role: 'champion', sentiment: 2 } },
    });
    expect((await db.drafts.get(waiting.value.id))?.saidPeople).not.toHaveProperty(b.id);
    expect((await db.drafts.get(other.value.id))?.contacts).toEqual([a.id]);
    expect(await store.undoRedo.undo()).toMatchObject({ ok: true });
    const times = (rows: readonly object[]) => rows.map((row) => ({ ...row, updatedAt: 0 }));
    expect(times(await db.drafts.toArray())).toEqual(times(before));
  });

  it('lets the same file bring nothing back, and both are there after an undo and one more import', async () => {
    await crm();
    const before = await names();
    await merge();
    const again = await crm();
    expect(contactsOf(again)).toMatchObject({ read: 3, added: 0, rejected: 0 });
    expect(await names()).toEqual(['田中 太郎', 'Mori Hana']);
    expect((await bed.db.contacts.toArray()).filter((each) => each.merged !== undefined)).toHaveLength(1);
    expect(await bed.store.undoRedo.undo()).toMatchObject({ ok: true });
    expect(await names()).toEqual(before);
    expect(contactsOf(await crm())).toMatchObject({ read: 3, added: 0 });
    expect(await names()).toEqual(before);
    const { b, c } = await pair();
    expect(c.reportsTo).toBe(b.id);
  });

  it('gives what the source says later about the dropped row to the kept contact', async () => {
    await crm();
    await merge();
    const contacts = (PEOPLE_FILES['contacts.csv'] ?? '').replace(
      't.tanaka@aoba.example,Plant manager',
      't.tanaka@aoba.example,Director',
    );
    await load(peoplePlan('crm'), { 'contacts.csv': contacts });
    const { title } = (await people())[0] ?? {};
    const facts = await factsOf(bed.db, 'contact', (await people())[0]?.id ?? '');
    // A person chose the title when merging: both values are kept and shown.
    expect(title).toBe('Manager');
    expect(facts.find((fact) => fact.field === 'title')?.conflict).toMatchObject({ theirs: 'Director' });
    expect(await names()).toEqual(['田中 太郎', 'Mori Hana']);
  });

  it('is known to another source by the dropped address, and to a first import after an undone one', async () => {
    const first = await crm();
    await merge();
    const other = ['account_id,full_name,email,title', 'A-1,Taro T.,t.tanaka@aoba.example,', ''].join('\n');
    await load(peoplePlan('mail', { ids: false }), { 'contacts.csv': other });
    expect(await names()).toEqual(['田中 太郎', 'Mori Hana']);
    const job = await bed.db.jobs.get(first.jobId);
    if (job !== undefined) await undoImport(bed.db, job, new AbortController().signal, () => undefined);
    await crm();
    expect(await names()).toEqual(['田中 太郎', 'Mori Hana']);
  });

  it('leaves history with the kept contact', async () => {
    await crm();
    await merge();
    const { a, b: mori } = { a: (await people())[0], b: (await people())[1] };
    const read = await readPeople(bed.db, a?.account ?? '');
    const meetings = meetingsOf(read.encounters, whoIsWho(read.contacts, read.keys), [
      '佐藤 美咲',
      'Ken Mori',
    ]);
    const last = lastContacts(meetings, Date.UTC(2026, 11, 1));
    expect(last.get(a?.id ?? '')).toMatchObject({
      at: Date.UTC(2026, 5, 1, 1),
      kind: 'visit',
      source: 'crm',
    });
    // A kind that the source made up is no touch.
    expect(last.get(mori?.id ?? '')).toBeUndefined();
    expect(meetings.find((meeting) => meeting.kind === 'visit')?.team).toEqual(['Ken Mori']);
  });

  it('survives being put back from the bin: then each stands for itself again', async () => {
    await crm();
    const { b } = await pair();
    await merge();
    expect(await putBack(bed.db, bed.store, b.id)).toMatchObject({ ok: true });
    const contacts = (PEOPLE_FILES['contacts.csv'] ?? '').replace('Plant manager', 'Director');
    await load(peoplePlan('crm'), { 'contacts.csv': contacts });
    expect((await bed.db.contacts.get(b.id))?.title).toBe('Director');
    expect(await names()).toHaveLength(3);
  });
});

/** The database is gone, and there is no snapshot: what people did comes from the journal, the rest from the file. */
async function rebuilt() {
  await saved(bed.store);
  const { db, main } = bed;
  for (const table of db.tables) if (table.name !== 'meta') await table.clear();
  await writeIdentity(db, newIdentity('database-2', 2));
  await replayJournal(db, main.bridge(), 0);
  await crm();
  await applyWaiting(db);
}

describe('after a rebuild from the journal alone', () => {
  it('what was merged or removed stays so', async () => {
    await crm();
    const { c } = await pair();
    await merge({ title: 'dropped' });
    await writes.removeContact(c.id);
    await rebuilt();
    expect((await people()).map(({ name, title, merged }) => [name, title, merged?.length])).toEqual([
      ['田中 太郎', 'Plant manager', 1],
    ]);
    await crm();
    expect(await names()).toEqual(['田中 太郎']);
    expect(await bed.db.conflicts.count()).toBe(0);
  });
});

describe('adding and removing', () => {
  it('adds in one operation, and refuses what has no name or does not fit', async () => {
    const { db, store } = bed;
    const added = await writes.addContact({
      name: 'Mori',
      account: 'a',
      role: 'champion',
      leftOn: '2026-02-03',
    });
    expect(added.ok && (await db.contacts.get(added.value))).toMatchObject({
      name: 'Mori',
      role: 'champion',
    });
    expect((await db.summaries.get('a'))?.contacts).toBe(1);
    expect(await writes.addContact({ name: ' ' })).toMatchObject({ ok: false, error: { type: 'required' } });
    expect(await writes.addContact({ name: 'x', leftOn: 'soon' })).toMatchObject({ ok: false });
    await store.undoRedo.undo();
    expect(await db.contacts.count()).toBe(0);
  });

  it('removes into the bin, and neither the same nor a changed file brings the contact back', async () => {
    await crm();
    const { b } = await pair();
    await writes.removeContact(b.id);
    expect((await bed.db.bin.get(b.id))?.record['name']).toBe('太郎 田中');
    await crm();
    const contacts = (PEOPLE_FILES['contacts.csv'] ?? '').replace('Plant manager', 'Director');
    const changed = await load(peoplePlan('crm'), { 'contacts.csv': contacts });
    expect(contactsOf(changed)).toMatchObject({ read: 3, added: 0, rejected: 0 });
    expect(await names()).toEqual(['田中 太郎', 'Mori Hana']);
    await bed.store.undoRedo.undo();
    expect(await names()).toHaveLength(3);
    await load(peoplePlan('crm'), { 'contacts.csv': contacts });
    expect((await bed.db.contacts.get(b.id))?.title).toBe('Director');
  });
});
