/** The parts of a change as a screen writes them, in tenths of a point: they sum to the difference of both figures. */
import type { ScoreChange } from './explain-change.ts';
import type { ChangePart } from './health-terms.ts';

export interface ShownChange {
  /** Both scores in whole points, rounded once, as everywhere else. */
  readonly whole: { readonly before: number; readonly after: number };
  /** Both scores to the tenth, and what lies between them. */
  readonly before: number;
  readonly after: number;
  readonly total: number;
  /** The largest first, in whole tenths; what comes to nothing is left out. */
  readonly parts: readonly ChangePart[];
}

const tenths = (points: number) => Math.round(points * 10);

/** Each tenth that rounding leaves over goes to the part that lost most by it. */
export function shownParts({ parts }: ScoreChange, before: number, after: number): ShownChange {
  const [from, to] = [tenths(before), tenths(after)];
  const floors = parts.map(({ points }) => Math.floor(points * 10));
  let left = to - from - floors.reduce((sum, each) => sum + each, 0);
  const lost = parts
    .map(({ points }, place) => ({ place, rest: points * 10 - (floors[place] ?? 0) }))
    .sort((a, b) => b.rest - a.rest || a.place - b.place);
  for (const { place } of lost) {
    if (left <= 0) break;
    floors[place] = (floors[place] ?? 0) + 1;
    left--;
  }
  const shown = parts.flatMap((part, place): ChangePart[] => {
    const points = floors[place] ?? 0;
    return points === 0 ? [] : [{ ...part, points: points / 10 }];
  });
  const whole = { before: Math.round(before), after: Math.round(after) };
  return { whole, before: from / 10, after: to / 10, total: (to - from) / 10, parts: shown };
}
