/** What is asked of the account's history: the kept filter made ready, and the questions for the screen and for files. */
import { useEffect, useMemo, useRef } from 'react';
import type { ExtraEntry, TimelineQuery } from '#renderer/data/timeline.ts';
import { isoDateOf } from '#renderer/i18n/format.ts';
import { useTimelineView } from '#renderer/ui-state/timeline-view.ts';
import { isFiltered, type TimelineFilter, termsOf } from '#shared/domain/timeline/filter.ts';
import type { TouchRule } from '#shared/model/activity.ts';
import { localMidnight } from './local-time.ts';
import { rulesFor, type TimelineRules } from './timeline-rules.ts';
import type { HistoryFacts } from './use-history-facts.ts';

interface QueryInput {
  readonly accountId: string;
  readonly extras: readonly ExtraEntry[];
  /** Only what is older; undefined = from the newest. */
  readonly before: number | undefined;
  readonly facts: HistoryFacts | undefined;
  readonly touches: TouchRule;
  readonly today: string;
}

interface TimelineQuestions {
  readonly filter: TimelineFilter;
  readonly filtered: boolean;
  readonly grouped: boolean;
  readonly rules: TimelineRules;
  /** For the screen; undefined until everything that the filter needs is known. */
  readonly query: (() => TimelineQuery) | undefined;
  /** The same from the newest on, for files and paper. */
  readonly whole: (() => TimelineQuery) | undefined;
}

const NO_NAMES: ReadonlyMap<string, string> = new Map();

export function useTimelineQuery(input: QueryInput): TimelineQuestions {
  const { accountId, extras, before, facts, touches, today } = input;
  const { filter, grouped } = useTimelineView(accountId);
  const filtered = isFiltered(filter);
  const terms = useMemo(
    () => (filtered ? termsOf(filter, touches, localMidnight) : undefined),
    [filtered, filter, touches],
  );
  const rules = useMemo(() => {
    const asked = filter.kinds === undefined ? undefined : new Set(filter.kinds);
    return rulesFor({ today, localDay: isoDateOf, asked, grouped });
  }, [today, filter.kinds, grouped]);
  const latest = useRef(facts);
  useEffect(() => {
    latest.current = facts;
  });
  const ask = useMemo(
    () => (place: number | undefined) => () => ({
      accountId,
      markers: true,
      extra: extras,
      ...(place === undefined ? {} : { before: place }),
      ...(terms === undefined
        ? {}
        : { terms, names: latest.current?.names ?? NO_NAMES, months: latest.current?.summary?.months }),
    }),
    [accountId, extras, terms],
  );
  // A filter needs the names and counts around the history; without one nothing is waited for.
  const known = terms === undefined || facts !== undefined;
  const query = useMemo(() => (known ? ask(before) : undefined), [known, ask, before]);
  const whole = useMemo(() => (known ? ask(undefined) : undefined), [known, ask]);
  return { filter, filtered, grouped, rules, query, whole };
}
