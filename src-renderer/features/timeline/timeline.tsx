/** An account's timeline: what people wrote and what sources gave in one stream, newest first. */
import { History } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { contactsOf, subscriptionsOf, summaryOf } from '#renderer/data/records.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { isoDateOf } from '#renderer/i18n/format.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState, ErrorState, Skeleton } from '#renderer/ui/states.tsx';
import type { RecordNames } from './entry-details.tsx';
import { KindFilterBar } from './kind-filter.tsx';
import './timeline.css';
import { countKinds, type KindFilter } from './timeline-kinds.ts';
import { TimelineList } from './timeline-list.tsx';
import { rowsOf } from './timeline-rows.ts';
import { useTimeline } from './use-timeline.ts';

interface TimelineProps {
  readonly accountId: string;
  /** Removes what a person wrote; offers the way back itself. */
  readonly onRemove: (activityId: string) => void;
}

function useRecordNames(accountId: string): RecordNames {
  const { db } = useData();
  const live = useLive(async () => {
    const [contacts, subscriptions] = await Promise.all([
      contactsOf(db, accountId),
      subscriptionsOf(db, accountId),
    ]);
    return new Map([
      ...contacts.map((contact): [string, string] => [contact.id, contact.name]),
      ...subscriptions.flatMap((each): [string, string][] => {
        const name = each.name ?? each.plan ?? each.externalId;
        return name === undefined ? [] : [[each.id, name]];
      }),
    ]);
  }, [db, accountId]);
  return live.state === 'ready' ? live.value : NO_NAMES;
}

const NO_NAMES: RecordNames = new Map();

export function Timeline({ accountId, onRemove }: TimelineProps) {
  const texts = useText('timeline');
  const { db } = useData();
  const [filter, setFilter] = useState<KindFilter>(undefined);
  const bar = useRef<HTMLDivElement>(null);
  const names = useRecordNames(accountId);
  const summary = useLive(() => summaryOf(db, accountId), [db, accountId]);
  const stored = summary.state === 'ready' ? summary.value : undefined;
  const counts = useMemo(() => countKinds(stored), [stored]);
  const view = useTimeline(accountId, filter);
  const rows = useMemo(() => rowsOf(view.entries, isoDateOf), [view.entries]);
  if (view.state === 'failed') {
    return (
      <ErrorState
        title={texts.failedTitle}
        actions={<Button onClick={view.retry}>{texts.tryAgain}</Button>}
        detail={{ label: texts.details, text: String(view.error) }}
      >
        {texts.failedBody}
      </ErrorState>
    );
  }
  const nothing = view.state === 'ready' && rows.length === 0 && !view.more;
  if (nothing && filter === undefined) {
    return (
      <EmptyState icon={History} title={texts.emptyTitle}>
        {texts.emptyBody}
      </EmptyState>
    );
  }
  return (
    <div className="kz-tl">
      <div ref={bar} className="kz-tl-bar">
        <KindFilterBar counts={counts} filter={filter} onChange={setFilter} />
      </div>
      {view.state === 'loading' && <Skeleton lines={9} />}
      {nothing && (
        <EmptyState
          title={texts.noneTitle}
          actions={<Button onClick={() => setFilter(undefined)}>{texts.showAll}</Button>}
        >
          {texts.noneBody}
        </EmptyState>
      )}
      {view.state === 'ready' && !nothing && (
        <TimelineList
          rows={rows}
          more={view.more}
          loadMore={view.loadMore}
          names={names}
          onRemove={onRemove}
          onFilter={() => bar.current?.querySelector<HTMLElement>('[aria-pressed=true]')?.focus()}
        />
      )}
    </div>
  );
}
