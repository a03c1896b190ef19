import { afterEach, describe, expect, it } from 'vitest';
import { weekOf } from '#shared/domain/health/weeks.ts';
import type { HealthScore } from '#shared/model/health.ts';
import { accountsCsv, type UsageOptions, usageBookPlan, usageCsv } from '#test/factories/usage-book.ts';
import { account as makeAccount, type TestBed, testBed } from '#test/fakes/test-store.ts';
import { finishJob, startJob } from '../ingest/import-jobs.ts';
import type { ImportReport } from '../ingest/messages.ts';
import { runImport } from '../ingest/run-import.ts';
import { undoImport } from '../ingest/undo-import.ts';
import { saveKind } from '../kinds.ts';
import type { FileSource } from '../parse/file-source.ts';
import type { KizunaDatabase } from '../schema.ts';
import { clearOverride, logSentiment, readOverrides, setOverride } from './health-edits.ts';
import { createHealthEngine, type HealthEngine } from './health-engine.ts';
import { readHealthHistory } from './health-history.ts';
import { createHealthStore } from './health-store.ts';
import { catchUpWeeks } from './keep-weeks.ts';
import { localDayOf } from './local-day.ts';
import type { FromHealthWorker } from './messages.ts';
import { readScorecards, resetScorecard, saveScorecard, scorecardVersions } from './scorecards.ts';
import { ScoredAccounts } from './scored-accounts.ts';
import { readSettlements, settle, unsettle } from './settlements.ts';

const NOW = Date.UTC(2026, 9, 30, 12);
const DAY = 86_400_000;
const SMALL: UsageOptions = { accounts: 12, rows: 3_000, seed: 7 };

let bed: TestBed | undefined;
let engines: HealthEngine[] = [];
let imported = NOW;

afterEach(async () => {
  for (const engine of engines) engine.close();
  engines = [];
  await bed?.end();
  bed = undefined;
});

async function openBed(): Promise<TestBed> {
  bed = await testBed();
  bed.clock.at = NOW;
  return bed;
}

function fileOf(name: string, blob: Blob): FileSource {
  return { name, size: blob.size, stream: async (from = 0) => blob.slice(from).stream() };
}

async function importBook(db: KizunaDatabase, options: UsageOptions): Promise<ImportReport> {
  const plan = usageBookPlan();
  const files = new Map([
    ['accounts.csv', fileOf('accounts.csv', new Blob([accountsCsv(options.accounts)]))],
    ['usage.csv', fileOf('usage.csv', usageCsv(options))],
  ]);
  const job = await startJob(db, plan, [], imported++, () => crypto.randomUUID());
  const { signal } = new AbortController();
  const deps = { db, files, env: {}, now: () => imported, onProgress: () => undefined, signal };
  const report = await runImport(deps, plan, job, false);
  await finishJob(db, job, report, imported++);
  return report;
}

async function undo(db: KizunaDatabase, { jobId }: ImportReport): Promise<void> {
  const job = await db.jobs.get(jobId);
  if (job === undefined) throw new Error('no job');
  await undoImport(db, job, new AbortController().signal, () => undefined);
}

function catchUp(
  db: KizunaDatabase,
  onSlice: () => void = () => undefined,
  signal = new AbortController().signal,
) {
  return catchUpWeeks({ db, now: () => NOW, signal, onSlice });
}

/** By name, because ids differ between databases; stamps are of pages, which differ too. */
async function weeksByName(db: KizunaDatabase) {
  const names = new Map((await db.accounts.toArray()).map(({ id, name }) => [id, name]));
  const rows = await db.weeks.toArray();
  return rows
    .map(({ account, stamp: _stamp, ...row }) => ({
      ...row,
      features: [...row.features].sort(),
      name: names.get(account) ?? account,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

interface Watched {
  readonly engine: HealthEngine;
  readonly scored: ScoredAccounts;
  readonly messages: FromHealthWorker[];
  scoreOf(account: string): HealthScore | undefined;
}

function watch(db: KizunaDatabase, at: { now: number } = { now: NOW }): Watched {
  const scored = new ScoredAccounts();
  const messages: FromHealthWorker[] = [];
  const engine = createHealthEngine({
    db,
    now: () => at.now,
    dayOf: localDayOf,
    post(message) {
      messages.push(message);
      if (message.type === 'failed') throw new Error(message.error.message);
      if (message.type !== 'ready' && message.type !== 'work') scored.take(message);
    },
  });
  engines.push(engine);
  return { engine, scored, messages, scoreOf: (account) => scored.scoreOf(account) };
}

describe('weeks', () => {
  it('after changed rows are those of a fresh import, and after its undo those of before', async () => {
    const { db } = await openBed();
    await importBook(db, SMALL);
    expect(await catchUp(db)).toHaveLength(12);
    const first = await weeksByName(db);
    expect(first).toHaveLength(12);
    expect(first.reduce((sum, row) => sum + (row.uses ?? []).reduce((a, b) => a + b, 0), 0)).toBeGreaterThan(
      3_000,
    );
    expect(await catchUp(db)).toEqual([]);

    const second = await importBook(db, { ...SMALL, changed: 0.02 });
    const rebuilt = await catchUp(db);
    expect(rebuilt.length).toBeGreaterThan(0);
    const fresh = await testBed();
    await importBook(fresh.db, { ...SMALL, changed: 0.02 });
    await catchUp(fresh.db);
    expect(await weeksByName(db)).toEqual(await weeksByName(fresh.db));
    await fresh.end();

    await undo(db, second);
    await catchUp(db);
    expect(await weeksByName(db)).toEqual(first);
  });

  it('of accounts whose import was taken back are gone', async () => {
    const { db } = await openBed();
    const report = await importBook(db, SMALL);
    await catchUp(db);
    await undo(db, report);
    await catchUp(db);
    expect(await db.weeks.count()).toBe(0);
  });

  it('are caught up after they were cut off', async () => {
    const { db } = await openBed();
    await importBook(db, { ...SMALL, accounts: 60 });
    const cut = new AbortController();
    const halted = catchUp(db, () => cut.abort(), cut.signal);
    await expect(halted).rejects.toThrow();
    const some = await db.weeks.count();
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(60);
    expect(await catchUp(db)).toHaveLength(60 - some);
    expect(await db.weeks.count()).toBe(60);
  });

  it('hold what the pages hold', async () => {
    const { db } = await openBed();
    await importBook(db, SMALL);
    await catchUp(db);
    const [row] = await db.weeks.toArray();
    if (row === undefined) throw new Error('no weeks');
    const summary = await db.summaries.get(row.account);
    const uses = (row.uses ?? []).reduce((a, b) => a + b, 0);
    expect(uses).toBe(Object.values(summary?.usage ?? {}).reduce((a, b) => a + b, 0));
    expect(row.first).toBeGreaterThanOrEqual(weekOf(Date.UTC(2024, 10, 1)));
    expect(row.lastAt.usage).toBe(summary?.lastAt['usage']);
    expect(row.features.length).toBe(8);
  });
});

describe('scores', () => {
  it('come from what is stored at the next start, without reading history again', async () => {
    const { db } = await openBed();
    await importBook(db, SMALL);
    const first = watch(db);
    await first.engine.open();
    expect(first.scored.size).toBe(12);
    const [id = ''] = [...first.scored.accounts()];
    const score = first.scoreOf(id);
    expect(score?.value).toBeGreaterThan(0);
    expect(score?.measures.find((each) => each.measure === 'active-rate')?.state).toBe('present');
    expect(first.scored.figureOf(id)?.value).toBe(score?.value);
    expect(first.scored.figureOf(id)?.trend.days90).toBeTypeOf('number');
    first.engine.close();

    await db.weeks.clear();
    const second = watch(db);
    await second.engine.open();
    expect(second.scoreOf(id)).toEqual(score);
    expect(second.messages.filter((each) => each.type === 'work' && each.work !== undefined)).toEqual([]);
  });

  it('follow a saved note, its undo, and a sentiment', async () => {
    const { db, store } = await openBed();
    await store.write('account.edit', [
      { type: 'add', table: 'accounts', record: { ...makeAccount('a1', { touchModel: 'high' }) } as never },
    ]);
    const { engine, scoreOf } = watch(db);
    await engine.open();
    const touch = () => scoreOf('a1')?.measures.find((each) => each.measure === 'touch-cadence');
    expect(touch()?.state).toBe('missing');
    const noted = await store.addActivity({ account: 'a1', kind: 'meeting', at: NOW - 3 * DAY });
    if (!noted.ok || noted.value === undefined) throw new Error('not written');
    expect((await db.signals.get('a1'))?.day).toBe('');
    await engine.changed(noted.value.changes);
    expect(touch()?.points).toBeGreaterThan(90);
    expect((await db.signals.get('a1'))?.day).toBe(localDayOf(NOW));

    const said = await logSentiment(
      store,
      'a1',
      { value: 2, reasons: ['sponsor'], until: '2026-12-01' },
      '2026-10-30',
    );
    if (!said.ok || said.value === undefined) throw new Error('not written');
    await engine.changed(said.value.changes);
    const sentiment = () => scoreOf('a1')?.measures.find((each) => each.measure === 'sentiment');
    expect(sentiment()?.signal?.value).toBe(2);
    const undone = await store.undoRedo.undo();
    expect(undone.ok && undone.value.intent).toBe('health.sentiment');
    await engine.changed(said.value.changes);
    expect(sentiment()?.state).toBe('missing');
  });

  it('of what was written before the engine started are read again', async () => {
    const { db, store } = await openBed();
    await store.write('account.edit', [
      { type: 'add', table: 'accounts', record: { ...makeAccount('a1') } as never },
    ]);
    const first = watch(db);
    await first.engine.open();
    first.engine.close();
    await store.addActivity({ account: 'a1', kind: 'call', at: NOW - DAY });
    const second = watch(db);
    await second.engine.open();
    const touch = second.scoreOf('a1')?.measures.find((each) => each.measure === 'touch-cadence');
    expect(touch?.signal?.n).toBe(1);
  });

  it('follow a changed scorecard; its version is kept and its reset is one more', async () => {
    const { db, store } = await openBed();
    await importBook(db, SMALL);
    const { engine, scored, scoreOf } = watch(db);
    await engine.open();
    const [id = ''] = [...scored.accounts()];
    const before = scoreOf(id);
    const card = (await readScorecards(db)).find((each) => each.id === before?.scorecard);
    if (card === undefined) throw new Error('no card');
    const changed = { ...card, bands: { healthy: 1, watch: 0 } };
    const saved = await saveScorecard(store, changed, 'Everybody is well');
    if (!saved.ok || saved.value === undefined) throw new Error('not written');
    await engine.changed(saved.value.changes);
    expect(scoreOf(id)?.band).toBe('healthy');
    expect(scoreOf(id)?.version).toBe(card.version + 1);
    const [old] = await scorecardVersions(db, card.id);
    expect(old?.record.version).toBe(card.version);
    expect(old?.record.bands).toEqual(card.bands);
    const reset = await resetScorecard(store, card.id);
    expect(reset.ok).toBe(true);
    const now = (await readScorecards(db)).find((each) => each.id === card.id);
    expect(now?.version).toBe(card.version + 2);
    expect(now?.bands).toEqual(card.bands);
  });
});

describe('everybody', () => {
  it('follows what another window writes, without being told', async () => {
    const { db, store } = await openBed();
    await importBook(db, SMALL);
    const one = watch(db);
    await one.engine.open();
    const two = watch(db);
    await two.engine.open();
    const [id = ''] = [...one.scored.accounts()];
    const cadence = ({ scoreOf }: Watched) =>
      scoreOf(id)?.measures.find((each) => each.measure === 'touch-cadence')?.signal?.n;
    expect(cadence(two)).toBeUndefined();
    await store.addActivity({ account: id, kind: 'meeting', at: NOW - 2 * DAY });
    await expect.poll(() => [cadence(one), cadence(two)]).toEqual([2, 2]);
    await setOverride(store, id, { band: 'watch', reason: 'Merger', until: '2026-12-01' }, '2026-10-30');
    await expect.poll(() => two.scored.bandOf(id).band).toBe('watch');
  });

  it('is scored again when a kind of activity counts as contact', async () => {
    const { db, store } = await openBed();
    await importBook(db, SMALL);
    const { engine, scored, scoreOf } = watch(db);
    await engine.open();
    const [id = ''] = [...scored.accounts()];
    const touch = () => scoreOf(id)?.measures.find((each) => each.measure === 'touch-cadence');
    const noted = await store.addActivity({ account: id, kind: 'update', at: NOW - DAY });
    if (!noted.ok || noted.value === undefined) throw new Error('not written');
    await engine.changed(noted.value.changes);
    expect(touch()?.state).toBe('missing');
    await saveKind(store, { id: 'update', name: '', icon: 'megaphone', touch: true, hidden: false });
    await engine.changed([{ type: 'set', table: 'kinds', id: 'update', fields: {} }]);
    await engine.catchUp();
    expect(touch()?.signal?.n).toBe(1);
  });

  it('who is deleted has no score, and has one again when that is undone', async () => {
    const { db, store } = await openBed();
    await importBook(db, SMALL);
    const { engine, scored } = watch(db);
    await engine.open();
    const [id = ''] = [...scored.accounts()];
    const removed = await store.removeRecord('account', id);
    if (!removed.ok || removed.value === undefined) throw new Error('not written');
    await engine.changed(removed.value.changes);
    expect(scored.has(id)).toBe(false);
    expect(await db.signals.get(id)).toBeUndefined();
    await store.undoRedo.undo();
    await engine.changed(removed.value.changes);
    expect(scored.scoreOf(id)?.value).toBeGreaterThan(0);
  });

  it('works through its worker, and answers within the second', async () => {
    const { db, store } = await openBed();
    await importBook(db, SMALL);
    const health = createHealthStore({
      makeWorker: () => new Worker(new URL('./health-worker.ts', import.meta.url), { type: 'module' }),
      database: db.name,
      onFailure: ({ message }) => {
        throw new Error(message);
      },
    });
    const stop = store.onWritten(health.written);
    await expect
      .poll(() => [health.get().state, health.get().work], { timeout: 10_000 })
      .toEqual(['ready', undefined]);
    await expect.poll(() => health.get().scores.size).toBe(12);
    const [id = ''] = [...health.get().scores.keys()];
    const { version } = health.get();
    const began = performance.now();
    await store.addActivity({ account: id, kind: 'call', at: Date.now() });
    await expect.poll(() => health.get().version).toBeGreaterThan(version);
    await expect
      .poll(
        () =>
          health
            .get()
            .scores.get(id)
            ?.measures.find((each) => each.measure === 'touch-cadence')?.points,
      )
      .toBe(100);
    // On an idle machine a twentieth of it; the bench has the figure.
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(health.figureOf(id)?.value).toBe(health.get().scores.get(id)?.value);
    stop();
    health.close();
  });

  it('a parent is scored by its children where its card says so', async () => {
    const { db, store } = await openBed();
    const at = NOW - 2 * DAY;
    const accounts = [
      makeAccount('p', {}),
      makeAccount('c1', { parent: 'p' }),
      makeAccount('c2', { parent: 'p' }),
    ];
    await db.accounts.bulkAdd(accounts);
    await db.sentiments.bulkAdd(
      [5, 1].map((value, i) => ({
        id: `s${i}`,
        account: `c${i + 1}`,
        value,
        reasons: [],
        until: '2026-12-31',
        by: '',
        at,
        createdAt: at,
        updatedAt: at,
      })),
    );
    const card = (await readScorecards(db)).find((each) => each.id === 'saas-low-touch');
    if (card === undefined) throw new Error('no card');
    await saveScorecard(store, { ...card, parents: 'worst', coverageFloor: 0 }, '');
    const { engine, scoreOf } = watch(db);
    await engine.open();
    expect(scoreOf('p')?.value).toBe(scoreOf('c2')?.value);
    expect(scoreOf('p')?.from).toEqual(['c2']);
  });
});

describe('history', () => {
  it('keeps one score a day when something differs, and fills in days before from history', async () => {
    const { db, store } = await openBed();
    await importBook(db, SMALL);
    const at = { now: NOW };
    const { engine, scored } = watch(db, at);
    await engine.open();
    const [id = ''] = [...scored.accounts()];
    const all = await readHealthHistory(db, id, '2024-01-01', '2026-10-30', NOW);
    const real = all.filter((each) => !each.reconstructed);
    expect(real.map((each) => each.day)).toEqual(['2026-10-30']);
    const filled = all.filter((each) => each.reconstructed);
    expect(filled.length).toBeGreaterThan(90);
    expect(filled.length).toBeLessThan(106);
    const year = filled.find((each) => each.day >= '2025-10-27');
    expect(year?.measures.some((each) => each.state === 'present')).toBe(true);

    at.now = NOW + DAY;
    await engine.catchUp();
    const noted = await store.addActivity({ account: id, kind: 'meeting', at: NOW });
    if (!noted.ok || noted.value === undefined) throw new Error('not written');
    await engine.changed(noted.value.changes);
    const later = await readHealthHistory(db, id, '2026-10-30', '2026-10-31', at.now);
    expect(later.map((each) => [each.day, each.reconstructed])).toEqual([
      ['2026-10-30', false],
      ['2026-10-31', false],
    ]);
  });

  it('stands when the clock is set back, and goes on when it is right again', async () => {
    const { db } = await openBed();
    await importBook(db, SMALL);
    const at = { now: NOW };
    const { engine, scored, scoreOf } = watch(db, at);
    await engine.open();
    const [id = ''] = [...scored.accounts()];
    const right = scoreOf(id);
    at.now = NOW - 40 * DAY;
    await engine.catchUp();
    expect(scored.day).toBe(localDayOf(at.now));
    expect(scoreOf(id)?.band).not.toBe('unknown');
    at.now = NOW;
    await engine.catchUp();
    expect(scoreOf(id)).toEqual(right);
    const kept = await readHealthHistory(db, id, '2026-10-30', '2026-10-30', NOW);
    expect(kept.map((each) => [each.day, each.reconstructed])).toEqual([['2026-10-30', false]]);
  });

  it('changes only days that were filled in when older data come', async () => {
    const { db } = await openBed();
    await importBook(db, { ...SMALL, rows: 2_000 });
    const { engine, scored } = watch(db);
    await engine.open();
    const [id = ''] = [...scored.accounts()];
    const before = await readHealthHistory(db, id, '2026-01-01', '2026-10-30', NOW);
    await importBook(db, { ...SMALL, rows: 2_000, changed: 0.5 });
    await engine.catchUp();
    const after = await readHealthHistory(db, id, '2026-01-01', '2026-10-29', NOW);
    const days = (list: typeof before) =>
      list.filter((each) => each.reconstructed && each.day < '2026-10-20');
    expect(days(after).map((each) => each.day)).toEqual(days(before).map((each) => each.day));
    expect(days(after)).not.toEqual(days(before));
  });
});

describe('what people say', () => {
  it('an override holds until it ends, is lifted, or is undone', async () => {
    const { db, store } = await openBed();
    const today = '2026-10-30';
    const none = await setOverride(store, 'a1', { band: 'at-risk', reason: ' ', until: today }, today);
    expect(none.ok ? '' : none.error.type).toBe('required');
    const past = await setOverride(store, 'a1', { band: 'at-risk', reason: 'x', until: '2026-10-29' }, today);
    expect(past.ok ? '' : past.error.type).toBe('in-the-past');
    await setOverride(store, 'a1', { band: 'at-risk', reason: 'Sponsor left', until: '2026-12-01' }, today);
    const { engine, scored } = watch(db);
    await engine.open();
    expect(scored.overrideOf('a1')?.reason).toBe('Sponsor left');
    expect(scored.bandOf('a1')).toMatchObject({ band: 'at-risk', computed: 'unknown' });
  });

  it('an override takes the place of the one before', async () => {
    const { db, store } = await openBed();
    const today = '2026-10-30';
    await setOverride(store, 'a1', { band: 'at-risk', reason: 'Sponsor left', until: '2026-12-01' }, today);
    await setOverride(store, 'a1', { band: 'watch', reason: 'New sponsor', until: '2026-12-31' }, today);
    const both = await readOverrides(db, 'a1');
    expect(both.map(({ band, until }) => [band, until])).toEqual([
      ['watch', '2026-12-31'],
      ['at-risk', '2026-10-29'],
    ]);
    const lifted = await clearOverride(store, 'a1', today);
    expect(lifted.ok && lifted.value?.intent).toBe('health.clearOverride');
    expect((await readOverrides(db, 'a1')).every(({ until }) => until < today)).toBe(true);
    await store.undoRedo.undo();
    await store.undoRedo.undo();
    expect((await readOverrides(db, 'a1')).map(({ band, until }) => [band, until])).toEqual([
      ['at-risk', '2026-12-01'],
    ]);
  });

  it('a finding is settled with a reason, settled anew, and opened again', async () => {
    const { db, store } = await openBed();
    const input = { id: 'a1\u001frule', account: 'a1', about: 'contradiction' as const, mark: 'm1' };
    const unreasoned = await settle(store, [{ ...input, state: 'dismissed', reason: '' }]);
    expect(unreasoned.ok ? '' : unreasoned.error.type).toBe('required');
    await settle(store, [{ ...input, state: 'explained', reason: 'Year end', until: '2026-12-31' }]);
    expect((await readSettlements(db)).get(input.id)?.until).toBe('2026-12-31');
    await settle(store, [{ ...input, state: 'dismissed', reason: 'Wrong data', mark: 'm2' }]);
    const again = (await readSettlements(db)).get(input.id);
    expect([again?.state, again?.mark, again?.until]).toEqual(['dismissed', 'm2', undefined]);
    await unsettle(store, input.id);
    expect((await readSettlements(db)).size).toBe(0);
    await store.undoRedo.undo();
    expect((await readSettlements(db)).get(input.id)?.state).toBe('dismissed');
  });
});
