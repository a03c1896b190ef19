/** An account as the table shows it: its own fields with what its history and subscriptions add up to on a day. */
import type { Money } from '../../base/money.ts';
import type { Account } from '../../model/account.ts';
import type { Band } from '../../model/health.ts';
import { nearestRenewal, termOn } from '../revenue/revenue-on.ts';
import type { AccountSummary, RevenueLine } from './account-summary.ts';

/** What a list shows of an account's health; the rest is worked out where it is asked for. */
export interface RowHealth {
  /** 0 to 100 as computed; undefined while there is not enough data. */
  readonly value: number | undefined;
  /** Share of the weights that had data, 0 to 1. */
  readonly coverage: number;
  /** The one that counts: an override that holds comes first. */
  readonly band: Band;
  readonly isOverridden: boolean;
  /** Points up or down over 30 days. */
  readonly change30: number | undefined;
}

export interface AccountRow {
  readonly account: Account;
  readonly summary: AccountSummary | undefined;
  /** Annual recurring revenue of the subscriptions that count today, per currency; else what the source says. */
  readonly arr: readonly Money[];
  readonly mrr: readonly Money[];
  /** 'YYYY-MM-DD': the account's own, else the nearest one of its open subscriptions from today on. */
  readonly renewalDate: string | undefined;
  readonly lastTouchAt: number | undefined;
  readonly lastActivityAt: number | undefined;
  readonly openTickets: number;
  readonly contacts: number;
  /** Mean of 1–5, or undefined without answers. */
  readonly csat: number | undefined;
  /** −100 to 100, or undefined without answers. */
  readonly nps: number | undefined;
  /** Uses in the last full month. */
  readonly usageLastMonth: number | undefined;
  /** Change against the month before, as a share (0.1 = +10 %); undefined without a month before. */
  readonly usageTrend: number | undefined;
  /** Undefined until scores are there, a moment after the rows. */
  readonly health: RowHealth | undefined;
}

function sumByCurrency(lines: readonly RevenueLine[], factor: number): Money[] {
  const sums = new Map<string, number>();
  for (const line of lines) sums.set(line.currency, (sums.get(line.currency) ?? 0) + line.mrr * factor);
  return [...sums].map(([currency, minor]) => ({ currency, minor: Math.round(minor) }));
}

function nps(summary: AccountSummary): number | undefined {
  const answers = summary.npsPromoters + summary.npsPassives + summary.npsDetractors;
  return answers === 0 ? undefined : ((summary.npsPromoters - summary.npsDetractors) / answers) * 100;
}

/** The month keys (`year * 12 + month0`) of the last full month before the day and the one before that. */
function lastMonths(day: string): readonly [string, string] {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  return [String(month - 1), String(month - 2)];
}

/** `today` is 'YYYY-MM-DD' in the user's zone. */
export function toAccountRow(
  account: Account,
  summary: AccountSummary | undefined,
  today: string,
): AccountRow {
  const lines = summary?.revenue ?? [];
  const open = lines.filter((line) => termOn(line, today) === 'counts');
  const ahead = lines.filter((line) => termOn(line, today) !== 'ended').map((line) => line.renewal);
  const stated = lines.length === 0 && account.arr !== undefined;
  const [last, before] = lastMonths(today);
  const usageLastMonth = summary?.usage[last];
  const usageBefore = summary?.usage[before];
  let lastActivityAt: number | undefined;
  for (const at of Object.values(summary?.lastAt ?? {}))
    if (lastActivityAt === undefined || at > lastActivityAt) lastActivityAt = at;
  return {
    account,
    summary,
    arr: stated && account.arr !== undefined ? [account.arr] : sumByCurrency(open, 12),
    mrr:
      stated && account.arr !== undefined
        ? [{ currency: account.arr.currency, minor: Math.round(account.arr.minor / 12) }]
        : sumByCurrency(open, 1),
    renewalDate: account.renewalDate ?? nearestRenewal(ahead, today),
    lastTouchAt: summary?.lastTouchAt,
    lastActivityAt,
    openTickets: summary?.ticketsOpen ?? 0,
    contacts: summary?.contacts ?? 0,
    csat: summary === undefined || summary.csatCount === 0 ? undefined : summary.csatSum / summary.csatCount,
    nps: summary === undefined ? undefined : nps(summary),
    usageLastMonth,
    usageTrend:
      usageBefore === undefined || usageBefore === 0 ? undefined : (usageLastMonth ?? 0) / usageBefore - 1,
    health: undefined,
  };
}
