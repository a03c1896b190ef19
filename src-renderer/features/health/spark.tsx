/** The last ninety days of a score as a small line; the history below says the same in full. */
import { dayNumber } from '#shared/domain/table/days.ts';
import type { HealthSnapshot } from '#shared/model/health.ts';

const WIDTH = 120;
const HEIGHT = 32;
const DAYS = 90;

export function Spark({ history }: { readonly history: readonly HealthSnapshot[] }) {
  const last = history.at(-1);
  if (last === undefined) return null;
  const end = dayNumber(last.day);
  const points = history.flatMap(({ day, value }) => {
    const x = WIDTH - ((end - dayNumber(day)) / DAYS) * WIDTH;
    return value === undefined || x < 0
      ? []
      : [`${x.toFixed(1)},${(HEIGHT - (value / 100) * HEIGHT).toFixed(1)}`];
  });
  if (points.length < 2) return null;
  return (
    <svg
      className="kz-health-spark"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
    >
      <polyline points={points.join(' ')} />
    </svg>
  );
}
