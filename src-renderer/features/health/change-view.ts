/** What the panel says of a change: against which earlier score, in which parts; pure. */
import { cardsBetween, explainChange } from '#shared/domain/health/explain-change.ts';
import { type ShownChange, shownParts } from '#shared/domain/health/shown-parts.ts';
import type { HealthScore, HealthSnapshot, Scorecard } from '#shared/model/health.ts';

/** 'last': the newest earlier score that is another one. */
export const SPANS = ['last', 7, 30, 90] as const;
export type Span = (typeof SPANS)[number];

export interface Earlier {
  /** By how many days ago. */
  readonly ago: ReadonlyMap<number, HealthSnapshot>;
  /** Oldest first. */
  readonly history: readonly HealthSnapshot[];
  /** The scorecards of all these scores, by `cardKey`. */
  readonly cards: ReadonlyMap<string, Scorecard>;
}

export type ChangeView =
  /** Below the floor there is no figure, and so nothing that could have changed. */
  | { readonly type: 'no-score' }
  | { readonly type: 'nothing-earlier' }
  | { readonly type: 'change'; readonly before: HealthSnapshot; readonly shown: ShownChange };

function changeFrom(before: HealthSnapshot, score: HealthScore, cards: Earlier['cards']) {
  if (before.value === undefined || before.band === 'unknown' || score.value === undefined) return undefined;
  const change = explainChange(before, score, cardsBetween(cards, before, score));
  return change === undefined ? undefined : shownParts(change, before.value, score.value);
}

/** Days on which all stood as it does today tell nothing of what changed last. */
function lastChange(score: HealthScore, { history, cards }: Earlier): ChangeView {
  let view: ChangeView = { type: 'nothing-earlier' };
  for (const before of history.filter(({ day }) => day < score.day).reverse()) {
    const shown = changeFrom(before, score, cards);
    if (shown === undefined) continue;
    view = { type: 'change', before, shown };
    if (shown.total !== 0 || shown.parts.length > 0) break;
  }
  return view;
}

export function changeView(score: HealthScore, span: Span, earlier: Earlier): ChangeView {
  if (score.value === undefined || score.band === 'unknown') return { type: 'no-score' };
  if (span === 'last') return lastChange(score, earlier);
  const before = earlier.ago.get(span);
  const shown = before === undefined ? undefined : changeFrom(before, score, earlier.cards);
  return before === undefined || shown === undefined
    ? { type: 'nothing-earlier' }
    : { type: 'change', before, shown };
}
