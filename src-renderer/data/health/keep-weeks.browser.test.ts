/** Weeks as they are kept beside the pages: after imports, their undo, and a cut-off. */
import { afterEach, describe, expect, it } from 'vitest';
import { weekOf } from '#shared/domain/health/weeks.ts';
import { endBed, NOW, openBed, SMALL } from '#test/fakes/health-bed.ts';
import { importBook, undoBook } from '#test/fakes/imported-book.ts';
import { testBed } from '#test/fakes/test-store.ts';
import type { KizunaDatabase } from '../schema.ts';
import { catchUpWeeks } from './keep-weeks.ts';

afterEach(endBed);

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

    await undoBook(db, second);
    await catchUp(db);
    expect(await weeksByName(db)).toEqual(first);
  });

  it('of accounts whose import was taken back are gone', async () => {
    const { db } = await openBed();
    const report = await importBook(db, SMALL);
    await catchUp(db);
    await undoBook(db, report);
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
    expect(row.recentUsers?.who.length).toBeGreaterThan(3);
    expect(row.recentUsers?.last.length).toBe(row.recentUsers?.who.length);
  });
});
