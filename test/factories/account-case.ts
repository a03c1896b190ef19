/** What is known of an account on a day, as contradictions read it, and what is found in it. */
import type { AccountCase } from '#shared/domain/contradictions/account-case.ts';
import { findContradictions } from '#shared/domain/contradictions/find-contradictions.ts';
import { readyRule } from '#shared/domain/contradictions/own-rules.ts';
import type { Contradiction, OwnRule, RuleSide } from '#shared/model/alert.ts';
import type { Signal, Signals } from '#shared/model/health.ts';

export const DAY = 86_400_000;
export const TODAY = '2026-11-21';
export const NOW = Date.parse(`${TODAY}T09:00:00Z`);
export const MOMENT = { now: NOW, today: TODAY };
export const PEOPLE = { known: 3, withRole: 2, executives: [], at: NOW - 9 * DAY };

export function signal(value: number, more: Partial<Signal> = {}): Signal {
  return { value, at: NOW - DAY, source: 'usage', ...more };
}

export function caseOf(signals: Signals, more: Partial<AccountCase> = {}): AccountCase {
  return { account: 'a', signals, band: 'watch', ...more };
}

/** A rule of the user's own. */
export function ownRule(a: RuleSide, b: RuleSide, more: Partial<OwnRule> = {}): OwnRule {
  const texts = { hypothesis: '', ask: '', nextStep: '' };
  return { id: 'r1', name: 'Mine', a, b, ...texts, off: false, createdAt: 0, updatedAt: 0, ...more };
}

/** The book has a column of its own: "Region code". */
export function found(each: AccountCase, own: readonly OwnRule[] = []): Contradiction[] {
  const into: Contradiction[] = [];
  findContradictions(
    each,
    own.map((rule) => readyRule(rule, new Set(['Region code']))),
    MOMENT,
    into,
  );
  return into;
}
