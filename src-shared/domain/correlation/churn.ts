/** Which accounts were lost and when, out of what the book knows; and on which days those that stayed are looked at. */
import { termOn } from '../revenue/revenue-on.ts';
import type { AccountSummary, RevenueLine } from '../summary/account-summary.ts';

/** Fewer lost accounts than this and nothing is said about what goes with losing them. */
export const LEAST_CHURN = 10;

/** Weeks before the loss that a book can be asked about. */
export const WEEKS_BEFORE = [4, 8, 13, 26] as const;

function hasRevenue(lines: readonly RevenueLine[], day: string): boolean {
  return lines.some((line) => line.mrr > 0 && termOn(line, day) === 'counts');
}

/** The last day on which recurring revenue fell to zero; undefined when it never did. A renewal the same day is none. */
export function revenueLostOn(lines: readonly RevenueLine[], today: string): string | undefined {
  const ends = lines.filter((line) => line.mrr > 0 && line.end !== '' && line.end <= today);
  return ends
    .map((line) => line.end)
    .filter((end) => !hasRevenue(lines, end))
    .reduce<string | undefined>((last, end) => (last === undefined || end > last ? end : last), undefined);
}

export type Fate =
  | { readonly type: 'lost'; readonly on: string; readonly by: 'event' | 'revenue' }
  /** Is paying today. */
  | { readonly type: 'stayed' }
  /** Never paid, or nothing about its revenue is known. */
  | { readonly type: 'unknown' };

/** `dayOf` gives the calendar day of an instant in the user's zone. */
export function fateOf(
  summary: AccountSummary | undefined,
  today: string,
  dayOf: (at: number) => string,
): Fate {
  if (summary === undefined) return { type: 'unknown' };
  const lostOn = revenueLostOn(summary.revenue, today);
  const eventAt = summary.lastAt['churn'];
  const event = eventAt === undefined ? undefined : dayOf(eventAt);
  if (event !== undefined && event <= today && (lostOn === undefined || event >= lostOn))
    return { type: 'lost', on: event, by: 'event' };
  if (lostOn !== undefined) return { type: 'lost', on: lostOn, by: 'revenue' };
  return hasRevenue(summary.revenue, today) ? { type: 'stayed' } : { type: 'unknown' };
}

/** Whether an account was paying on a day: one that stayed is only compared with days on which it was there. */
export function wasPaying(summary: AccountSummary | undefined, day: string): boolean {
  return summary !== undefined && hasRevenue(summary.revenue, day);
}

export interface Look {
  readonly account: string;
  readonly group: 'lost' | 'stayed';
  /** 'YYYY-MM-DD' of the loss that it is compared at. */
  readonly on: string;
}

/**
 * Lost accounts are looked at before their own loss; each that stayed before one of those same losses, in turn, so that
 * a season or a growing book does not look like a cause. One that was not yet a customer then takes the next.
 */
export function looksOf(
  accounts: readonly {
    readonly id: string;
    readonly fate: Fate;
    readonly paidOn: (day: string) => boolean;
  }[],
): readonly Look[] {
  const lost = accounts.flatMap(({ id, fate }): Look[] =>
    fate.type === 'lost' ? [{ account: id, group: 'lost', on: fate.on }] : [],
  );
  const days = lost.map(({ on }) => on).sort();
  const stayed = accounts
    .filter(({ fate }) => fate.type === 'stayed')
    .flatMap(({ id, paidOn }, place): Look[] => {
      for (let step = 0; step < days.length; step++) {
        const on = days[(place + step) % days.length]!;
        if (paidOn(on)) return [{ account: id, group: 'stayed', on }];
      }
      return [];
    });
  return [...lost, ...stayed];
}
