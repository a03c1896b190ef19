/** What rules read of success plans: nothing while the book keeps none, then of every account what it has and what is late. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AccountCase } from '#shared/domain/contradictions/account-case.ts';
import { toAccountRow } from '#shared/domain/summary/account-row.ts';
import { aMeasurement, anObjective } from '#test/factories/objectives.ts';
import { account, type TestBed, testBed } from '#test/fakes/test-store.ts';
import { readCases } from './read-cases.ts';

const TODAY = '2026-06-01';

let bed: TestBed;
beforeEach(async () => {
  bed = await testBed();
  await bed.db.accounts.bulkAdd([account('a'), account('b')]);
});
afterEach(() => bed.end());

async function cases(): Promise<ReadonlyMap<string, AccountCase>> {
  const rows = (await bed.db.accounts.toArray()).map((each) => toAccountRow(each, undefined, TODAY));
  const read = await readCases({
    db: bed.db,
    rows,
    scored: () => undefined,
    tasks: new Map(),
    reach: {},
    now: Date.parse(`${TODAY}T09:00:00Z`),
    today: TODAY,
  });
  return new Map(read.map((each) => [each.account, each]));
}

it('says nothing of plans where nobody keeps any', async () => {
  const read = await cases();
  expect(read.get('a')).toMatchObject({
    objectives: undefined,
    outcomesMeasured: undefined,
    overdue: undefined,
  });
});

it('counts what was measured, and says of the others that they have none', async () => {
  await bed.db.objectives.bulkAdd([
    anObjective({ id: '1', measurements: [aMeasurement('2026-05-01', 3)] }),
    anObjective({ id: '2' }),
    anObjective({ id: '3', state: 'dropped' }),
  ]);
  const read = await cases();
  expect(read.get('a')).toMatchObject({ objectives: 2, outcomesMeasured: 1 });
  expect(read.get('b')).toMatchObject({ objectives: 0, outcomesMeasured: 0 });
});

it('names the objective that has been due the longest', async () => {
  await bed.db.objectives.bulkAdd([
    anObjective({ id: '1', due: '2026-05-20' }),
    anObjective({ id: '2', due: '2026-05-01', title: 'First' }),
    anObjective({ id: '3', due: '2026-01-01', state: 'met' }),
    anObjective({ id: '4', due: TODAY }),
  ]);
  const read = await cases();
  expect(read.get('a')?.overdue).toMatchObject({ id: '2', title: 'First', due: '2026-05-01', count: 2 });
  expect(read.get('b')?.overdue).toBeUndefined();
});
