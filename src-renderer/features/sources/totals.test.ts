import fc from 'fast-check';
import { test } from 'vitest';
import { addsUp, sumCounts } from './totals.ts';

const counts = fc
  .record({
    added: fc.nat(9999),
    changed: fc.nat(9999),
    unchanged: fc.nat(9999),
    rejected: fc.nat(9999),
    unlinked: fc.nat(9999),
  })
  .map((parts) => ({ ...parts, read: parts.added + parts.changed + parts.unchanged + parts.rejected }));

test('counts that add up table by table add up in all', () => {
  fc.assert(fc.property(fc.array(counts), (all) => addsUp(sumCounts(all))));
});

test('a row that got lost is noticed', () => {
  fc.assert(
    fc.property(
      counts,
      fc.integer({ min: 1, max: 5 }),
      (sum, lost) => !addsUp({ ...sum, read: sum.read + lost }),
    ),
  );
});
