/** What a group says on its one line: "42 uses, 3 tickets", and faintly what is in it. Pure. */
import type { TimelineEntry } from '#renderer/data/timeline.ts';
import { eventNoun } from '#renderer/data/timeline-entry.ts';
import type { TimelineKind } from '#shared/domain/timeline/kinds.ts';
import { type EntryLine, type LineWords, lineOf } from './entry-line.ts';
import { type KindWords, kindsWord } from './kind-look.ts';
import type { TimelineGroup } from './timeline-rules.ts';
import { sumUsage, type UsageSum } from './usage-sum.ts';

const sums = new WeakMap<TimelineGroup, UsageSum>();

function isUsage(entry: TimelineEntry): boolean {
  return entry.type === 'event' && eventNoun(entry) === 'usage';
}

/** Reckoned once for each row. */
export function usageOf(group: TimelineGroup): UsageSum {
  let sum = sums.get(group);
  if (sum === undefined) {
    sum = sumUsage(group.members.slice(0, group.count).filter(isUsage));
    sums.set(group, sum);
  }
  return sum;
}

type Words = LineWords & KindWords;

function countWord(kind: TimelineKind, count: number, group: TimelineGroup, words: Words): string {
  const { texts, format } = words;
  switch (kind) {
    case 'usage':
      return texts.usageLine(format.number(usageOf(group).uses));
    case 'ticket':
    case 'update':
    case 'task':
    case 'other':
      return texts.counted[kind](count);
    default:
      return `${kindsWord(kind, words)} ${format.number(count)}`;
  }
}

function rest(group: TimelineGroup, words: Words): string {
  const { format } = words;
  if (group.span === 'ahead') {
    // The nearest first: they are what the reader may have to act on.
    return group.members
      .slice(0, group.count)
      .slice(-3)
      .reverse()
      .map((entry) => lineOf(entry, words).title)
      .join(' · ');
  }
  // What is one of its kind says more than sums of usage.
  const told = group.members.slice(0, group.count).filter((entry) => !isUsage(entry));
  if (told.length > 0) {
    return told
      .slice(0, 2)
      .map((entry) => lineOf(entry, words).title)
      .join(' · ');
  }
  if (group.kinds.has('usage')) {
    return usageOf(group)
      .features.filter(({ name }) => name !== '')
      .slice(0, 3)
      .map(({ name, uses }) => `${name} ${format.number(uses)}`)
      .join(' · ');
  }
  return '';
}

/** Usage first, for it is what the line is mostly about. */
function inOrder(kinds: TimelineGroup['kinds']): readonly (readonly [TimelineKind, number])[] {
  return [...kinds].sort(([a], [b]) => Number(b === 'usage') - Number(a === 'usage'));
}

export function groupLine(group: TimelineGroup, words: Words): EntryLine {
  const { texts, format } = words;
  const title =
    group.span === 'ahead'
      ? texts.ahead(group.count)
      : inOrder(group.kinds)
          .map(([kind, count]) => countWord(kind, count, group, words))
          .join(texts.comma);
  const spans = group.until !== group.day;
  // What lies ahead may lie in another year.
  const date = group.span === 'ahead' ? format.date : format.dateShort;
  return {
    title,
    rest: rest(group, words),
    aside: spans ? texts.range(date(group.until), date(group.day)) : '',
  };
}

/** The kind whose icon and word stand for the group. */
export function groupKind(group: TimelineGroup): TimelineKind | undefined {
  const [first] = group.kinds.keys();
  return group.kinds.size === 1 && group.span !== 'ahead' ? first : undefined;
}
