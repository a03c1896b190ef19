/** Which import of a source can be undone, and why another cannot. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ImportJob } from '#shared/model/stored.ts';
import { type TestBed, testBed } from '#test/fakes/test-store.ts';
import { undoableJob } from './import-jobs.ts';

let bed: TestBed;
beforeEach(async () => {
  bed = await testBed();
});
afterEach(() => bed.end());

function job(number: number, state: ImportJob['state'], sourceId = 'crm'): ImportJob {
  const plan = { sourceId, sourceName: sourceId, tables: [], confirmedLinks: {} };
  return { id: `job-${number}`, number, sourceId, plan, state, tickets: {}, startedAt: 1, counts: {} };
}

it('undoes the newest import of a source, and says why not an older one or one that is gone', async () => {
  await bed.db.jobs.bulkPut([job(1, 'done'), job(2, 'done'), job(3, 'undone'), job(4, 'done', 'other')]);
  const asked = async (id: string) => {
    const found = await undoableJob(bed.db, id);
    return found.ok ? found.value.id : found.error.type;
  };
  expect(await asked('job-2')).toBe('job-2');
  expect(await asked('job-1')).toBe('newer-import');
  expect(await asked('job-3')).toBe('already-undone');
  expect(await asked('job-9')).toBe('already-undone');
});
