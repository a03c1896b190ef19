/** Contradictions and alerts of a large book beside scoring it, both from what is at hand. Runs in the page. */
import type { HealthStore } from '#renderer/data/health/health-store.ts';
import { localDayOf } from '#renderer/data/health/local-day.ts';
import { readBookFacts } from '#renderer/data/health/read-facts.ts';
import type { Store } from '#renderer/data/store.ts';
import { scoredCase } from '#renderer/data/today/findings.ts';
import { readCases } from '#renderer/data/today/read-cases.ts';
import { findAlerts } from '#shared/domain/alerts/find-alerts.ts';
import { findContradictions } from '#shared/domain/contradictions/find-contradictions.ts';
import { scoreAccount } from '#shared/domain/health/score.ts';
import { toAccountRow } from '#shared/domain/summary/account-row.ts';
import type { Alert, Contradiction } from '#shared/model/alert.ts';

export interface FindingsFigures {
  /** Milliseconds to read what the rules look at. */
  readonly gather: number;
  readonly score: number[];
  readonly rules: number[];
  readonly found: number;
}

export async function measureFindings(
  { db }: Store,
  health: HealthStore,
  samples: number,
): Promise<FindingsFigures> {
  const now = Date.now();
  const today = localDayOf(now);
  const summaries = new Map((await db.summaries.toArray()).map((each) => [each.accountId, each]));
  const rows = (await db.accounts.toArray()).map((each) => toAccountRow(each, summaries.get(each.id), today));
  const { reach } = await readBookFacts(db, localDayOf);
  const began = performance.now();
  const cases = await readCases({
    db,
    rows,
    scored: (id) => scoredCase(health, id, now, today),
    tasks: new Map(),
    reach,
    now,
    today,
  });
  const gather = performance.now() - began;
  const score: number[] = [];
  const rules: number[] = [];
  let found = 0;
  for (let i = -3; i < samples; i++) {
    const start = performance.now();
    for (const { account, signals } of cases) {
      const card = health.cardOf(account);
      if (card !== undefined) scoreAccount(card, signals, { account, day: today, now });
    }
    const scored = performance.now();
    const contradictions: Contradiction[] = [];
    const alerts: Alert[] = [];
    for (const each of cases) {
      findContradictions(each, [], { now, today }, contradictions);
      findAlerts(each, { now, today }, alerts);
    }
    const end = performance.now();
    found = contradictions.length + alerts.length;
    if (i < 0) continue;
    score.push(scored - start);
    rules.push(end - scored);
  }
  return { gather, score, rules, found };
}
