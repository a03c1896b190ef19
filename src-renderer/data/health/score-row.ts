/** The score of an account from its stored signals: which card fits, and what stays to be said of a past day. */
import { scoreAccount, scorecardFor } from '#shared/domain/health/score.ts';
import type { HealthScore, Scorecard, Signals } from '#shared/model/health.ts';
import { unpackSignals } from './pack-signals.ts';
import type { SignalsRow } from './rows.ts';

/** A moment, with its day in the user's zone. */
export interface On {
  readonly day: string;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
}

export function cardOf(
  row: Pick<SignalsRow, 'segment' | 'touchModel' | 'stage' | 'saved'>,
  cards: readonly Scorecard[],
): Scorecard | undefined {
  const { segment, touchModel, stage, saved } = row;
  return scorecardFor(
    {
      ...(segment === undefined ? {} : { segment }),
      ...(touchModel === undefined ? {} : { touchModel }),
      ...(stage === undefined ? {} : { stage }),
      ...(saved === undefined ? {} : { saved }),
    },
    cards,
  );
}

/** By what past scores were filled in: another card or another version of it, and they are filled in again. */
export function cardMark(card: Scorecard | undefined, isCombined: boolean): string {
  const mark = card === undefined ? '' : `${card.id} ${card.version}`;
  // A parent's past is not filled in from its own history once its score is made of its children's.
  return isCombined ? `${mark} family` : mark;
}

/** No card fits: nothing can be said. */
function unscored(account: string, day: string): HealthScore {
  return { account, day, scorecard: '', version: 0, coverage: 0, band: 'unknown', measures: [] };
}

export function scoreSignals(
  account: string,
  signals: Signals,
  card: Scorecard | undefined,
  { day, now }: On,
): HealthScore {
  return card === undefined ? unscored(account, day) : scoreAccount(card, signals, { account, day, now });
}

export function scoreRow(row: SignalsRow, card: Scorecard | undefined, on: On): HealthScore {
  return scoreSignals(row.account, unpackSignals(row), card, on);
}
