/** Weights that always sum to 100: moving one moves the others that are not locked, each by its share. */

export interface Weighted {
  /** Percent. */
  readonly weight: number;
  readonly locked: boolean;
}

const WHOLE = 100;

/** The most that the weight at `place` can have while the locked ones stay. */
export function mostFor(list: readonly Weighted[], place: number): number {
  const held = list.reduce((sum, each, i) => sum + (each.locked && i !== place ? each.weight : 0), 0);
  return Math.max(0, round(WHOLE - held));
}

/** Whether a weight can move at all: somebody else must give or take. */
export function canMove(list: readonly Weighted[], place: number): boolean {
  const own = list[place];
  return own !== undefined && !own.locked && list.some((each, i) => i !== place && !each.locked);
}

/** Tenths of per cent: what people type, free of the dust of floating point. */
function round(weight: number): number {
  return Math.round(weight * 10) / 10;
}

/** Shares `amount` out in whole per cents by weight (alike where none has any), so that the parts sum to it. */
function shareOut(amount: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const exact = weights.map((weight) => (sum > 0 ? (amount * weight) / sum : amount / weights.length));
  const parts = exact.map(Math.floor);
  const rest = amount - parts.reduce((total, part) => total + part, 0);
  const order = exact
    .map((value, i) => ({ i, left: value - Math.floor(value) }))
    .sort((a, b) => b.left - a.left || a.i - b.i);
  // What is over goes to those who lost most by rounding; a tenth that is left goes with the last one.
  let over = round(rest);
  for (const { i } of order) {
    if (over <= 0) break;
    const give = Math.min(1, over);
    parts[i] = round((parts[i] ?? 0) + give);
    over = round(over - give);
  }
  return parts;
}

/** The weights after the one at `place` was set; as they were where it cannot move. */
export function balanceWeights(list: readonly Weighted[], place: number, weight: number): number[] {
  const before = list.map((each) => each.weight);
  if (!canMove(list, place) || !Number.isFinite(weight)) return before;
  const most = mostFor(list, place);
  const set = round(Math.min(most, Math.max(0, weight)));
  const free = list.flatMap((each, i) => (each.locked || i === place ? [] : [i]));
  const shared = shareOut(
    round(most - set),
    free.map((i) => before[i] ?? 0),
  );
  const after = [...before];
  after[place] = set;
  free.forEach((i, k) => {
    after[i] = shared[k] ?? 0;
  });
  return after;
}

/** The weights without the one at `place`: the others take its share. Locks hold no longer where nothing else is free. */
export function withoutWeight(list: readonly Weighted[], place: number): number[] {
  const rest = list.filter((_, i) => i !== place);
  if (rest.length === 0) return [];
  const free = rest.some((each) => !each.locked) ? rest.map((each) => !each.locked) : rest.map(() => true);
  const held = rest.reduce((sum, each, i) => sum + (free[i] === true ? 0 : each.weight), 0);
  const shared = shareOut(
    round(Math.max(0, WHOLE - held)),
    rest.flatMap((each, i) => (free[i] === true ? [each.weight] : [])),
  );
  let next = 0;
  return rest.map((each, i) => (free[i] === true ? (shared[next++] ?? 0) : each.weight));
}
