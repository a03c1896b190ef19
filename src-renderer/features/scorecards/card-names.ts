/** What scorecards, groups and measures are called: their own name, else the language's, else their id. */
import { useMemo } from 'react';
import type { CardNames } from '#renderer/i18n/en/scorecards.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { isMeasure } from '#shared/domain/health/check-scorecard.ts';
import type { Scorecard } from '#shared/model/health.ts';

function worded(words: Readonly<Record<string, string>>, id: string): string {
  return Object.hasOwn(words, id) ? (words[id] ?? id) : id;
}

export function useCardName(): (card: Pick<Scorecard, 'id' | 'name'>) => string {
  const { scorecards } = useText('healthWords');
  return ({ id, name }) => name || worded(scorecards, id);
}

/** The names within a card, or within several versions of one: the first that knows a group names it. */
export function useNames(...cards: readonly Pick<Scorecard, 'groups'>[]): CardNames {
  const words = useText('healthWords');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the cards are the list
  return useMemo(
    () => ({
      group: (id) => {
        const own = cards.flatMap(({ groups }) => groups).find((group) => group.id === id);
        return own?.name || worded(words.groups, id);
      },
      measure: (id) => (isMeasure(id) ? words.measures[id].name : id),
    }),
    [words, ...cards],
  );
}
