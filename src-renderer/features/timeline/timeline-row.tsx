/** One row of the timeline: the date once a day, icon and word of the kind, what it says; opens to its details. */
import { CalendarClock, ChevronRight, Layers, Lock, type LucideIcon } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { TimelineEntry } from '#renderer/data/timeline.ts';
import { factsOfEntry } from '#renderer/data/timeline-facts.ts';
import { useLocale } from '#renderer/i18n/locale.ts';
import { isWholeDay } from '#shared/domain/timeline/filter.ts';
import { type EntryRow, opensToRows } from '#shared/domain/timeline/group.ts';
import type { TimelineKind } from '#shared/domain/timeline/kinds.ts';
import { EntryDetails } from './entry-details.tsx';
import { type EntryLine, lineOf } from './entry-line.ts';
import { groupKind, groupLine } from './group-line.ts';
import { kindIcon, kindWord } from './kind-look.ts';
import type { TimelineGroup, TimelineRow } from './timeline-rules.ts';
import { useTools } from './timeline-tools.ts';
import { UsageDetails } from './usage-details.tsx';

interface HeadProps extends EntryLine {
  readonly rowKey: string;
  readonly kind: TimelineKind | 'group';
  readonly icon: LucideIcon;
  readonly word: string;
  readonly day: string;
  readonly firstOfDay: boolean;
  readonly depth: 0 | 1;
  readonly time: string;
}

interface FrameProps {
  readonly head: HeadProps;
  readonly isOpen: boolean;
  readonly isCurrent: boolean;
  readonly children?: ReactNode;
}

function RowFrame({ head, isOpen, isCurrent, children }: FrameProps) {
  const { kinds, onToggle, onFocus } = useTools();
  const { format } = useLocale();
  const Icon = head.icon;
  return (
    <article className="kz-tl-row" data-kind={head.kind} data-open={isOpen} data-depth={head.depth}>
      <button
        type="button"
        className="kz-tl-head"
        aria-expanded={isOpen}
        tabIndex={isCurrent ? 0 : -1}
        data-current={isCurrent}
        onClick={() => onToggle(head.rowKey)}
        onFocus={() => onFocus(head.rowKey)}
      >
        <time className="kz-tl-day" dateTime={head.day} data-first={head.firstOfDay}>
          {format.dateShort(head.day)}
        </time>
        <Icon className="kz-tl-icon" size={15} strokeWidth={1.75} aria-hidden />
        <span className="kz-tl-kind">{head.word}</span>
        <span className="kz-tl-text">
          <span className="kz-tl-title">{head.title}</span>
          {head.rest !== '' && !isOpen && <span className="kz-tl-rest">{head.rest}</span>}
        </span>
        <span className="kz-tl-aside">{head.aside}</span>
        <span className="kz-tl-time">{head.time}</span>
        <ChevronRight className="kz-tl-chevron" size={14} strokeWidth={1.75} aria-hidden />
      </button>
      {isOpen && children !== undefined && (
        <div className="kz-tl-details">
          {head.kind === 'internal-note' && (
            <p className="kz-tl-internal">
              <Lock size={12} aria-hidden /> {kinds.texts.internal}
            </p>
          )}
          {children}
        </div>
      )}
    </article>
  );
}

interface RowProps<R> {
  readonly row: R;
  readonly isOpen: boolean;
  readonly isCurrent: boolean;
}

function GroupRowView({ row, ...state }: RowProps<TimelineGroup>) {
  const { kinds, today, names } = useTools();
  const { format } = useLocale();
  const words = { ...kinds, format, today, names };
  const kind = groupKind(row);
  const ahead = row.span === 'ahead';
  const head = {
    ...groupLine(row, words),
    rowKey: row.key,
    kind: kind ?? ('group' as const),
    icon: kind === undefined ? (ahead ? CalendarClock : Layers) : kindIcon(kind, kinds),
    word: kind === undefined ? (ahead ? kinds.texts.aheadWord : kinds.texts.quiet) : kindWord(kind, kinds),
    day: row.day,
    firstOfDay: row.firstOfDay && !ahead,
    depth: row.depth,
    time: '',
  };
  if (opensToRows(row)) return <RowFrame head={head} {...state} />;
  return (
    <RowFrame head={head} {...state}>
      <UsageDetails group={row} />
    </RowFrame>
  );
}

function EntryRowView({ row, ...state }: RowProps<EntryRow<TimelineEntry>>) {
  const { kinds, today, names } = useTools();
  const { format } = useLocale();
  const { entry, day, firstOfDay, depth } = row;
  const { kind } = factsOfEntry(entry, names);
  const year = day.slice(0, 4);
  const otherYear = day > today && year !== today.slice(0, 4) ? year : '';
  const head = {
    ...lineOf(entry, { ...kinds, format, today, names }),
    rowKey: row.key,
    kind,
    icon: kindIcon(kind, kinds),
    word: kindWord(kind, kinds),
    day,
    firstOfDay,
    depth,
    time: isWholeDay(entry.at) ? otherYear : format.time(entry.at),
  };
  return (
    <RowFrame head={head} {...state}>
      <EntryDetails entry={entry} />
    </RowFrame>
  );
}

/** Drawn again only when the row itself, or what is handed down to all rows, has changed. */
export const TimelineRowView = memo(({ row, ...state }: RowProps<Exclude<TimelineRow, { type: 'month' }>>) =>
  row.type === 'group' ? <GroupRowView row={row} {...state} /> : <EntryRowView row={row} {...state} />,
);
TimelineRowView.displayName = 'TimelineRowView';
