/** One row of the timeline: the date once a day, icon and word of the kind, what it says; opens to its details. */
import { ChevronRight, Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { EntryDetails, type RecordNames } from './entry-details.tsx';
import { lineOf } from './entry-line.ts';
import { KIND_ICONS, kindWord } from './kind-look.ts';
import { kindOf, type TimelineKind } from './timeline-kinds.ts';
import { isWholeDay, sumUsage, type TimelineRow } from './timeline-rows.ts';
import { UsageDetails } from './usage-details.tsx';

interface RowParts {
  readonly isOpen: boolean;
  readonly isCurrent: boolean;
  readonly names: RecordNames;
  readonly onToggle: () => void;
  readonly onFocus: () => void;
  readonly onRemove: (id: string) => void;
}

interface HeadProps {
  readonly kind: TimelineKind;
  readonly day: string;
  readonly firstOfDay: boolean;
  readonly time: string;
  readonly title: string;
  readonly rest: string;
  readonly aside: string;
}

function RowFrame({
  head,
  parts,
  children,
}: {
  readonly head: HeadProps;
  readonly parts: RowParts;
  readonly children: ReactNode;
}) {
  const texts = useText('timeline');
  const fields = useText('fields');
  const { format } = useLocale();
  const Icon = KIND_ICONS[head.kind];
  const word = kindWord(head.kind, { texts, fields });
  const { isOpen } = parts;
  return (
    <article className="kz-tl-row" data-kind={head.kind} data-open={isOpen}>
      <button
        type="button"
        className="kz-tl-head"
        aria-expanded={isOpen}
        tabIndex={parts.isCurrent ? 0 : -1}
        data-current={parts.isCurrent}
        onClick={parts.onToggle}
        onFocus={parts.onFocus}
      >
        <time className="kz-tl-day" dateTime={head.day} data-first={head.firstOfDay}>
          {format.dateShort(head.day)}
        </time>
        <Icon className="kz-tl-icon" size={15} strokeWidth={1.75} aria-hidden />
        <span className="kz-tl-kind">{word}</span>
        <span className="kz-tl-text">
          <span className="kz-tl-title">{head.title}</span>
          {head.rest !== '' && !isOpen && <span className="kz-tl-rest">{head.rest}</span>}
        </span>
        <span className="kz-tl-aside">{head.aside}</span>
        <span className="kz-tl-time">{head.time}</span>
        <ChevronRight className="kz-tl-chevron" size={14} strokeWidth={1.75} aria-hidden />
      </button>
      {isOpen && (
        <div className="kz-tl-details">
          {head.kind === 'internal-note' && (
            <p className="kz-tl-internal">
              <Lock size={12} aria-hidden /> {texts.internal}
            </p>
          )}
          {children}
        </div>
      )}
    </article>
  );
}

interface TimelineRowProps extends RowParts {
  readonly row: Exclude<TimelineRow, { type: 'month' }>;
}

export function TimelineRowView({ row, ...parts }: TimelineRowProps) {
  const texts = useText('timeline');
  const fields = useText('fields');
  const { format } = useLocale();
  const { day, firstOfDay } = row;
  if (row.type === 'usage') {
    const sum = sumUsage(row.events);
    const head = {
      kind: 'usage' as const,
      day,
      firstOfDay,
      time: '',
      title: texts.usageLine(format.number(sum.uses)),
      rest: sum.features
        .slice(0, 3)
        .map(({ name, uses }) => `${name} ${format.number(uses)}`)
        .join(' · '),
      aside: row.events.length > 1 ? texts.usageRows(row.events.length) : '',
    };
    return (
      <RowFrame head={head} parts={parts}>
        <UsageDetails events={row.events} />
      </RowFrame>
    );
  }
  const { entry } = row;
  const time = isWholeDay(entry.at) ? '' : format.time(entry.at);
  const head = { kind: kindOf(entry), day, firstOfDay, time, ...lineOf(entry, { texts, fields, format }) };
  return (
    <RowFrame head={head} parts={parts}>
      <EntryDetails entry={entry} names={parts.names} onRemove={parts.onRemove} />
    </RowFrame>
  );
}
