/** Below the last row: that older entries are being read, how far a long search is, or where the history begins. */
import { isoDateOf } from '#renderer/i18n/format.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { TimelineView } from './use-timeline.ts';

interface TimelineFootProps {
  readonly view: TimelineView;
  readonly filtered: boolean;
}

export function SearchLine({ view }: { readonly view: TimelineView }) {
  const texts = useText('timeline');
  const { format } = useLocale();
  if (!Number.isFinite(view.reached) || Math.abs(view.reached) > 8.64e15)
    return <p className="kz-tl-end">{texts.loadingMore}</p>;
  const date = format.date(isoDateOf(view.reached));
  const stopped = view.search === 'stopped';
  return (
    <p className="kz-tl-end" role="status">
      <span>{stopped ? texts.stoppedAt(date) : texts.lookingThrough(date)}</span>
      <Button size="small" onClick={stopped ? () => view.readTo(view.rows.length + 100) : view.stop}>
        {stopped ? texts.goOn : texts.stop}
      </Button>
    </p>
  );
}

export function TimelineFoot({ view, filtered }: TimelineFootProps) {
  const texts = useText('timeline');
  const { format } = useLocale();
  if (view.search !== 'none') return <SearchLine view={view} />;
  const oldest = view.rows.at(-1);
  if (view.more) return <p className="kz-tl-end">{texts.loadingMore}</p>;
  if (oldest === undefined) return null;
  const day = oldest.type === 'group' ? oldest.until : oldest.day;
  return (
    <p className="kz-tl-end">
      {filtered ? texts.endFiltered(format.date(day)) : texts.end(format.date(day))}
    </p>
  );
}
