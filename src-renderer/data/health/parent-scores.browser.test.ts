/** The score of a parent, as its card says: made of the scores of its children, and without a past of its own. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Scorecard } from '#shared/model/health.ts';
import { DAY, endBed, NOW, openBed, watch } from '#test/fakes/health-bed.ts';
import { account as makeAccount, type TestBed } from '#test/fakes/test-store.ts';
import { readScorecards, saveScorecard } from './scorecards.ts';

afterEach(endBed);

/** By a card under which a single measure is enough for a score. */
async function scoreParents({ db, store }: TestBed, parents: Scorecard['parents']): Promise<void> {
  const card = (await readScorecards(db)).find((each) => each.id === 'saas-low-touch');
  if (card === undefined) throw new Error('no card');
  await saveScorecard(store, { ...card, parents, coverageFloor: 0 }, '');
}

/** The sentiment of each account, 1 to 5. */
async function judge({ db }: TestBed, at: number, values: Readonly<Record<string, number>>): Promise<void> {
  await db.sentiments.bulkAdd(
    Object.entries(values).map(([account, value]) => ({
      id: `s-${account}`,
      account,
      value,
      reasons: [],
      until: '2026-12-31',
      by: '',
      at,
      createdAt: at,
      updatedAt: at,
    })),
  );
}

describe('a parent', () => {
  it('is scored by its children where its card says so', async () => {
    const bed = await openBed();
    const { db } = bed;
    const accounts = [
      makeAccount('p', {}),
      makeAccount('c1', { parent: 'p' }),
      makeAccount('c2', { parent: 'p' }),
    ];
    await db.accounts.bulkAdd(accounts);
    await judge(bed, NOW - 2 * DAY, { c1: 5, c2: 1 });
    await scoreParents(bed, 'worst');
    const { engine, scoreOf } = watch(db);
    await engine.open();
    expect(scoreOf('p')?.value).toBe(scoreOf('c2')?.value);
    expect(scoreOf('p')?.from).toEqual(['c2']);
  });

  it('compares with no past of its own, in whatever order it and its children are read', async () => {
    const bed = await openBed();
    const { db, store } = bed;
    await scoreParents(bed, 'by-arr');
    // "a" is read before its child, "z" after: neither was ever scored.
    await db.accounts.bulkAdd([
      makeAccount('a', {}),
      makeAccount('b', { parent: 'a' }),
      makeAccount('y', { parent: 'z' }),
      makeAccount('z', {}),
    ]);
    await judge(bed, NOW - 40 * DAY, { a: 1, b: 2, y: 3, z: 4 });
    const { engine, scored, scoreOf } = watch(db);
    await engine.open();
    for (const [parent, child] of [
      ['a', 'b'],
      ['z', 'y'],
    ] as const) {
      expect(scoreOf(parent)?.from).toContain(child);
      expect(scored.figureOf(parent)?.trend).toEqual({
        days7: undefined,
        days30: undefined,
        days90: undefined,
      });
      expect(scored.figureOf(child)?.trend.days30).toBe(0);
    }

    // Without its child it is scored by itself again, and its past is its own.
    const left = await store.editRecords('account', ['b'], { parent: null });
    if (!left.ok || left.value === undefined) throw new Error('not written');
    await engine.changed(left.value.changes);
    await engine.catchUp();
    expect(scoreOf('a')?.from).toBeUndefined();
    expect(scored.figureOf('a')?.trend.days30).toBe(0);
  });
});
