import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Recent } from './recent.ts';

const key = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const step = fc.oneof(
  fc.record({ do: fc.constant('set' as const), key, size: fc.integer({ min: 1, max: 7 }) }),
  fc.record({ do: fc.constant('get' as const), key }),
  fc.record({ do: fc.constant('forget' as const), key }),
  fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 6 }) }),
);

describe('what was read a moment ago', () => {
  it('is the last that was set, never older or more than allowed, and never what was forgotten', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let now = 0;
        const recent = new Recent<number>({ most: 12, freshFor: 10, now: () => now });
        const plain = new Map<string, { value: number; at: number; size: number }>();
        steps.forEach((each, value) => {
          if (each.do === 'wait') now += each.ms;
          if (each.do === 'forget') {
            recent.forget([each.key]);
            plain.delete(each.key);
          }
          if (each.do === 'set') {
            recent.set(each.key, value, each.size, recent.version);
            plain.set(each.key, { value, at: now, size: each.size });
          }
          if (each.do !== 'get') return;
          const got = recent.get(each.key);
          const known = plain.get(each.key);
          if (got !== undefined)
            expect({ got, age: now - (known?.at ?? -99) <= 10 }).toEqual({ got: known?.value, age: true });
        });
        const held = ['a', 'b', 'c', 'd', 'e'].filter((each) => recent.get(each) !== undefined);
        expect(held.reduce((sum, each) => sum + (plain.get(each)?.size ?? 0), 0)).toBeLessThanOrEqual(12);
      }),
    );
  });

  it('drops what was used longest ago, and keeps the rest', () => {
    const recent = new Recent<string>({ most: 2, now: () => 0 });
    for (const name of ['a', 'b']) recent.set(name, name, 1, recent.version);
    recent.get('a');
    recent.set('c', 'c', 1, recent.version);
    expect(['a', 'b', 'c'].map((name) => recent.get(name))).toEqual(['a', undefined, 'c']);
  });

  it('does not take in what was being read while something was forgotten', () => {
    const recent = new Recent<string>({ most: 2, now: () => 0 });
    const before = recent.version;
    recent.forget(['a']);
    recent.set('a', 'as it was', 1, before);
    expect(recent.get('a')).toBeUndefined();
  });
});
