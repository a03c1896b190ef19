/** What a timeline shows: by kind, touch, person, source, sentiment and dates. Pure: the reader of pages asks the same. */
import type { TouchRule } from '../../model/activity.ts';
import { isOwnKind } from '../../model/note.ts';
import { HISTORY_NOUNS, type HistoryNoun } from '../../model/nouns.ts';
import { addDays, dayNumber } from '../table/days.ts';
import { foldText } from '../table/fold-text.ts';
import { isBuiltInKind, placesOf, type TimelineKind } from './kinds.ts';

/** The "source" of what people wrote here. */
export const WRITTEN_HERE = '~here';

/** Absent = anything. */
export interface TimelineFilter {
  readonly kinds?: readonly TimelineKind[];
  /** Only what counts as contact, or only what does not. */
  readonly touch?: 'touch' | 'other';
  /** A name of either side. */
  readonly person?: string;
  /** Id of a source, or WRITTEN_HERE. */
  readonly source?: string;
  /** Any of these steps, 1 to 5. */
  readonly sentiment?: readonly number[];
  /** 'YYYY-MM-DD', the first and the last day shown. */
  readonly from?: string;
  readonly to?: string;
}

export const NO_FILTER: TimelineFilter = {};

export function isFiltered(filter: TimelineFilter): boolean {
  return Object.keys(filter).length > 0;
}

/** The change put into the filter; undefined takes a condition away. */
export function withFilter(
  filter: TimelineFilter,
  change: { readonly [K in keyof TimelineFilter]: TimelineFilter[K] | undefined },
): TimelineFilter {
  const next = Object.entries({ ...filter, ...change }).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(next);
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && !Number.isNaN(dayNumber(value));
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

/** What an older or damaged version stored: each condition by itself, left out where it does not fit. */
export function parseFilter(stored: unknown): TimelineFilter {
  if (typeof stored !== 'object' || stored === null) return NO_FILTER;
  const {
    kinds,
    touch,
    person,
    source,
    sentiment,
    from,
    to,
  }: Partial<Record<keyof TimelineFilter, unknown>> = stored;
  const kept = Array.isArray(kinds)
    ? kinds.filter((kind): kind is string => isText(kind) && (isBuiltInKind(kind) || isOwnKind(kind)))
    : undefined;
  const steps = Array.isArray(sentiment)
    ? sentiment.filter((step): step is number => Number.isInteger(step) && step >= 1 && step <= 5)
    : undefined;
  return withFilter(NO_FILTER, {
    kinds: kept,
    touch: touch === 'touch' || touch === 'other' ? touch : undefined,
    person: isText(person) ? person : undefined,
    source: isText(source) ? source : undefined,
    sentiment: steps,
    from: isDay(from) ? from : undefined,
    to: isDay(to) ? to : undefined,
  });
}

/** What the filter asks of an entry; the dear questions are functions. */
export interface EntryFacts {
  readonly kind: TimelineKind;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  /** Undefined = nobody knows (a mark that another feature brought). */
  readonly source: string | undefined;
  readonly people: () => readonly string[];
  readonly sentiment: () => number | undefined;
}

/** A day begins at one instant for dates without a time (midnight UTC), at another for the reader's clock. */
interface Midnights {
  readonly whole: number;
  readonly local: number;
}

/** The filter made ready to be asked of many entries. */
export interface FilterTerms {
  readonly kinds: ReadonlySet<TimelineKind> | undefined;
  readonly touch: boolean | undefined;
  readonly touches: TouchRule;
  readonly person: string | undefined;
  readonly source: string | undefined;
  readonly sentiment: ReadonlySet<number> | undefined;
  readonly from: Midnights | undefined;
  readonly before: Midnights | undefined;
}

const DAY = 86_400_000;

/** True for an instant that stands for a whole day: midnight in UTC, as sources write dates without a time. */
export function isWholeDay(at: number): boolean {
  return at % DAY === 0;
}

/** `localMidnight` gives the instant at which a day begins on the reader's clock. */
export function termsOf(
  filter: TimelineFilter,
  touches: TouchRule,
  localMidnight: (day: string) => number,
): FilterTerms {
  const midnights = (day: string): Midnights => ({ whole: dayNumber(day) * DAY, local: localMidnight(day) });
  return {
    kinds: filter.kinds === undefined ? undefined : new Set(filter.kinds),
    touch: filter.touch === undefined ? undefined : filter.touch === 'touch',
    touches,
    person: filter.person === undefined ? undefined : foldName(filter.person),
    source: filter.source,
    sentiment: filter.sentiment === undefined ? undefined : new Set(filter.sentiment),
    from: filter.from === undefined ? undefined : midnights(filter.from),
    before: filter.to === undefined ? undefined : midnights(addDays(filter.to, 1)),
  };
}

/** Names are one where only width, case or spaces differ. */
export function foldName(name: string): string {
  return foldText(name).replace(/\s+/g, '');
}

function isIn(at: number, { from, before }: FilterTerms): boolean {
  if (isWholeDay(at)) {
    return (from === undefined || at >= from.whole) && (before === undefined || at < before.whole);
  }
  return (from === undefined || at >= from.local) && (before === undefined || at < before.local);
}

export function kindFits(kind: TimelineKind, { kinds, touch, touches }: FilterTerms): boolean {
  if (kinds !== undefined && !kinds.has(kind)) return false;
  return touch === undefined || touches(kind) === touch;
}

export function fits(facts: EntryFacts, terms: FilterTerms): boolean {
  if (!kindFits(facts.kind, terms) || !isIn(facts.at, terms)) return false;
  const { source, sentiment, person } = terms;
  if (source !== undefined && facts.source !== source) return false;
  if (sentiment !== undefined) {
    const step = facts.sentiment();
    if (step === undefined || !sentiment.has(step)) return false;
  }
  return person === undefined || facts.people().some((name) => foldName(name) === person);
}

/** Where entries that fit can lie at all, so that the rest need not be read. */
export interface Places {
  readonly lanes: readonly HistoryNoun[];
  readonly written: boolean;
  /** No entry that fits is older. */
  readonly from: number | undefined;
  /** Every entry that fits is older. */
  readonly before: number | undefined;
}

export function placesFor(terms: FilterTerms): Places {
  const { kinds, touch, sentiment, source, from, before } = terms;
  let lanes: readonly HistoryNoun[] = HISTORY_NOUNS;
  let written = true;
  if (kinds !== undefined) ({ lanes, written } = placesOf(kinds));
  if (touch === true || sentiment !== undefined) lanes = lanes.filter((lane) => lane === 'activity');
  if (source !== undefined && source !== WRITTEN_HERE) written = false;
  return {
    lanes: source === WRITTEN_HERE ? [] : lanes,
    written,
    from: from === undefined ? undefined : Math.min(from.whole, from.local),
    before: before === undefined ? undefined : Math.max(before.whole, before.local),
  };
}

/**
 * Months (`year * 12 + month0`, UTC) in which the account has history of the kinds asked for; undefined = the filter
 * says nothing about kinds, or nobody has counted.
 */
export function monthsFor(
  terms: FilterTerms,
  counts: Readonly<Record<string, Readonly<Record<string, number>>>> | undefined,
): ReadonlySet<number> | undefined {
  if (counts === undefined || (terms.kinds === undefined && terms.touch === undefined)) return undefined;
  const months = new Set<number>();
  for (const [month, kinds] of Object.entries(counts)) {
    if (Object.entries(kinds).some(([kind, count]) => count > 0 && kindFits(kind, terms))) {
      months.add(Number(month));
    }
  }
  return months;
}
