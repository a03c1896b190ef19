/** Signals from contracts and from what an account's own columns say: growth, renewal, onboarding, plan, invoices. */
import type { Account } from '../../model/account.ts';
import type { Signal } from '../../model/health.ts';
import { nearestRenewal, termOn } from '../revenue/revenue-on.ts';
import type { RevenueLine } from '../summary/account-summary.ts';
import { addDays, dayNumber } from '../table/days.ts';
import type { Moment } from './relation-signals.ts';

const YEAR_DAYS = 365;
/** A renewal date longer ago than this is a date that nobody keeps, not a renewal that is overdue. */
export const RENEWAL_PASSED_DAYS = 90;

function monthlyOn(lines: readonly RevenueLine[], day: string): number {
  let minor = 0;
  for (const line of lines) if (termOn(line, day) === 'counts') minor += line.mrr;
  return minor;
}

/** The date of what is known of an account; a record that was touched later speaks for the day that is asked for. */
function dateOf(account: Account, { now }: Moment): number {
  return Math.min(now, account.updatedAt);
}

/** An account's contracts, and when any of them was last said: milliseconds since 1970 UTC. */
export interface Contracts {
  readonly lines: readonly RevenueLine[];
  readonly at: number | undefined;
}

function contractDate(account: Account, { at }: Contracts, moment: Moment): number {
  return at === undefined ? dateOf(account, moment) : Math.min(moment.now, at);
}

export function contractTrend(account: Account, contracts: Contracts, moment: Moment): Signal | undefined {
  const { lines } = contracts;
  const { today } = moment;
  if (Number.isNaN(dayNumber(today))) return undefined;
  const yearAgo = addDays(today, -YEAR_DAYS);
  const counting = lines.filter(
    (line) => termOn(line, today) === 'counts' || termOn(line, yearAgo) === 'counts',
  );
  // Amounts of two currencies are not added; a year without a beginning is no year.
  if (new Set(counting.map(({ currency }) => currency)).size !== 1) return undefined;
  const of = monthlyOn(counting, yearAgo);
  if (!(of > 0)) return undefined;
  const n = monthlyOn(counting, today);
  const at = contractDate(account, contracts, moment);
  return { value: n / of - 1, at, source: 'subscription', n, of };
}

/** The beginning of the term that ends with a renewal, where it lies ahead and another term holds until then. */
function beginningOf(
  lines: readonly RevenueLine[],
  renewal: string | undefined,
  today: string,
): string | undefined {
  const term = lines.find((line) => line.renewal !== '' && line.renewal === renewal);
  if (term === undefined || term.start <= today) return undefined;
  return lines.some((line) => termOn(line, today) === 'counts') ? term.start : undefined;
}

export function renewalDays(account: Account, contracts: Contracts, moment: Moment): Signal | undefined {
  const { lines } = contracts;
  const { today } = moment;
  const at = dateOf(account, moment);
  const own = account.renewalDate;
  const ahead = lines.filter((line) => termOn(line, today) !== 'ended').map(({ renewal }) => renewal);
  const next = nearestRenewal(ahead, today);
  const until = (day: string) => dayNumber(day.slice(0, 10)) - dayNumber(today);
  // On a past day the term that the account's own date ends may not have begun: then it was the beginning that was ahead.
  const begun = moment.now < account.createdAt ? beginningOf(lines, own, today) : undefined;
  if (begun !== undefined)
    return { value: until(begun), at: contractDate(account, contracts, moment), source: 'subscription' };
  const ownDays = own === undefined ? Number.NaN : until(own);
  if (ownDays >= 0) return { value: ownDays, at, source: 'account' };
  if (next !== undefined && until(next) >= 0)
    return { value: until(next), at: contractDate(account, contracts, moment), source: 'subscription' };
  return ownDays >= -RENEWAL_PASSED_DAYS ? { value: ownDays, at, source: 'account' } : undefined;
}

const ONBOARDING =
  /(onboard.*(progress|complet|percent|%|status|done))|^onboarding$|(オンボーディング|導入).*(進捗|進み|完了|状況|率)/i;
const PLAN = /(success\s*plan|objective|目標|プラン).*(progress|complet|achiev|%|進捗|達成)/i;
const INVOICE =
  /((days|日数).*(overdue|past\s*due))|((overdue|past\s*due|late).*(days|日数))|((支払|請求|入金).*(遅|超過|延滞|滞納))/i;
const PAID = /^(paid|current|up to date|none|ok|支払済み?|入金済み?|遅れなし|なし)$/i;
const COMPLETE = /^(complete[d]?|done|finished|live|yes|完了|済|済み|本稼働)$/i;
const UNTOUCHED = /^(not started|未着手|未開始)$/i;

type Own = string | number | boolean;

/** The first of the account's own columns of such a name that can be read so. */
function customOf(
  account: Account,
  name: RegExp,
  read: (value: Own, name: string) => number | undefined,
): number | undefined {
  for (const [key, value] of Object.entries(account.custom ?? {})) {
    const plain = key.normalize('NFKC').replace(/[_-]+/g, ' ');
    const found = name.test(plain) ? read(value, plain) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** 0 to 1 from 0.8, 80, "80%" or a word; undefined for what says neither. */
function shareOf(value: Own, name: string): number | undefined {
  if (typeof value === 'boolean') return value ? 1 : undefined;
  const text = String(value).normalize('NFKC').trim();
  if (COMPLETE.test(text)) return 1;
  if (UNTOUCHED.test(text)) return 0;
  const number = Number(text.replace(/%$/, ''));
  if (text === '' || !Number.isFinite(number) || number < 0 || number > 100) return undefined;
  const percent = number > 1 || text.endsWith('%') || /%|percent|パーセント/i.test(name);
  return percent ? number / 100 : number;
}

function customShare(account: Account, name: RegExp, moment: Moment): Signal | undefined {
  const value = customOf(account, name, shareOf);
  return value === undefined ? undefined : { value, at: dateOf(account, moment), source: 'account' };
}

/**
 * What a column says; else the stage: whoever has moved on has been onboarded. What was known first holds for the days
 * before as well, as far back as there was a customer: otherwise every import would look like progress.
 */
export function onboardingProgress(account: Account, moment: Moment): Signal | undefined {
  if ((account.customerSince ?? '') > moment.today) return undefined;
  const said = customShare(account, ONBOARDING, moment);
  if (said !== undefined) return said;
  const { stage } = account;
  if (stage !== 'operation' && stage !== 'field-use' && stage !== 'outcome' && stage !== 'renewal')
    return undefined;
  return { value: 1, at: dateOf(account, moment), source: 'account' };
}

/** How a success plan stands; see domain/plans/plan-state.ts. */
export interface PlanProgress {
  /** 1 less what is missing to where time says it should be, 0 to 1. */
  readonly progress: number;
  /** Share that time asks for by now, and how much of that is there. */
  readonly expected: number;
  readonly reached: number;
  readonly at: number;
}

export function planProgress(
  account: Account,
  plan: PlanProgress | undefined,
  moment: Moment,
): Signal | undefined {
  if (plan !== undefined && plan.at <= moment.now)
    return {
      value: Math.min(1, Math.max(0, plan.progress)),
      at: plan.at,
      source: 'plan',
      n: plan.reached,
      of: plan.expected,
    };
  return moment.now < account.createdAt ? undefined : customShare(account, PLAN, moment);
}

function overdueDays(value: Own): number | undefined {
  if (typeof value === 'boolean') return undefined;
  const text = String(value).normalize('NFKC').trim();
  const days = PAID.test(text) ? 0 : Number(text);
  return text === '' || !Number.isFinite(days) ? undefined : Math.max(0, days);
}

export function invoiceStatus(account: Account, moment: Moment): Signal | undefined {
  if (moment.now < account.createdAt) return undefined;
  const value = customOf(account, INVOICE, overdueDays);
  return value === undefined ? undefined : { value, at: dateOf(account, moment), source: 'account' };
}
