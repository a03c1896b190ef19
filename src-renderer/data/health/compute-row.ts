/** From an account's facts to the row of signals that is kept, with the scores of some days ago for its trend. */

import { termOn } from '#shared/domain/revenue/revenue-on.ts';
import type { AccountSummary } from '#shared/domain/summary/account-summary.ts';
import { addDays } from '#shared/domain/table/days.ts';
import type { Account } from '#shared/model/account.ts';
import type { HealthScore, HealthSnapshot, Scorecard, Signals } from '#shared/model/health.ts';
import type { AccountFacts } from './account-facts.ts';
import { keptOn } from './kept-scores.ts';
import { endOfLocalDay } from './local-day.ts';
import { TREND_DAYS } from './messages.ts';
import { packSignals } from './pack-signals.ts';
import type { SignalsRow } from './rows.ts';
import { cardMark, cardOf, type On, scoreSignals } from './score-row.ts';

/** A past day as it was at its end, as a kept score of it is. */
export function onPast(day: string): On {
  return { day, now: endOfLocalDay(day) };
}

/** A past day's score by today's card, from what is known of that day; undefined = nothing is. */
export function reconstructed(
  facts: AccountFacts,
  card: Scorecard | undefined,
  on: On,
): HealthScore | undefined {
  const since = facts.knownSince();
  if (since === undefined || on.now < since) return undefined;
  return scoreSignals(facts.account.id, facts.signalsAt(on.now), card, on);
}

export interface RowInput {
  readonly facts: AccountFacts;
  /** Those of the moment. */
  readonly signals: Signals;
  /** Saved segments that it belongs to, and by which rules that was found. */
  readonly saved: readonly string[] | undefined;
  readonly savedBy: string;
  readonly cards: readonly Scorecard[];
  /** Kept scores of the account, oldest first, as far back as trends look. */
  readonly kept: readonly HealthSnapshot[];
  readonly on: On;
  readonly seen: string;
  readonly before: SignalsRow | undefined;
  /** Its score is made of its children's, of which the past is only known where it was kept. */
  readonly isCombined: boolean;
}

function pastScores(
  { facts, kept, on: { day }, isCombined }: RowInput,
  card: Scorecard | undefined,
): (number | null)[] {
  return TREND_DAYS.map((days) => {
    const then = onPast(addDays(day, -days));
    const score = keptOn(kept, then.day) ?? (isCombined ? undefined : reconstructed(facts, card, then));
    // Below the floor there is no figure to compare with.
    return score === undefined || score.band === 'unknown' ? null : (score.value ?? null);
  });
}

function yearly({ arr }: Account, summary: AccountSummary | undefined, day: string) {
  const sums = new Map<string, number>();
  for (const line of summary?.revenue ?? [])
    if (termOn(line, day) === 'counts')
      sums.set(line.currency, (sums.get(line.currency) ?? 0) + line.mrr * 12);
  if ((summary?.revenue ?? []).length === 0 && arr !== undefined) sums.set(arr.currency, arr.minor);
  return [...sums];
}

export function computeRow(input: RowInput): SignalsRow {
  const { facts, signals, saved, savedBy, cards, on, seen, before } = input;
  const { account, summary } = facts;
  const { id, segment, touchModel, stage, parent } = account;
  const arr = yearly(account, summary, on.day);
  const head: SignalsRow = {
    account: id,
    day: on.day,
    seen,
    ...packSignals(signals),
    ...(segment === undefined ? {} : { segment }),
    ...(touchModel === undefined ? {} : { touchModel }),
    ...(stage === undefined ? {} : { stage }),
    ...(parent === undefined ? {} : { parent }),
    ...(saved === undefined ? {} : { saved }),
    ...(savedBy === '' ? {} : { savedBy }),
    ...(arr.length === 0 ? {} : { arr }),
    ...(before?.kept === undefined ? {} : { kept: before.kept }),
    ...(before?.keptSince === undefined ? {} : { keptSince: before.keptSince }),
    ...(before?.touched === undefined ? {} : { touched: before.touched }),
  };
  const card = cardOf(head, cards);
  return { ...head, past: pastScores(input, card), pastBy: cardMark(card, input.isCombined) };
}
