/** An account's timeline: what people wrote, what sources gave and what records mark, in one stream, newest first. */
import { ArrowUp, History, Trash2 } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import type { ExtraEntry, TimelineEntry } from '#renderer/data/timeline.ts';
import { isoDateOf } from '#renderer/i18n/format.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useCommands } from '#renderer/ui/keys.ts';
import { ProgressBar } from '#renderer/ui/progress.tsx';
import { EmptyState, ErrorState, Skeleton } from '#renderer/ui/states.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import {
  changeTimelineView,
  showLanes,
  useTimelineView,
  useTimelineViews,
} from '#renderer/ui-state/timeline-view.ts';
import { lastDayOf } from '#shared/domain/timeline/density.ts';
import { isFiltered, NO_FILTER, type TimelineFilter, termsOf } from '#shared/domain/timeline/filter.ts';
import { DensityStrip } from './density-strip.tsx';
import { FilterLine, filterWords } from './filter-line.tsx';
import { localMidnight } from './local-time.ts';
import './timeline.css';
import { openFilters, openJump, TimelineBar } from './timeline-bar.tsx';
import { SearchLine, TimelineFoot } from './timeline-foot.tsx';
import { countKinds } from './timeline-kinds.ts';
import { TimelineList } from './timeline-list.tsx';
import { rulesFor } from './timeline-rules.ts';
import type { TextWords } from './timeline-text.ts';
import { type HistoryFacts, useHistoryFacts } from './use-history-facts.ts';
import { useKindBook } from './use-kind-book.ts';
import { useLinkedEntry } from './use-linked-entry.ts';
import { usePlace } from './use-place.ts';
import { useStrip } from './use-strip.ts';
import { useTakeAway } from './use-take-away.ts';
import { useTimeline } from './use-timeline.ts';

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

/** People whom the account knows, for the choice of one. */
function peopleOf(facts: HistoryFacts | undefined): readonly string[] {
  const owners = (facts?.markers ?? []).flatMap(({ marker }) =>
    marker.kind === 'task' || marker.kind === 'deal' ? (marker.record.owner ?? []) : [],
  );
  return [...new Set([...(facts?.people ?? []), ...owners])].filter((name) => name !== '');
}

function useQuery(
  accountId: string,
  extras: readonly ExtraEntry[],
  before: number | undefined,
  facts: HistoryFacts | undefined,
) {
  const { filter, grouped } = useTimelineView(accountId);
  const kinds = useKindBook();
  const { touches } = kinds;
  const filtered = isFiltered(filter);
  const terms = useMemo(
    () => (filtered ? termsOf(filter, touches, localMidnight) : undefined),
    [filtered, filter, touches],
  );
  const latest = useRef(facts);
  useEffect(() => {
    latest.current = facts;
  });
  // A filter needs the names and counts around the history; without one nothing is waited for.
  const known = terms === undefined || facts !== undefined;
  const ask = useMemo(
    () => (place: number | undefined) => () => ({
      accountId,
      markers: true,
      extra: extras,
      ...(place === undefined ? {} : { before: place }),
      ...(terms === undefined
        ? {}
        : { terms, names: latest.current?.names ?? NO_NAMES, months: latest.current?.summary?.months }),
    }),
    [accountId, extras, terms],
  );
  const query = useMemo(() => (known ? ask(before) : undefined), [known, ask, before]);
  /** The same from the newest on, for files and paper. */
  const whole = useMemo(() => (known ? ask(undefined) : undefined), [known, ask]);
  return { filter, grouped, filtered, kinds, query, whole };
}

export function Timeline(props: TimelineProps) {
  const { accountId, extras = NO_EXTRAS, now = Date.now } = props;
  const texts = useText('timeline');
  const { format } = useLocale();
  const [today] = useState(() => isoDateOf(now()));
  const lanes = useTimelineViews((state) => state.lanes);
  const facts = useHistoryFacts(accountId);
  const place = usePlace(today);
  const { filter, grouped, filtered, kinds, query, whole } = useQuery(accountId, extras, place.before, facts);
  const asked = useMemo(
    () => (filter.kinds === undefined ? undefined : new Set(filter.kinds)),
    [filter.kinds],
  );
  const rules = useMemo(
    () => rulesFor({ today, localDay: isoDateOf, asked, grouped }),
    [today, asked, grouped],
  );
  const view = useTimeline({ query, rules, version: facts });
  const counts = useMemo(
    () => countKinds(facts?.summary, [...(facts?.markers ?? []), ...extras]),
    [facts, extras],
  );
  const setFilter = (next: TimelineFilter) => changeTimelineView(accountId, { filter: next });
  const setGrouped = (next: boolean) => changeTimelineView(accountId, { grouped: next });
  const strip = useStrip({ facts, extras, filter, kinds, today, withLanes: lanes, onFilter: setFilter });
  const sources = facts?.sources ?? [];
  const names = facts?.names ?? NO_NAMES;
  const shown = filtered ? texts.shown(filterWords(filter, kinds, sources, format).join(texts.comma)) : '';
  const words = (): TextWords => ({
    ...kinds,
    format,
    today,
    names,
    localDay: isoDateOf,
    sources: new Map(sources.map(({ id, name }) => [id, name])),
  });
  const takeAway = useTakeAway({ accountId, query: whole, words, shown });
  const entryActions = useEntryActions(props);
  const tools = useMemo(() => ({ kinds, names, today, entryActions }), [kinds, names, today, entryActions]);
  const jump = (day: string) => place.goToDay(day, view.rows);
  const clear = () => setFilter(NO_FILTER);
  useLinkedEntry({
    accountId,
    onFound: (key, day) => {
      if (filtered) clear();
      place.goToEntry(key, day);
    },
    onMissing: () => toast({ message: texts.notFound }),
  });
  // What was read to its end does not hold the row: it does not fit, or is gone.
  const { onReached } = place;
  const target = view.of === query ? place.target : undefined;
  useEffect(() => {
    if (target !== undefined && view.state === 'ready' && !view.more) onReached();
  }, [target, onReached, view.state, view.more]);

  const toKinds = () => document.querySelector<HTMLElement>('.kz-tl-kinds [aria-pressed=true]')?.focus();
  useCommands({
    id: 'timeline',
    title: texts.keysTitle,
    commands: [
      { id: 'timeline.filter', label: texts.chooseKinds, keys: ['f'], run: toKinds },
      { id: 'timeline.more-filters', label: texts.moreFiltersLong, keys: ['shift+f'], run: openFilters },
      { id: 'timeline.jump', label: texts.jump, keys: ['g'], run: openJump },
      { id: 'timeline.newest', label: texts.newest, keys: ['shift+g'], run: place.goToNewest },
      { id: 'timeline.clear', label: texts.clear, run: clear },
      {
        id: 'timeline.group',
        label: grouped ? texts.ungroup : texts.group,
        run: () => setGrouped(!grouped),
      },
      { id: 'timeline.lanes', label: texts.showLanes, run: () => showLanes(!lanes) },
      { id: 'timeline.print', label: texts.print, keys: ['mod+p'], run: takeAway.print },
      { id: 'timeline.markdown', label: texts.exportMarkdown, run: takeAway.exportMarkdown },
      { id: 'timeline.csv', label: texts.exportCsv, run: takeAway.exportCsv },
    ],
  });

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
  const none = view.state === 'ready' && view.rows.length === 0;
  if (none && !view.more && !filtered && place.before === undefined) {
    return (
      <EmptyState icon={History} title={texts.emptyTitle}>
        {texts.emptyBody}
      </EmptyState>
    );
  }
  const newer = () =>
    place.goNewer(
      facts?.summary?.months ?? {},
      view.rows.find((row) => row.type !== 'month'),
    );
  return (
    <div className="kz-tl">
      {strip !== undefined && <DensityStrip {...strip} onMonth={(month) => jump(lastDayOf(month))} />}
      <TimelineBar
        counts={counts}
        filter={filter}
        grouped={grouped}
        lanes={lanes}
        kinds={kinds}
        people={peopleOf(facts)}
        sources={sources}
        today={today}
        takeAway={takeAway}
        onFilter={setFilter}
        onGrouped={setGrouped}
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
        <div className="kz-tl-taking">
          <ProgressBar
            label={texts.collectingTitle}
            value={takeAway.progress / Math.max(1, filtered ? takeAway.progress * 2 : sumOf(counts))}
            valueText={texts.collecting(takeAway.progress)}
          />
          <Button size="small" onClick={takeAway.cancel}>
            {texts.cancel}
          </Button>
        </div>
      )}
      {view.state === 'loading' && <Skeleton lines={9} />}
      {none && view.more && <SearchLine view={view} />}
      {none && !view.more && (
        <EmptyState
          title={texts.noneTitle}
          actions={<Button onClick={filtered ? clear : place.goToNewest}>{texts.showAll}</Button>}
        >
          {texts.noneBody}
        </EmptyState>
      )}
      {view.state === 'ready' && !none && (
        <TimelineList
          rows={view.rows}
          rules={rules}
          tools={tools}
          readTo={view.readTo}
          target={target}
          onReached={onReached}
          onAbove={place.before === undefined ? undefined : newer}
          top={
            place.before !== undefined && (
              <div className="kz-tl-above">
                <Button size="small" variant="quiet" icon={ArrowUp} onClick={newer}>
                  {texts.newer}
                </Button>
                <Button size="small" variant="quiet" onClick={place.goToNewest}>
                  {texts.newest}
                </Button>
              </div>
            )
          }
          foot={<TimelineFoot view={view} filtered={filtered} />}
        />
      )}
      {takeAway.printJob !== undefined && (
        <Suspense fallback={null}>
          <PrintView
            job={takeAway.printJob}
            shown={shown}
            rules={rules}
            words={words()}
            onPrinted={takeAway.onPrinted}
          />
        </Suspense>
      )}
    </div>
  );
}

function sumOf(counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}
