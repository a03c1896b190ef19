/** The score of a parent account, made of its own and its children's: by their revenue, or the worst of them. */
import type { HealthScore, MeasureId, MeasureScore, Scorecard } from '../../model/health.ts';
import { bandOf } from './compile-scorecard.ts';

/** Bands, floor and way of combining come from the parent's own scorecard. */
export type ParentRule = Pick<Scorecard, 'parents' | 'bands' | 'coverageFloor'>;

export interface FamilyMember {
  readonly score: HealthScore;
  /** Yearly recurring revenue, all members in one currency; 0 where none is known. */
  readonly arr: number;
  /** Of a parent: it has revenue of its own, be it in another currency. */
  readonly hasRevenue?: boolean;
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

function byRevenue(
  parent: HealthScore,
  members: readonly FamilyMember[],
  rule: ParentRule,
  currency: string,
): HealthScore {
  if (members.length === 0) return parent;
  const total = members.reduce((sum, { arr }) => sum + Math.max(0, arr), 0);
  const shares = members.map(({ score, arr }) => ({
    score,
    share: total > 0 ? Math.max(0, arr) / total : 1 / members.length,
  }));
  const weightless = shares.filter(({ share }) => share === 0).map(({ score }) => score.account);
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
    weighed: { currency: total > 0 ? currency : '', none: weightless },
  };
}

/**
 * `children` are scored already. The parent counts as one of the members where it has revenue of its own. `currency`:
 * that of all revenue here.
 */
export function combineScores(
  parent: FamilyMember,
  children: readonly FamilyMember[],
  rule: ParentRule,
  currency = '',
): HealthScore {
  if (rule.parents === 'own' || children.length === 0) return parent.score;
  const isMember = parent.arr > 0 || parent.hasRevenue === true;
  const members = counting(isMember ? [parent, ...children] : children);
  return rule.parents === 'worst'
    ? worst(parent.score, members, rule)
    : byRevenue(parent.score, members, rule, currency);
}

/** Minor units by currency. */
export type Revenue = readonly (readonly [currency: string, minor: number])[];

export interface Families {
  readonly scores: ReadonlyMap<string, HealthScore>;
  /** Parent by child; ids of accounts that are not here stand for nothing. */
  readonly parentOf: ReadonlyMap<string, string>;
  /** Yearly and recurring. */
  readonly revenueOf: (account: string) => Revenue;
  readonly ruleOf: (account: string) => ParentRule;
}

function childrenOf({ scores, parentOf }: Families): Map<string, string[]> {
  const children = new Map<string, string[]>();
  for (const [child, parent] of parentOf) {
    if (child === parent || !scores.has(child) || !scores.has(parent)) continue;
    const list = children.get(parent);
    if (list === undefined) children.set(parent, [child]);
    else list.push(child);
  }
  return children;
}

const amountIn = (revenue: Revenue, currency: string) =>
  Math.max(0, revenue.find(([each]) => each === currency)?.[1] ?? 0);

/** Amounts of two currencies are never added: a family is weighed in the one that most of it pays in. */
function commonCurrency(family: readonly Revenue[]): string {
  const counts = new Map<string, number>();
  for (const revenue of family)
    for (const [currency, minor] of revenue)
      if (minor > 0) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return first?.[0] ?? '';
}

/** Scores of all parents, from the lowest level up. Accounts that are each other's parents stay with their own. */
export function combineParents(families: Families): Map<string, HealthScore> {
  const { scores, revenueOf, ruleOf } = families;
  const children = childrenOf(families);
  const combined = new Map<string, HealthScore>();
  const underway = new Set<string>();
  /** A child that is a parent itself stands for its whole family. */
  const familyOf = (account: string, seen: Set<string> = new Set()): ReadonlySet<string> => {
    if (seen.has(account)) return seen;
    seen.add(account);
    for (const child of children.get(account) ?? []) familyOf(child, seen);
    return seen;
  };
  const revenueIn = (account: string, currency: string) =>
    [...familyOf(account)].reduce((sum, each) => sum + amountIn(revenueOf(each), currency), 0);
  const scoreOf = (account: string): HealthScore | undefined => {
    const own = scores.get(account);
    const below = children.get(account);
    if (own === undefined || below === undefined || underway.has(account)) return own;
    const done = combined.get(account);
    if (done !== undefined) return done;
    underway.add(account);
    const revenue = revenueOf(account);
    const currency = commonCurrency([...familyOf(account)].map(revenueOf));
    const members = below.sort().flatMap((child): FamilyMember[] => {
      const score = scoreOf(child);
      return score === undefined ? [] : [{ score, arr: revenueIn(child, currency) }];
    });
    underway.delete(account);
    const hasRevenue = revenue.some(([, minor]) => minor > 0);
    const parent = { score: own, arr: amountIn(revenue, currency), hasRevenue };
    const score = combineScores(parent, members, ruleOf(account), currency);
    combined.set(account, score);
    return score;
  };
  for (const account of children.keys()) scoreOf(account);
  return combined;
}
