/** The health engine over a real database: it scores everybody, follows what is written, and works in its worker. */
import { afterEach, describe, expect, it } from 'vitest';
import { DAY, endBed, NOW, openBed, SMALL, type Watched, watch } from '#test/fakes/health-bed.ts';
import { importBook } from '#test/fakes/imported-book.ts';
import { account as makeAccount } from '#test/fakes/test-store.ts';
import { saveKind } from '../kinds.ts';
import { logSentiment, setOverride } from './health-edits.ts';
import { createHealthStore } from './health-store.ts';
import { localDayOf } from './local-day.ts';
import { readScorecards, resetScorecard, saveScorecard, scorecardVersions } from './scorecards.ts';

afterEach(endBed);

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

  it('are read again for the accounts concerned only', async () => {
    const { db, store } = await openBed();
    await importBook(db, SMALL);
    const { engine, scored } = watch(db);
    await engine.open();
    await engine.catchUp();
    const [id = '', ...others] = [...scored.accounts()];
    const read = new Set<string>();
    db.accounts.hook('reading', (row) => {
      read.add(row.id);
      return row;
    });
    db.weeks.hook('reading', (row) => {
      read.add(row.account);
      return row;
    });
    db.signals.hook('reading', (row) => {
      read.add(row.account);
      return row;
    });
    const noted = await store.addActivity({ account: id, kind: 'meeting', at: NOW - DAY });
    if (!noted.ok || noted.value === undefined) throw new Error('not written');
    await engine.changed(noted.value.changes);
    expect(scored.scoreOf(id)?.measures.find((each) => each.measure === 'touch-cadence')?.signal?.n).toBe(1);
    expect([...read]).toEqual([id]);
    expect(others).toHaveLength(11);
  });

  it('notice a champion who takes another role, and that being undone', async () => {
    const { db, store } = await openBed();
    await db.accounts.add(makeAccount('a1'));
    await db.contacts.add({
      id: 'c1',
      name: 'Mori',
      account: 'a1',
      role: 'champion',
      createdAt: NOW - 90 * DAY,
      updatedAt: NOW - 90 * DAY,
    });
    const { engine, scored } = watch(db);
    await engine.open();
    const champion = () => scored.signalsOf('a1')['champion-change'];
    expect(champion()).toMatchObject({ value: 0, about: 'c1' });
    const edited = await store.editRecords('contact', ['c1'], { role: 'user' });
    if (!edited.ok || edited.value === undefined) throw new Error('not written');
    await engine.changed(edited.value.changes);
    expect(champion()).toMatchObject({ value: 1, n: 0, about: 'c1', stays: true });
    await store.undoRedo.undo();
    await engine.changed(edited.value.changes);
    expect(champion()).toMatchObject({ value: 0, about: 'c1' });
    expect(await db.contacts.get('c1')).not.toHaveProperty('championUntil');
  });

  it("count silence from the account's start where nobody ever was in touch, once the book knows touches", async () => {
    const { db, store } = await openBed();
    await db.accounts.bulkAdd([
      makeAccount('a1', { customerSince: '2025-01-01' }),
      makeAccount('a2', { customerSince: '2026-10-20' }),
      makeAccount('a3', {}),
    ]);
    const { engine, scored } = watch(db);
    await engine.open();
    const cadence = (id: string) => scored.signalsOf(id)['touch-cadence'];
    // Nothing was ever imported or logged: nobody drifts.
    expect([cadence('a1'), cadence('a2')]).toEqual([undefined, undefined]);
    await store.addActivity({ account: 'a3', kind: 'meeting', at: NOW - 40 * DAY });
    await store.editRecords('account', ['a1', 'a2'], { region: 'Kansai' });
    await engine.catchUp();
    const later = watch(db);
    await later.engine.open();
    const now = (id: string) => later.scored.signalsOf(id)['touch-cadence'];
    expect(now('a1')).toMatchObject({ n: 40, atLeast: true });
    expect(now('a2')).toMatchObject({ n: 10, atLeast: true });
    expect(now('a3')).toMatchObject({ n: 40 });
    expect(now('a3')).not.toHaveProperty('atLeast');
  });

  it('of others know the first touch of all as soon as it is logged', async () => {
    const { db, store } = await openBed();
    await db.accounts.bulkAdd([makeAccount('a1', { customerSince: '2025-01-01' }), makeAccount('a3', {})]);
    const { engine, scored } = watch(db);
    await engine.open();
    await store.addActivity({ account: 'a3', kind: 'meeting', at: NOW - 40 * DAY });
    const [record] = await db.activities.toArray();
    await engine.changed([{ type: 'add', table: 'activities', record: { ...record } as never }]);
    await expect.poll(() => scored.signalsOf('a1')['touch-cadence']).toMatchObject({ n: 40, atLeast: true });
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
});
