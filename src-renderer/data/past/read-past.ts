/** Measures of accounts as they stood at past moments: worked out from what is stored, slice by slice. */
import { MEASURES, type MeasureId } from '#shared/model/health.ts';
import type { BookFacts } from '../health/account-facts.ts';
import { readFacts } from '../health/read-facts.ts';
import type { KizunaDatabase } from '../schema.ts';

/** An account and the moments, milliseconds since 1970 UTC, at which it is looked at. */
export interface PastQuestion {
  readonly account: string;
  readonly moments: readonly number[];
}

export interface PastSlice {
  /** Place of the slice's first question. */
  readonly first: number;
  /** Questions answered. */
  readonly count: number;
  /** Question by question, moment by moment, measure by measure in the order asked; NaN = not known then. */
  readonly values: Float64Array;
}

/** Accounts whose facts are read together. */
const SLICE = 50;

/** Every question has the same number of moments. */
export async function* readPast(
  db: KizunaDatabase,
  questions: readonly PastQuestion[],
  measures: readonly MeasureId[],
  book: BookFacts,
): AsyncGenerator<PastSlice> {
  const moments = questions[0]?.moments.length ?? 0;
  const width = moments * measures.length;
  for (let first = 0; first < questions.length; first += SLICE) {
    const slice = questions.slice(first, first + SLICE);
    const ids = slice.map(({ account }) => account);
    const facts = new Map((await readFacts(db, ids, book)).map((each) => [each.account.id, each]));
    const values = new Float64Array(slice.length * width).fill(Number.NaN);
    for (const [place, question] of slice.entries()) {
      const known = facts.get(question.account);
      if (known === undefined) continue;
      const since = known.knownSince();
      for (const [m, moment] of question.moments.entries()) {
        if (since === undefined || moment < since) continue;
        const signals = known.signalsAt(moment);
        for (const [i, measure] of measures.entries()) {
          const signal = signals[measure];
          if (signal !== undefined) values[place * width + m * measures.length + i] = signal.value;
        }
      }
    }
    yield { first, count: slice.length, values };
  }
}

/** What a past value rests on that is only known of today (stage, plan, contacts) is left out of comparisons with it. */
export const PAST_MEASURES: readonly MeasureId[] = MEASURES.filter(
  (measure) => !['onboarding-progress', 'plan-progress', 'invoice-status', 'renewal-days'].includes(measure),
);
