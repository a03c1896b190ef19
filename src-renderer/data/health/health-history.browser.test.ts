/** Scores of days that are over: kept as they were, filled in from history, and never moved by the clock. */
import { afterEach, describe, expect, it } from 'vitest';
import { DAY, endBed, NOW, openBed, SMALL, watch } from '#test/fakes/health-bed.ts';
import { importBook } from '#test/fakes/imported-book.ts';
import { readHealthHistory } from './health-history.ts';
import { localDayOf } from './local-day.ts';

afterEach(endBed);

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
