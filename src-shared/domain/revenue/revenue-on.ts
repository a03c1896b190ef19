/** What counts as recurring revenue on a day, subscription by subscription and per currency: the one rule for it. */
import type { Money } from '../../base/money.ts';
import type { Subscription } from '../../model/subscription.ts';

export type Standing = 'counts' | 'ended' | 'future' | 'no-amount';

/** A subscription counts from its start up to, not including, its end. Days are 'YYYY-MM-DD', '' = open. */
export function termOn(term: { readonly start: string; readonly end: string }, day: string) {
  if (term.end !== '' && day >= term.end) return 'ended';
  return term.start !== '' && day < term.start ? 'future' : 'counts';
}

export function standingOn(subscription: Subscription, day: string): Standing {
  const { startDate = '', endDate = '', mrr, arr } = subscription;
  const term = termOn({ start: startDate, end: endDate }, day);
  return term === 'counts' && mrr === undefined && arr === undefined ? 'no-amount' : term;
}

/** Yearly, in minor units: twelve times the MRR, else the ARR that the source gives. */
export function yearlyOf(subscription: Subscription): Money | undefined {
  const { mrr, arr } = subscription;
  return mrr === undefined ? arr : { minor: mrr.minor * 12, currency: mrr.currency };
}

export function monthlyOf(subscription: Subscription): Money | undefined {
  const { mrr, arr } = subscription;
  if (mrr !== undefined || arr === undefined) return mrr;
  return { minor: Math.round(arr.minor / 12), currency: arr.currency };
}

interface RevenueSum {
  readonly currency: string;
  readonly arr: Money;
  readonly mrr: Money;
  /** How many subscriptions count. */
  readonly count: number;
}

/** One sum per currency, the largest first; currencies are never added to each other. */
export function revenueOn(subscriptions: readonly Subscription[], day: string): readonly RevenueSum[] {
  const sums = new Map<string, { minor: number; count: number }>();
  for (const subscription of subscriptions) {
    const yearly = yearlyOf(subscription);
    if (yearly === undefined || standingOn(subscription, day) !== 'counts') continue;
    const sum = sums.get(yearly.currency) ?? { minor: 0, count: 0 };
    sum.minor += yearly.minor;
    sum.count += 1;
    sums.set(yearly.currency, sum);
  }
  return [...sums]
    .map(([currency, { minor, count }]) => ({
      currency,
      arr: { minor, currency },
      mrr: { minor: Math.round(minor / 12), currency },
      count,
    }))
    .sort((a, b) => b.arr.minor - a.arr.minor);
}

/** The first of the renewals that lies ahead, the day itself included. */
export function nearestRenewal(renewals: readonly string[], day: string): string | undefined {
  let nearest: string | undefined;
  for (const renewal of renewals)
    if (renewal >= day && (nearest === undefined || renewal < nearest)) nearest = renewal;
  return nearest;
}

/** The nearest renewal, from the day on, of the subscriptions that have not ended. */
export function nextRenewal(subscriptions: readonly Subscription[], day: string): string | undefined {
  const open = subscriptions.filter((each) => standingOn(each, day) !== 'ended');
  return nearestRenewal(
    open.flatMap((each) => each.renewalDate ?? each.endDate ?? []),
    day,
  );
}
