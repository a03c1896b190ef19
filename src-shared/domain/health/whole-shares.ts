/** Shares of a score as whole percents that sum to what stands beside them: rounded each by itself they would not. */
import type { HealthScore, MeasureScore } from '../../model/health.ts';

/**
 * Whole numbers that sum to `total`, each next to its share of it: where the rest is largest it is rounded up. All 0
 * where there is nothing to share out.
 */
export function wholeParts(shares: readonly number[], total: number): number[] {
  const sum = shares.reduce((all, share) => all + share, 0);
  if (!(sum > 0)) return shares.map(() => 0);
  const exact = shares.map((share) => (share / sum) * total);
  const parts = exact.map((share) => Math.floor(share + 1e-9));
  const left = total - parts.reduce((all, part) => all + part, 0);
  const byRest = exact
    .map((share, place) => ({ place, rest: share - (parts[place] ?? 0) }))
    .filter(({ place }) => (shares[place] ?? 0) > 0)
    .sort((a, b) => b.rest - a.rest || a.place - b.place);
  for (const { place } of byRest.slice(0, Math.max(0, left))) parts[place] = (parts[place] ?? 0) + 1;
  return parts;
}

export interface WholeShares {
  /** Percent of the weight that has data; what is missing is 100 less that. */
  readonly coverage: number;
  /** Percent by group: they sum to 100. */
  readonly groups: ReadonlyMap<string, number>;
  /** Percent by measure: those of a group sum to the group's, those with data to the coverage. */
  readonly measures: ReadonlyMap<MeasureScore, number>;
}

const isPresent = ({ state }: MeasureScore) => state === 'present';
const weightOf = (measures: readonly MeasureScore[]) => measures.reduce((sum, { weight }) => sum + weight, 0);

export function wholeShares(score: Pick<HealthScore, 'measures' | 'coverage'>): WholeShares {
  const byGroup = new Map<string, MeasureScore[]>();
  for (const each of score.measures) {
    if (each.weight <= 0) continue;
    const group = byGroup.get(each.group);
    if (group === undefined) byGroup.set(each.group, [each]);
    else group.push(each);
  }
  const lists = [...byGroup.values()];
  const coverage = Math.round(score.coverage * 100);
  const totals = wholeParts(lists.map(weightOf), 100);
  // First what has data, over all groups: their sum is the coverage; the rest of each group is what is missing.
  const present = wholeParts(
    lists.map((list) => weightOf(list.filter(isPresent))),
    coverage,
  );
  const groups = new Map<string, number>();
  const measures = new Map<MeasureScore, number>();
  lists.forEach((list, i) => {
    const total = totals[i] ?? 0;
    const has = list.every(isPresent) ? total : Math.min(total, present[i] ?? 0);
    groups.set(list[0]?.group ?? '', total);
    for (const [part, sum] of [
      [list.filter(isPresent), has],
      [list.filter((each) => !isPresent(each)), total - has],
    ] as const) {
      const parts = wholeParts(
        part.map(({ weight }) => weight),
        sum,
      );
      part.forEach((each, place) => {
        measures.set(each, parts[place] ?? 0);
      });
    }
  });
  return { coverage, groups, measures };
}
