/** The kinds of entry on a timeline: what people and sources log, other history, and marks that other records leave. */
import { ACTIVITY_KINDS, type ActivityKind } from '../../model/activity.ts';
import { isOwnKind } from '../../model/note.ts';
import { HISTORY_NOUNS, type HistoryNoun } from '../../model/nouns.ts';

const HISTORY_KINDS = ['ticket', 'usage', 'survey', 'churn'] as const;

/** Marks: what a contract, a deal, a person, a plan, the health or the stage did on a day; the next contact. */
export const MARKER_KINDS = [
  'next',
  'contract',
  'deal',
  'people',
  'health',
  'stage',
  'plan',
  'finding',
  'escalation',
] as const;
export type MarkerKind = (typeof MARKER_KINDS)[number];

export type BuiltInKind = ActivityKind | (typeof HISTORY_KINDS)[number] | MarkerKind;

/** A built-in kind, or the id of one that the user added. */
export type TimelineKind = string;

/** In the order in which the filter offers them. */
export const TIMELINE_KINDS: readonly BuiltInKind[] = [...ACTIVITY_KINDS, ...HISTORY_KINDS, ...MARKER_KINDS];

const ACTIVITIES: ReadonlySet<string> = new Set(ACTIVITY_KINDS);
const BUILT_IN: ReadonlySet<string> = new Set(TIMELINE_KINDS);
const LANES: Readonly<Record<string, HistoryNoun>> = {
  ticket: 'ticket',
  usage: 'usage',
  survey: 'survey',
  churn: 'churnEvent',
};

export function isBuiltInKind(kind: string): kind is BuiltInKind {
  return BUILT_IN.has(kind);
}

/** The kind under which an event of a source is counted in the account's summary, too. */
export function eventKind(noun: HistoryNoun, kind: unknown): TimelineKind {
  switch (noun) {
    case 'activity':
      return typeof kind === 'string' && ACTIVITIES.has(kind) ? kind : 'other';
    case 'churnEvent':
      return 'churn';
    default:
      return noun;
  }
}

/** The kind of what somebody wrote here. */
export function writtenKind(kind: string | undefined): TimelineKind {
  if (kind === undefined) return 'note';
  return ACTIVITIES.has(kind) || isOwnKind(kind) ? kind : 'other';
}

/** Where entries of the kind lie: in which lane of the sources' history, and among what people wrote. */
export function placesOf(kinds: Iterable<TimelineKind>): {
  readonly lanes: readonly HistoryNoun[];
  readonly written: boolean;
} {
  const wanted = new Set<HistoryNoun>();
  let written = false;
  for (const kind of kinds) {
    const lane = Object.hasOwn(LANES, kind) ? LANES[kind] : undefined;
    if (lane !== undefined) wanted.add(lane);
    else if (ACTIVITIES.has(kind)) wanted.add('activity');
    if (ACTIVITIES.has(kind) || isOwnKind(kind)) written = true;
  }
  return { lanes: HISTORY_NOUNS.filter((noun) => wanted.has(noun)), written };
}
