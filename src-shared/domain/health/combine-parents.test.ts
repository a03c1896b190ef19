/** Parents made of children by hand: revenue, the worst, levels, circles. */
import { describe, expect, it } from 'vitest';
import { aSignal, NOW, plainCard, TODAY } from '#test/factories/health.ts';
import { combineParents, combineScores, type Revenue } from './combine-parents.ts';
import { scoreAccount } from './score.ts';

const card = plainCard({ nps: 60, csat: 40 });
const rule = (parents: 'own' | 'by-arr' | 'worst') => ({ ...card, parents });
const member = (account: string, nps: number | undefined, csat: number | undefined, arr: number) => ({
  score: scoreAccount(
    card,
    {
      ...(nps === undefined ? {} : { nps: aSignal(nps) }),
      ...(csat === undefined ? {} : { csat: aSignal(csat) }),
    },
    { account, day: TODAY, now: NOW },
  ),
  arr,
});

describe('combineScores', () => {
  const parent = member('p', 10, 10, 0);
  const children = [member('a', 90, 90, 300), member('b', 50, undefined, 100)];

  it('own: the parent as it is', () => {
    expect(combineScores(parent, children, rule('own'))).toBe(parent.score);
  });

  it('by revenue, coverage too, and the measures still give the score', () => {
    const score = combineScores(parent, children, rule('by-arr'));
    expect(score.value).toBeCloseTo(0.75 * 90 + 0.25 * 50, 12);
    expect(score.coverage).toBeCloseTo(0.75 + 0.25 * 0.6, 12);
    expect(score.from).toEqual(['a', 'b']);
    expect(score.band).toBe('healthy');
    const sum = score.measures.reduce((total, each) => total + each.weight * (each.points ?? 0), 0);
    const present = score.measures.reduce(
      (total, each) => total + (each.points === undefined ? 0 : each.weight),
      0,
    );
    expect(sum / present).toBeCloseTo(score.value ?? 0, 12);
  });

  it('without any revenue known, all alike; the parent counts with revenue of its own', () => {
    const alike = children.map((each) => ({ ...each, arr: 0 }));
    expect(combineScores(parent, alike, rule('by-arr')).value).toBeCloseTo(70, 12);
    const own = { ...parent, arr: 400 };
    expect(combineScores(own, children, rule('by-arr')).value).toBeCloseTo(0.5 * 10 + 0.5 * 80, 12);
  });

  it('the worst, with what it rests on', () => {
    const score = combineScores(parent, children, rule('worst'));
    expect(score).toMatchObject({ account: 'p', value: 50, from: ['b'], band: 'watch' });
  });

  it('children without enough data are no evidence', () => {
    const thin = [member('a', 90, 90, 1), member('b', undefined, undefined, 100)];
    expect(combineScores(parent, thin, rule('by-arr'))).toMatchObject({ value: 90, from: ['a'] });
    expect(combineScores(parent, [member('b', undefined, undefined, 9)], rule('worst'))).toBe(parent.score);
  });
});

describe('combineParents', () => {
  const of = (list: readonly (readonly [string, number, number])[]) => ({
    scores: new Map(list.map(([id, value, arr]) => [id, member(id, value, value, arr).score])),
    revenueOf: (id: string): Revenue => [['EUR', list.find(([each]) => each === id)?.[2] ?? 0]],
    ruleOf: () => rule('by-arr'),
  });

  it('goes up from the lowest level: a child stands for its whole family', () => {
    const book = of([
      ['top', 0, 0],
      ['middle', 0, 0],
      ['leaf', 80, 300],
      ['other', 40, 100],
    ]);
    const parentOf = new Map([
      ['middle', 'top'],
      ['leaf', 'middle'],
      ['other', 'top'],
    ]);
    const combined = combineParents({ ...book, parentOf });
    expect(combined.get('middle')?.value).toBeCloseTo(80, 12);
    expect(combined.get('top')?.value).toBeCloseTo(70, 12);
    expect([...combined.keys()].sort()).toEqual(['middle', 'top']);
  });

  it('parents of each other, of themselves and parents that are not here do no harm', () => {
    const book = of([
      ['a', 80, 1],
      ['b', 40, 1],
    ]);
    const circle = combineParents({
      ...book,
      parentOf: new Map([
        ['a', 'b'],
        ['b', 'a'],
      ]),
    });
    for (const score of circle.values()) expect(Number.isFinite(score.value)).toBe(true);
    expect(
      combineParents({
        ...book,
        parentOf: new Map([
          ['a', 'a'],
          ['b', 'gone'],
        ]),
      }).size,
    ).toBe(0);
  });

  it('weighs a family in the currency that most of it pays in, and says of whom none is known in it', () => {
    const values = { p: 10, a: 90, b: 50, c: 20, x: 80, q: 60 } as const;
    const revenue: Readonly<Record<string, Revenue>> = {
      p: [['USD', 900]],
      a: [['EUR', 300]],
      b: [['EUR', 100]],
      c: [['USD', 5_000]],
      // The rest of the book pays in yen: that is nothing to this family.
      x: [['JPY', 1]],
      q: [['JPY', 1]],
    };
    const combined = combineParents({
      scores: new Map(Object.entries(values).map(([id, value]) => [id, member(id, value, value, 0).score])),
      parentOf: new Map([
        ['a', 'p'],
        ['b', 'p'],
        ['c', 'p'],
        ['x', 'q'],
      ]),
      revenueOf: (id) => revenue[id] ?? [],
      ruleOf: () => rule('by-arr'),
    });
    expect(combined.get('p')?.value).toBeCloseTo(0.75 * 90 + 0.25 * 50, 12);
    expect(combined.get('p')?.weighed).toEqual({ currency: 'EUR', none: ['p', 'c'] });
    expect(combined.get('q')?.weighed).toEqual({ currency: 'JPY', none: [] });
  });

  it('without any revenue all weigh the same, and it says so', () => {
    const combined = combineParents({
      ...of([
        ['p', 10, 0],
        ['a', 90, 0],
        ['b', 50, 0],
      ]),
      parentOf: new Map([
        ['a', 'p'],
        ['b', 'p'],
      ]),
    });
    expect(combined.get('p')).toMatchObject({ value: 70, weighed: { currency: '', none: [] } });
  });
});
