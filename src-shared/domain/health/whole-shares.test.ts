/** Shares in whole percents: what is shown as parts of a whole adds up to it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MeasureScore } from '../../model/health.ts';
import { MEASURES } from '../../model/health.ts';
import { wholeParts, wholeShares } from './whole-shares.ts';

const sum = (list: Iterable<number>) => [...list].reduce((all, each) => all + each, 0);

function measures(groups: readonly (readonly (readonly [number, boolean])[])[]): MeasureScore[] {
  const total = sum(groups.flat().map(([weight]) => weight));
  let place = 0;
  return groups.flatMap((list, group) =>
    list.map(([weight, present]): MeasureScore => {
      const measure = MEASURES[place++ % MEASURES.length] ?? 'nps';
      return {
        measure,
        group: String(group),
        weight: weight / total,
        state: present ? 'present' : 'missing',
      };
    }),
  );
}

describe('whole parts', () => {
  it('sum to the whole, each within one of its share', () => {
    const shares = fc.array(fc.nat(100), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(shares, fc.nat(100), (list, total) => {
        const parts = wholeParts(list, total);
        expect(sum(parts)).toBe(sum(list) === 0 ? 0 : total);
        parts.forEach((part, i) => {
          const exact = sum(list) === 0 ? 0 : ((list[i] ?? 0) / sum(list)) * total;
          expect(Math.abs(part - exact)).toBeLessThan(1);
        });
      }),
    );
  });

  it('are the shares themselves where these are whole', () => {
    expect(wholeParts([0.25, 0.15, 0.6], 100)).toEqual([25, 15, 60]);
    expect(wholeParts([1, 1, 1], 100)).toEqual([34, 33, 33]);
  });
});

describe('whole shares of a score', () => {
  it('do not sum to 101: what is missing is what coverage leaves', () => {
    // 4.5 % would be shown as 5 beside 95.5 % as 96.
    const list = measures([
      [
        [9, true],
        [191, false],
      ],
    ]);
    const shares = wholeShares({ measures: list, coverage: 0.045 });
    expect([...shares.measures.values()]).toEqual([5, 95]);
  });

  it('sum to 100 over groups, to its group over measures, to the coverage over those with data', () => {
    const group = fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.boolean()), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 6 }), (groups) => {
        const list = measures(groups);
        const present = list.filter(({ state }) => state === 'present');
        const coverage = sum(present.map(({ weight }) => weight));
        const shares = wholeShares({ measures: list, coverage });
        expect(sum(shares.groups.values())).toBe(100);
        for (const [id, total] of shares.groups) {
          const own = list.filter((each) => each.group === id);
          expect(sum(own.map((each) => shares.measures.get(each) ?? 0))).toBe(total);
        }
        for (const each of list) expect(shares.measures.get(each)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('reach the coverage where groups have whole weights', () => {
    const group = fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.boolean()), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.tuple(group, group), (groups) => {
        const list = measures(groups).map((each) => {
          const own = groups[Number(each.group)] ?? [];
          const weight = sum(own.map(([part]) => part));
          const all = sum(groups.flat().map(([part]) => part));
          return { ...each, weight: (each.weight * all * (each.group === '0' ? 0.3 : 0.7)) / weight };
        });
        const present = list.filter(({ state }) => state === 'present');
        const coverage = sum(present.map(({ weight }) => weight));
        const shares = wholeShares({ measures: list, coverage });
        expect(sum(present.map((each) => shares.measures.get(each) ?? 0))).toBe(Math.round(coverage * 100));
      }),
    );
  });
});
