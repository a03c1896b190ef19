/** The groups of a score with their own points: pure. */
import type { StandardGroup } from '#shared/domain/health/health-terms.ts';
import type { HealthScore, MeasureScore, Scorecard } from '#shared/model/health.ts';

export interface GroupScore {
  readonly id: string;
  /** Share of the whole, 0 to 1. */
  readonly weight: number;
  /** 0 to 100 over the measures present; undefined when none is. */
  readonly points: number | undefined;
  readonly measures: readonly MeasureScore[];
}

/** In the scorecard's order; measures that are switched off are left out. */
export function groupsOf(score: HealthScore): readonly GroupScore[] {
  const groups = new Map<string, MeasureScore[]>();
  for (const each of score.measures) {
    if (each.weight <= 0) continue;
    const group = groups.get(each.group);
    if (group === undefined) groups.set(each.group, [each]);
    else group.push(each);
  }
  return [...groups].map(([id, measures]) => {
    let weight = 0;
    let present = 0;
    let sum = 0;
    for (const each of measures) {
      weight += each.weight;
      if (each.points === undefined) continue;
      present += each.weight;
      sum += each.weight * each.points;
    }
    return { id, weight, measures, points: present > 0 ? sum / present : undefined };
  });
}

/** A name that a person gave, else the language's own. */
export function groupName(
  id: string,
  card: Scorecard | undefined,
  words: Readonly<Record<StandardGroup, string>>,
): string {
  const own = card?.groups.find((group) => group.id === id)?.name ?? '';
  if (own !== '') return own;
  return Object.hasOwn(words, id) ? words[id as StandardGroup] : id;
}
