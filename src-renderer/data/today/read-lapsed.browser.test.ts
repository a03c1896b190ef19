/** A rule of one's own that was dismissed speaks again once a side of it was untrue meanwhile, as history tells. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findContradictions } from '#shared/domain/contradictions/find-contradictions.ts';
import { readyRule } from '#shared/domain/contradictions/own-rules.ts';
import { toAccountRow } from '#shared/domain/summary/account-row.ts';
import type { Contradiction, OwnRule, Settlement } from '#shared/model/alert.ts';
import { DAY, endBed, NOW, openBed, watch } from '#test/fakes/health-bed.ts';
import { account, type TestBed } from '#test/fakes/test-store.ts';
import { localDayOf } from '../health/local-day.ts';
import { readCases } from './read-cases.ts';
import { readLapsed } from './read-lapsed.ts';

const TODAY = localDayOf(NOW);
const RULE: OwnRule = {
  id: 'mine',
  name: 'Content without a plan',
  a: { of: 'sentiment', test: 'above', value: 3 },
  b: { of: 'field:plan', test: 'missing' },
  hypothesis: '',
  ask: '',
  nextStep: '',
  off: false,
  createdAt: 1,
  updatedAt: 1,
};

let bed: TestBed;
beforeEach(async () => {
  bed = await openBed();
  await bed.db.accounts.add(account('a', { customerSince: '2024-01-01' }));
});
afterEach(endBed);

const judge = (value: number, ago: number) =>
  bed.db.sentiments.add({
    id: `${value} ${ago}`,
    account: 'a',
    value,
    reasons: [],
    until: '2027-12-31',
    by: '',
    at: NOW - ago * DAY,
    createdAt: NOW - ago * DAY,
    updatedAt: NOW - ago * DAY,
  });

/** Whether what was dismissed so many days ago is a new story today. */
async function isNew(settledAgo: number): Promise<boolean> {
  const { db } = bed;
  const { engine, scored } = watch(db);
  await engine.open();
  const row = await db.accounts.get('a');
  if (row === undefined) throw new Error('no account');
  const cases = await readCases({
    db,
    rows: [toAccountRow(row, undefined, TODAY)],
    scored: (id) => ({ signals: scored.signalsOf(id), band: scored.bandOf(id).band }),
    tasks: new Map(),
    reach: {},
    now: NOW,
    today: TODAY,
  });
  const ready = readyRule(RULE, new Set());
  const found: Contradiction[] = [];
  for (const each of cases) findContradictions(each, [ready], { now: NOW, today: TODAY }, found);
  const [one] = found;
  if (one === undefined) throw new Error('nothing found');
  const settlement: Settlement = {
    id: one.id,
    account: 'a',
    about: 'contradiction',
    state: 'dismissed',
    reason: 'Known',
    mark: one.mark,
    by: '',
    createdAt: NOW - settledAgo * DAY,
    updatedAt: NOW - settledAgo * DAY,
  };
  const lapsed = await readLapsed({
    db,
    found,
    settlements: new Map([[one.id, settlement]]),
    cases: new Map(cases.map((each) => [each.account, each])),
    rules: [ready],
    today: TODAY,
  });
  return lapsed.has(one.id);
}

it('after a judgement that was bad for weeks', async () => {
  await judge(5, 200);
  await judge(2, 40);
  await judge(5, 5);
  expect(await isNew(60)).toBe(true);
});

it('not while it was so all the time, nor when it was dismissed only afterwards', async () => {
  await judge(5, 200);
  expect(await isNew(60)).toBe(false);
  await judge(2, 40);
  await judge(5, 20);
  expect(await isNew(10)).toBe(false);
});
