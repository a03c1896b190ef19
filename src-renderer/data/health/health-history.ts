/** An account's scores over time: kept ones as they were, days before and between filled in from history, week by week. */
import { addDays, dayNumber } from '#shared/domain/table/days.ts';
import type { HealthSnapshot, Scorecard } from '#shared/model/health.ts';
import type { KizunaDatabase } from '../schema.ts';
import type { AccountFacts } from './account-facts.ts';
import { onPast, reconstructed } from './compute-row.ts';
import { KEPT_DAYS, keptOn, readKept } from './kept-scores.ts';
import { localDayOf } from './local-day.ts';
import { TREND_DAYS } from './messages.ts';
import { readBookFacts, readFacts } from './read-facts.ts';
import { cardOf } from './score-row.ts';
import { readScorecards } from './scorecards.ts';

/** So far back days are filled in. */
const YEARS_BACK_DAYS = 730;
const WEEK = 7;
const DAYS_TOGETHER = 15;

function rest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** 1970-01-05 was a Monday. */
function mondayFrom(day: string): string {
  const past = (((dayNumber(day) - 4) % WEEK) + WEEK) % WEEK;
  return past === 0 ? day : addDays(day, WEEK - past);
}

/** Who belongs to saved segments today belongs to them on past days too: nobody knows how it was. */
async function cardFor(db: KizunaDatabase, { account }: AccountFacts): Promise<Scorecard | undefined> {
  const [cards, row] = await Promise.all([readScorecards(db), db.signals.get(account.id)]);
  const { segment, touchModel, stage } = account;
  const scoped = {
    ...(segment === undefined ? {} : { segment }),
    ...(touchModel === undefined ? {} : { touchModel }),
    ...(stage === undefined ? {} : { stage }),
    ...(row?.saved === undefined ? {} : { saved: row.saved }),
  };
  return cardOf(scoped, cards);
}

async function fillIn(
  db: KizunaDatabase,
  facts: AccountFacts,
  kept: readonly HealthSnapshot[],
  from: string,
  to: string,
): Promise<HealthSnapshot[]> {
  // A parent's past is made of its children's, whose days are not filled in here.
  if (kept.some((each) => each.from !== undefined)) return [];
  const card = await cardFor(db, facts);
  const filled: HealthSnapshot[] = [];
  let days = 0;
  for (let day = mondayFrom(from); day <= to; day = addDays(day, WEEK)) {
    if (keptOn(kept, day) !== undefined) continue;
    const score = reconstructed(facts, card, onPast(day));
    if (score !== undefined) filled.push({ ...score, reconstructed: true });
    // Two years of a busy account are more than a screen should wait for at a time.
    if (++days % DAYS_TOGETHER === 0) await rest();
  }
  return filled;
}

/** The days from `from` to `to` ('YYYY-MM-DD'), oldest first. `now` is milliseconds since 1970 UTC. */
export async function readHealthHistory(
  db: KizunaDatabase,
  account: string,
  from: string,
  to: string,
  now: number,
): Promise<readonly HealthSnapshot[]> {
  const today = localDayOf(now);
  const oldest = addDays(today, -YEARS_BACK_DAYS);
  const begin = from < oldest ? oldest : from;
  const [kept, book] = await Promise.all([
    readKept(db, account, addDays(from, -KEPT_DAYS), to),
    readBookFacts(db, localDayOf),
  ]);
  const [facts] = await readFacts(db, [account], book);
  const end = to < today ? to : addDays(today, -1);
  const filled = facts === undefined ? [] : await fillIn(db, facts, kept, begin, end);
  const shown = kept.filter((each) => each.day >= from);
  return [...shown, ...filled].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** The scores of 7, 30 and 90 days ago, by how many days: those that trends compare with. */
export async function readScoresAgo(
  db: KizunaDatabase,
  account: string,
  now: number,
): Promise<ReadonlyMap<number, HealthSnapshot>> {
  const today = localDayOf(now);
  const oldest = addDays(today, -Math.max(...TREND_DAYS) - KEPT_DAYS);
  const [kept, book] = await Promise.all([
    readKept(db, account, oldest, today),
    readBookFacts(db, localDayOf),
  ]);
  const [facts] = await readFacts(db, [account], book);
  const card = facts === undefined ? undefined : await cardFor(db, facts);
  const isCombined = kept.some((each) => each.from !== undefined);
  const found = new Map<number, HealthSnapshot>();
  for (const days of TREND_DAYS) {
    const on = onPast(addDays(today, -days));
    const known = keptOn(kept, on.day);
    const score =
      known !== undefined || facts === undefined || isCombined ? undefined : reconstructed(facts, card, on);
    if (known !== undefined) found.set(days, known);
    else if (score !== undefined) found.set(days, { ...score, reconstructed: true });
  }
  return found;
}
