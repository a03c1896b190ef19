/** Plans in a real database: each intention one operation with a name, taken back as one; health is told; the bin keeps. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { operations as english } from '#renderer/i18n/en/operations.ts';
import { toAccountRow } from '#shared/domain/summary/account-row.ts';
import { account, type TestBed, testBed } from '#test/fakes/test-store.ts';
import { accountsOfChanges } from './health/changed-accounts.ts';
import {
  addMilestone,
  addObjective,
  editObjective,
  logValue,
  type ObjectiveInput,
  raiseObjective,
  removeMilestone,
  removeObjective,
  removeValue,
  setState,
  tickMilestone,
  valueChanges,
} from './plans.ts';
import { bookTimeToValue, objectivesOf, readPlan } from './read-plan.ts';

const WIN: ObjectiveInput = {
  kind: 'early-win',
  title: ' Fewer mis-shipments ',
  why: '',
  unit: '%',
  direction: 'down',
  baseline: 4,
  target: 1,
  startsOn: '2026-01-01',
};

let bed: TestBed;
beforeEach(async () => {
  bed = await testBed();
});
afterEach(() => bed.end());

async function added(input: ObjectiveInput = WIN): Promise<string> {
  const done = await addObjective(bed.store, 'a', input);
  if (!done.ok) throw new Error(done.error.type);
  return done.value;
}

const one = async (id: string) => {
  const objective = await bed.db.objectives.get(id);
  if (objective === undefined) throw new Error('it is not here');
  return objective;
};
const intents = () => bed.main.journal.map((each) => each.operation.intent);

it('an objective is recorded, changed and taken back', async () => {
  const id = await added();
  expect(await one(id)).toMatchObject({
    account: 'a',
    title: 'Fewer mis-shipments',
    state: 'open',
    baseline: 4,
  });
  expect(Object.hasOwn(await one(id), 'due')).toBe(false);
  const { baseline: _baseline, ...rest } = WIN;
  await editObjective(bed.store, id, { ...rest, due: '2026-12-31' });
  expect(await one(id)).toMatchObject({ due: '2026-12-31' });
  expect(Object.hasOwn(await one(id), 'baseline')).toBe(false);
  // Nothing new is no operation.
  expect(await editObjective(bed.store, id, { ...rest, due: '2026-12-31' })).toEqual({
    ok: true,
    value: undefined,
  });
  await bed.store.undoRedo.undo();
  expect(await one(id)).toMatchObject({ baseline: 4 });
  await bed.store.undoRedo.undo();
  expect(await objectivesOf(bed.db, 'a')).toEqual([]);
});

it('what contradicts itself is refused', async () => {
  const error = async (input: ObjectiveInput) => {
    const done = await addObjective(bed.store, 'a', input);
    return done.ok ? undefined : done.error;
  };
  expect(await error({ ...WIN, title: ' ' })).toEqual({ type: 'required', field: 'title' });
  expect(await error({ ...WIN, direction: 'up' })).toEqual({ type: 'wrong-way' });
  expect(await error({ ...WIN, due: '2025-12-31' })).toEqual({ type: 'due-before-start' });
  expect(await logValue(bed.store, 'gone', { on: '2026-02-01', value: 1, source: '' })).toMatchObject({
    ok: false,
    error: { type: 'no-such-record' },
  });
  expect(await bed.db.objectives.count()).toBe(0);
});

it('values stand in the order of their days, and each can be taken back or away', async () => {
  const id = await added();
  const values = async () => (await one(id)).measurements.map(({ on, value }) => `${on} ${value}`);
  await logValue(bed.store, id, { on: '2026-03-01', value: 3, source: ' Mori ' });
  await logValue(bed.store, id, { on: '2026-02-01', value: 3.5, source: '' });
  await logValue(bed.store, id, { on: '2026-03-01', value: 2, source: '' });
  expect(await values()).toEqual(['2026-02-01 3.5', '2026-03-01 3', '2026-03-01 2']);
  expect((await one(id)).measurements[1]?.source).toBe('Mori');
  await bed.store.undoRedo.undo();
  expect(await values()).toEqual(['2026-02-01 3.5', '2026-03-01 3']);
  await removeValue(bed.store, id, (await one(id)).measurements[0]?.id ?? '');
  expect(await values()).toEqual(['2026-03-01 3']);
});

it('values of a meeting are changes of another operation', async () => {
  const id = await added();
  const changes = await valueChanges(
    bed.store,
    new Map([
      [id, { on: '2026-02-01', value: 2, source: 'said' }],
      ['gone', { on: '2026-02-01', value: 2, source: '' }],
    ]),
  );
  expect(changes).toHaveLength(1);
  await bed.store.write('note.finish', changes);
  expect((await one(id)).measurements).toMatchObject([{ on: '2026-02-01', value: 2 }]);
});

it('milestones are added, ticked, opened again and removed', async () => {
  const id = await added();
  await addMilestone(bed.store, id, ' Go live ', '2026-02-01');
  const milestone = (await one(id)).milestones[0]?.id ?? '';
  await tickMilestone(bed.store, id, milestone, '2026-01-20');
  expect((await one(id)).milestones).toEqual([
    { id: milestone, title: 'Go live', due: '2026-02-01', doneOn: '2026-01-20' },
  ]);
  await tickMilestone(bed.store, id, milestone, undefined);
  expect((await one(id)).milestones).toEqual([{ id: milestone, title: 'Go live', due: '2026-02-01' }]);
  await removeMilestone(bed.store, id, milestone);
  expect((await one(id)).milestones).toEqual([]);
  expect(await addMilestone(bed.store, id, ' ', undefined)).toMatchObject({ ok: false });
});

it('one that is met is raised in one step, and one undo takes both back', async () => {
  const id = await added();
  await setState(bed.store, id, 'met', '2026-03-01');
  expect(await one(id)).toMatchObject({ state: 'met', closedOn: '2026-03-01' });
  const next = await raiseObjective(bed.store, id, { ...WIN, baseline: 1, target: 0.5 }, '2026-04-01');
  const further = next.ok ? next.value : '';
  expect(await one(further)).toMatchObject({ raises: id, baseline: 1, state: 'open', measurements: [] });
  expect(await one(id)).toMatchObject({ state: 'raised', closedOn: '2026-03-01' });
  expect((await objectivesOf(bed.db, 'a')).map((each) => each.id)).toEqual([further, id]);
  await bed.store.undoRedo.undo();
  expect(await objectivesOf(bed.db, 'a')).toMatchObject([{ id, state: 'met' }]);
  await setState(bed.store, id, 'open', '2026-05-01');
  expect(Object.hasOwn(await one(id), 'closedOn')).toBe(false);
});

it('goes into the bin with all it has, and comes back', async () => {
  const id = await added();
  await logValue(bed.store, id, { on: '2026-02-01', value: 3, source: '' });
  const before = await one(id);
  await removeObjective(bed.store, id);
  expect(await bed.db.objectives.count()).toBe(0);
  expect(await bed.db.bin.get(id)).toMatchObject({ table: 'objectives' });
  await bed.store.undoRedo.undo();
  expect(await one(id)).toEqual(before);
});

it('health is told whose plan changed, in the same transaction', async () => {
  const id = await added();
  await bed.db.signals.put({ account: 'a', day: '2026-01-01', seen: '', m: '', v: [] });
  await logValue(bed.store, id, { on: '2026-02-01', value: 3, source: '' });
  expect(await bed.db.signals.get('a')).toMatchObject({ day: '', touched: 1 });
  const concerned = await accountsOfChanges(bed.db, [{ type: 'set', table: 'objectives', id, fields: {} }]);
  expect([...concerned.accounts]).toEqual(['a']);
});

it('time to value counts from the first contract, over the book', async () => {
  const value = {
    amount: { minor: 100, currency: 'JPY' },
    method: '',
    confirmedBy: 'mori',
    confirmedOn: '2026-03-02',
  };
  await added({ ...WIN, value });
  await bed.db.accounts.bulkAdd([
    account('a', { customerSince: '2026-01-01' }),
    account('b', { customerSince: '2026-01-01' }),
  ]);
  expect((await readPlan(bed.db, 'a')).start).toBe('2026-01-01');
  const rows = (await bed.db.accounts.toArray()).map((each) => toAccountRow(each, undefined, '2026-06-01'));
  expect(await bookTimeToValue(bed.db, rows, '2026-06-01')).toEqual({
    median: 60,
    confirmed: 1,
    open: 1,
    noStart: 0,
  });
});

it('every operation has a name', async () => {
  const id = await added();
  await editObjective(bed.store, id, { ...WIN, title: 'Other' });
  await logValue(bed.store, id, { on: '2026-02-01', value: 3, source: '' });
  await removeValue(bed.store, id, (await one(id)).measurements[0]?.id ?? '');
  await addMilestone(bed.store, id, 'Go live', undefined);
  const milestone = (await one(id)).milestones[0]?.id ?? '';
  await tickMilestone(bed.store, id, milestone, '2026-02-01');
  await tickMilestone(bed.store, id, milestone, undefined);
  await removeMilestone(bed.store, id, milestone);
  for (const state of ['dropped', 'open', 'met'] as const) await setState(bed.store, id, state, '2026-03-01');
  await raiseObjective(bed.store, id, { ...WIN, target: 0 }, '2026-03-01');
  await removeObjective(bed.store, id);
  await bed.store.resend();
  expect(intents().filter((intent) => !Object.hasOwn(english.names, intent))).toEqual([]);
  expect(new Set(intents()).size).toBe(13);
});
