/** Measures as they stood 30 days ago, for rules that ask whether one rises or falls: only what is asked for is read. */
import { movingMeasures, type ReadyRule } from '#shared/domain/contradictions/own-rules.ts';
import type { MeasureId } from '#shared/model/health.ts';
import { localDayOf } from '../health/local-day.ts';
import { readBookFacts } from '../health/read-facts.ts';
import { askPast } from '../past/ask-past.ts';
import { readPast } from '../past/read-past.ts';
import type { KizunaDatabase } from '../schema.ts';

const DAY = 86_400_000;
/** Days back that rises and falls are told by. */
export const BACK_DAYS = 30;
/** More accounts than this are read in a worker. */
const AT_HAND = 20;

export type EarlierValues = Readonly<Partial<Record<MeasureId, number>>>;

interface Asked {
  readonly db: KizunaDatabase;
  readonly accounts: readonly string[];
  readonly rules: readonly ReadyRule[];
  readonly now: number;
}

async function valuesOf(
  { db, accounts, now }: Asked,
  measures: readonly MeasureId[],
): Promise<(measure: number, account: number) => number> {
  const questions = accounts.map((account) => ({ account, moments: [now - BACK_DAYS * DAY] }));
  if (accounts.length > AT_HAND) {
    const { signal } = new AbortController();
    const past = await askPast({ db, questions, measures, onProgress: () => undefined, signal });
    const columns = measures.map((measure) => past.at(measure, 0));
    return (measure, account) => columns[measure]?.[account] ?? Number.NaN;
  }
  const all: number[] = [];
  for await (const { values } of readPast(db, questions, measures, await readBookFacts(db, localDayOf)))
    all.push(...values);
  return (measure, account) => all[account * measures.length + measure] ?? Number.NaN;
}

/** By account; empty where no rule asks. */
export async function readEarlier(asked: Asked): Promise<ReadonlyMap<string, EarlierValues>> {
  const measures = movingMeasures(asked.rules);
  if (measures.length === 0 || asked.accounts.length === 0) return new Map();
  const read = await valuesOf(asked, measures);
  return new Map(
    asked.accounts.map((account, at) => {
      const known = measures.flatMap((measure, i): [MeasureId, number][] => {
        const value = read(i, at);
        return Number.isNaN(value) ? [] : [[measure, value]];
      });
      return [account, Object.fromEntries(known)];
    }),
  );
}
