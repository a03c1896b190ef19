/** The kinds of entry on a timeline: which there are, what an entry's kind is, and what must be read to show some. */
import type { TimelineEntry, TimelineQuery } from '#renderer/data/timeline.ts';
import type { AccountSummary } from '#shared/domain/summary/account-summary.ts';
import { ACTIVITY_KINDS, type ActivityKind, isTouch } from '#shared/model/activity.ts';
import { HISTORY_NOUNS, type HistoryNoun } from '#shared/model/nouns.ts';

const HISTORY_KINDS = ['ticket', 'usage', 'survey', 'churn'] as const;
export type TimelineKind = ActivityKind | (typeof HISTORY_KINDS)[number];

/** In the order in which the filter offers them. */
export const TIMELINE_KINDS: readonly TimelineKind[] = [...ACTIVITY_KINDS, ...HISTORY_KINDS];

const LANE_OF: Readonly<Record<(typeof HISTORY_KINDS)[number], HistoryNoun>> = {
  ticket: 'ticket',
  usage: 'usage',
  survey: 'survey',
  churn: 'churnEvent',
};

const KINDS: ReadonlySet<string> = new Set(ACTIVITY_KINDS);

function isActivityKind(kind: unknown): kind is ActivityKind {
  return typeof kind === 'string' && KINDS.has(kind);
}

/** The kind under which the entry is counted in the account's summary, too. */
export function kindOf(entry: TimelineEntry): TimelineKind {
  if (entry.type === 'activity') {
    const { kind = 'note' } = entry.activity;
    return isActivityKind(kind) ? kind : 'other';
  }
  const { noun, values } = entry.event;
  switch (noun) {
    case 'activity':
      return isActivityKind(values.kind) ? values.kind : 'other';
    case 'churnEvent':
      return 'churn';
    default:
      return noun;
  }
}

/** Undefined = every kind. */
export type KindFilter = ReadonlySet<TimelineKind> | undefined;

export const TOUCH_FILTER: ReadonlySet<TimelineKind> = new Set(TIMELINE_KINDS.filter(isTouch));

/** What has to be read for the filter; activities of one kind are told apart after reading. */
export function queryFor(accountId: string, filter: KindFilter): TimelineQuery {
  if (filter === undefined) return { accountId };
  const wanted = new Set<HistoryNoun>();
  for (const kind of filter) wanted.add(isActivityKind(kind) ? 'activity' : LANE_OF[kind]);
  return {
    accountId,
    lanes: HISTORY_NOUNS.filter((noun) => wanted.has(noun)),
    written: wanted.has('activity'),
  };
}

/** Entries of each kind that the account has, from its summary; kinds without any are left out. */
export function countKinds(summary: AccountSummary | undefined): ReadonlyMap<TimelineKind, number> {
  const counts = new Map<TimelineKind, number>();
  for (const month of Object.values(summary?.months ?? {})) {
    for (const kind of TIMELINE_KINDS) {
      const count = month[kind] ?? 0;
      if (count > 0) counts.set(kind, (counts.get(kind) ?? 0) + count);
    }
  }
  return counts;
}
