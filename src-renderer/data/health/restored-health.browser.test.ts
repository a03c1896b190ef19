/** After a restore: what people said about health is back, and no past score claims to have been kept. */
import { expect, it } from 'vitest';
import { FakeMain } from '#test/fakes/fake-bridge.ts';
import { account, databaseName, saved, testClock, testIds } from '#test/fakes/test-store.ts';
import { openStore } from '../open-store.ts';
import { KizunaDatabase } from '../schema.ts';
import { logSentiment, readOverrides, setOverride } from './health-edits.ts';
import { readHealthHistory } from './health-history.ts';
import { keepScores } from './kept-scores.ts';
import { localDayOf } from './local-day.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 9, 30, 12);
const TODAY = localDayOf(NOW);

async function open(name: string, main: FakeMain, run: number) {
  const { store, opened } = openStore({
    name,
    bridge: main.bridge(),
    clock: testClock(NOW + run),
    newId: testIds(`run${run}`),
  });
  await opened;
  return store;
}

it('overrides and judgements are back, past scores are worked out again and marked so', async () => {
  const main = new FakeMain();
  const name = databaseName();
  const store = await open(name, main, 1);
  await store.db.accounts.add(account('a', { customerSince: '2025-01-01', touchModel: 'high' }));
  await store.addActivity({ account: 'a', kind: 'meeting', at: NOW - 20 * DAY });
  const held = await setOverride(store, 'a', { band: 'at-risk', reason: 'Sale', until: '2026-12-01' }, TODAY);
  const judged = await logSentiment(store, 'a', { value: 2, reasons: [], until: '2026-12-01' }, TODAY);
  expect([held.ok, judged.ok]).toEqual([true, true]);
  const day = localDayOf(NOW - 10 * DAY);
  const score = { scorecard: 'saas-high-touch', version: 1, coverage: 1, band: 'healthy' as const };
  await keepScores(store.db, [{ ...score, account: 'a', day, value: 99, measures: [] }]);
  await store.snapshot('manual');
  await saved(store);
  store.close();
  await new KizunaDatabase('strict', name).delete();

  const { db, databaseState, close } = await open(name, main, 2);
  expect(databaseState.get()).toMatchObject({ type: 'restored', report: { rows: { accounts: 1 } } });
  expect(await readOverrides(db, 'a')).toMatchObject([{ band: 'at-risk', reason: 'Sale' }]);
  expect(await db.sentiments.toArray()).toMatchObject([{ account: 'a', value: 2 }]);
  const past = await readHealthHistory(db, 'a', localDayOf(NOW - 15 * DAY), TODAY, NOW);
  expect(past.length).toBeGreaterThan(0);
  expect(past.every((each) => each.reconstructed && each.value !== 99)).toBe(true);
  close();
  await new KizunaDatabase('strict', name).delete();
});
