/** What a person does to a scorecard, each a new value: weights that keep their sum, measures in and out, curves that keep their way. */
import type { Curve, MeasureGroup, MeasureId, MeasureRule, Scorecard } from '../../model/health.ts';
import { balanceWeights, withoutWeight } from './balance-weights.ts';
import { directionOf } from './curve.ts';
import { STANDARD_RULES } from './standard-scorecards.ts';

export type EditedCard = Pick<Scorecard, 'groups'>;

/** Groups and measures whose weight stays: ids of groups, and group and measure joined by U+001F. */
export type Locks = ReadonlySet<string>;

export function lockOf(group: string, measure?: MeasureId): string {
  return measure === undefined ? group : `${group}\u001f${measure}`;
}

function withWeights<T extends { readonly weight: number }>(
  list: readonly T[],
  weights: readonly number[],
): T[] {
  return list.map((each, i) => ({ ...each, weight: weights[i] ?? each.weight }));
}

function mapGroup<C extends EditedCard>(
  card: C,
  id: string,
  change: (group: MeasureGroup) => MeasureGroup,
): C {
  return { ...card, groups: card.groups.map((group) => (group.id === id ? change(group) : group)) };
}

function locked(group: MeasureGroup, locks: Locks) {
  return group.measures.map(({ measure, weight }) => ({
    weight,
    locked: locks.has(lockOf(group.id, measure)),
  }));
}

function lockedGroups(card: EditedCard, locks: Locks) {
  return card.groups.map(({ id, weight }) => ({ weight, locked: locks.has(lockOf(id)) }));
}

export function setGroupWeight<C extends EditedCard>(card: C, id: string, weight: number, locks: Locks): C {
  const place = card.groups.findIndex((group) => group.id === id);
  return {
    ...card,
    groups: withWeights(card.groups, balanceWeights(lockedGroups(card, locks), place, weight)),
  };
}

export function setMeasureWeight<C extends EditedCard>(
  card: C,
  id: string,
  measure: MeasureId,
  weight: number,
  locks: Locks,
): C {
  return mapGroup(card, id, (group) => {
    const place = group.measures.findIndex((rule) => rule.measure === measure);
    return {
      ...group,
      measures: withWeights(group.measures, balanceWeights(locked(group, locks), place, weight)),
    };
  });
}

/** Weights go to what has data; a group without any is switched off. As it was where nothing has. */
export function fitToData<C extends EditedCard>(card: C, has: (measure: MeasureId) => boolean): C {
  const groups = card.groups.map((group) => {
    const weights = onlyThose(group.measures, ({ measure, weight }) => weight > 0 && has(measure));
    return weights === undefined
      ? { ...group, weight: 0 }
      : { ...group, measures: withWeights(group.measures, weights) };
  });
  const weights = onlyThose(groups, ({ weight }) => weight > 0);
  return weights === undefined ? card : { ...card, groups: withWeights(groups, weights) };
}

/** The weights scaled to 100 over those that stay, 0 for the others; undefined when none stays. */
function onlyThose<T extends { readonly weight: number }>(list: readonly T[], stays: (each: T) => boolean) {
  const kept = list.filter(stays);
  if (kept.length === 0) return undefined;
  // A place without weight is taken out of them: the others share the whole.
  const shared = withoutWeight(
    [{ weight: 0, locked: false }, ...kept.map(({ weight }) => ({ weight, locked: false }))],
    0,
  );
  return list.map((each) => (kept.includes(each) ? (shared[kept.indexOf(each)] ?? 0) : 0));
}

/** A new measure begins without weight; the first of a group has all of it. */
export function addMeasure<C extends EditedCard>(card: C, id: string, measure: MeasureId): C {
  return mapGroup(card, id, (group) => ({
    ...group,
    measures: [
      ...group.measures,
      { measure, weight: group.measures.length === 0 ? 100 : 0, ...STANDARD_RULES[measure] },
    ],
  }));
}

export function removeMeasure<C extends EditedCard>(
  card: C,
  id: string,
  measure: MeasureId,
  locks: Locks,
): C {
  return mapGroup(card, id, (group) => {
    const place = group.measures.findIndex((rule) => rule.measure === measure);
    if (place === -1) return group;
    const rest = group.measures.filter((_, i) => i !== place);
    return { ...group, measures: withWeights(rest, withoutWeight(locked(group, locks), place)) };
  });
}

/** A new group begins without weight; the first of a card has all of it. */
export function addGroup<C extends EditedCard>(card: C, id: string, name: string): C {
  const group: MeasureGroup = { id, name, weight: card.groups.length === 0 ? 100 : 0, measures: [] };
  return { ...card, groups: [...card.groups, group] };
}

export function removeGroup<C extends EditedCard>(card: C, id: string, locks: Locks): C {
  const place = card.groups.findIndex((group) => group.id === id);
  if (place === -1) return card;
  const rest = card.groups.filter((_, i) => i !== place);
  return { ...card, groups: withWeights(rest, withoutWeight(lockedGroups(card, locks), place)) };
}

export function setRule<C extends EditedCard>(
  card: C,
  id: string,
  measure: MeasureId,
  patch: Partial<Pick<MeasureRule, 'curve' | 'shelfDays'>>,
): C {
  return mapGroup(card, id, (group) => ({
    ...group,
    measures: group.measures.map((rule) => (rule.measure === measure ? { ...rule, ...patch } : rule)),
  }));
}

type Point = readonly [number, number];

/** Which way more is: as delivered, unless the curve itself says otherwise. */
export function wayOf(measure: MeasureId, curve: Curve): 'up' | 'down' {
  const own = directionOf(curve);
  if (own === 'up' || own === 'down') return own;
  return directionOf(STANDARD_RULES[measure].curve) === 'down' ? 'down' : 'up';
}

/** Moves a point as far as its neighbours let it: raw values keep their order, points keep their way. */
export function movePoint(curve: Curve, place: number, to: Point, way: 'up' | 'down', step: number): Curve {
  const { points } = curve;
  const before = points[place - 1];
  const after = points[place + 1];
  const raw = Math.min(
    (after?.[0] ?? Number.POSITIVE_INFINITY) - step,
    Math.max((before?.[0] ?? Number.NEGATIVE_INFINITY) + step, to[0]),
  );
  const [low, high] =
    way === 'up' ? [before?.[1] ?? 0, after?.[1] ?? 100] : [after?.[1] ?? 0, before?.[1] ?? 100];
  const gives = Math.round(Math.min(high, Math.max(low, to[1])));
  const moved: Point = [tidy(raw, step), gives];
  return { ...curve, points: points.map((point, i) => (i === place ? moved : point)) };
}

/** To the nearest step, without the dust of floating point. */
function tidy(raw: number, step: number): number {
  const digits = Math.max(0, Math.ceil(-Math.log10(step)));
  return Number((Math.round(raw / step) * step).toFixed(digits));
}

/** A point in the widest gap, or beyond the end where there is only one. */
export function addPoint(curve: Curve, step: number): Curve {
  const { points } = curve;
  let widest = 0;
  for (let i = 1; i < points.length - 1; i++) if (gapAfter(points, i) > gapAfter(points, widest)) widest = i;
  const from = points[widest];
  const to = points[widest + 1];
  if (from === undefined) return { ...curve, points: [[0, 50]] };
  if (to === undefined) return { ...curve, points: [...points, [tidy(from[0] + step * 10, step), from[1]]] };
  if (to[0] - from[0] < step * 2) return curve;
  const added: Point = [tidy((from[0] + to[0]) / 2, step), Math.round((from[1] + to[1]) / 2)];
  return { ...curve, points: [...points.slice(0, widest + 1), added, ...points.slice(widest + 1)] };
}

function gapAfter(points: readonly Point[], i: number): number {
  return (points[i + 1]?.[0] ?? 0) - (points[i]?.[0] ?? 0);
}

/** The last point stays: a curve without any says nothing. */
export function removePoint(curve: Curve, place: number): Curve {
  if (curve.points.length <= 1) return curve;
  return { ...curve, points: curve.points.filter((_, i) => i !== place) };
}
