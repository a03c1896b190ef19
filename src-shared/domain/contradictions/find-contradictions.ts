/** Contradictions [矛盾シグナル] of an account: the delivered rules and the user's own, never averaged away. */
import type { Contradiction } from '../../model/alert.ts';
import type { AccountCase, Moment } from './account-case.ts';
import { ownMark, type ReadyRule } from './own-rules.ts';
import { DELIVERED } from './rules.ts';

const SEPARATOR = '\u001f';

/** The same account and rule always give the same id: a contradiction is updated, never doubled. */
export function contradictionId(account: string, rule: string): string {
  return account + SEPARATOR + rule;
}

/** Adds what is found to `into`: nothing is made for a rule that does not fire. */
export function findContradictions(
  each: AccountCase,
  own: readonly ReadyRule[],
  moment: Moment,
  into: Contradiction[],
): void {
  const { account, former } = each;
  if (former === true) return;
  for (const rule of DELIVERED) {
    const found = rule.find(each, moment);
    if (found === undefined) continue;
    const { facts, context, mark } = found;
    const one = { id: contradictionId(account, rule.id), account, rule: rule.id, facts, mark };
    into.push(context === undefined ? one : { ...one, context });
  }
  for (const { rule, find } of own) {
    const facts = find(each, moment);
    if (facts === undefined) continue;
    into.push({
      id: contradictionId(account, rule.id),
      account,
      rule: rule.id,
      facts,
      mark: ownMark(rule, facts),
    });
  }
}
