/** Playbooks in a real database: each intention one operation, started once however often it is pressed. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startPlaybook } from '#shared/domain/playbooks/start-playbook.ts';
import type { Playbook } from '#shared/model/playbook.ts';
import { account, type TestBed, testBed } from '#test/fakes/test-store.ts';
import { putBack } from './bin.ts';
import {
  changePlaybook,
  importPlaybooks,
  readAccountFacts,
  readPlaybooks,
  readRuns,
  removePlaybook,
  resetPlaybook,
  runsOfAccount,
  startPlaybooks,
} from './playbooks.ts';

const TODAY = '2026-11-20';

let bed: TestBed;
beforeEach(async () => {
  bed = await testBed();
});
afterEach(() => bed.end());

async function viewOf(id: string, language: 'en' | 'ja' = 'en') {
  const view = (await readPlaybooks(bed.db, language)).find(({ playbook }) => playbook.id === id);
  if (view === undefined) throw new Error(`no playbook ${id}`);
  return view;
}

async function startOn(accounts: readonly string[], playbook: Playbook) {
  const facts = await readAccountFacts(bed.db, accounts, TODAY);
  return startPlaybooks(
    bed.store,
    playbook.id,
    [...facts].map(([id, known]) => ({ account: id, tasks: startPlaybook(playbook, known, TODAY) })),
  );
}

it('a delivered one that is changed keeps its words in the other language, and can be as delivered again', async () => {
  const { playbook } = await viewOf('risk-rescue');
  const steps = playbook.steps.filter(({ id }) => id !== 'executive');
  await changePlaybook(bed.store, 'en', 'risk-rescue', (now) => ({ ...now, steps }));
  expect(await viewOf('risk-rescue')).toMatchObject({ changed: true, playbook: { name: 'Risk rescue' } });
  const japanese = (await viewOf('risk-rescue', 'ja')).playbook;
  expect(japanese.name).toBe('リスク対応');
  expect(japanese.steps).toHaveLength(steps.length);
  expect(japanese.steps[0]?.title).toContain('電話');
  await resetPlaybook(bed.store, 'risk-rescue');
  expect(await viewOf('risk-rescue')).toEqual({ changed: false, builtIn: true, playbook });
  await bed.store.undoRedo.undo();
  expect((await viewOf('risk-rescue')).playbook.steps).toHaveLength(steps.length);
  await bed.store.undoRedo.undo();
  expect(await bed.db.playbooks.count()).toBe(0);
});

it('changed back by hand, nothing is stored any more', async () => {
  const { playbook } = await viewOf('escalation');
  await Promise.all([
    changePlaybook(bed.store, 'en', 'escalation', (now) => ({ ...now, off: true })),
    changePlaybook(bed.store, 'en', 'escalation', (now) => ({ ...now, segment: 's1' })),
  ]);
  expect((await viewOf('escalation')).playbook).toMatchObject({ off: true, segment: 's1' });
  await changePlaybook(bed.store, 'en', 'escalation', () => playbook);
  expect(await bed.db.playbooks.count()).toBe(0);
});

it('one’s own goes into the bin and comes back; files come in as one operation', async () => {
  const { playbook } = await viewOf('expansion');
  const { id: _id, ...content } = playbook;
  await importPlaybooks(bed.store, [
    { ...content, name: 'One' },
    { ...content, name: 'Two' },
  ]);
  const own = (await readPlaybooks(bed.db, 'ja')).filter(({ builtIn }) => !builtIn);
  expect(own.map((view) => view.playbook.name)).toEqual(['One', 'Two']);
  const [first] = own;
  if (first === undefined) throw new Error('none');
  await removePlaybook(bed.store, first.playbook.id);
  expect(await bed.db.playbooks.count()).toBe(1);
  await putBack(bed.db, bed.store, first.playbook.id);
  expect((await viewOf(first.playbook.id)).playbook).toEqual(first.playbook);
  for (let i = 0; i < 3; i++) await bed.store.undoRedo.undo();
  expect(await bed.db.playbooks.count()).toBe(0);
});

it('started on accounts it makes all tasks in one operation, which one undo takes back', async () => {
  await bed.db.accounts.bulkAdd([
    account('a', { owner: 'Sato', renewalDate: '2027-01-15' }),
    account('b', { owner: 'Abe' }),
  ]);
  await bed.db.contacts.add({
    id: 'c',
    name: 'Mori',
    account: 'a',
    role: 'champion',
    createdAt: 1,
    updatedAt: 1,
  });
  const { playbook } = await viewOf('risk-rescue');
  await startOn(['a', 'b'], playbook);
  const tasks = await bed.db.tasks.toArray();
  expect(tasks).toHaveLength(2 * playbook.steps.length);
  expect(tasks.find(({ account: id, step }) => id === 'a' && step === 'theirs')).toMatchObject({
    owner: 'Mori',
    contact: 'c',
    side: 'theirs',
    playbook: 'risk-rescue',
  });
  expect(tasks.filter(({ owner }) => owner === 'Abe')).toHaveLength(7);
  expect((await readRuns(bed.db)).get('b')).toMatchObject([{ done: 0, total: playbook.steps.length }]);
  await bed.store.undoRedo.undo();
  expect(await bed.db.tasks.count()).toBe(0);
  await bed.store.undoRedo.redo();
  expect(await bed.db.tasks.count()).toBe(2 * playbook.steps.length);
});

it('started again while it runs, only what is missing is added, to the same run', async () => {
  await bed.db.accounts.add(account('a', { owner: 'Sato' }));
  const { playbook } = await viewOf('escalation');
  await startOn(['a'], playbook);
  const again = await startOn(['a'], playbook);
  expect(again).toEqual({ ok: true, value: undefined });
  const [first, second] = await bed.db.tasks.toArray();
  if (first === undefined || second === undefined) throw new Error('no tasks');
  await bed.db.tasks.delete(first.id);
  await bed.db.tasks.update(second.id, { state: 'done' });
  await startOn(['a'], playbook);
  expect(await runsOfAccount(bed.db, 'a')).toMatchObject([
    { run: second.run, done: 1, total: playbook.steps.length },
  ]);
});

it('once all is done it can begin anew', async () => {
  await bed.db.accounts.add(account('a'));
  const { playbook } = await viewOf('renewal-30');
  await startOn(['a'], playbook);
  await bed.db.tasks.toCollection().modify({ state: 'done' });
  expect(await runsOfAccount(bed.db, 'a')).toEqual([]);
  await startOn(['a'], playbook);
  expect(await runsOfAccount(bed.db, 'a')).toMatchObject([{ done: 0, total: playbook.steps.length }]);
  expect((await bed.db.tasks.toArray()).some(({ due }) => due !== undefined)).toBe(false);
});
