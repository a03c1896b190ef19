/** The score of a parent account, made of its own and its children's: by their revenue, or the worst of them. */
import type { HealthScore, MeasureId, MeasureScore, Scorecard } from '../../model/health.ts';
import { bandOf } from './compile-scorecard.ts';

/** Bands, floor and way of combining come from the parent's own scorecard. */
export type ParentRule = Pick<Scorecard, 'parents' | 'bands' | 'coverageFloor'>;

export interface FamilyMember {
  readonly score: HealthScore;
  /** Yearly recurring revenue, all members in one currency; 0 where none is known. */
  readonly arr: number;
}

/** Parts below a member's coverage floor are no evidence: only members with a colour count. */
function counting(members: readonly FamilyMember[]): FamilyMember[] {
  return members.filter(({ score }) => score.value !== undefined && score.band !== 'unknown');
}

function worst(parent: HealthScore, members: readonly FamilyMember[], rule: ParentRule): HealthScore {
  let found: HealthScore | undefined;
  for (const { score } of members) {
    const lower = found === undefined || (score.value ?? 0) < (found.value ?? 0);
    const first = score.value === found?.value && score.account < (found?.account ?? '');
    if (lower || first) found = score;
  }
  if (found === undefined) return parent;
  return {
    ...parent,
    value: found.value ?? 0,
    coverage: found.coverage,
    band: bandOf(found.value, found.coverage, rule),
    measures: found.measures,
    from: [found.account],
  };
}

interface Blend {
  measure: MeasureId;
  group: string;
  /** Normalised weight over the members. */
  present: number;
  points: number;
  absent: number;
}

/** Each measure's part in the blend, so that weights and points still give the score. */
function blended(members: readonly { score: HealthScore; share: number }[]): Blend[] {
  const blends = new Map<string, Blend>();
  for (const { score, share } of members) {
    for (const { measure, group, weight, points } of score.measures) {
      const key = `${group}\u001f${measure}`;
      const blend = blends.get(key) ?? { measure, group, present: 0, points: 0, absent: 0 };
      blends.set(key, blend);
      if (points === undefined) blend.absent += share * weight;
      else {
        const part = (share * weight) / score.coverage;
        blend.present += part;
        blend.points += part * points;
      }
    }
  }
  return [...blends.values()];
}

function byRevenue(parent: HealthScore, members: readonly FamilyMember[], rule: ParentRule): HealthScore {
  if (members.length === 0) return parent;
  const total = members.reduce((sum, { arr }) => sum + Math.max(0, arr), 0);
  const shares = members.map(({ score, arr }) => ({
    score,
    share: total > 0 ? Math.max(0, arr) / total : 1 / members.length,
  }));
  const value = shares.reduce((sum, { score, share }) => sum + share * (score.value ?? 0), 0);
  const coverage = shares.reduce((sum, { score, share }) => sum + share * score.coverage, 0);
  const blends = blended(shares);
  const nowhere = blends.filter(({ present }) => present === 0);
  const absent = nowhere.reduce((sum, blend) => sum + blend.absent, 0);
  const measures = blends.map(({ measure, group, present, points, absent: own }): MeasureScore => {
    if (present > 0)
      return { measure, group, weight: present * coverage, state: 'present', points: points / present };
    return { measure, group, weight: absent > 0 ? (own / absent) * (1 - coverage) : 0, state: 'missing' };
  });
  return {
    ...parent,
    value,
    coverage,
    band: bandOf(value, coverage, rule),
    measures,
    from: members.map(({ score }) => score.account),
  };
}

/** `children` are scored already. The parent counts as one of the members where it has revenue of its own. */
export function combineScores(
  parent: FamilyMember,
  children: readonly FamilyMember[],
  rule: ParentRule,
): HealthScore {
  if (rule.parents === 'own' || children.length === 0) return parent.score;
  const members = counting(parent.arr > 0 ? [parent, ...children] : children);
  return rule.parents === 'worst'
    ? worst(parent.score, members, rule)
    : byRevenue(parent.score, members, rule);
}

export interface Families {
  readonly scores: ReadonlyMap<string, HealthScore>;
  /** Parent by child; ids of accounts that are not here stand for nothing. */
  readonly parentOf: ReadonlyMap<string, string>;
  readonly arrOf: (account: string) => number;
  readonly ruleOf: (account: string) => ParentRule;
}

/** Scores of all parents, from the lowest level up. Accounts that are each other's parents stay with their own. */
export function combineParents({ scores, parentOf, arrOf, ruleOf }: Families): Map<string, HealthScore> {
  const children = new Map<string, string[]>();
  for (const [child, parent] of parentOf) {
    if (child === parent || !scores.has(child) || !scores.has(parent)) continue;
    const list = children.get(parent);
    if (list === undefined) children.set(parent, [child]);
    else list.push(child);
  }
  const combined = new Map<string, HealthScore>();
  const underway = new Set<string>();
  const member = (account: string): FamilyMember | undefined => {
    const own = scores.get(account);
    if (own === undefined) return undefined;
    const done = combined.get(account);
    const below = children.get(account);
    if (done !== undefined) return { score: done, arr: familyRevenue(account) };
    if (below === undefined || underway.has(account)) return { score: own, arr: Math.max(0, arrOf(account)) };
    underway.add(account);
    const members = below.sort().flatMap((child) => member(child) ?? []);
    underway.delete(account);
    const arr = Math.max(0, arrOf(account));
    combined.set(account, combineScores({ score: own, arr }, members, ruleOf(account)));
    return { score: combined.get(account) ?? own, arr: familyRevenue(account) };
  };
  /** A child that is a parent itself stands for its whole family. */
  function familyRevenue(account: string, seen: ReadonlySet<string> = new Set()): number {
    if (seen.has(account)) return 0;
    const above = new Set([...seen, account]);
    const below = children.get(account) ?? [];
    return below.reduce((sum, child) => sum + familyRevenue(child, above), Math.max(0, arrOf(account)));
  }
  for (const account of children.keys()) member(account);
  return combined;
}
