/** What an account's other records put on its timeline: contracts, deals, people, tasks, stages, each on its day. Pure. */
import type { Contact } from '../../model/contact.ts';
import type { Opportunity } from '../../model/opportunity.ts';
import type { StageChange } from '../../model/stage-change.ts';
import type { Subscription } from '../../model/subscription.ts';
import type { Task } from '../../model/task.ts';
import type { PlannedContact } from '../cadence/next-contact.ts';
import { addDays, dayNumber } from '../table/days.ts';

/** What happened; the word and the rest of the line follow from the record. */
export type Marker =
  | { readonly kind: 'contract'; readonly what: ContractEvent; readonly record: Subscription }
  | { readonly kind: 'deal'; readonly what: 'won' | 'lost' | 'closes'; readonly record: Opportunity }
  | { readonly kind: 'people'; readonly what: 'joined' | 'left'; readonly record: Contact }
  | { readonly kind: 'task'; readonly what: 'done' | 'due'; readonly record: Task }
  | { readonly kind: 'stage'; readonly what: 'changed'; readonly record: StageChange }
  | { readonly kind: 'next'; readonly what: 'agreed'; readonly record: PlannedContact };

export type ContractEvent = 'starts' | 'ends' | 'renews' | 'renewed';

export interface PlacedMarker {
  /** Stable: the record's id and what happened to it. */
  readonly key: string;
  /** Milliseconds since 1970 UTC; midnight UTC for a day without a time. */
  readonly at: number;
  readonly marker: Marker;
}

export interface MarkedRecords {
  readonly subscriptions: readonly Subscription[];
  readonly opportunities: readonly Opportunity[];
  readonly contacts: readonly Contact[];
  readonly tasks: readonly Task[];
  readonly stages?: readonly StageChange[] | undefined;
  readonly planned?: PlannedContact | undefined;
}

const DAY = 86_400_000;

/** Marks of records that have an id of their own. */
type RecordMarker = Exclude<Marker, { readonly kind: 'stage' | 'next' }>;

function placed(day: string | undefined, marker: RecordMarker): PlacedMarker[] {
  const at = day === undefined ? Number.NaN : dayNumber(day) * DAY;
  // A source's own text that is no day has no place on a line of time.
  return Number.isNaN(at) ? [] : [{ key: `${marker.kind}:${marker.record.id}:${marker.what}`, at, marker }];
}

function lineName(subscription: Subscription): string {
  return subscription.name ?? subscription.plan ?? '';
}

/** Days on which a contract of the name begins: one that ends then, or the day before, was renewed. */
function startsByName(subscriptions: readonly Subscription[]): ReadonlySet<string> {
  return new Set(
    subscriptions.flatMap((each) =>
      each.startDate === undefined ? [] : [`${lineName(each)}\u001f${each.startDate}`],
    ),
  );
}

function contractMarkers(subscriptions: readonly Subscription[]): PlacedMarker[] {
  const starts = startsByName(subscriptions);
  const renewals = new Set<string>();
  const isRenewed = (record: Subscription, end: string) =>
    [end, Number.isNaN(dayNumber(end)) ? end : addDays(end, 1)].some((day) => {
      const start = `${lineName(record)}\u001f${day}`;
      if (!starts.has(start) || record.startDate === day) return false;
      renewals.add(start);
      return true;
    });
  const ends = subscriptions.flatMap((record) => {
    const { endDate, renewalDate } = record;
    if (endDate !== undefined && isRenewed(record, endDate)) return [];
    const renews =
      renewalDate !== undefined && (renewalDate !== endDate || record.autoRenew === true)
        ? placed(renewalDate, { kind: 'contract', what: 'renews', record })
        : [];
    const hidden = renewalDate === endDate && record.autoRenew === true;
    return [...renews, ...(hidden ? [] : placed(endDate, { kind: 'contract', what: 'ends', record }))];
  });
  const begins = subscriptions.flatMap((record) => {
    const renewed = renewals.has(`${lineName(record)}\u001f${record.startDate}`);
    return placed(record.startDate, { kind: 'contract', what: renewed ? 'renewed' : 'starts', record });
  });
  return [...ends, ...begins];
}

function dealMarkers(record: Opportunity): PlacedMarker[] {
  const what = record.isWon === true ? 'won' : record.isClosed === true ? 'lost' : 'closes';
  return placed(record.closeDate, { kind: 'deal', what, record });
}

function peopleMarkers(record: Contact): PlacedMarker[] {
  return [
    ...placed(record.startedOn, { kind: 'people', what: 'joined', record }),
    ...placed(record.leftOn, { kind: 'people', what: 'left', record }),
  ];
}

function taskMarkers(record: Task): PlacedMarker[] {
  if (record.state === 'open') return placed(record.due, { kind: 'task', what: 'due', record });
  const marker: Marker = { kind: 'task', what: 'done', record };
  return [{ key: `task:${record.id}:done`, at: record.doneAt ?? record.updatedAt, marker }];
}

function stageMarkers(stages: readonly StageChange[]): PlacedMarker[] {
  return stages.map((record) => ({
    key: `stage:${record.at}:${record.to ?? ''}`,
    at: record.at,
    marker: { kind: 'stage', what: 'changed', record },
  }));
}

/** The day that holds now: days that were agreed before it are told by their notes. */
function nextMarkers(record: PlannedContact | undefined): PlacedMarker[] {
  const at = record === undefined ? Number.NaN : dayNumber(record.on) * DAY;
  if (record === undefined || Number.isNaN(at)) return [];
  return [{ key: `next:${record.note}`, at, marker: { kind: 'next', what: 'agreed', record } }];
}

export function markersOf(records: MarkedRecords): readonly PlacedMarker[] {
  return [
    ...contractMarkers(records.subscriptions),
    ...records.opportunities.flatMap(dealMarkers),
    ...records.contacts.flatMap(peopleMarkers),
    ...records.tasks.flatMap(taskMarkers),
    ...stageMarkers(records.stages ?? []),
    ...nextMarkers(records.planned),
  ];
}
