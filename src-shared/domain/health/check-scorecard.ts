/** What is wrong with a scorecard, as values that a screen words: weights, sums, curves, measures, floor and bands. */
import { type Curve, MEASURES, type MeasureId } from '../../model/health.ts';
import { directionOf } from './curve.ts';

export type ScorecardIssue =
  /** Below 0, above 100 or no number; without `measure` it is the group's own. */
  | { readonly type: 'not-a-weight'; readonly group: string; readonly measure?: string }
  /** Groups that do not sum to 100. */
  | { readonly type: 'groups-sum'; readonly sum: number }
  /** Measures of a group that do not sum to 100. */
  | { readonly type: 'measures-sum'; readonly group: string; readonly sum: number }
  | { readonly type: 'unknown-measure'; readonly group: string; readonly measure: string }
  | { readonly type: 'twice'; readonly group: string; readonly measure: string }
  /** A curve without points, with points out of order, beyond 0 to 100 or no numbers, or that goes both up and down. */
  | { readonly type: 'curve-empty'; readonly group: string; readonly measure: string }
  | { readonly type: 'curve-order'; readonly group: string; readonly measure: string }
  | { readonly type: 'curve-points'; readonly group: string; readonly measure: string }
  | { readonly type: 'curve-both-ways'; readonly group: string; readonly measure: string }
  | { readonly type: 'shelf'; readonly group: string; readonly measure: string }
  | { readonly type: 'twice-group'; readonly group: string }
  | { readonly type: 'no-measure' }
  | { readonly type: 'floor' }
  | { readonly type: 'bands' };

/** A scorecard as a file or a form may have it: the measures are not known to exist yet. */
export interface UncheckedScorecard {
  readonly groups: readonly {
    readonly id: string;
    readonly weight: number;
    readonly measures: readonly {
      readonly measure: string;
      readonly weight: number;
      readonly curve: Curve;
      readonly shelfDays: number;
    }[];
  }[];
  readonly coverageFloor: number;
  readonly bands: { readonly healthy: number; readonly watch: number };
}

type Group = UncheckedScorecard['groups'][number];
type Rule = Group['measures'][number];

/** Percentages are typed by hand: a third of 100 may be written 33.3. */
const SLACK = 0.15;
const KNOWN: ReadonlySet<string> = new Set(MEASURES);

export function isMeasure(text: string): text is MeasureId {
  return KNOWN.has(text);
}

const isWeight = (weight: number) => weight >= 0 && weight <= 100;

type CurveIssue = 'curve-empty' | 'curve-points' | 'curve-order' | 'curve-both-ways';

/** What is wrong with a curve; undefined: nothing. */
export function checkCurve(curve: Curve): CurveIssue | undefined {
  const { points } = curve;
  if (points.length === 0) return 'curve-empty';
  const nonsense = points.some(([raw, gives]) => !Number.isFinite(raw) || !(gives >= 0 && gives <= 100));
  if (nonsense) return 'curve-points';
  const sorted = points.every((point, i) => i === 0 || point[0] > (points[i - 1]?.[0] ?? 0));
  if (!sorted) return 'curve-order';
  return directionOf(curve) === 'both' ? 'curve-both-ways' : undefined;
}

function measureIssues(group: Group, rule: Rule): ScorecardIssue[] {
  const at = { group: group.id, measure: rule.measure };
  const curve = checkCurve(rule.curve);
  return [
    ...(isMeasure(rule.measure) ? [] : [{ type: 'unknown-measure' as const, ...at }]),
    ...(isWeight(rule.weight) ? [] : [{ type: 'not-a-weight' as const, ...at }]),
    ...(rule.shelfDays > 0 && Number.isFinite(rule.shelfDays) ? [] : [{ type: 'shelf' as const, ...at }]),
    ...(curve === undefined ? [] : [{ type: curve, ...at }]),
  ];
}

function sumOf(list: readonly { readonly weight: number }[]): number {
  return list.reduce((sum, { weight }) => sum + weight, 0);
}

function groupIssues(group: Group): ScorecardIssue[] {
  const { id, weight, measures } = group;
  const issues: ScorecardIssue[] = isWeight(weight) ? [] : [{ type: 'not-a-weight', group: id }];
  for (const rule of measures) issues.push(...measureIssues(group, rule));
  const sum = sumOf(measures);
  // A group that is switched off may be left half done.
  if (weight > 0 && !(Math.abs(sum - 100) <= SLACK)) issues.push({ type: 'measures-sum', group: id, sum });
  return issues;
}

function repeated(card: UncheckedScorecard): ScorecardIssue[] {
  const issues: ScorecardIssue[] = [];
  const groups = new Set<string>();
  const measures = new Set<string>();
  for (const group of card.groups) {
    if (groups.has(group.id)) issues.push({ type: 'twice-group', group: group.id });
    groups.add(group.id);
    for (const { measure } of group.measures) {
      if (measures.has(measure)) issues.push({ type: 'twice', group: group.id, measure });
      measures.add(measure);
    }
  }
  return issues;
}

/** Empty: nothing is wrong. */
export function checkScorecard(card: UncheckedScorecard): ScorecardIssue[] {
  const { groups, bands, coverageFloor } = card;
  const counts = groups.some((group) => group.weight > 0 && group.measures.some((rule) => rule.weight > 0));
  if (!counts) return [{ type: 'no-measure' }, ...groups.flatMap(groupIssues)];
  const sum = sumOf(groups);
  const { healthy, watch } = bands;
  return [
    ...(Math.abs(sum - 100) <= SLACK ? [] : [{ type: 'groups-sum' as const, sum }]),
    ...groups.flatMap(groupIssues),
    ...repeated(card),
    ...(coverageFloor >= 0 && coverageFloor <= 1 ? [] : [{ type: 'floor' as const }]),
    ...(watch > 0 && healthy > watch && healthy <= 100 ? [] : [{ type: 'bands' as const }]),
  ];
}
