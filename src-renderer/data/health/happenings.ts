/** What happened on an account, day by day, to stand under its score: touches, notes, surveys, contracts, people. */
import { eventKind, type TimelineKind } from '#shared/domain/timeline/kinds.ts';
import type { KizunaDatabase } from '../schema.ts';
import { openTimeline, type TimelineEntry } from '../timeline.ts';
import { eventNoun, eventValue } from '../timeline-entry.ts';
import { localDayOf } from './local-day.ts';

export interface Happening {
  /** 'YYYY-MM-DD'. */
  readonly day: string;
  readonly items: readonly { readonly kind: TimelineKind; readonly title: string }[];
}

/** The newest ones: more would be a band of ink under the chart. */
const MOST = 600;
const LANES = ['activity', 'survey', 'churnEvent'] as const;

function text(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function itemOf(entry: TimelineEntry): Happening['items'][number] {
  switch (entry.type) {
    case 'activity':
      return { kind: entry.activity.kind ?? 'other', title: entry.activity.subject ?? '' };
    case 'event': {
      const noun = eventNoun(entry);
      const title = noun === 'survey' ? eventValue(entry, 'score') : eventValue(entry, 'subject');
      return {
        kind: eventKind(noun, eventValue(entry, 'kind')),
        title: text(title ?? eventValue(entry, 'reason')),
      };
    }
    case 'marker': {
      const { kind, record } = entry.marker;
      if (kind === 'stage' || kind === 'next')
        return { kind, title: kind === 'stage' ? text(record.to) : '' };
      return { kind, title: kind === 'task' ? record.title : text(record.name) };
    }
    case 'extra':
      return { kind: entry.kind, title: entry.title };
  }
}

/** From `from` ('YYYY-MM-DD') to now, the oldest day first. */
export async function readHappenings(
  db: KizunaDatabase,
  accountId: string,
  from: string,
  now: number,
): Promise<readonly Happening[]> {
  const { entries } = await openTimeline(db, {
    accountId,
    lanes: LANES,
    markers: true,
    before: now,
  }).next(MOST);
  const days = new Map<string, Happening['items'][number][]>();
  for (const entry of entries) {
    const day = localDayOf(entry.at);
    if (day < from) break;
    const items = days.get(day);
    if (items === undefined) days.set(day, [itemOf(entry)]);
    else items.push(itemOf(entry));
  }
  return [...days].map(([day, items]) => ({ day, items })).reverse();
}
