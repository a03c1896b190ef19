/** Why a score changed: parts, each with its measure and cause, that add up to the change whatever changed. */
import type { Curve, HealthScore, MeasureId, MeasureScore, Scorecard, Signal } from '../../model/health.ts';
import { compileCurve } from './curve.ts';
import type { Cause, ChangePart } from './health-terms.ts';

export interface ScoreChange {
  /** Points of the score; the parts add up to it. */
  readonly total: number;
  /** The largest first; parts of nothing are left out. */
  readonly parts: readonly ChangePart[];
}

interface Pair {
  readonly measure: MeasureId;
  readonly group: string;
  readonly before: MeasureScore | undefined;
  readonly after: MeasureScore | undefined;
}

/** A measure is the same one in another group: moving it is a change of weight. */
function pairs(before: HealthScore, after: HealthScore): Pair[] {
  const found = new Map<MeasureId, { before?: MeasureScore; after?: MeasureScore }>();
  const rest: Pair[] = [];
  for (const each of before.measures) {
    if (found.has(each.measure))
      rest.push({ measure: each.measure, group: each.group, before: each, after: undefined });
    else found.set(each.measure, { before: each });
  }
  for (const each of after.measures) {
    const pair = found.get(each.measure);
    if (pair?.after !== undefined)
      rest.push({ measure: each.measure, group: each.group, before: undefined, after: each });
    else found.set(each.measure, { ...pair, after: each });
  }
  const paired = [...found].map(
    ([measure, pair]): Pair => ({
      measure,
      group: pair.after?.group ?? pair.before?.group ?? '',
      before: pair.before,
      after: pair.after,
    }),
  );
  return [...paired, ...rest];
}

const weightOf = (score: MeasureScore | undefined) => (score?.points === undefined ? 0 : score.weight);

/** Why a measure's weight in the score is another one. */
function causeOfWeight({ before, after }: Pair): Cause {
  const was = before?.points !== undefined;
  const is = after?.points !== undefined;
  if (was === is || before === undefined || after === undefined) return 'weight';
  if (is) return 'appeared';
  return after.state === 'stale' ? 'aged' : 'missing';
}

function curveIn(card: Scorecard | undefined, { measure, group }: MeasureScore): Curve | undefined {
  const rules = card?.groups.flatMap((each) =>
    each.measures.filter((rule) => rule.measure === measure).map((rule) => ({ rule, group: each.id })),
  );
  return (rules?.find((each) => each.group === group) ?? rules?.[0])?.rule.curve;
}

/** How much of a change of points is the raw value's doing; the rest is the curve's. */
function shareOfValue(before: MeasureScore, after: MeasureScore, cards: Cards | undefined): number {
  const points = (after.points ?? 0) - (before.points ?? 0);
  const [from, to] = [before.signal?.value, after.signal?.value];
  if (from === undefined || to === undefined) return points;
  if (from === to) return 0;
  const [old, young] = [curveIn(cards?.before, before), curveIn(cards?.after, after)];
  if (old === undefined || young === undefined) return points;
  const [a, b] = [compileCurve(old), compileCurve(young)];
  return (a(to) - a(from) + (b(to) - b(from))) / 2;
}

/** The scorecards of both sides, where the change may lie between them: then values and curves are told apart. */
export interface Cards {
  readonly before: Scorecard;
  readonly after: Scorecard;
}

type CardOfScore = Pick<HealthScore, 'scorecard' | 'version'>;

/** A scorecard as it was in one of its versions. */
export function cardKey({ scorecard, version }: CardOfScore): string {
  return `${scorecard}\u001f${version}`;
}

/** Undefined where both were scored by the same card, or one of the cards is not known any more. */
export function cardsBetween(
  known: ReadonlyMap<string, Scorecard>,
  before: CardOfScore,
  after: CardOfScore,
): Cards | undefined {
  if (cardKey(before) === cardKey(after)) return undefined;
  const [old, young] = [known.get(cardKey(before)), known.get(cardKey(after))];
  return old === undefined || young === undefined ? undefined : { before: old, after: young };
}

function signalsOf({ before, after }: Pair): { before?: Signal; after?: Signal } {
  return {
    ...(before?.signal === undefined ? {} : { before: before.signal }),
    ...(after?.signal === undefined ? {} : { after: after.signal }),
  };
}

/**
 * Undefined when one side has no score. With w the weights present, W their sum and s the points (a measure absent on
 * one side has w = 0 there and takes the other side's points), S₁ − S₀ is exactly the sum over the measures of
 *   value:  (w₀/W₀ + w₁/W₁)/2 · (s₁ − s₀)
 *   weight: (w₁ − w₀) · k · ((s₀ + s₁)/2 − R),  k = (1/W₀ + 1/W₁)/2,  R = Σ (w₀ + w₁)(s₀ + s₁)/2 ÷ (W₀ + W₁),
 * so that a measure whose own weight stayed has no weight part, though another one came or went.
 */
export function explainChange(
  before: HealthScore,
  after: HealthScore,
  cards?: Cards,
): ScoreChange | undefined {
  if (before.value === undefined || after.value === undefined) return undefined;
  const all = pairs(before, after);
  const total0 = all.reduce((sum, pair) => sum + weightOf(pair.before), 0);
  const total1 = all.reduce((sum, pair) => sum + weightOf(pair.after), 0);
  if (!(total0 > 0 && total1 > 0)) return undefined;
  const figures = all.map((pair) => {
    const s0 = pair.before?.points ?? pair.after?.points ?? 0;
    const s1 = pair.after?.points ?? s0;
    return { pair, s0, s1, w0: weightOf(pair.before), w1: weightOf(pair.after) };
  });
  const middle =
    figures.reduce((sum, { s0, s1, w0, w1 }) => sum + ((w0 + w1) * (s0 + s1)) / 2, 0) / (total0 + total1);
  const k = (1 / total0 + 1 / total1) / 2;
  const parts: ChangePart[] = [];
  for (const { pair, s0, s1, w0, w1 } of figures) {
    const add = (cause: Cause, points: number) => {
      if (points !== 0)
        parts.push({ measure: pair.measure, group: pair.group, cause, points, ...signalsOf(pair) });
    };
    if (s0 !== s1 && pair.before !== undefined && pair.after !== undefined) {
      const share = (w0 / total0 + w1 / total1) / 2;
      const value = shareOfValue(pair.before, pair.after, cards);
      add('value', share * value);
      add('curve', share * (s1 - s0 - value));
    }
    add(causeOfWeight(pair), (w1 - w0) * k * ((s0 + s1) / 2 - middle));
  }
  parts.sort((a, b) => Math.abs(b.points) - Math.abs(a.points) || (a.measure < b.measure ? -1 : 1));
  return { total: after.value - before.value, parts };
}
