/** Which of the largest accounts are called by name in the picture, and on which side, so that no two names meet. Pure. */
import type { AccountRow } from '#renderer/data/book.ts';
import type { Point } from './picture-points.ts';

/** Names beyond this are cut. */
export const NAME_WIDTH = 150;
/** Most names; of the largest accounts. */
const NAMED = 14;
const ASKED = 40;
/** About the picture's size on a small screen: on a larger one names lie farther apart. */
const PLOT = { width: 720, height: 310 };
const LINE = 17;

/** What the axes reach over. */
export interface Frame {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

interface Axes {
  readonly axes: 'renewal' | 'revenue';
  readonly reach: 'quarter' | 'year' | 'all';
}

/** Stays the same while accounts come and go, so that two looks can be compared. */
export function frameOf(points: readonly Point[], { axes, reach }: Axes): Frame {
  const least = (of: (point: Point) => number) => points.reduce((min, each) => Math.min(min, of(each)), 0);
  const most = (of: (point: Point) => number) => points.reduce((max, each) => Math.max(max, of(each)), 0);
  const first = least(({ x }) => x);
  if (axes === 'revenue')
    return {
      x: [0, 100],
      y: [
        0,
        Math.max(
          1,
          most(({ y }) => y),
        ),
      ],
    };
  if (reach === 'all')
    return {
      x: [
        Math.floor(first / 30) * 30,
        Math.ceil(
          Math.max(
            30,
            most(({ x }) => x),
          ) / 30,
        ) * 30,
      ],
      y: [0, 100],
    };
  return { x: [first < 0 ? -30 : 0, reach === 'quarter' ? 90 : 365], y: [0, 100] };
}

/** About as wide as it is drawn: a full-width character takes twice the place of others. */
function widthOf(name: string): number {
  let width = 0;
  for (const letter of name) width += letter > '\u2e80' ? 12 : 6.6;
  return Math.min(NAME_WIDTH, width);
}

export interface PointName {
  readonly point: Point;
  readonly name: string;
  readonly side: 'left' | 'right';
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

function meets(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && Math.abs(a.top - b.top) < LINE;
}

/** The largest first: a name that would lie on another is left out. */
export function namesOf(
  points: readonly Point[],
  rows: readonly AccountRow[],
  { x, y }: Frame,
): readonly PointName[] {
  const largest = [...points].sort((a, b) => b.arr - a.arr).slice(0, ASKED);
  const taken: Box[] = [];
  const names: PointName[] = [];
  for (const point of largest) {
    if (names.length === NAMED) break;
    const name = rows[point.index]?.account.name ?? '';
    const at = ((point.x - x[0]) / (x[1] - x[0])) * PLOT.width;
    const top = (1 - (point.y - y[0]) / (y[1] - y[0])) * PLOT.height;
    const room = widthOf(name) + 24;
    const side = at + room > PLOT.width ? 'left' : 'right';
    const box = side === 'right' ? { left: at, right: at + room, top } : { left: at - room, right: at, top };
    if (taken.some((other) => meets(box, other))) continue;
    taken.push(box);
    names.push({ point, name, side });
  }
  return names;
}
