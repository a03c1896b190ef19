/** How far a score moved: an arrow, the points, and the words for those who cannot see the arrow. */
import { useText } from '#renderer/i18n/locale.ts';
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx';

interface TrendProps {
  /** Points against then; undefined = there is nothing to compare with. */
  readonly change: number | undefined;
  readonly days: number;
}

/** Below half a point a score stands still. */
const STILL = 0.5;

function arrowOf(change: number): string {
  if (Math.abs(change) < STILL) return '→';
  return change > 0 ? '↑' : '↓';
}

function wayOf(change: number | undefined): string {
  if (change === undefined || Math.abs(change) < STILL) return 'still';
  return change > 0 ? 'up' : 'down';
}

export function Trend({ change, days }: TrendProps) {
  const texts = useText('health');
  const { points } = useText('healthWords');
  const said = change === undefined ? texts.noneAgo(days) : texts.againstLong(days, points(change));
  return (
    <span className="kz-health-trend" data-way={wayOf(change)} title={said}>
      <span aria-hidden="true">
        {change === undefined
          ? '–'
          : `${arrowOf(change)}${Math.abs(change) < STILL ? '' : Math.round(Math.abs(change))}`}
      </span>
      <VisuallyHidden>{said}</VisuallyHidden>
    </span>
  );
}
