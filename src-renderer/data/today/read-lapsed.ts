/** Settlements whose story ended meanwhile, as past scores tell: what looks the same again is a new one. */
import { alertLapsed } from '#shared/domain/alerts/lapse.ts';
import { holds } from '#shared/domain/alerts/settle.ts';
import type { AccountCase } from '#shared/domain/contradictions/account-case.ts';
import {
  contradictionLapsed,
  ownRuleLapsed,
  type PastDay,
  pastDaysOf,
} from '#shared/domain/contradictions/lapse.ts';
import { isMeasure, type ReadyRule } from '#shared/domain/contradictions/own-rules.ts';
import type { Alert, Contradiction, Settlement } from '#shared/model/alert.ts';
import type { HealthSnapshot, MeasureId } from '#shared/model/health.ts';
import { localDayOf } from '../health/local-day.ts';
import { unpackSnapshot } from '../health/pack-snapshot.ts';
import { readBookFacts } from '../health/read-facts.ts';
import { PAST_MEASURES, readPast } from '../past/read-past.ts';
import type { KizunaDatabase } from '../schema.ts';

interface LapsedInput {
  readonly db: KizunaDatabase;
  readonly found: readonly (Alert | Contradiction)[];
  readonly settlements: ReadonlyMap<string, Settlement>;
  readonly cases: ReadonlyMap<string, AccountCase>;
  /** Those of the user's own. */
  readonly rules: readonly ReadyRule[];
  readonly today: string;
}

const DAY = 86_400_000;
/** Days between two looks back, and the most looks: beyond that they are farther apart. */
const STEP_DAYS = 7;
const MOST_LOOKS = 26;
/** Whether a measure rises is told by so many days. */
const BACK_DAYS = 30;

/** From the day after it was settled to yesterday. */
function looksBack({ createdAt }: Settlement, today: string): number[] {
  const end = Date.parse(`${today}T12:00:00Z`) - DAY;
  const step = Math.max(STEP_DAYS * DAY, (end - createdAt) / MOST_LOOKS);
  const looks: number[] = [];
  for (let at = end; at > createdAt + DAY && looks.length < MOST_LOOKS; at -= step) looks.push(at);
  return looks;
}

/** Of measures that no scorecard weighs nothing is kept: they are worked out from history. */
async function pastDays(
  { db, today }: LapsedInput,
  { rule }: ReadyRule,
  settlement: Settlement,
): Promise<PastDay[]> {
  const measures = [rule.a.of, rule.b.of].filter(isMeasure).filter((each) => PAST_MEASURES.includes(each));
  const looks = looksBack(settlement, today);
  if (measures.length === 0 || looks.length === 0) return [];
  const moments = looks.flatMap((at) => [at, at - BACK_DAYS * DAY]);
  const questions = [{ account: settlement.account, moments }];
  const all: number[] = [];
  for await (const { values } of readPast(db, questions, measures, await readBookFacts(db, localDayOf)))
    all.push(...values);
  const valuesAt = (moment: number) =>
    Object.fromEntries(
      measures.flatMap((measure, i): [MeasureId, number][] => {
        const value = all[moment * measures.length + i] ?? Number.NaN;
        return Number.isNaN(value) ? [] : [[measure, value]];
      }),
    );
  return looks.map((now, i) => ({ now, values: valuesAt(i * 2), before: valuesAt(i * 2 + 1) }));
}

async function isOver(
  input: LapsedInput,
  settlement: Settlement,
  snapshots: readonly HealthSnapshot[],
  now: AccountCase,
): Promise<boolean> {
  if (settlement.about === 'alert') return alertLapsed(settlement, snapshots);
  const own = input.rules.find(({ rule }) => settlement.id.endsWith(`\u001f${rule.id}`));
  if (own === undefined) return contradictionLapsed(settlement, snapshots, now);
  return (
    ownRuleLapsed(own, pastDaysOf(settlement, snapshots)) ||
    ownRuleLapsed(own, await pastDays(input, own, settlement))
  );
}

/** Past scores are read for those only that are kept away by a settlement: few, however large the book is. */
export async function readLapsed(input: LapsedInput): Promise<ReadonlySet<string>> {
  const { db, found, settlements, cases, today } = input;
  const lapsed = new Set<string>();
  for (const each of found) {
    const settlement = settlements.get(each.id);
    const now = cases.get(each.account);
    if (settlement === undefined || now === undefined || !holds(settlement, each.mark, today)) continue;
    const from = localDayOf(settlement.createdAt);
    // Settled today, or ahead by a clock that was set back: no day lies between.
    if (from >= today) continue;
    const rows = await db.healthSnapshots
      .where('[account+day]')
      .between([each.account, from], [each.account, today], false, false)
      .toArray();
    const snapshots = rows.map(unpackSnapshot);
    if (await isOver(input, settlement, snapshots, now)) lapsed.add(each.id);
  }
  return lapsed;
}
