/** What the strip above the timeline draws: counts by month of what is shown, lanes by kind, and the months brushed. */
import { useMemo } from 'react';
import type { ExtraEntry } from '#renderer/data/timeline.ts';
import {
  type Density,
  densityOf,
  firstDayOf,
  lastDayOf,
  type MonthNumber,
  monthOfDay,
  NO_DENSITY,
} from '#shared/domain/timeline/density.ts';
import { type TimelineFilter, withFilter } from '#shared/domain/timeline/filter.ts';
import { TIMELINE_KINDS, type TimelineKind } from '#shared/domain/timeline/kinds.ts';
import { isOwnKind } from '#shared/model/note.ts';
import type { MonthRange, StripLane } from './density-strip.tsx';
import type { HistoryFacts } from './use-history-facts.ts';
import type { KindBook } from './use-kind-book.ts';

interface StripInput {
  readonly facts: HistoryFacts | undefined;
  readonly extras: readonly ExtraEntry[];
  readonly filter: TimelineFilter;
  readonly kinds: KindBook;
  readonly today: string;
  readonly withLanes: boolean;
  readonly onFilter: (filter: TimelineFilter) => void;
}

interface Strip {
  readonly density: Density;
  readonly note: string;
  readonly lanes: readonly StripLane[] | undefined;
  readonly marks: ReadonlySet<MonthNumber>;
  readonly range: MonthRange | undefined;
  readonly onRange: (range: MonthRange | undefined) => void;
}

const MARKED: ReadonlySet<TimelineKind> = new Set(['contract', 'health', 'stage', 'escalation', 'churn']);

function monthOf(at: number): MonthNumber {
  const date = new Date(at);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** Counts by month of the sources' and written history, and beside it those of the marks that lie in the past. */
function monthsOf(
  facts: HistoryFacts | undefined,
  extras: readonly ExtraEntry[],
  now: MonthNumber,
): Record<string, Record<string, number>> {
  const months: Record<string, Record<string, number>> = {};
  for (const [month, kinds] of Object.entries(facts?.summary?.months ?? {})) months[month] = { ...kinds };
  const all = [...(facts?.markers ?? []).map(({ at, marker }) => ({ at, kind: marker.kind })), ...extras];
  for (const { at, kind } of all) {
    const month = monthOf(at);
    if (month > now) continue;
    const own = months[String(month)] ?? {};
    own[kind] = (own[kind] ?? 0) + 1;
    months[String(month)] = own;
  }
  return months;
}

type LaneId = keyof KindBook['texts']['lanes'];

/** Kinds of each lane; every kind is in one. */
function laneOfKind(kind: TimelineKind, touches: (kind: string) => boolean): LaneId {
  if (kind === 'ticket') return 'tickets';
  if (kind === 'usage') return 'usage';
  if (kind === 'survey') return 'surveys';
  if (touches(kind)) return 'touches';
  if (kind === 'health' || kind === 'stage') return kind;
  if (kind === 'plan' || kind === 'finding') return 'plan';
  const marks = ['next', 'contract', 'deal', 'people', 'escalation', 'churn'];
  return marks.includes(kind) ? 'marks' : 'notes';
}

const LANES: readonly LaneId[] = [
  'touches',
  'notes',
  'tickets',
  'surveys',
  'usage',
  'health',
  'stage',
  'plan',
  'marks',
];

/** Undefined while there is too little history for a strip to say anything. */
export function useStrip(input: StripInput): Strip | undefined {
  const { facts, extras, filter, kinds, today, withLanes, onFilter } = input;
  const { touches, texts } = kinds;
  const now = monthOfDay(today);
  const months = useMemo(() => monthsOf(facts, extras, now), [facts, extras, now]);
  const picked = filter.kinds;
  const shows = useMemo(() => {
    if (picked !== undefined) return (kind: string) => picked.includes(kind);
    if (filter.touch !== undefined) return (kind: string) => touches(kind) === (filter.touch === 'touch');
    // Usage would hide everything else under its thousands; its lane has a scale of its own.
    return (kind: string) => kind !== 'usage';
  }, [picked, filter.touch, touches]);
  const density = useMemo(() => {
    const counted = densityOf(months, shows, now);
    return counted.most === 0 ? densityOf(months, () => true, now) : counted;
  }, [months, shows, now]);
  const densities = useMemo(() => {
    if (!withLanes) return undefined;
    const present = new Set(Object.values(months).flatMap((counts) => Object.keys(counts)));
    const all: readonly TimelineKind[] = [...TIMELINE_KINDS, ...[...present].filter(isOwnKind)];
    return LANES.flatMap((id) => {
      const own = all.filter((kind) => present.has(kind) && laneOfKind(kind, touches) === id);
      return own.length === 0
        ? []
        : [{ id, own, density: densityOf(months, (kind) => own.includes(kind), now) }];
    });
  }, [withLanes, months, touches, now]);
  const lanes = useMemo(
    () =>
      densities?.map(({ id, own, density }): StripLane => {
        const pressed = picked !== undefined && own.every((kind) => picked.includes(kind));
        const rest = (picked ?? []).filter((kind) => !own.includes(kind));
        const next = withFilter(filter, { kinds: pressed ? rest : [...rest, ...own], touch: undefined });
        return { id, label: texts.lanes[id], density, pressed, onPress: () => onFilter(next) };
      }),
    [densities, picked, texts, filter, onFilter],
  );
  const marks = useMemo(() => {
    const found = new Set<MonthNumber>();
    for (const [month, counts] of Object.entries(months)) {
      if (Object.keys(counts).some((kind) => MARKED.has(kind))) found.add(Number(month));
    }
    return found;
  }, [months]);
  if (density === NO_DENSITY || density.counts.length < 3) return undefined;
  const { from, to } = filter;
  const first = density.first;
  const last = first + density.counts.length - 1;
  const range =
    from === undefined && to === undefined
      ? undefined
      : {
          from: from === undefined ? first : monthOfDay(from),
          to: to === undefined ? last : monthOfDay(to),
        };
  const usageLeftOut = picked === undefined && filter.touch === undefined && withLanes === false;
  return {
    density,
    note: usageLeftOut ? texts.withoutUsage : '',
    lanes,
    marks,
    range,
    onRange: (months) =>
      onFilter(
        withFilter(filter, {
          from: months === undefined || months.from <= first ? undefined : firstDayOf(months.from),
          to: months === undefined || months.to >= last ? undefined : lastDayOf(months.to),
        }),
      ),
  };
}
