/** How an account's timeline was left (filter, grouping), kept per account in localStorage between starts. */
import { create } from 'zustand';
import { isFiltered, NO_FILTER, parseFilter, type TimelineFilter } from '#shared/domain/timeline/filter.ts';

export interface TimelineViewState {
  readonly filter: TimelineFilter;
  /** Noise in one line a day or week. */
  readonly grouped: boolean;
}

interface TimelineViews {
  /** By account, the one changed last at the end. */
  readonly views: ReadonlyMap<string, TimelineViewState>;
  /** Whether the strip shows a lane for each kind; the same for all accounts. */
  readonly lanes: boolean;
}

const STORAGE_KEY = 'kizuna.timeline-views';
/** Accounts whose view is remembered. */
const MOST = 100;

export const PLAIN_VIEW: TimelineViewState = { filter: NO_FILTER, grouped: true };

function parseView(value: unknown): TimelineViewState | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const filter = 'filter' in value ? parseFilter(value.filter) : NO_FILTER;
  return { filter, grouped: !('grouped' in value) || value.grouped !== false };
}

/** Reads what an older or damaged version stored: each account's view by itself. */
export function parseTimelineViews(text: string | null): TimelineViews {
  const views = new Map<string, TimelineViewState>();
  try {
    const stored: unknown = JSON.parse(text ?? 'null');
    if (typeof stored !== 'object' || stored === null) return { views, lanes: false };
    const list: unknown = 'views' in stored ? stored.views : undefined;
    for (const pair of Array.isArray(list) ? list : []) {
      const view = Array.isArray(pair) ? parseView(pair[1]) : undefined;
      if (view !== undefined && typeof pair[0] === 'string') views.set(pair[0], view);
    }
    return { views, lanes: 'lanes' in stored && stored.lanes === true };
  } catch {
    return { views, lanes: false };
  }
}

function readStored(): string | null {
  try {
    return globalThis.localStorage?.getItem(STORAGE_KEY) ?? null;
  } catch {
    // Storage that is switched off is no reason not to start.
    return null;
  }
}

export const useTimelineViews = create<TimelineViews>()(() => parseTimelineViews(readStored()));

useTimelineViews.subscribe(({ views, lanes }) => {
  try {
    globalThis.localStorage?.setItem(STORAGE_KEY, JSON.stringify({ views: [...views], lanes }));
  } catch {
    // The arrangement then lasts until the window closes.
  }
});

export function useTimelineView(accountId: string): TimelineViewState {
  return useTimelineViews((state) => state.views.get(accountId)) ?? PLAIN_VIEW;
}

export function changeTimelineView(accountId: string, change: Partial<TimelineViewState>): void {
  useTimelineViews.setState(({ views }) => {
    const next = new Map(views);
    const view = { ...(views.get(accountId) ?? PLAIN_VIEW), ...change };
    next.delete(accountId);
    if (isFiltered(view.filter) || !view.grouped) next.set(accountId, view);
    for (const oldest of [...next.keys()].slice(0, Math.max(0, next.size - MOST))) next.delete(oldest);
    return { views: next };
  });
}

export function showLanes(lanes: boolean): void {
  useTimelineViews.setState({ lanes });
}
