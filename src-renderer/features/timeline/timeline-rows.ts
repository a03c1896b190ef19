/** What the list shows for the entries read: month headings between them, and a day's usage in one line. Pure. */
import type { TimelineEntry } from '#renderer/data/timeline.ts';
import type { HistoryEvent } from '#shared/model/stored.ts';

export type TimelineRow =
  | { readonly type: 'month'; readonly key: string; readonly day: string }
  | {
      readonly type: 'entry';
      readonly key: string;
      readonly entry: TimelineEntry;
      readonly day: string;
      /** The first row of its day shows the date. */
      readonly firstOfDay: boolean;
    }
  | {
      readonly type: 'usage';
      readonly key: string;
      readonly events: readonly HistoryEvent[];
      readonly day: string;
      readonly firstOfDay: boolean;
    };

const DAY = 86_400_000;

/** True for an instant that stands for a whole day: midnight in UTC, as sources write dates without a time. */
export function isWholeDay(at: number): boolean {
  return at % DAY === 0;
}

/** The calendar day on which the reader places the instant, 'YYYY-MM-DD'. */
export function dayOf(at: number, localDay: (at: number) => string): string {
  return isWholeDay(at) ? new Date(at).toISOString().slice(0, 10) : localDay(at);
}

function isUsage(entry: TimelineEntry): entry is Extract<TimelineEntry, { type: 'event' }> {
  return entry.type === 'event' && entry.event.noun === 'usage';
}

/** `entries` newest first. Usage of one day becomes one row, at the place of its newest event. */
export function rowsOf(
  entries: readonly TimelineEntry[],
  localDay: (at: number) => string,
): readonly TimelineRow[] {
  const rows: TimelineRow[] = [];
  let day = '';
  let month = '';
  let usage: HistoryEvent[] | undefined;
  for (const entry of entries) {
    const own = dayOf(entry.at, localDay);
    const firstOfDay = own !== day;
    if (firstOfDay) {
      day = own;
      usage = undefined;
      if (own.slice(0, 7) !== month) {
        month = own.slice(0, 7);
        rows.push({ type: 'month', key: `month:${entry.key}`, day: own });
      }
    }
    if (!isUsage(entry)) rows.push({ type: 'entry', key: entry.key, entry, day, firstOfDay });
    else if (usage !== undefined) usage.push(entry.event);
    else {
      usage = [entry.event];
      rows.push({ type: 'usage', key: `day:${entry.key}`, events: usage, day, firstOfDay });
    }
  }
  return rows;
}

interface UsageSum {
  readonly uses: number;
  readonly activeUsers: number | undefined;
  readonly features: readonly { readonly name: string; readonly uses: number }[];
}

function numberOf(event: HistoryEvent, field: string): number | undefined {
  const value = event.values[field];
  return typeof value === 'number' ? value : undefined;
}

/** Uses add up; active users of several features overlap, so the largest figure is the most that is known. */
export function sumUsage(events: readonly HistoryEvent[]): UsageSum {
  const features = new Map<string, number>();
  let uses = 0;
  let activeUsers: number | undefined;
  for (const event of events) {
    const count = numberOf(event, 'count') ?? 1;
    uses += count;
    const users = numberOf(event, 'activeUsers');
    if (users !== undefined) activeUsers = Math.max(activeUsers ?? 0, users);
    const feature = event.values.feature;
    if (typeof feature === 'string') features.set(feature, (features.get(feature) ?? 0) + count);
  }
  const byUses = [...features].sort(([, a], [, b]) => b - a);
  return { uses, activeUsers, features: byUses.map(([name, count]) => ({ name, uses: count })) };
}
