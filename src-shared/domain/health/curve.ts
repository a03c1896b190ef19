/** A curve made ready: turns raw values into points, and says which way is better. */
import type { Curve } from '../../model/health.ts';

export type PointsOf = (raw: number) => number;

/** Points beyond 0 to 100 or no number at all are nonsense of a card: they never leave the scale. */
function clip(points: number): number {
  if (!(points > 0)) return 0;
  return Math.min(100, points);
}

/** The function of a curve; a curve without usable points gives 50, which pulls to neither side. */
export function compileCurve(curve: Curve): PointsOf {
  const points = curve.points
    .filter(([raw, gives]) => Number.isFinite(raw) && !Number.isNaN(gives))
    .sort((a, b) => a[0] - b[0]);
  const xs = Float64Array.from(points, (point) => point[0]);
  const ys = Float64Array.from(points, (point) => clip(point[1]));
  const last = points.length - 1;
  if (last < 0) return () => 50;
  const level = ys[0] ?? 50;
  if (last === 0) return () => level;
  const straight = curve.type === 'line';
  return (raw) => {
    if (raw < xs[0]!) return level;
    if (raw >= xs[last]!) return ys[last]!;
    let i = 1;
    while (raw >= xs[i]!) i++;
    const low = ys[i - 1]!;
    if (!straight) return low;
    const from = xs[i - 1]!;
    return low + ((ys[i]! - low) * (raw - from)) / (xs[i]! - from);
  };
}

/** 'up': more is better; 'down': less is; 'flat': it makes no difference; 'both': the curve contradicts itself. */
export function directionOf(curve: Curve): 'up' | 'down' | 'flat' | 'both' {
  const points = [...curve.points].sort((a, b) => a[0] - b[0]);
  let up = false;
  let down = false;
  for (let i = 1; i < points.length; i++) {
    const step = points[i]![1] - points[i - 1]![1];
    if (step > 0) up = true;
    if (step < 0) down = true;
  }
  if (up && down) return 'both';
  if (up) return 'up';
  return down ? 'down' : 'flat';
}
