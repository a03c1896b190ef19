/** Sources in a real database: a new name is one operation, journaled and taken back; an import under way keeps it. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ImportPlan } from '#shared/model/import-plan.ts';
import { type TestBed, testBed } from '#test/fakes/test-store.ts';
import { startJob } from './ingest/import-jobs.ts';
import { renameSource } from './sources.ts';

const PLAN: ImportPlan = { sourceId: 'crm', sourceName: 'CRM', tables: [], confirmedLinks: {} };

let bed: TestBed;
beforeEach(async () => {
  bed = await testBed();
  await begin(PLAN);
});
afterEach(() => bed.end());

const begin = (plan: ImportPlan) => startJob(bed.db, plan, [], 1, () => crypto.randomUUID());
const name = async () => (await bed.db.sources.get('crm'))?.name;

it('take another name as one operation, which undo takes back', async () => {
  expect(await renameSource(bed.store, 'crm', ' Weekly export ')).toMatchObject({ ok: true });
  expect(await name()).toBe('Weekly export');
  await bed.store.undoRedo.undo();
  expect(await name()).toBe('CRM');
  await bed.store.undoRedo.redo();
  expect(await name()).toBe('Weekly export');
  await bed.store.resend();
  expect(bed.main.journal.map((each) => each.operation.intent)).toEqual(Array(3).fill('source.rename'));
});

it('are left alone by the name that they have, or by none', async () => {
  for (const same of ['CRM', ' ', ' CRM '])
    expect(await renameSource(bed.store, 'crm', same)).toEqual({ ok: true, value: undefined });
  expect(await bed.db.operations.count()).toBe(0);
  expect(await renameSource(bed.store, 'gone', 'x')).toMatchObject({
    ok: false,
    error: { type: 'no-such-record' },
  });
});

it('keep the new name when an import begins that was planned under the old one', async () => {
  await renameSource(bed.store, 'crm', 'Weekly export');
  await begin(PLAN);
  expect(await name()).toBe('Weekly export');
  await begin({ ...PLAN, sourceName: 'Named in the import' });
  expect(await name()).toBe('Named in the import');
});
