/** What a set of accounts adds up to: how many, and their recurring revenue in each currency by itself. */
import type { Money } from '../../base/money.ts';

interface WithRevenue {
  readonly arr: readonly Money[];
}

export interface SegmentTotal {
  readonly count: number;
  /** One sum per currency, the one with the most accounts first: amounts of two currencies are never added. */
  readonly arr: readonly Money[];
}

export function totalOf(rows: readonly WithRevenue[], indexes: Iterable<number>): SegmentTotal {
  const sums = new Map<string, { minor: number; accounts: number }>();
  let count = 0;
  for (const index of indexes) {
    const row = rows[index];
    if (row === undefined) continue;
    count++;
    for (const { minor, currency } of row.arr) {
      const sum = sums.get(currency) ?? { minor: 0, accounts: 0 };
      sum.minor += minor;
      sum.accounts++;
      sums.set(currency, sum);
    }
  }
  const arr = [...sums]
    .sort(([a, m], [b, n]) => n.accounts - m.accounts || (a < b ? -1 : 1))
    .map(([currency, { minor }]) => ({ currency, minor }));
  return { count, arr };
}
