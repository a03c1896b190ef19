/** What several rows of usage add up to. Pure; reads only the columns it needs. */
import { type EventEntry, eventValue, type TimelineEntry } from '#renderer/data/timeline-entry.ts';

export interface FeatureSum {
  /** '' = the rows name no feature. */
  readonly name: string;
  readonly uses: number;
  readonly activeUsers: number | undefined;
  readonly errors: number | undefined;
}

export interface UsageSum {
  readonly uses: number;
  readonly activeUsers: number | undefined;
  /** The most used first. */
  readonly features: readonly FeatureSum[];
}

function numberOf(entry: EventEntry, field: string): number | undefined {
  const value = eventValue(entry, field);
  return typeof value === 'number' ? value : undefined;
}

function larger(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined ? b : b === undefined ? a : Math.max(a, b);
}

/** Uses and errors add up; active users of several rows overlap, so the largest figure is the most that is known. */
export function sumUsage(entries: readonly TimelineEntry[]): UsageSum {
  const features = new Map<string, FeatureSum>();
  let uses = 0;
  let activeUsers: number | undefined;
  for (const entry of entries) {
    if (entry.type !== 'event') continue;
    const count = numberOf(entry, 'count') ?? 1;
    const users = numberOf(entry, 'activeUsers');
    const errors = numberOf(entry, 'errors');
    uses += count;
    activeUsers = larger(activeUsers, users);
    const feature = eventValue(entry, 'feature');
    const name = typeof feature === 'string' ? feature : '';
    const before = features.get(name);
    const bothErrors = errors === undefined ? before?.errors : (before?.errors ?? 0) + errors;
    features.set(name, {
      name,
      uses: (before?.uses ?? 0) + count,
      activeUsers: larger(before?.activeUsers, users),
      errors: bothErrors,
    });
  }
  return { uses, activeUsers, features: [...features.values()].sort((a, b) => b.uses - a.uses) };
}
