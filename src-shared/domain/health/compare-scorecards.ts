/** What differs between two versions of a scorecard, line by line, as a screen lists it. */
import type { MeasureId, MeasureRule, Scorecard } from '../../model/health.ts';

type Compared = Pick<Scorecard, 'name' | 'groups' | 'coverageFloor' | 'bands' | 'scope' | 'parents'>;

export type ScorecardDifference =
  | { readonly type: 'name'; readonly from: string; readonly to: string }
  | { readonly type: 'group-weight'; readonly group: string; readonly from: number; readonly to: number }
  | { readonly type: 'group-added' | 'group-removed'; readonly group: string }
  | {
      readonly type: 'measure-weight';
      readonly group: string;
      readonly measure: MeasureId;
      readonly from: number;
      readonly to: number;
    }
  | {
      readonly type: 'measure-added' | 'measure-removed' | 'curve';
      readonly group: string;
      readonly measure: MeasureId;
    }
  | { readonly type: 'shelf'; readonly measure: MeasureId; readonly from: number; readonly to: number }
  | { readonly type: 'floor'; readonly from: number; readonly to: number }
  | { readonly type: 'bands' | 'scope' | 'parents' };

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function compareRules(group: string, from: MeasureRule, to: MeasureRule): ScorecardDifference[] {
  const { measure } = to;
  const found: ScorecardDifference[] = [];
  if (from.weight !== to.weight)
    found.push({ type: 'measure-weight', group, measure, from: from.weight, to: to.weight });
  if (!same(from.curve, to.curve)) found.push({ type: 'curve', group, measure });
  if (from.shelfDays !== to.shelfDays)
    found.push({ type: 'shelf', measure, from: from.shelfDays, to: to.shelfDays });
  return found;
}

function compareGroups(a: Compared, b: Compared): ScorecardDifference[] {
  const found: ScorecardDifference[] = [];
  for (const to of b.groups) {
    const from = a.groups.find(({ id }) => id === to.id);
    if (from === undefined) {
      found.push({ type: 'group-added', group: to.id });
      continue;
    }
    if (from.weight !== to.weight)
      found.push({ type: 'group-weight', group: to.id, from: from.weight, to: to.weight });
    for (const rule of to.measures) {
      const old = from.measures.find(({ measure }) => measure === rule.measure);
      if (old === undefined) found.push({ type: 'measure-added', group: to.id, measure: rule.measure });
      else found.push(...compareRules(to.id, old, rule));
    }
    for (const { measure } of from.measures)
      if (!to.measures.some((rule) => rule.measure === measure))
        found.push({ type: 'measure-removed', group: to.id, measure });
  }
  for (const { id } of a.groups)
    if (!b.groups.some((group) => group.id === id)) found.push({ type: 'group-removed', group: id });
  return found;
}

/** Empty when they say the same. */
export function compareScorecards(a: Compared, b: Compared): ScorecardDifference[] {
  const found = compareGroups(a, b);
  if (a.name !== b.name) found.unshift({ type: 'name', from: a.name, to: b.name });
  if (a.coverageFloor !== b.coverageFloor)
    found.push({ type: 'floor', from: a.coverageFloor, to: b.coverageFloor });
  if (!same([a.bands.healthy, a.bands.watch], [b.bands.healthy, b.bands.watch]))
    found.push({ type: 'bands' });
  const scope = ({ scope: { segments, touchModels, stages, saved = [] } }: Compared) => [
    segments,
    touchModels,
    stages,
    saved,
  ];
  if (!same(scope(a), scope(b))) found.push({ type: 'scope' });
  if (a.parents !== b.parents) found.push({ type: 'parents' });
  return found;
}
