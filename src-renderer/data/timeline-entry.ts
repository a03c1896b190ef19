/** One entry of a timeline, wherever it comes from; an event of a source stays packed until it is asked what it says. */
import type { PlacedMarker } from '#shared/domain/timeline/markers.ts';
import type { Activity } from '#shared/model/activity.ts';
import { HISTORY_NOUNS } from '#shared/model/nouns.ts';
import type { HistoryEvent } from '#shared/model/stored.ts';
import { type EventPage, pageTime, readEvent } from './event-page.ts';
import { cellAt } from './pack-column.ts';

export interface EventEntry {
  readonly type: 'event';
  readonly at: number;
  readonly key: string;
  readonly event: HistoryEvent;
  /** Id of the source that gave it. */
  readonly source?: string;
}

export interface WrittenEntry {
  readonly type: 'activity';
  readonly at: number;
  readonly key: string;
  readonly activity: Activity;
}

export interface MarkerEntry extends PlacedMarker {
  readonly type: 'marker';
  readonly source?: string;
}

/** What another feature puts on the timeline, in the reader's language already. */
export interface ExtraEntry {
  readonly type: 'extra';
  readonly at: number;
  readonly key: string;
  readonly kind: string;
  readonly title: string;
  /** Shown faintly after the title. */
  readonly rest?: string;
  /** Shown at the right edge. */
  readonly aside?: string;
  /** Shown when it is opened. */
  readonly facts?: readonly { readonly label: string; readonly text: string }[];
  readonly people?: readonly string[];
}

export type TimelineEntry = EventEntry | WrittenEntry | MarkerEntry | ExtraEntry;

/** Where the source's name begins a page's scope. */
const JOINT = '\u001f';

export function sourceOfPage(page: EventPage): string {
  return page.scope.split(JOINT, 1)[0] ?? '';
}

/** An event that stays in its page until somebody asks what it says: a long history is held packed. */
export class PagedEvent implements EventEntry {
  readonly type = 'event';
  readonly at: number;
  readonly page: EventPage;
  readonly row: number;

  constructor(page: EventPage, row: number) {
    this.page = page;
    this.row = row;
    this.at = pageTime(page, row);
  }

  get key(): string {
    const { page, row } = this;
    return `${HISTORY_NOUNS[page.lane]}:${page.keyHi[row]}:${page.keyLo[row]}`;
  }

  get source(): string {
    return sourceOfPage(this.page);
  }

  get event(): HistoryEvent {
    return readEvent(this.page, this.row);
  }
}

/** One field of an event, without reading the others. */
export function eventValue(entry: EventEntry, field: string): unknown {
  if (!(entry instanceof PagedEvent)) return entry.event.values[field];
  const column = columnOf(entry.page, field);
  return column === undefined ? undefined : cellAt(column, entry.row);
}

export function eventNoun(entry: EventEntry): HistoryEvent['noun'] {
  return entry instanceof PagedEvent ? (HISTORY_NOUNS[entry.page.lane] ?? 'activity') : entry.event.noun;
}

/** The column of a field that is not a custom one. */
export function columnOf(page: EventPage, field: string): EventPage['columns'][number] | undefined {
  for (let i = 0; i < page.names.length; i++) {
    if (page.names[i] === field && page.custom[i] !== 1) return page.columns[i];
  }
  return undefined;
}
