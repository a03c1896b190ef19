/** Two measures of the accounts looked at, and what they have to do with each other: in slices, the old answer standing. */
import { useEffect, useState } from 'react';
import type { AccountRow } from '#renderer/data/book.ts';
import { inSlices } from '#renderer/data/in-slices.ts';
import { type Correlation, outliersOf, pairsOf, spearman } from '#shared/domain/correlation/spearman.ts';
import type { Sliced } from '#shared/domain/table/sliced.ts';
import type { TableData } from '#shared/domain/table/table-data.ts';
import type { PairPoint } from './correlation-option.ts';
import type { NumericMeasure } from './numeric-measures.ts';
import type { Scope } from './portfolio-parts.ts';

export interface Pair {
  readonly a: NumericMeasure;
  readonly b: NumericMeasure;
  readonly correlation: Correlation;
  /** Accounts with both values; `id` opens one. */
  readonly points: readonly (PairPoint & { readonly id: string })[];
  /** Names of those that stand apart. */
  readonly outliers: readonly string[];
}

const MOST_OUTLIERS = 5;

function* compare(
  table: TableData<AccountRow>,
  { indexes }: Scope,
  a: NumericMeasure,
  b: NumericMeasure,
): Sliced<Pair> {
  const allA = yield* a.numbers(table);
  const allB = yield* b.numbers(table);
  const x = Float64Array.from(indexes, (index) => allA[index] ?? Number.NaN);
  const y = Float64Array.from(indexes, (index) => allB[index] ?? Number.NaN);
  yield;
  const correlation = spearman(x, y);
  yield;
  const apart = new Set(outliersOf(x, y, MOST_OUTLIERS));
  yield;
  const points = Array.from(pairsOf(x, y), (place) => {
    const account = table.rows[indexes[place]!]?.account;
    return {
      id: account?.id ?? '',
      name: account?.name ?? '',
      a: x[place]!,
      b: y[place]!,
      named: apart.has(place),
    };
  });
  const outliers = [...apart].map((place) => table.rows[indexes[place]!]?.account.name ?? '');
  return { a, b, correlation, points, outliers };
}

/** Undefined until the first answer is there. */
export function usePair(
  table: TableData<AccountRow>,
  scope: Scope,
  a: NumericMeasure | undefined,
  b: NumericMeasure | undefined,
): Pair | undefined {
  const [pair, setPair] = useState<Pair>();
  useEffect(() => {
    if (a === undefined || b === undefined) return undefined;
    const stop = new AbortController();
    // Given up for a newer question: nothing to say.
    inSlices(compare(table, scope, a, b), stop.signal).then(setPair, () => undefined);
    return () => stop.abort();
  }, [table, scope, a, b]);
  return pair;
}
