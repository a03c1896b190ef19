/** How the timeline's own entries are placed and grouped: the pure rules told what an entry of ours is. */
import { factColumns, factsOf } from '#renderer/data/ingest/event-facts.ts';
import type { TimelineEntry } from '#renderer/data/timeline.ts';
import { type EventEntry, eventValue } from '#renderer/data/timeline-entry.ts';
import { factsOfEntry } from '#renderer/data/timeline-facts.ts';
import { isWholeDay } from '#shared/domain/timeline/filter.ts';
import type { Groupable, GroupRow, GroupRules, Row } from '#shared/domain/timeline/group.ts';
import type { TimelineKind } from '#shared/domain/timeline/kinds.ts';

export type TimelineRow = Row<TimelineEntry>;
export type TimelineGroup = GroupRow<TimelineEntry>;
export type TimelineRules = GroupRules<TimelineEntry>;

/** The calendar day on which the reader places the instant, 'YYYY-MM-DD'. */
export function dayOf(at: number, localDay: (at: number) => string): string {
  return isWholeDay(at) ? new Date(at).toISOString().slice(0, 10) : localDay(at);
}

const TICKET_FIELDS = ['status', 'closedAt'] as const;
const TICKET_COLUMNS = factColumns(
  'ticket',
  TICKET_FIELDS.map((name) => ({ name, custom: false })),
);

/** By the same rule that counts open tickets in the account's summary. */
function isClosedTicket(entry: EventEntry): boolean {
  const cells = TICKET_FIELDS.map((field) => eventValue(entry, field));
  return !factsOf(TICKET_COLUMNS, entry.at, cells).ticketOpen;
}

const NO_NAMES: ReadonlyMap<string, string> = new Map();

interface RulesInput {
  readonly today: string;
  readonly localDay: (at: number) => string;
  readonly asked: ReadonlySet<TimelineKind> | undefined;
  readonly grouped: boolean;
}

export function rulesFor({ today, localDay, asked, grouped }: RulesInput): TimelineRules {
  return {
    today,
    asked,
    grouped,
    keyOf: (entry) => entry.key,
    describe: (entry): Groupable => ({
      kind: factsOfEntry(entry, NO_NAMES).kind,
      day: dayOf(entry.at, localDay),
      automatic: entry.type === 'event',
      settled: () => entry.type === 'event' && isClosedTicket(entry),
    }),
  };
}
