/** An account's timeline: what people wrote, what sources gave and what records mark, in one stream, newest first. */
import { History, Trash2 } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ExtraEntry, TimelineEntry } from '#renderer/data/timeline.ts';
import { isoDateOf } from '#renderer/i18n/format.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState, ErrorState } from '#renderer/ui/states.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import { changeTimelineView, showLanes, useTimelineViews } from '#renderer/ui-state/timeline-view.ts';
import { lastDayOf } from '#shared/domain/timeline/density.ts';
import { NO_FILTER, type TimelineFilter } from '#shared/domain/timeline/filter.ts';
import { DensityStrip } from './density-strip.tsx';
import { FilterLine, filterWords } from './filter-line.tsx';
import { TakingLine } from './taking-line.tsx';
import './timeline.css';
import { TimelineBar } from './timeline-bar.tsx';
import { TimelineContent } from './timeline-content.tsx';
import { countKinds } from './timeline-kinds.ts';
import type { TextWords } from './timeline-text.ts';
import { peopleAround, useHistoryFacts } from './use-history-facts.ts';
import { useKindBook } from './use-kind-book.ts';
import { useLinkedEntry } from './use-linked-entry.ts';
import { usePlace } from './use-place.ts';
import { useStrip } from './use-strip.ts';
import { useTakeAway } from './use-take-away.ts';
import { type TimelineView, useTimeline } from './use-timeline.ts';
import { useTimelineCommands } from './use-timeline-commands.ts';
import { useTimelineQuery } from './use-timeline-query.ts';

const PrintView = lazy(() => import('./print-view.tsx').then((file) => ({ default: file.PrintView })));

export interface TimelineProps {
  readonly accountId: string;
  /** Removes what a person wrote; offers the way back itself. Left out when `entryActions` brings its own. */
  readonly onRemove?: (activityId: string) => void;
  /** Buttons below an opened entry: edit, versions, delete. Keep it stable. */
  readonly entryActions?: (entry: TimelineEntry) => ReactNode;
  /** What other features put on the timeline: changes of health and stage, plans, escalations. Keep it stable. */
  readonly extras?: readonly ExtraEntry[];
  /** Milliseconds since 1970 UTC. */
  readonly now?: () => number;
}

const NO_EXTRAS: readonly ExtraEntry[] = [];
const NO_NAMES: ReadonlyMap<string, string> = new Map();
const NO_SOURCES: readonly { readonly id: string; readonly name: string }[] = [];

/** The same buttons for every row, so that rows need not be drawn again. */
function useEntryActions({ onRemove, entryActions }: TimelineProps): (entry: TimelineEntry) => ReactNode {
  const texts = useText('timeline');
  const remove = useRef(onRemove);
  useEffect(() => {
    remove.current = onRemove;
  });
  const removable = onRemove !== undefined;
  return useMemo(() => {
    if (entryActions !== undefined) return entryActions;
    return (entry) =>
      entry.type === 'activity' && removable ? (
        <Button
          variant="quiet"
          size="small"
          icon={Trash2}
          onClick={() => remove.current?.(entry.activity.id)}
        >
          {texts.remove}
        </Button>
      ) : null;
  }, [entryActions, removable, texts]);
}

/** Everything that the screen of a timeline knows and can do. */
function useTimelineScreen(props: TimelineProps) {
  const { accountId, extras = NO_EXTRAS, now = Date.now } = props;
  const { format } = useLocale();
  const [today] = useState(() => isoDateOf(now()));
  const lanes = useTimelineViews((state) => state.lanes);
  const kinds = useKindBook();
  const facts = useHistoryFacts(accountId);
  const place = usePlace(today);
  const { touches, texts } = kinds;
  const asked = useTimelineQuery({ accountId, extras, before: place.before, facts, touches, today });
  const { filter, filtered, rules, query } = asked;
  const view = useTimeline({ query, rules, version: facts });
  const counts = useMemo(
    () => countKinds(facts?.summary, [...(facts?.markers ?? []), ...extras]),
    [facts, extras],
  );
  const sources = facts?.sources ?? NO_SOURCES;
  const names = facts?.names ?? NO_NAMES;
  const entryActions = useEntryActions(props);
  const tools = useMemo(() => ({ kinds, names, today, entryActions }), [kinds, names, today, entryActions]);
  // Always the same: the lanes of the strip are only drawn again for another filter.
  const setFilter = useCallback(
    (next: TimelineFilter) => changeTimelineView(accountId, { filter: next }),
    [accountId],
  );
  const strip = useStrip({ facts, extras, filter, kinds, today, withLanes: lanes, onFilter: setFilter });
  const shown = filtered ? texts.shown(filterWords(filter, kinds, sources, format).join(texts.comma)) : '';
  const words = (): TextWords => ({
    ...kinds,
    format,
    today,
    names,
    localDay: isoDateOf,
    sources: new Map(sources.map(({ id, name }) => [id, name])),
  });
  return {
    ...asked,
    kinds,
    facts,
    // Rows that answer an earlier question are no place to look for the target.
    place: { ...place, target: view.of === query ? place.target : undefined },
    view,
    counts,
    sources,
    tools,
    lanes,
    strip,
    shown,
    words,
    setFilter,
    takeAway: useTakeAway({ accountId, query: asked.whole, words, shown }),
    setGrouped: (grouped: boolean) => changeTimelineView(accountId, { grouped }),
    clear: () => setFilter(NO_FILTER),
    jump: (day: string) => place.goToDay(day, view.rows),
  };
}

type Screen = ReturnType<typeof useTimelineScreen>;

function Failed({ view }: { readonly view: TimelineView }) {
  const texts = useText('timeline');
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

function Above({ screen }: { readonly screen: Screen }) {
  const { filter, filtered, kinds, sources, counts, view, strip, takeAway, jump, clear } = screen;
  let total = 0;
  for (const count of counts.values()) total += count;
  return (
    <>
      {strip !== undefined && <DensityStrip {...strip} onMonth={(month) => jump(lastDayOf(month))} />}
      <TimelineBar
        counts={counts}
        filter={filter}
        grouped={screen.grouped}
        lanes={screen.lanes}
        kinds={kinds}
        people={peopleAround(screen.facts)}
        sources={sources}
        today={screen.tools.today}
        takeAway={takeAway}
        onFilter={screen.setFilter}
        onGrouped={screen.setGrouped}
        onLanes={showLanes}
        onJump={jump}
      />
      {filtered && (
        <FilterLine
          filter={filter}
          kinds={kinds}
          sources={sources}
          count={view.count}
          more={view.more}
          onClear={clear}
        />
      )}
      {takeAway.progress !== undefined && (
        <TakingLine
          count={takeAway.progress}
          total={filtered ? undefined : total}
          onCancel={takeAway.cancel}
        />
      )}
    </>
  );
}

export function Timeline(props: TimelineProps) {
  const texts = useText('timeline');
  const screen = useTimelineScreen(props);
  const { view, place, filtered, takeAway, clear } = screen;
  useLinkedEntry({
    accountId: props.accountId,
    onFound: (key, day) => {
      if (filtered) clear();
      place.goToEntry(key, day);
    },
    onMissing: () => toast({ message: texts.notFound }),
  });
  // What was read to its end does not hold the row: it does not fit, or is gone.
  const { target, onReached } = place;
  useEffect(() => {
    if (target !== undefined && view.state === 'ready' && !view.more) onReached();
  }, [target, onReached, view.state, view.more]);
  useTimelineCommands({
    grouped: screen.grouped,
    lanes: screen.lanes,
    takeAway,
    onGrouped: screen.setGrouped,
    onClear: clear,
    onNewest: place.goToNewest,
  });
  if (view.state === 'failed') return <Failed view={view} />;
  const nothing = view.state === 'ready' && view.rows.length === 0 && !view.more;
  if (nothing && !filtered && place.before === undefined) {
    return (
      <EmptyState icon={History} title={texts.emptyTitle}>
        {texts.emptyBody}
      </EmptyState>
    );
  }
  return (
    <div className="kz-tl">
      <Above screen={screen} />
      <TimelineContent
        view={view}
        rules={screen.rules}
        tools={screen.tools}
        place={place}
        months={screen.facts?.summary?.months ?? {}}
        filtered={filtered}
        onClear={clear}
      />
      {takeAway.printJob !== undefined && (
        <Suspense fallback={null}>
          <PrintView
            job={takeAway.printJob}
            shown={screen.shown}
            rules={screen.rules}
            words={screen.words()}
            onPrinted={takeAway.onPrinted}
          />
        </Suspense>
      )}
    </div>
  );
}
