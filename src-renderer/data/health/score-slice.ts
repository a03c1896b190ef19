/** Scores of some accounts as the worker tells them: columns of figures, and the signals from which the rest follows. */
import type { Scorecard } from '#shared/model/health.ts';
import { type ScoreSlice, TREND_DAYS } from './messages.ts';
import { joinSignals } from './pack-signals.ts';
import type { SignalsRow } from './rows.ts';
import { cardOf, type On, scoreRow } from './score-row.ts';

export function sliceOf(
  rows: readonly SignalsRow[],
  all: readonly Scorecard[],
  on: On,
  withSignals: boolean,
): ScoreSlice {
  const cards = rows.map((row) => cardOf(row, all));
  const scores = rows.map((row, i) => scoreRow(row, cards[i], on));
  const past = rows.flatMap((row) => TREND_DAYS.map((_, i) => row.past?.[i] ?? Number.NaN));
  return {
    ...on,
    accounts: rows.map(({ account }) => account),
    ...(withSignals ? { signals: joinSignals(rows) } : {}),
    cards: Int16Array.from(cards, (card) => (card === undefined ? -1 : all.indexOf(card))),
    values: Float64Array.from(scores, ({ value }) => value ?? Number.NaN),
    coverage: Float64Array.from(scores, ({ coverage }) => coverage),
    bands: scores.map(({ band }) => band),
    past: Float64Array.from(past),
  };
}
