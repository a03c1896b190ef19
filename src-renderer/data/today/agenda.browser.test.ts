/** What is to be done today, read from the database: tasks, drafts, conflicts, refused changes, and meetings of calendars. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Conflict, OutboxEntry } from '#shared/model/stored.ts';
import type { Task } from '#shared/model/task.ts';
import { account, type TestBed, testBed } from '#test/fakes/test-store.ts';
import { importMeetings, readKnownMeetings } from './meetings.ts';
import { readAgenda } from './read-agenda.ts';

const TODAY = '2026-06-10';
const DAY_START = new Date(2026, 5, 10).getTime();
const DAY_END = new Date(2026, 5, 11).getTime();

let bed: TestBed;
beforeEach(async () => {
  bed = await testBed();
  await bed.db.accounts.bulkAdd([account('a'), account('b')]);
  const kept = { createdAt: 1, updatedAt: 1 };
  await bed.db.contacts.add({ id: 'c', name: 'Mori', account: 'b', email: 'Mori@b.example', ...kept });
  await bed.db.subscriptions.add({ id: 's', account: 'b', ...kept });
});
afterEach(() => bed.end());

const agenda = () => readAgenda(bed.db, { today: TODAY, dayStart: DAY_START, dayEnd: DAY_END });

function conflict(noun: Conflict['noun'], recordId: string, field: string): Conflict {
  const key = `${recordId}\u001f${field}`;
  return { key, noun, recordId, field, base: 'x', ours: 'y', theirs: 'z', sourceId: 'crm', at: 1 };
}

function entry(key: string, values: Partial<OutboxEntry>): OutboxEntry {
  return {
    key,
    operationId: key,
    noun: 'account',
    recordId: 'a',
    fields: {},
    at: 5,
    attempts: 1,
    nextAttemptAt: 0,
    ...values,
  };
}

function task(id: string, values: Partial<Task>): Task {
  const base = { id, title: id, account: 'a', side: 'ours', owner: '', state: 'open' } as const;
  return { ...base, createdAt: 1, updatedAt: 1, ...values };
}

describe('the agenda', () => {
  it('has open tasks that are due or late, no others', async () => {
    await bed.db.tasks.bulkAdd([
      task('today', { due: TODAY }),
      task('late', { due: '2026-05-01' }),
      task('tomorrow', { due: '2026-06-11' }),
      task('done', { due: TODAY, state: 'done' }),
      task('never', {}),
    ]);
    const { tasks } = await agenda();
    expect(tasks.map(({ id }) => id).sort()).toEqual(['late', 'today']);
  });

  it('gathers conflicts under the account that the record belongs to', async () => {
    await bed.db.conflicts.bulkAdd([
      conflict('account', 'a', 'owner'),
      conflict('account', 'a', 'stage'),
      conflict('contact', 'c', 'title'),
      conflict('subscription', 's', 'plan'),
      conflict('contact', 'gone', 'title'),
    ]);
    const { conflicts } = await agenda();
    const counts = [...conflicts].map(([id, each]) => [id, each.length]).sort();
    expect(counts).toEqual([
      ['', 1],
      ['a', 2],
      ['b', 2],
    ]);
  });

  it('counts changes that a source refused, since the oldest; one that waits for its turn is no trouble', async () => {
    await bed.db.outbox.bulkAdd([
      entry('1', { lastError: 'locked', at: 9 }),
      entry('2', { lastError: 'locked', at: 3 }),
      entry('3', { noun: 'contact', recordId: 'c', lastError: 'gone', at: 7 }),
      entry('4', {}),
      entry('5', { noun: 'activity', recordId: 'x', lastError: 'no', at: 8 }),
    ]);
    const { unsent } = await agenda();
    expect([...unsent].sort((a, b) => (a.account < b.account ? -1 : 1))).toEqual([
      { account: '', count: 1, since: 8 },
      { account: 'a', count: 2, since: 3 },
      { account: 'b', count: 1, since: 7 },
    ]);
  });
});

describe('a calendar file', () => {
  const NOON = DAY_START + 43_200_000;
  const meeting = (id: string, email = 'mori@B.example') => ({
    id,
    title: id,
    at: NOON,
    end: NOON + 1,
    place: '',
    attendees: [{ email }],
  });
  const take = (name: string, ...ids: string[]) =>
    importMeetings(bed.store, {
      name: 'week.ics',
      calendars: [{ name, meetings: ids.map((id) => meeting(id)) }],
      from: DAY_START,
    });
  const titles = async () => (await agenda()).meetings.map(({ id }) => id).sort();

  it('stands beside that of another calendar, replaces its own, and undo takes it back', async () => {
    await take('Mine', 'one', 'two');
    await take('Team', 'three');
    expect(await titles()).toEqual(['one', 'three', 'two']);
    const again = await take('Mine', 'two');
    expect(again).toMatchObject({ ok: true, value: { intent: 'calendar.import' } });
    expect(await titles()).toEqual(['three', 'two']);
    expect((await bed.store.undoRedo.undo()).ok).toBe(true);
    expect(await titles()).toEqual(['one', 'three', 'two']);
  });

  it('taken over twice writes nothing', async () => {
    await take('Mine', 'one');
    expect(await take('Mine', 'one')).toEqual({ ok: true, value: undefined });
  });

  it('shows what somebody of the book attends, and nothing else', async () => {
    await importMeetings(bed.store, {
      name: 'week.ics',
      calendars: [{ name: '', meetings: [meeting('known'), meeting('other', 'x@y.example')] }],
      from: DAY_START,
    });
    const known = await readKnownMeetings(bed.db, DAY_START, DAY_END);
    expect(known.map(({ id, accounts }) => [id, accounts.map((each) => each.account)])).toEqual([
      ['known', ['b']],
    ]);
  });
});
