/** What a filter asks of entries, answered from a page's columns without unpacking its events, or from an entry. */
import { type EntryFacts, type FilterTerms, fits, WRITTEN_HERE } from '#shared/domain/timeline/filter.ts';
import { eventKind, writtenKind } from '#shared/domain/timeline/kinds.ts';
import { HISTORY_NOUNS, type HistoryNoun } from '#shared/model/nouns.ts';
import { type EventPage, pageTime } from './event-page.ts';
import { cellAt } from './pack-column.ts';
import { columnOf, eventNoun, eventValue, sourceOfPage, type TimelineEntry } from './timeline-entry.ts';
import type { PageTest } from './timeline-lanes.ts';

/** Names of contacts by id. */
export type NamesById = ReadonlyMap<string, string>;

const NAME_FIELDS = ['owner', 'user'] as const;
const NAME_LISTS = ['participants', 'team'] as const;

function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}

/** Everybody whom an event or a note names, contacts by their name. */
function peopleIn(get: (field: string) => unknown, names: NamesById): readonly string[] {
  const ids = [...strings(get('contact')), ...strings(get('contacts'))];
  return [
    ...[...NAME_FIELDS, ...NAME_LISTS].flatMap((field) => strings(get(field))),
    ...ids.map((id) => names.get(id) ?? id),
  ];
}

function sentimentIn(noun: HistoryNoun, get: (field: string) => unknown): number | undefined {
  const value = noun === 'activity' ? get('sentiment') : undefined;
  return typeof value === 'number' ? value : undefined;
}

function markerPeople(entry: Extract<TimelineEntry, { type: 'marker' }>): readonly string[] {
  const { marker } = entry;
  switch (marker.kind) {
    case 'people':
      return [marker.record.name];
    case 'task':
    case 'deal':
      return strings(marker.record.owner);
    case 'contract':
    case 'stage':
    case 'next':
      return [];
  }
}

export function factsOfEntry(entry: TimelineEntry, names: NamesById): EntryFacts {
  const { at } = entry;
  switch (entry.type) {
    case 'event': {
      const noun = eventNoun(entry);
      const get = (field: string) => eventValue(entry, field);
      return {
        kind: eventKind(noun, noun === 'activity' ? get('kind') : undefined),
        at,
        source: entry.source,
        people: () => peopleIn(get, names),
        sentiment: () => sentimentIn(noun, get),
      };
    }
    case 'activity': {
      const values: Readonly<Record<string, unknown>> = { ...entry.activity };
      const get = (field: string) => values[field];
      return {
        kind: writtenKind(entry.activity.kind),
        at,
        source: WRITTEN_HERE,
        people: () => peopleIn(get, names),
        sentiment: () => sentimentIn('activity', get),
      };
    }
    case 'marker':
      return {
        kind: entry.marker.kind,
        at,
        source: entry.source,
        people: () => markerPeople(entry),
        sentiment: () => undefined,
      };
    case 'extra':
      return {
        kind: entry.kind,
        at,
        source: undefined,
        people: () => entry.people ?? [],
        sentiment: () => undefined,
      };
  }
}

export function entryFits(entry: TimelineEntry, terms: FilterTerms, names: NamesById): boolean {
  return fits(factsOfEntry(entry, names), terms);
}

/** The same question for a whole page: its columns are looked up once, and a page of another source is left out whole. */
export function pageTest(terms: FilterTerms, names: NamesById): PageTest {
  return (page: EventPage) => {
    const source = sourceOfPage(page);
    if (terms.source !== undefined && terms.source !== source) return undefined;
    const noun = HISTORY_NOUNS[page.lane] ?? 'activity';
    const columns = new Map<string, ReturnType<typeof columnOf>>();
    let row = 0;
    const get = (field: string): unknown => {
      if (!columns.has(field)) columns.set(field, columnOf(page, field));
      const column = columns.get(field);
      return column === undefined ? undefined : cellAt(column, row);
    };
    return (asked) => {
      row = asked;
      const facts: EntryFacts = {
        kind: eventKind(noun, noun === 'activity' ? get('kind') : undefined),
        at: pageTime(page, asked),
        source,
        people: () => peopleIn(get, names),
        sentiment: () => sentimentIn(noun, get),
      };
      return fits(facts, terms);
    };
  };
}
