/** An account's changes of band as marks on its timeline, each with the measures that moved most. */
import { useEffect, useMemo, useState } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { readHealthHistory } from '#renderer/data/health/health-history.ts';
import { cardsOfScores } from '#renderer/data/health/scorecards.ts';
import { useAccountHealth } from '#renderer/data/health/use-health.ts';
import type { ExtraEntry } from '#renderer/data/timeline.ts';
import type { Texts } from '#renderer/i18n/dictionaries.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { type BandChange, bandChanges } from '#shared/domain/health/band-changes.ts';
import { cardsBetween, explainChange } from '#shared/domain/health/explain-change.ts';
import { shownParts } from '#shared/domain/health/shown-parts.ts';
import { addDays, dayNumber } from '#shared/domain/table/days.ts';
import type { Scorecard } from '#shared/model/health.ts';

const DAYS_BACK = 730;
/** Parts of a change: beside the mark, and when it is opened. */
const SHORT = 2;
const LONG = 5;
/** Smaller parts say nothing. */
const LEAST_POINTS = 0.5;
const DAY = 86_400_000;

const NONE: readonly ExtraEntry[] = [];

type Cards = ReadonlyMap<string, Scorecard>;

interface Found {
  readonly of: string;
  readonly changes: readonly BandChange[];
  /** By which the scores were made. */
  readonly cards: Cards;
}

/** As the panel writes them. */
function partsOf({ before, after }: BandChange, cards: Cards) {
  const change = explainChange(before, after, cardsBetween(cards, before, after));
  if (change === undefined || before.value === undefined || after.value === undefined) return [];
  return shownParts(change, before.value, after.value).parts.filter(
    ({ points }) => Math.abs(points) >= LEAST_POINTS,
  );
}

function markOf(change: BandChange, cards: Cards, words: Texts['healthWords']): ExtraEntry {
  const { before, after } = change;
  const parts = partsOf(change, cards);
  const value = (of: number | undefined) => (of === undefined ? '?' : String(Math.round(of)));
  return {
    type: 'extra',
    key: `health:${after.day}`,
    at: dayNumber(after.day) * DAY,
    kind: 'health',
    title: `${value(before.value)} → ${value(after.value)}`,
    rest: [parts.slice(0, SHORT).map(words.part).join(', '), after.reconstructed ? words.reconstructed : '']
      .filter((text) => text !== '')
      .join(' · '),
    aside: `${words.bands[before.band]} → ${words.bands[after.band]}`,
    facts: parts.slice(0, LONG).map((part) => ({
      label: words.measures[part.measure].name,
      text: `${words.tenths(part.points)} (${words.causes[part.cause]})`,
    })),
  };
}

/** Nothing until the scores are there; the timeline does not wait. */
export function useHealthMarks(accountId: string, now: () => number): readonly ExtraEntry[] {
  const { db, store } = useData();
  const words = useText('healthWords');
  const { state, day, band } = useAccountHealth(accountId);
  const [found, setFound] = useState<Found>();
  const isReady = state === 'ready';
  // A new day or another band may be one more change.
  const seen = `${day} ${band.computed}`;
  useEffect(() => {
    let wanted = isReady && seen !== '';
    const from = addDays(day === '' ? '1970-01-01' : day, -DAYS_BACK);
    if (wanted)
      readHealthHistory(db, accountId, from, day, now())
        .then(async (history) => {
          const changes = bandChanges(history);
          const cards = await cardsOfScores(
            db,
            changes.flatMap(({ before, after }) => [before, after]),
          );
          if (wanted) setFound({ of: accountId, changes, cards });
        })
        .catch(store.noteFailure);
    return () => {
      wanted = false;
    };
  }, [db, store, accountId, isReady, seen, day, now]);
  return useMemo(
    () =>
      found === undefined || found.of !== accountId || found.changes.length === 0
        ? NONE
        : found.changes.map((change) => markOf(change, found.cards, words)),
    [found, accountId, words],
  );
}
